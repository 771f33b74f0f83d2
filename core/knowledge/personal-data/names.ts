import { mask, type Rule } from './found.ts';
import { wordsLikeNames } from './words-like-names.ts';

const single =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文欧温葛洪殷庄柯纪关鲁岳翟左季靳焦柳倪詹童俞鲍华凌霍裴安路祁盛宁甘傅尚欧聂齐伍柴施申古穆项卞卫阎尤骆蒲佟苗屈冉桑荣巩臧窦班宫栾耿仇沙敖蔺阮苑隋管虞喻岑伏和邝区植佘朴逯栗郦';
const double =
  '(?:欧阳|司马|上官|诸葛|司徒|东方|独孤|南宫|慕容|夏侯|尉迟|皇甫|令狐|公孙|端木|淳于|钟离|呼延|宇文|长孙|申屠|澹台|公冶|太史|闻人|濮阳|赫连|万俟|轩辕|鲜于|拓跋|仲孙|完颜|纳兰|叶赫|东郭|西门|左丘|百里)';
/** A surname with a given name, by its first character. */
const full = `(?:${double}\\p{Script=Han}{1,2}|[${single}]\\p{Script=Han}{1,2})`;
/** Syllables of Tibetan, Uyghur and Kazakh given names. */
const other =
  '(?:扎西|次仁|卓玛|央宗|丹增|尼玛|德吉|旺堆|多吉|平措|索朗|格桑|巴桑|拉姆|洛桑|次旦|仁青|桑吉|央金|白玛|阿依|古丽|买买提|麦麦提|艾力|艾合买提|吐尔逊|热依扎|迪丽|木拉提|阿布都|阿不都|玉素甫|努尔|帕提|阿里木|巴特尔|乌兰|图雅|其其格|格日勒|呼和|宝音|那仁|娜仁|朝鲁|巴图|阿古拉|斯琴|高娃|苏日|娜扎|哈提|巴合|叶尔|阿迪力|米尔|阿不来提|克里木|依明|买提明|塔依尔|吾斯曼|日娜|乌日|其木格|额尔|孟和|苏和|达瓦|卓嘎|曲珍|央吉|才让|才旦|益西|土登|嘉措|巴雅尔|布和|敖登|坚赞|顿珠|罗布)';
const foreign = `(?:(?=\\p{Script=Han}{0,4}${other})\\p{Script=Han}{2,6})`;
/** Characters that given names are made of: a surname with two of them is a name without any label. */
const givenClass =
  '[伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉梅建国志文斌红波辉鹏宇浩然子轩涵梓雨欣怡佳琪思雪婷晓峰飞凯俊嘉慧颖倩琳莹洁燕玲萍秀云凤珍春秋冬生海林森泽瑞博成德福贵根宝庆荣兴旺龙虎山川江河天宏鸿昊晨阳旭东亮光星辰月瑶瑾萱蕊薇莉莲菲茜蓉芬芝芸若诗语梦妍妮娇媛婉淑贞惠爱仁义礼智信忠孝诚良善美艺彤曼悦乐安宁康健翔鸣毅坚卫民立新正学武振维永胜炎烨焕彬楠栋梁柏松柳桐一之维远航帆启铭锦钰钧锋锐鑫世家伯仲叔季少元亨利宗祥祖耀绍继潇炅]';
const plain3 = `[${single}]${givenClass}{2}`;
const leftOfName =
  '(?<=^|[\\s，,。；;：:、！!？?（(]|[成给叫找是为由让跟和与问替帮妈爸友事弟妹哥姐婆公人件货])';
const rightOfName =
  '(?=$|[\\s，,。；;：:、！!？?）)' +
  mask +
  ']|\\d|[在收的签打说给帮叫用是已没也都和那这下买付订]|女士|先生|小姐)';
const nick =
  '(?:[小老阿大][张王李赵刘陈杨吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾田董潘袁蔡蒋余杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖贾夏付邹熊孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵覃武钱戴严莫孔汤易赖]|阿[强明华珍芳娟丽军杰伟红英玉龙兵辉])';
