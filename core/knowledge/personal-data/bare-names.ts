import { type FoundData, mask } from './found.ts';
import { wordsEndingLikeNames, wordsLikeNames } from './words-like-names.ts';

/**
 * Chinese names that no label names: a surname with characters that given names are made of, weighed with what stands
 * beside them. 「替郝蕾问一下」「方圆圆说可以」「和廖凡一起办的」.
 */

const surnames = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文欧温葛洪殷庄柯纪关鲁岳翟左季靳焦柳倪詹童俞鲍华凌霍裴安路祁盛宁甘傅尚聂齐伍柴施申古穆项卞卫阎尤骆蒲佟苗屈冉桑荣巩臧窦班宫栾耿仇沙敖蔺阮苑隋管虞喻岑伏邝区植佘景祝谷牛木池游晏冼牟缪成包明匡褚樊戚卓谈寇屠褟鞠',
);
const doubleSurnames =
  /^(?:欧阳|司马|上官|诸葛|司徒|东方|独孤|南宫|慕容|夏侯|尉迟|皇甫|令狐|公孙|端木)/;
/** These are words of their own far more often than surnames: they ask for more beside them. */
const weakSurnames = new Set('方于成和明付解成明何常任方安向万关路包解文金高白黄左管易华区植木木牛成景古石盛季牛宁沙项左施申武连游祝谈');
const given = new Set(
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉梅建国志文斌红波辉鹏宇浩然子轩涵梓雨欣怡佳琪思雪婷晓峰飞凯俊嘉慧颖倩琳莹洁燕玲萍秀云凤珍春秋冬生海林森泽瑞博成德福贵根宝庆荣兴旺龙虎山川江河天宏鸿昊晨阳旭东亮光星辰月瑶瑾萱蕊薇莉莲菲茜蓉芬芝芸若诗语梦妍妮娇媛婉淑贞惠爱仁义礼智信忠孝诚良善美艺彤曼悦乐安宁康健翔鸣毅坚卫民立新正学武振维永胜炎烨焕彬楠栋梁柏松柳桐一之远航帆启铭锦钰钧锋锐鑫世家伯仲叔季少元亨利宗祥祖耀绍继潇炅小三道清士先里克靖昌达君儿青树景和襄南才朝心可连全承顺延纳希丹真泰敬兄传素章时雄培其定铁誉发力诺寿伦尚灵花卿邦彦登香银应昭麟群升兆崇喜冰仙通陵丁化震怀代佩楚源侠炳年雅名宣岩图修望富经如奇引水言哲宪谦业珠献霖越润举乾奎裕儒堡厚岳昆勤扬温岚凡蕾圆园野晶曦鹃清丰烊雯群甜朵兮奕弈昕熙羽翰煜淼垚钦妙琦琰璇璐瑜瑛珊珂莎莺蔓黛嵩峻骏驰骁腾骞禹尧舜舒卉苗荷莘菊葵蓝蔚虹蝶泓沛沐沁洲浚淇渊渝湘滨漫潮澜灿焱爽茂晗晔晖晴暄曙朗权材杉杭枫桃桦棋榕樱欢歌毓汐泉绪丝绮绣绍纯缘羡翠耘聪肖胤臻良芊芮苏苒茵荔菁萌蒙蓓蕙西诺谨豪贝赫跃蹊逸邈钊钢镇闻陶雁霄霏露靓韵音顺馨驿高鹤黎默齐彩彪影律微徽恒恬恺悠情惟愉慈懿戈才拓捷放敦方旋旎昀映晋晟晶曜朔杨柔栩格梵棠椿楷槐歆殷毕沣沫治法泊洛浦涓涵淳渝溪滢漾焰煊熠爵玄玖玥珀珑珩珮琛琮琬琼瑄璋璞甄甫皓盈盼硕碧祎禄禧秉程稷穆竹笑筠筱简纤络纶纹',
);

/** Names a person: what follows is one. */
const strongLeft =
  /(?:姓名|名字|全名|微信名|名叫|名是|我叫|他叫|她叫|收件人?|收货人?|寄件人?|联系人|借款人|推荐人|担保人|受益人|投保人|被保人|乘车人|乘客|预约人|签收人|就诊人|代办人|持卡人|付款人|经办人|介绍人|申请人|本人|机主|户主|车主|房主|业主|患者|病人|客服|师傅|快递员|配送员|骑手|经理|顾问|医生|大夫|护士|主任|护士长|同事|朋友|闺蜜|同学|室友|邻居|邻居|老板|助理|老公|老婆|爱人|妻子|丈夫|妈妈?|爸爸?|母亲|父亲|儿子|女儿|孩子|宝宝|爷爷|奶奶|外婆|外公|姥姥|姥爷|哥哥?|姐姐?|弟弟?|妹妹?|对象|媳妇|客户|转给|寄给|发给|交给|留给|过户给|转接|转告|通知|亲爱的|尊敬的|请问是|这里是|我是|写的是|写上|抬头|收[:：])(?:是|叫|为|写)?[:：， ]{0,2}$/;
