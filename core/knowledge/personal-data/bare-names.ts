import { type FoundData, mask } from './found.ts';
import { wordsEndingLikeNames, wordsLikeNames } from './words-like-names.ts';

/**
 * Chinese names that no label names: a surname with characters that given names are made of, weighed with what stands
 * beside them. 「替郝蕾问一下」「方圆圆说可以」「和廖凡一起办的」.
 */

const surnames = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文欧温葛洪殷庄柯纪关鲁岳翟左季靳焦柳倪詹童俞鲍华凌霍裴安路祁盛宁甘傅尚聂齐伍柴施申古穆项卞卫阎尤骆蒲佟苗屈冉桑荣巩臧窦班宫栾耿仇沙敖蔺阮苑隋管虞喻岑伏邝区植佘景祝谷牛木池游晏冼牟缪成包明匡褚樊戚卓谈寇屠鞠费廉滕毕邬卜萧湛狄庞茅席娄颜刁裘郁杭诸钮嵇邢荀甄芮储汲糜井巫隗郗厉戎符幸郜邰鄂胥贡劳逄姬郦雍濮扈冀瞿茹宦艾晁冷訾辛阚那简饶巢蒯查荆竺桓迟占危闵佟鹿翁梅蓝麻曲车仲乌米单柏祖党卜闻边燕阴苍',
);
const doubleSurnames = /^(?:欧阳|司马|上官|诸葛|司徒|东方|独孤|南宫|慕容|夏侯|尉迟|皇甫|令狐|公孙|端木)/;
/** These are words of their own far more often than surnames: they ask for more beside them. */
const weakSurnames = new Set(
  '麻车米单柏鹿占危迟查那简冷辛艾巢井席梅蓝费屠符祖党闻边燕阴曲乌厉劳方于成和明付解成明何常任方安向万关路包解文金高白黄左管易华区植木木牛成景古石盛季牛宁沙项左施申武连游祝谈',
);
/** Of the 1,700 characters that are written most, those that given names do not hold. What is rarer stands in names. */
const seldomGiven = new Set(
  '是人了不在有中大为这上他个地来我会以到要出的说也下行们就于后对自得主长过作分用你着多部能市等工本而都政面动门公日进事区那去北同产前开还起种所现机理表体好外与两当实重么只从又制关没内此员将手最头间看者无各见十已但些口相度想她城合物第院战位性由加点常意场次使数样因身入向把被原并问路量教级及省资知务委任万二期回系气总电比展湖品或设提很社声统汉处科首共形己特石老目四队直计别领话女流命报至给打变活几议解果更称决导今州书术交基管结走便反司题再族色京接规条保五它米式改受运组听县什指百党济做论风技取记选却职号件类府界神眼带太据集空边联农师完干质兵增难何广历马专每住即金认步商死车台游官必团线土收叫求研具考众争近非感革调该转持备始布让较际古造型价亲校单皇器字候属则快深积约准火究往极史段千装育参半吃张办像观告精整构料随划算八示投势象热值包许黄网鱼亚息股断白复怎速需片况功派境早编支病局推且证服觉除容企未织确纪标率球初响节察消项均失低轻站列般满甚击防帝存请离药落视副足护创食令虽显试照营双占跟央识置余案底批居曾费采村房另倒六客环乡按故责突易切仅模杀斗围态施席负层供状续似域招黑查破找致血左终旅严细父效演周弹尽脸医须协习获写夫攻检注独抗坐九桥验紧密右户排七刻油射优急财适赛依降楼留伤例拿弟木阶劳害亿绝助酒印待养拉压审送念限巴座竟略配钱呢差敌仍范监斯哪预怕策藏词执止份答谁征冲船核惊男味辑岛著吧画街免封孩角谈愿哥草架久母括乱背晚讲乎皮激既敢挥室夜板掌临港筑苦担句岁辖益刀块剧罗错荆够充额销读退帮测脚衣阵版异某守换宜班毒友陆判呼救宫欧啊剑练货败典含矿菜鲜险买吗评曲端茶肉厂忙堂沉遗停沙假输散否普笔渐控顶督互录咱训娘忽脑归扩饭暗短赶诉述础移届洞牌喝卖授痛减穿逐植召票杂固秘臣吸烈侧姓追盘姑补馆沿怪湾俄威遇警靠轮附炮刺妇毫旧甲载软庭岸旁骨罪妈慢枪序禁冷稳熟酸概夏墙介牙针缺王罢午折探恶犯款危页店困顾屋迎末翻付戏宽婚尔奖疑牛讨跑烧析币疗误亡闭汽侵耳繁伸肯佛舞借私脱拥田跳烟驻套横卷您兼纸嘴阿坏夺购床瞧径灯墓遍绿择掉盛售避课舰播爷拔遭束厅御库粮混睡怒鼓殖访抓潜圣吨址逃奴纷予贸染透摇灭汇寻顿距隐操缓拍融迹纵巨聚蛋虚搜促抵虑旗阴码液硬坛役偏累迫锛损休哭替税综奔盟挂铺竞岗廷弱庙毛睛泥殿坦津途脉哈壁幅刑握钟释鬼剂拜索叶谋抱妹尊紝仪恐谷谓郡享骑粉乘械鸡摆频杯呈伊爆朋欲奉签虫壮泛铜措诸障缩奶幸搞胞废托盖猛撤曰订忘尤盐俗鄂触灰玩胸篇婆绩啦奏阻迅暴捕尼纺截淡裁讯抢忍贴唱丈迷残暖署峡呀醒剩闪贼伙倾贫泪麻辈疾闹寒涉亦妻塞零殊徒骂豆饮冒糖奋尖斤裂患棉尾爹童姐雕洗媒倍圈抬挑箭隔弄劲唯桌胆炸凭祭磁肥赏沟渡储彻援毁昨恩貌询符叹赞抽申腿辽陷浪喊亩腹岭迁弃番镜净羊尸埃皆恢趣寺摸伴浓览绕阅努惯症穷窗堰衡伍递荒恨隶键聘乃冠甘狗旦腰荡紫莫袭灾涨闲柱券湿租贡氧鸟腐坡煤幕肠锅旨册胖滑趋译巧阁磨阔插吹贯辞摄伏穴井拳艇浮薄罚洪辆戒瓦粗垂韩赤稀袋绘尺估肩扑诏臂谢偷狂牧寡悬扎炒稍懂矛卡颁悲厉寨贷违撞呆刊汗饰盾焦滚舍碎浜堆愈吐悉籍描污忌烦盗摩餐狐仗塔孤銆澳魔肚巡池菌鼻爸盆倘冈炼仿龄扫暂枝碗跨忧唐庄眉猪辅渔赴悄汤愤拟践驾劝乏顷轰逼恰邻葬粒魂燃犹迟涌幼乳颇陪殑斜溶凝耐寄返凉孙赋丧惨僧拖陕驱扶袖纲腊碰牵雷糊浅档挺仇岂跪墨拒覆揭割烤偶添颗邮吓扇戴循惜详刘帐俱胶姊鐨枚衰埋奥仰搭剉脏箱弯浙挡宋肿膜刷凶琴债杆咸疏筹夹遣泡填咬脊漠蒸躲踏疆牢削谱灌狠肃扰隆拱亏辛廊跌弦狼慌伐钻翼壳爬奸娃炉艘抚鉴齿脂滴卵乌碍浠兽邀怨肌俘拨',
);