/** First names that are no other word, in the spelling of English letters. */
const firstName =
  '(?:John|Mary|James|Robert|Michael|David|Richard|Joseph|Thomas|Charles|Daniel|Matthew|Anthony|Donald|Steven|Paul|Andrew|Joshua|Kenneth|Kevin|Brian|George|Edward|Ronald|Timothy|Jason|Jeffrey|Ryan|Jacob|Gary|Nicholas|Eric|Jonathan|Stephen|Larry|Justin|Scott|Brandon|Benjamin|Samuel|Gregory|Alexander|Patrick|Raymond|Dennis|Jerry|Tyler|Aaron|Jose|Adam|Nathan|Henry|Peter|Kyle|Ethan|Jeremy|Christian|Sean|Austin|Oliver|Liam|Noah|Lucas|Leo|Omar|Ahmed|Mohammed|Muhammad|Ali|Hassan|Ibrahim|Patricia|Jennifer|Linda|Elizabeth|Barbara|Susan|Jessica|Sarah|Karen|Lisa|Nancy|Betty|Margaret|Sandra|Ashley|Kimberly|Emily|Donna|Michelle|Carol|Amanda|Melissa|Deborah|Stephanie|Rebecca|Laura|Sharon|Cynthia|Kathleen|Amy|Angela|Shirley|Anna|Brenda|Pamela|Emma|Nicole|Helen|Samantha|Katherine|Christine|Debra|Rachel|Carolyn|Janet|Catherine|Maria|Heather|Diane|Olivia|Julie|Joyce|Victoria|Kelly|Christina|Joan|Evelyn|Lauren|Judith|Megan|Andrea|Cheryl|Hannah|Jacqueline|Martha|Gloria|Teresa|Sophia|Sophie|Lucy|Alice|Kate|Jane|Fiona|Priya|Fatima|Aisha|Chloe|Isabella|Mia|Zoe|Ella)';
const latin = "[A-Z][a-z]{1,20}(?:['’-][A-Z]?[a-z]{1,20})?|O['’][A-Z][a-z]{1,20}";
const latinName = `(?:${latin})(?: (?:${latin})){0,2}`;
const end = `(?=$|[\\s，。,.！!；;、/（(${mask}]|\\d|的(?:爸|妈|太太|老公|老婆|儿|女|先生|朋友|家|同事|丈夫|妻|快递|包裹|订单|单)|收(?:$|[\\s，。,]))`;
const link = '(?:写的是|登记的是|是|为|叫|[:：，, ])?[ ]{0,2}';
const title = '(?:先生|女士|小姐|太太|经理|老师|主管|师傅|医生|店长|总监|大爷|大妈|阿姨|叔叔|大哥|大姐)';
const relation =
  '(?:老公|老婆|爱人|先生|太太|妈妈?|爸爸?|妻子|丈夫|女儿|儿子|朋友|同事|姐姐?|哥哥?|弟弟?|妹妹?|媳妇|对象|室友|同学|姑姑|姑妈|姨妈?|阿姨|叔叔|舅舅|伯父|奶奶|爷爷|外婆|外公|表哥|表弟|表姐|表妹|侄子|老板|领导|邻居|客户|快递员|司机|这是|那是)';
const doing = '(?=买|下|用|付|都|查|收|签|说|订|拍|在|也|没|是|给|要|那|老师|的|$|[\\s，。,.！!])';

/** Words that only begin like a name. */
const noName =
  /^(?:沙[钉岩子]|方式|和我|古言|陈述|谢谢|谢了|白云|黄河|长江|泰山|华山|金山|金卡|黄金|白金|银卡|高中|高级|安徽|江苏|江西|江浙|白天|常客|石家|马上|何时|安全|方便|成年|任何|万一|钱包|时间|单独|于是|温州|宁波|康复|关于|向你|向您|路过|古代|安装|申请|申通|施工|齐全|盛大|左右|常用|文字|文件|金额|高兴|余额|程序|华为|安踏|李宁|卫生)|(?:人|的|生|号|员|店|客|户|机|款|吗|呢|了|吧|啊|件|货|单)$/u;
const looksLikeName = (value: string) => !noName.test(value);
/** Capitalised words that are no names, behind a greeting or a word of relation. */
const noLatinName =
  /^(?:The|This|That|Team|Sir|Madam|Customer|Support|All|There|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Black|Cyber|Amazon|Apple|Android|Windows|English|Chinese|Prime|Customer|Still|Really|Always|Already|Waiting|Home|Best|Google|Air|Union|Cash|Free|Happy|Gold|Silver|Not|No|Yes|Please|Thanks|Thank|Bye|Hi|Hello|Just|Very|So|And|But|My|Your|Order|Here|How|What|When|Where|Why|Can|Sent|Also)\b/;
const looksLatin = (value: string) => !noLatinName.test(value);

