/**
 * What stands beside Chinese names: how much the words in front of a place and behind one speak for a person between
 * them. Texts are given with `taken` where something was found already.
 */

/** Stands for what was found already. */
export const taken = '▮';

const role =
  '[收件货系款荐保益车机约签诊办卡绍请名证理住借责表护属租投查托代管单用订付购使]人|本人|机主|户主|车主|房主|业主|[患学]者|病人|学[生员]|家[属人长]|用户|客户|会员|财务|前台|会计|出纳|人事|[队组班]长|乘客|嘉宾|选手|主播|客服|师傅|技师|司机|教练|店[长员]|管家|中介|律师|讲师|快递员|配送员|安装工|维修工|外卖员|骑手|经理|主管|专员|顾问|医生|大夫|护士长?|主任|老师|同事|朋友|闺蜜|同学|[室舍]友|邻居|老板|领导|助理';
const kin =
  '老公|老婆|爱人|妻子|丈夫|[男女]友|前[妻夫任]|妈妈?|爸爸?|母亲|父亲|儿子|女儿|孩子|宝宝|娃|爷爷|奶奶|外[婆公]|姥[姥爷]|公公|婆婆|岳[父母]|[表堂]?[哥姐弟妹]{1,2}|[姑姨婶嫂]{1,2}|[舅叔伯]{1,2}|侄[子女]|外甥|孙[子女]|对象|媳妇';
/** Names a person: what follows is one. */
const strongLeft = new RegExp(
  `(?:${role}|${kin}|姓名|名字|全名|真名|户名|微信名|登记名|名叫|名是|名下|(?:^|[，。,\\s])叫|[个就]叫|[我他她]叫|[收寄发]件人?|收货人?|[转寄发交留借打]给|转[接告]|通知|告知|过户给|亲爱的|尊敬的|请问是|这里是|我是|写的是|[证登]上是|里是|写上|抬头|收[:：])(?:是我|是|叫|为|写|填|改为|改成|换成)?[:：， ]{0,2}$`,
);
const left =
  /(?:[查看](?:一?下|查|看)|[跟找问和把给让请叫被](?:你们|我们|咱们)|[你我咱他]们(?:家|店|公司)?|[这那][个位]|(?:[要想]|帮我|我)查|老师说|的是|[贵我]司|这[单件份][给由是]|[叫是给找请让替帮跟和与问由被用写填报对把将向到、及"“”‘@]|上[次周回]|刚[才刚]|之前|昨天|今天|前天|联系|投诉|表扬|感谢|谢谢|辛苦|举报|反馈|推荐|(?:表扬|感谢|投诉|联系|通知|备注|问|找|换|写|填|改|加|叫|等|约|催|回复|麻烦)(?:一下|下|了|过|到|成|上)|好的|麻烦|是我|您好|你好|备注|姓.，)$/;
const start = /(?:^|[有\s，,。；;：:！!？?（(【▮]|^我|[，。]我)$/;

const strongRight =
  /^(?:的?(?:快递|包裹|订单|单子|快件|账户|账号|银行卡|卡|手机|电话|号码|身份证|户口|医保|妈妈|爸爸|家长|老公|老婆|报告|病历|预约|名字|名下|名义|生日|地址|信息|指纹|号(?=$|[，。])|套餐|宽带|保单|工资)|先生|女士|小姐|医生|大夫|主任|老师|师傅|护士|经理|主管|教授|总(?=$|[，。让说])|您好|你好|本人|亲自|收(?=$|[，。\s▮])|代?签收|这个人|的?女儿|的?儿子|是我|承诺|答应|保证|[ ，,]{0,2}(?:手机|电话)?[:：]?\s?▮|[（(]?(?:身份证|手机号|电话|男|女)[，,：:）)])/;
const right =
  /^(?:[、”"’]|说|讲|来|回[电复话]|转|查|看|联系|推荐|介绍|问|打|下的|[下订]单|买|办|寄|签|送|接|在|确认|表示|告诉|告知|通知|帮|跟|和|与|从|把|被|让|叫|请|两个人|一起|生日|吧|啊|呢|是|就行|没|还|一直|这边|那边|处理|负责|服务|态度|也|都|又|已|刚|给|不[是在]|要|想|会|能[不来]|可以|应该|今[天早晚]|明[天早]|昨[天晚]|[上下]午|上[周次回个]|尽快|马上|代[我他她]|打的|之前|登录|登记|报|申请|付|开的|订|用的|约|充|挂|反馈|投诉|来电|无法|签|接|拿|领|取|退|改|放|补|复[查诊]|住|那儿|家|手[里上]|这儿)/;
const closing = /^(?:$|[的了]|[\s，,。；;：:！!？?）)】.▮])/;

/** How much what stands in front speaks for a person: 2 a label or a title, 1.5 a word, 1 the edge of a clause, 0.75 what a word ends with, or 0. */
export function leftWeight(before: string): number {
  if (strongLeft.test(before)) return 2;
  if (left.test(before)) return 1.5;
  if (start.test(before)) return 1;
  return /[的了在着过里边楼店门家位名]$/.test(before) ? 0.75 : 0;
}

/** The same of what stands behind. */
export function rightWeight(after: string): number {
  if (strongRight.test(after)) return 2;
  if (right.test(after)) return 1.5;
  if (isClosed(after)) return 1;
  return /^[很最更才就正总竟却只偏那这哪谁什怎今明教拿送干做]/.test(after) ? 0.75 : 0;
}

/** Whether a clause ends here, or 的 or 了 does. */
export function isClosed(after: string): boolean {
  return closing.test(after);
}