const left = /(?:[查看](?:一?下|查|看)|[叫是给找请让替帮跟和与问由被用写报对、和及"“”‘@]|联系|投诉|表扬|感谢|麻烦|您好|你好|备注|姓.，)$/;
const start = /(?:^|[\s，,。；;：:！!？?（(【\u0000]|^我|[，。]我)$/;

const strongRight =
  /^(?:的?(?:快递|包裹|订单|单子|快件|账户|账号|银行卡|卡|手机|电话|号码|身份证|户口|医保|妈妈|爸爸|家长|老公|老婆|报告|病历|预约|名字|名下|名义|生日|地址|信息|号(?=$|[，。])|套餐|宽带|保单|工资)|先生|女士|小姐|医生|大夫|主任|老师|师傅|护士|经理|教授|总(?=$|[，。让说])|您好|你好|本人|收(?=$|[，。\s\u0000])|代?签收|这个人|的?女儿|的?儿子|是我|[ ，,]{0,2}(?:手机|电话)?[:：]?\s?\u0000|[（(]?(?:身份证|手机号|电话|男|女)[，,：:）)])/;
const right =
  /^(?:[、”"’]|说|来|回[电复话]|联系|推荐|介绍|问|打|下的|买|办|寄|签|送|接|在[用跟]|确认|告诉|帮|跟|和|与|两个人|一起|生日|吧|啊|呢|是谁|就行|没|还没|一直|这边|那边|处理|负责|服务|也|已|刚|给|不[是在]|要|想|登录|登记|报|申请|付|开的|用的|约)/;
const close = /^(?:$|[\s，,。；;：:！!？?）)】.\u0000])/;

/** 方面, 时间: what ends so is no name, however it begins. */
const wordEnd = /[的了吗呢啊吧么们个这那哪什款件号店员机费率券码单货箱包装站市省县区路街镇村寺]$/;
const notAName =
  /^(?:张家[口界港]|石家庄|马鞍山|黄[山冈石金]|连云港|平顶山|白[色云银]|金[色华]|安[徽踏]|江[苏西门]|海[南底]|吉[林利]|云南|李宁|王老吉|老干妈|周大福|周生生|周[一二三四五六日末]|马应龙|张小泉|张裕|王致和|陈克明|同仁堂|李锦记|康师傅|谢馥春|雷[蛇克神]|戴[尔森]|高[德清铁]|温度|温水|方便|万[能一达科]|华[为硕润]|花呗|何时|许多|程[序度]|包[装邮括裹]|沙发|乐[高视]|杜[蕾比]|范[围思]|欧[莱元洲]|罗[技马]|石[油榴]|牛[奶肉仔]|安[全装卓]|和[你您我他她谁]|申通|马虎|荣耀|明星|成语|苏发|谷歌|安静|文明|关怀|雷达|游戏|[安潘]婷|沙宣|欧派|明[天年后细]|成[功人都]|关[于注]|向[你您我]|于[是此]|祝[您你福大])/;

const furthestLeft = 12;
const furthestRight = 14;

/** Where a text has such names. It reads at most a few characters beside each place: linear. */
export function findBareNames(text: string): FoundData[] {
  const found: FoundData[] = [];
  for (let at = 0; at < text.length; at++) {
    const surname = surnameAt(text, at);
    if (surname === 0) continue;
    for (const length of [surname + 2, surname + 1]) {
      const name = text.slice(at, at + length);
      if (name.length < length || name.includes(mask) || !/^\p{Script=Han}+$/u.test(name)) continue;
      if (!isName(text, at, name, surname)) continue;
      found.push({ kind: 'name', from: at, to: at + length });
      at += length - 1;
      break;
    }
  }
  return found;
}

function surnameAt(text: string, at: number): 0 | 1 | 2 {
  if (doubleSurnames.test(text.slice(at, at + 2))) return 2;
  return surnames.has(text[at]!) ? 1 : 0;
}

function isName(text: string, at: number, name: string, surname: 1 | 2): boolean {
  if (wordEnd.test(name) || notAName.test(name)) return false;
  const before = text.slice(Math.max(0, at - furthestLeft), at);
  const after = text.slice(at + name.length, at + name.length + furthestRight);
  const weightBefore = leftWeight(before);
  // 「背景音乐」, 「值班经理」: the surname ends a word.
  const endsWord =
    weightBefore < 2 && wordsEndingLikeNames.has(text.slice(Math.max(0, at - 1), at + 1)) ? 1.5 : 0;
  return weightBefore + rightWeight(after) >= needed(name, surname) + endsWord;
}

const leftWeight = (before: string) =>
  strongLeft.test(before) ? 2 : left.test(before) ? 1.5 : start.test(before) ? 1 : 0;
const rightWeight = (after: string) =>
  strongRight.test(after) ? 2 : right.test(after) ? 1.5 : close.test(after) ? 1 : 0;

/** How much must stand beside it. */
function needed(name: string, surname: 1 | 2): number {
  const rest = [...name.slice(surname)];
  const likely = rest.filter((character) => given.has(character)).length;
  const twice = rest.length === 2 && rest[0] === rest[1];
  const unlikely = twice ? 0 : rest.length - likely;
  let need = rest.length === 2 ? 1 + unlikely : 2 + unlikely;
  if (twice && likely === 2) need -= 1;
  if (surname === 2) need -= 0.5;
  else {
    if (weakSurnames.has(name[0]!)) need += name[0] === '于' || name[0] === '付' ? 1 : 0.5;
    if (wordsLikeNames.has(name.slice(0, 2))) need += rest.length === 2 ? 1 : 2;
  }
  return need;
}