/** Names of people, by what stands beside them. They come after numbers and addresses, beside whose masks names stand. */
export const nameRules: readonly Rule[] = [
  {
    kind: 'name',
    pattern:
      /(?:我是|我叫|姓名|收货人|收件人|联系人|名字是?)?(?<value>\p{Script=Han}{2,8}[·•‧・]\p{Script=Han}{2,8}(?:[·•‧・]\p{Script=Han}{2,8})?)/gu,
    fits: (value) => !/[的了是吗呢啊么]/.test(value),
  },
  {
    kind: 'name',
    pattern: new RegExp(
      `(?:我叫|叫做|我名字叫|名字|姓名|收件人?|收货人|寄件人?|发件人?|联系人|付款人|签收人|持卡人|户名|户主|车主|客户名|真名|登记的|登记|本人|收货|收件|(?:持证|被保险?|申请|投保|当事|经办|持有|紧急联系|代理)人|应该是|中文名|收件信息)${link}(?<value>${full})(?:${end}|(?=不是|不对|已|在|说|签收|要))`,
      'gu',
    ),
    // Behind a label a name may well end like another word.
    fits: (value) => looksLikeName(value) || /^.{2}人$/u.test(value),
  },
  {
    kind: 'name',
    pattern: new RegExp(
      `(?:我叫|姓名|收件人|收货人|寄件人|发件人|联系人|签收人|付款人|户名|名字(?:是|叫))${link}(?<value>${foreign}|(?<=[:：， ])[\\p{Script=Han}]{2,3})${end}`,
      'gu',
    ),
    fits: (value) =>
      looksLikeName(value) &&
      !/^[写填怎是改不的电姓信变错可能要有没签空拼地手号先]|^(?:公司|单位|谁|哪)/u.test(value),
  },
  {
    kind: 'name',
    pattern: new RegExp(`(?:我是|这里是)(?<value>${full}|${foreign})${end}`, 'gu'),
    fits: looksLikeName,
  },
  { kind: 'name', pattern: new RegExp(`(?<value>${foreign})(?=[ ，,]{0,2}${mask})`, 'gu') },
  // Nothing but such syllables: 「呼和巴图的包裹」, 「阿迪力江收」.
  {
    kind: 'name',
    pattern: new RegExp(`${leftOfName}(?<value>${other}{2,4}(?:江|汗|别克)?|${other}(?:江|汗|别克))`, 'gu'),
    fits: (value) => !/^呼和浩|^阿里/.test(value),
  },
  {
    kind: 'name',
    pattern:
      /(?:老公|老婆|爱人|妈妈?|爸爸?|女儿|儿子|孩子|宝宝|朋友|同事|同学|室友|[姐哥弟妹]{1,2}|奶奶|爷爷)(?:叫|名字是|的名字是)(?<value>(?![了不什过车你他她它的快外人啥做我])\p{Script=Han}{2,5})(?=$|[，。,.！!；;\s])/gu,
    fits: looksLikeName,
  },
  {
    kind: 'name',
    pattern: new RegExp(
      `(?<value>(?:${double}|[${single}])\\p{Script=Han}{0,2}?${title})(?!面|馆|店|牌|家)|(?<=^|[\\s，,。是找给让问叫跟和])[${single}]总(?=$|[\\s，。,让说给的要在您你])`,
      'gu',
    ),
    fits: (value, text, from) =>
      !/^(?:向|高级|万能|安全|常任|任课|于老|钱大妈)/.test(value) &&
      !wordsLikeNames.has(value.slice(0, 2)) &&
      // 值班经理, 语文老师, 公关小姐: the surname ends a word.
      !/(?:值班|语文|公关|小区|主管|英语|谢谢)$/.test(text.slice(Math.max(0, from - 1), from + 1)),
  },
  {
    kind: 'name',
    pattern: new RegExp(
      `(?:客服|师傅|同事|经理|叫我|找一?下?|转给?|联系|我?是|跟|和|问|让|由|帮|给|叫|麻烦|通知|[,，。\\s]|^) ?(?<value>${nick})(?=$|[\\s，。,.！!就说让在吧聊通告跟他她先处那问给帮接收答负])`,
      'gu',
    ),
  },
  {
    kind: 'name',
    pattern: new RegExp(`(?:(?:我|他|她|[，,\\s]|^)姓)(?<value>${double}|[${single}])${end}`, 'gu'),
  },
  {
    kind: 'name',
    pattern: new RegExp(`${relation}(?:叫|是)?(?<value>${full})${doing}`, 'gu'),
    fits: looksLikeName,
  },
  {
    kind: 'name',
    pattern: new RegExp(`(?:转给?|转接|找|联系)一?下?(?<value>${full})(?=$|[，。,\\s])`, 'gu'),
    fits: looksLikeName,
  },
  // A surname with two characters of given names needs no label, only that words begin and end there.
  {
    kind: 'name',
    pattern: new RegExp(`${leftOfName}(?<value>${plain3})${rightOfName}`, 'gu'),
    fits: looksLikeName,
  },
  {
    kind: 'name',
    pattern: new RegExp(
      `(?:到|给|用|在|是)(?<value>${full})(?=的(?:账户|账号|卡|名下|手机|电话|地址|号码|快递|包裹|订单|单子))`,
      'gu',
    ),
    fits: looksLikeName,
  },
  {
    kind: 'name',
    pattern: new RegExp(`(?:改成|换成|改为|换为|写成?|报)(?<value>${full})(?=收|的名字|$|[，。,\\s])`, 'gu'),
    fits: looksLikeName,
  },
  {
    kind: 'name',
    pattern:
      /(?:我叫)(?<value>(?![了不什过车你他她它的快外人啥做我])\p{Script=Han}{2,5})(?=$|[，。,.！!；;\s])/gu,
    fits: looksLikeName,
  },
  {
    kind: 'name',
    pattern: new RegExp(`\\b${firstName}\\b(?: (?:${latin})(?![a-z]))?(?! Martens| Pepper)`, 'gu'),
  },
  {
    kind: 'name',
    pattern: new RegExp(
      `\\b(?:for|reach|under|[Ss]poke to|[Ss]peaking (?:with|to)|signed by|name of|[Aa]ttn:?|[Aa]ttention:?) (?<value>(?:${latin}) (?:${latin}))(?![a-z])`,
      'gu',
    ),
    fits: looksLatin,
  },
  // Beside a phone number, an address, a card: 「陈志远，[电话]」, 「[卡号] 刘建国」, 「[地址]，许文强收」.
  {
    kind: 'name',
    pattern: new RegExp(
      `(?<=^|[\\s，,；;：:])(?<value>${full})(?=[ ，,;；:：]{1,2}(?:手机|电话|tel)?[:： ]{0,2}${mask})`,
      'gu',
    ),
    fits: looksLikeName,
  },
  {
    kind: 'name',
    pattern: new RegExp(`${mask}[ ，,;；]{0,2}(?<value>${full})(?=收?(?:$|[\\s，。,；;！${mask}]))`, 'gu'),
    fits: looksLikeName,
  },
  {
    kind: 'name',
    pattern: new RegExp(`(?<=^|[\\s，,])(?<value>${full}) ?(?=的(?:包裹|快递|单子|订单))`, 'gu'),
    fits: looksLikeName,
  },
  {
    kind: 'name',
    pattern: new RegExp(`(?<=^|[\\s，,])(?<value>${full})(?=收$|收[，。,\\s])`, 'gu'),
    fits: looksLikeName,
  },
  {
    kind: 'name',
    pattern: new RegExp(
      `(?:\\b[Mm]y name(?: is|['’]s)|\\bIt['’]s|\\b[Pp]lease ask|\\b[Nn]ame:|\\b[Tt]his is|\\bI['’]m|\\bI am|[Cc]alled|\\b[Dd]ear|\\b[Cc]ontact:?|\\b[Aa]sk for|\\b(?:[Rr]egards|[Ss]incerely|[Cc]heers|[Tt]hanks),|\\b(?:husband|wife|son|daughter|mother|father|friend|colleague|boss|partner|holder)|我叫|英文名是?|姓名[:：]?|收件人[:：]?|${mask} of|\\bto)[ ]?(?<value>(?:(?:Mr|Mrs|Ms|Miss|Dr)\\.? )?${latinName})(?![a-z])`,
      'gu',
    ),
    fits: (value, text, from) =>
      looksLatin(value) &&
      // 「to Canada」 is no person, 「to Grace Liu, [address]」 is.
      (!/\bto $/.test(text.slice(Math.max(0, from - 3), from)) || text[from + value.length + 2] === mask),
  },
  {
    kind: 'name',
    pattern: /\b(?:Mr|Mrs|Ms|Miss|Dr)\.?\s[A-Z][a-z]{1,20}(?:\s[A-Z][a-z]{1,20})?/g,
    fits: (value) => !/Martens|Pepper|Coffee|Meyers|Oetker/.test(value),
  },
  {
    kind: 'name',
    pattern: new RegExp(`(?<value>(?:${latin}) (?:${latin}))(?= here\\b)`, 'gu'),
    fits: looksLatin,
  },
  {
    kind: 'name',
    pattern: new RegExp(
      `(?:英文名|${mask}[，, ]{1,2}|姓名[:： ]?)(?<value>[A-Z]{2,10} [A-Z]{2,15})(?![A-Za-z])`,
      'gu',
    ),
  },
];