/** Names a person: what follows is one. */
const strongLeft =
  /(?:姓名|名字|全名|微信名|名叫|名是|(?:^|[，。,\s])叫|[个就师傅生士]叫|[收件货系款荐保益车机约签诊办卡绍请名证理]人(?:是我)?|登记名|学生|家属|用户|报名人|乘机人|乘客|室友|投保人|我叫|他叫|她叫|收件人?|收货人?|寄件人?|联系人|借款人|推荐人|担保人|受益人|投保人|被保人|乘车人|乘客|预约人|签收人|就诊人|代办人|持卡人|付款人|经办人|介绍人|申请人|本人|机主|户主|车主|房主|业主|患者|病人|客服|师傅|快递员|配送员|骑手|经理|顾问|医生|大夫|护士|主任|护士长|同事|朋友|闺蜜|同学|室友|邻居|邻居|老板|助理|老公|老婆|爱人|妻子|丈夫|妈妈?|爸爸?|母亲|父亲|儿子|女儿|孩子|宝宝|爷爷|奶奶|外婆|外公|姥姥|姥爷|哥哥?|姐姐?|弟弟?|妹妹?|对象|媳妇|客户|转给|寄给|发给|交给|留给|过户给|转接|转告|通知|亲爱的|尊敬的|请问是|这里是|我是|写的是|写上|抬头|收[:：])(?:是|叫|为|写)?[:：， ]{0,2}$/;
