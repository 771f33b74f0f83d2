import { isClosed, leftWeight, rightWeight, taken } from './beside-names.ts';
import { type FoundData, mask } from './found.ts';
import { isTypical, unlikelihood } from './given-characters.ts';
import { wordsEndingLikeNames, wordsLikeNames } from './words-like-names.ts';

/**
 * Chinese names that no label names: a surname with characters that given names are made of, weighed with what stands
 * beside them. 「替郝蕾问一下」「方圆圆说可以」「和廖凡一起办的」.
 */

const surnames = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文欧温葛洪殷庄柯纪关鲁岳翟左季靳焦柳倪詹童俞鲍华凌霍裴安路祁盛宁甘傅尚聂齐伍柴施申古穆项卞卫阎尤骆蒲佟苗屈冉桑荣巩臧窦班宫栾耿仇沙敖蔺阮苑隋管虞喻岑伏邝区植佘景祝谷牛木池游晏冼牟缪成包明匡褚樊戚卓谈寇屠鞠费廉滕毕邬卜萧湛狄庞茅席娄颜刁裘郁杭诸钮嵇邢荀甄芮储汲糜井巫隗郗厉戎符幸郜邰鄂胥贡劳逄姬郦雍濮扈冀瞿茹宦艾晁冷訾辛阚那简饶巢蒯查荆竺桓迟占危闵佟鹿翁梅蓝麻朴房栗练郦逯盘农曲车仲乌米单柏祖党卜闻边燕阴苍',
);
const doubleSurnames =
  /^(?:欧阳|司马|上官|诸葛|司徒|东方|独孤|南宫|慕容|夏侯|尉迟|皇甫|令狐|公孙|端木|淳于|钟离|呼延|宇文|长孙|申屠|澹台|公冶|太史|闻人|濮阳|赫连|万俟|轩辕|鲜于|拓跋|仲孙|完颜|纳兰|叶赫|东郭|西门|左丘|百里)/;
/** These are words of their own far more often than surnames: they ask for more beside them. */
const weakSurnames = new Set(
  '房栗盘农麻车米单柏鹿占危迟查那简冷辛艾巢井席梅蓝费屠符祖党闻边燕阴曲乌厉劳方于成和明付解成明何常任方安向万关路包解文金高白黄左管易华区植木木牛成景古石盛季牛宁沙项左施申武连游祝谈',
);

/** 方面, 时间: what ends so is no name, however it begins. */
const wordEnd = /[的了吗呢啊吧么们个这那哪什款件号店员机费率券码单货箱包装站市省县区路街镇村寺]$/;
const notAName =
  /^(?:张家[口界港]|石家庄|马鞍山|黄[山冈石金]|连云港|平顶山|白[色云银]|金[色华]|安[徽踏]|江[苏西门]|海[南底]|吉[林利]|云南|李宁|王老吉|老干妈|周大福|周生生|周[一二三四五六日末]|马应龙|张小泉|张裕|王致和|陈克明|同仁堂|李锦记|康师傅|谢馥春|雷[蛇克神]|戴[尔森]|高[德清铁]|温度|温水|方便|万[能一达科]|华[为硕润]|花呗|何时|许多|程[序度]|包[装邮括裹]|沙发|乐[高视]|杜[蕾比]|范[围思]|欧[莱元洲]|罗[技马]|石[油榴]|牛[奶肉仔]|安[全装卓]|和[你您我他她谁]|申通|罗莱|胡萝卜|东方|燕[山莎]|那[样一]|郁闷|游泳|麻烦|齐全|屈臣氏|孟姜女|金士顿|孔子|毕业|洪金宝|钱一|白粥|史清|顾家家?|江小白|东方[甄航明卫]|林志玲|张一元|林氏|任天堂|祖[马先国]|元气|乔丹|康[佳恩]|范思|苏[泊宁]|方太|金龙|单[号子位品独击车价身词纯一]|车来|车[牌票子主险位]|米[饭家]|简[单介直]|那[个些边么就时是天里种位你我]|那(?:[请您先再也还给换退咱他她用按把没不要怎让帮问试改下看来去]|可以|能[不否]|建议|需要|麻烦|稍[等后]|等[等下会]|应该|得[等先要]|直接|为[什啥]|如果|重[新启来]|明[白天]|好[的吧]|行[吧了]|算了|取消|关[机掉]|打[开电]|拔[掉下]|联系|安排|到底|肯定|估计|大概|申请|退[款货]|麻[烦])|查[询看到一了下]|迟[到迟]|占[用]|艾[灸]|边[框]|党[员]|祖|燕[窝麦]|乌[龙云]|费[用率]|付雪|符[合号]|辛[苦]|冷[却气]|马虎|荣耀|明星|成语|苏发|谷歌|安静|文明|关怀|雷达|游戏|[安潘]婷|沙宣|欧派|明[天年后细]|成[功人都]|关[于注]|向[你您我]|于[是此]|祝[您你福大]|金卡|韩[文剧]|马家|刘海|柳树|汤姆|岳阳|王朝|罗红|马克|雪松|康金莲|谢谢|毛[巾毛毯衣]|莫名|冷[冰凝]|荣幸|温馨|孙子|宁可|钱[发还扣贷没包]|那[家张微]|张(?:银行|卡)|陈述|储[值存]|沙[岩钉子]|木栈|段[粘落]|房[子间东贷产屋价租源型]|农[业村民产]|盘[子点]|百里香|西门[口外]|朴[素实]|[向找](?:主管|维修|客服|商家|店家|平台)|查真|高峰|包里|罗红霉|鲁木齐|武侠|和[着前]|白[瓶盒]|闻[味着]|龙和)/;

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

