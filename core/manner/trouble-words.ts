/**
 * Every word of which the name of a trouble may be made. What a customer writes is never repeated as it is: only a run
 * of these words is, so no name, number, link or insult can come back in the assistant's mouth.
 */

const number = '(?:[一二两三四五六七八九十半几好多]{1,3}|\\d{1,3})';

/** 「三天」「两个多星期」 */
const span = `${number}多?个?多?(?:小时|分钟|星期|天|周|月|年|次|遍|回)`;

/** What a trouble is about. */
const things =
  '物流信息|订单状态|外包装|快递员|充气垫|冲锋衣|登山杖|点火器|验证码|优惠券|热水器|洗衣机|充电器|说明书|质量|包裹|快递|快件|物流|订单|东西|商品|产品|退款|退货|换货|补发|发票|红包|积分|账号|账户|密码|尾款|运费|押金|余额|衣服|裤子|鞋子|外套|帐篷|帐杆|杆子|拉链|睡袋|睡垫|床垫|背包|头灯|炉头|炉子|气罐|天幕|椅子|桌子|手机|电池|屏幕|耳机|电脑|机器|设备|空调|冰箱|电视|网页|页面|系统|配件|零件|赠品|礼品|包装|盒子|箱子|客服|人工|电话|会员|单号|款项|钱|货|鞋|杆|灯|锅|包|车|卡';

/** What was done or is the case, without being a trouble by itself. */
const doings =
  '收到|签收|下单|付款|支付|打开|申请|显示|更新|到账|送到|充电|登录|联系|处理|解决|回复|审核|通过|使用|洗|拆|买|用|穿|付|等|寄|发|退|换|充|点|按|试|找|查|打|到|说';

const links =
  '到现在|前几天|已经|一直|还是|刚刚|昨天|今天|前天|上周|早上|晚上|现在|至今|半天|里面|但是|可是|而且|结果|我的|还|都|又|才|就|刚|里|上|了|的|但|却|可|我|全|也|是|过|在|个|去|给我';

const undone =
  '(?:迟迟|一直|还|就|都|也)?(?:没有|没|未|不)(?:收到|更新|发货|到账|退款|处理|解决|回复|通过|送到|动静|消息|反应|结果|人管|人理|人接|人回|见了|退回|补发|充电|工作|显示|出来|动了|理人|理我|合适|能用|好使|动|到|发|退|送|用|亮|热|响|接|理|对)(?:货|款|件)?';

const unable =
  '(?:用|开|退|换|付|登录|登|打|点|充|连|进|查|找|收|提交|下单|领|穿|拉|关|取|改|绑定|联系|装|发)不(?:了|上|开|着火|着|到|进去|进|出来|出|动|通|来|起来)(?:电|款|单|人)?|(?:无法|不能|没法)(?:登录|支付|付款|使用|打开|退款|退货|充电|连接|下单|提交|取消|修改)';

const broken =
  '(?:支付|付款|登录|下单|配对|退款|提交|审核|连接|绑定|领取)?(?:一直|总是|老是)?失败|坏掉|坏|断掉|断|破洞|破|开裂|裂开|裂|漏水|漏气|漏发|漏毛|漏|掉毛|跑绒|脱胶|开线|开胶|生锈|变形|起泡|褪色|掉色|卡住|卡死|卡在路上|摔碎|碎|弄丢|丢件|丢失|丢|少发|少件|少|发错货|发错|寄错|送错|错发|有划痕|有异味|有问题|有破损|破损|损坏|不合适|不对|重复扣款|扣了两次|扣两次|多扣|被扣|被拒签|被拒|被取消|被盗|超时|延误|晚点|闪退|黑屏|死机|报错|停在|停|进水|渗水|冻裂|过期|太小|太大|偏小|偏大|太薄|太短';

const trailing = '(?:了|掉)?';

/** One word of the language of troubles, longest kinds first. `trouble` and `thing` tell which kind it was. */
export const chineseWord = new RegExp(
  `(?<trouble>(?:${undone}|${unable}|${broken})${trailing})|(?<thing>${things})|(?<span>${span})|(?<link>${links})|(?<doing>${doings})`,
  'uy',
);

/** What stands before a trouble that has not happened, or of which somebody else spoke. */
export const chineseUnreal =
  /如果|万一|要是|假如|若是|假设|以防|怕|担心|会不会|是不是|有没有|能不能|是否|不是|除非|以为|别人|朋友|同事|他|她|不会|可能|听说|说明|有时|再$/u;

/** What follows a trouble that is asked about in general, or that only describes a thing. */
export const chineseAsked =
  /^(?:吗|么|没有?[?？]|会|能|可以|算|的|时|后|之后|以后|怎么(?!办|回事|还)|多久|几|谁|哪)/u;

const words = (list: string) => new Set(list.split(' '));

export const englishThings = words(
  'parcel parcels package order orders delivery tent bag backpack stove headlamp jacket mat pole poles zip zipper refund return exchange replacement item items product shipment tracking invoice receipt coupon code voucher discount account password payment card money app website page phone battery charger screen box packaging gift shoes boots shirt lamp light burner cup pot chair table courier driver support seam money fabric',
);

export const englishTroubles = words(
  "hasn't haven't hadn't didn't doesn't don't isn't wasn't won't can't cannot couldn't not never nothing nobody broken broke breaks leaking leaks leaked torn tore ripped missing lost stuck late delayed damaged defective faulty wrong failed fails cracked snapped stopped empty dead twice incomplete cancelled refused rejected locked waiting waited",
);

export const englishLinks = words(
  "my the this our it i i've i'm we we've have has had been be is are was were still yet for since in on to and but a an any all one two three four five six seven eight nine ten several few days day weeks week months month hours hour times time ago after before already only just completely now today yesterday again more than over of got get gets came come comes said says shows marked as from with up no there here me nearly almost about anything off out down",
);

export const englishDoings = words(
  'arrived arrive moved move updated update received receive work works working worked open opens charge charged charging turn turns delivered sent shipped ship refunded credited used use using bought paid pay ordered answered answer replied reply help helped close closes load loads log keep keeps fell apart sleeping first',
);

/** A clause may begin with these before it names the trouble. */
export const englishFillers = words(
  'so and but because hi hello hey ok okay well look please seriously honestly again',
);

/** The customer's words as the assistant says them. */
export const turnedWords: Readonly<Record<string, string>> = {
  i: 'you',
  "i've": 'you’ve',
  "i'm": 'you’re',
  we: 'you',
  "we've": 'you’ve',
  my: 'your',
  our: 'your',
  me: 'you',
};