const left =
  /(?:[查看](?:一?下|查|看)|[跟找问和](?:你们|我们|咱们)|[叫是给找请让替帮跟和与问由被用写报对、和及"“”‘@]|上[次周回]|刚[才刚]|之前|昨天|今天|前天|联系|投诉|表扬|感谢|谢谢|辛苦|好的|麻烦|是我|您好|你好|备注|姓.，)$/;
const start = /(?:^|[有\s，,。；;：:！!？?（(【▮]|^我|[，。]我)$/;

const strongRight =
  /^(?:的?(?:快递|包裹|订单|单子|快件|账户|账号|银行卡|卡|手机|电话|号码|身份证|户口|医保|妈妈|爸爸|家长|老公|老婆|报告|病历|预约|名字|名下|名义|生日|地址|信息|号(?=$|[，。])|套餐|宽带|保单|工资)|先生|女士|小姐|医生|大夫|主任|老师|师傅|护士|经理|教授|总(?=$|[，。让说])|您好|你好|本人|收(?=$|[，。\s▮])|代?签收|这个人|的?女儿|的?儿子|是我|[ ，,]{0,2}(?:手机|电话)?[:：]?\s?▮|[（(]?(?:身份证|手机号|电话|男|女)[，,：:）)])/;
const right =
  /^(?:[、”"’]|说|来|回[电复话]|转|查|看|联系|推荐|介绍|问|打|下的|买|办|寄|签|送|接|在[用跟]|确认|告诉|帮|跟|和|与|两个人|一起|生日|吧|啊|呢|是谁|就行|没|还没|一直|这边|那边|处理|负责|服务|也|已|刚|给|不[是在]|要|想|登录|登记|报|申请|付|开的|用的|约|充|挂|反馈|投诉|来电|无法|签|答应|接|拿|领|退|改)/;
const close = /^(?:$|[的了]|[\s，,。；;：:！!？?）)】.▮])/;

/** 方面, 时间: what ends so is no name, however it begins. */
const wordEnd = /[的了吗呢啊吧么们个这那哪什款件号店员机费率券码单货箱包装站市省县区路街镇村寺]$/;
const notAName =
  /^(?:张家[口界港]|石家庄|马鞍山|黄[山冈石金]|连云港|平顶山|白[色云银]|金[色华]|安[徽踏]|江[苏西门]|海[南底]|吉[林利]|云南|李宁|王老吉|老干妈|周大福|周生生|周[一二三四五六日末]|马应龙|张小泉|张裕|王致和|陈克明|同仁堂|李锦记|康师傅|谢馥春|雷[蛇克神]|戴[尔森]|高[德清铁]|温度|温水|方便|万[能一达科]|华[为硕润]|花呗|何时|许多|程[序度]|包[装邮括裹]|沙发|乐[高视]|杜[蕾比]|范[围思]|欧[莱元洲]|罗[技马]|石[油榴]|牛[奶肉仔]|安[全装卓]|和[你您我他她谁]|申通|罗莱|胡萝卜|东方|燕[山莎]|那[样一]|郁闷|游泳|麻烦|齐全|屈臣氏|孟姜女|金士顿|孔子|毕业|洪金宝|钱一|白粥|史清|顾家家?|江小白|东方[甄航明卫]|林志玲|张一元|林氏|任天堂|祖[马先国]|元气|乔丹|康[佳恩]|范思|苏[泊宁]|方太|金龙|单[号子位品独击车价身词纯一]|车来|车[牌票子主险位]|米[饭家]|简[单介直]|那[个些边么就时是天里种位你我]|查[询看到一了下]|迟[到迟]|占[用]|艾[灸]|边[框]|党[员]|祖|燕[窝麦]|乌[龙云]|费[用率]|符[合号]|辛[苦]|冷[却气]|马虎|荣耀|明星|成语|苏发|谷歌|安静|文明|关怀|雷达|游戏|[安潘]婷|沙宣|欧派|明[天年后细]|成[功人都]|关[于注]|向[你您我]|于[是此]|祝[您你福大])/;

/** Stands for what was found already, in the words beside a name. */
const taken = '▮';
const furthestLeft = 12;
const furthestRight = 14;

/** Where a text has such names. It reads at most a few characters beside each place: linear. */
export function findBareNames(text: string): FoundData[] {
  const found: FoundData[] = [];
  for (let at = 0; at < text.length; at++) {
    const surname = surnameAt(text, at);
    if (surname === 0) continue;
    // Of both parents: 「陈李子轩」.
    const isTwofold = surname === 1 && !wordsLikeNames.has(text.slice(at, at + 2));
    for (const length of [...(isTwofold ? [4] : []), surname + 2, surname + 1]) {
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
  const before = text.slice(Math.max(0, at - furthestLeft), at).replaceAll(mask, taken);
  const after = text.slice(at + name.length, at + name.length + furthestRight).replaceAll(mask, taken);
  const weightBefore = leftWeight(before);
  // 「背景音乐」, 「值班经理」: the surname ends a word.
  const endsWord =
    weightBefore < 2 && wordsEndingLikeNames.has(text.slice(Math.max(0, at - 1), at + 1)) ? 1.5 : 0;
  const weightAfter = rightWeight(after);
  // Behind a label and at the end of the clause a word may well be a name: 「叫白雪，」.
  const isLabelled = weightBefore === 2 && weightAfter >= 1 && close.test(after) ? 1 : 0;
  return weightBefore + weightAfter + isLabelled >= needed(name, surname) + endsWord;
}

const leftWeight = (before: string) =>
  strongLeft.test(before) ? 2 : left.test(before) ? 1.5 : start.test(before) ? 1 : 0;
const rightWeight = (after: string) =>
  strongRight.test(after) ? 2 : right.test(after) ? 1.5 : close.test(after) ? 1 : 0;

/** How much must stand beside it. */
function needed(name: string, surname: 1 | 2): number {
  const rest = [...name.slice(surname)];
  const likely = rest.filter((character) => !seldomGiven.has(character)).length;
  const twice = rest.length === 2 && rest[0] === rest[1];
  const unlikely = twice ? 0 : rest.length - likely;
  if (rest.length === 3)
    return (surnames.has(rest[0]!) ? 2 : 3) + (weakSurnames.has(name[0]!) ? 1 : 0) + unlikely;
  let need = rest.length === 2 ? 1 + unlikely : 2 + unlikely;
  if (twice && likely === 2) need -= 1;
  if (surname === 2) need -= 0.5;
  else {
    if (weakSurnames.has(name[0]!)) need += name[0] === '于' || name[0] === '付' ? 1 : 0.5;
    if (wordsLikeNames.has(name.slice(0, 2))) need += rest.length === 2 ? 1 : 2;
  }
  return need;
}