/** How long a word is that begins here like a name and is none, 「石家庄」; 0 where none does. */
export const noNameLength = (text: string, at: number): number =>
  notAName.exec(text.slice(at, at + furthestLeft))?.[0].length ?? 0;

function surnameAt(text: string, at: number): 0 | 1 | 2 {
  if (doubleSurnames.test(text.slice(at, at + 2))) return 2;
  return surnames.has(text[at]!) ? 1 : 0;
}

function isName(text: string, at: number, name: string, surname: 1 | 2): boolean {
  return nameMargin(text, at, name, surname) >= 0;
}

/**
 * How much more speaks for a name at a place than a name of its characters needs; below nought nothing is taken out.
 * `-9` where a word stands that is none. Half steps between about -5 and 5.
 */
export function nameMargin(text: string, at: number, name: string, surname: 1 | 2): number {
  if (wordEnd.test(name) || notAName.test(name)) return -9;
  const before = text.slice(Math.max(0, at - furthestLeft), at).replaceAll(mask, taken);
  const after = text.slice(at + name.length, at + name.length + furthestRight).replaceAll(mask, taken);
  const weightBefore = leftWeight(before);
  // 「背景音乐」, 「值班经理」: the surname ends a word.
  const endsWord =
    weightBefore < 2 && wordsEndingLikeNames.has(text.slice(Math.max(0, at - 1), at + 1)) ? 1.5 : 0;
  const weightAfter = rightWeight(after);
  // Behind a label and at the end of the clause a word may well be a name: 「叫白雪，」.
  const isLabelled = weightBefore === 2 && weightAfter >= 1 && isClosed(after) ? 1 : 0;
  return weightBefore + weightAfter + isLabelled - needed(name, surname) - endsWord;
}

/** How much must stand beside it. */
function needed(name: string, surname: 1 | 2): number {
  const rest = [...name.slice(surname)];
  const unlike = rest.reduce((sum, character) => sum + unlikelihood(character), 0);
  const twice = rest.length === 2 && rest[0] === rest[1];
  const unlikely = twice ? 0 : unlike;
  if (rest.length === 3)
    return (surnames.has(rest[0]!) ? 2 : 3) + (weakSurnames.has(name[0]!) ? 1 : 0) + unlikely;
  let need = rest.length === 2 ? 1 + unlikely : 2 + unlikely;
  if (twice && unlike === 0) need -= 1;
  // 「杨秀兰」 is a name wherever it stands, 「黄琴」 where a word begins or ends.
  const certain = rest.filter(isTypical).length;
  if (certain === 2 && rest.length === 2) need = Math.min(need, 0);
  else if (certain === 1 && rest.length === 1) need -= 0.5;
  if (surname === 2) need -= 0.5;
  else {
    if (weakSurnames.has(name[0]!))
      need += name[0] === '于' || name[0] === '付' || rest.length === 1 ? 1 : 0.5;
    if (wordsLikeNames.has(name.slice(0, 2))) need += rest.length === 2 ? 1 : 2;
  }
  return need;
}
