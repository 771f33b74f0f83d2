import { matchesIn } from '../../learning/matches-in.ts';
import { isClosed, leftWeight, rightWeight, taken } from './beside-names.ts';
import { type FoundData, mask } from './found.ts';

/**
 * Names written by their sound: Uyghur, Kazakh, Mongolian, Tibetan, and from abroad. 「迪丽热巴·迪力木拉提」 by its dot,
 * 「乌云毕力格」 by what stands beside it.
 */

/** Characters that such names are written with. */
const sounds =
  '拜阿艾爱安昂奥敖巴白班邦包保贝本比彼毕别宾波伯博卜布才仓查察昌嘉彻陈赤楚茨次措达大戴丹道德登邓迪狄蒂丁顶东都杜顿多俄厄额恩尔法凡范菲费芬丰冯佛夫弗福富盖甘冈高戈哥格葛根贡古瓜圭哈海汉豪合和赫亨洪侯胡华怀霍基吉加贾坚江杰捷金津久居卡凯坎康柯科可克肯孔库夸昆拉来莱兰朗劳勒乐雷黎里理力丽利莉连廉列林琳灵隆卢鲁路露吕罗洛绒马玛迈麦曼芒毛茂梅门蒙孟米密明缪摩莫默姆木穆拿哪娜那纳乃南内尼年涅宁纽努诺欧帕派潘庞佩彭皮平珀蒲普浦其奇齐契恰强乔切钦琴青琼丘曲让热仁日荣茹瑞萨塞赛三桑瑟森沙莎山珊尚绍舍申圣施石史士司丝斯松苏素孙索塔泰坦汤唐陶特藤提天田铁廷图土吐托瓦旺万汪威韦维为卫温文翁沃乌吾武西希锡席夏仙香肖辛欣新兴雄休许逊雅亚延央扬杨耶叶伊依益因英永尤优于宇玉约云赞泽曾扎詹张章哲真珍芝志智珠朱卓孜兹宗佐买嘎珞珂蕾薇妮娅莎翁切尕旦';
const dotted = new RegExp(`[${sounds}]{1,9}[·•‧・][${sounds}]{1,9}(?:[·•‧・][${sounds}]{1,9})?`, 'gu');
const run = new RegExp(`[${sounds}]{2,12}`, 'gu');
/** What is written so and is no person. */
export const soundsLikeNames =
  /^(?:马来西亚|木乃伊|俄罗斯|乌鲁木齐|呼和浩特|巴[塞基西黎]|特斯拉|阿里(?:巴巴|云)?|奥[利迪特]|西[安藏班]|沙[拉发特]|卡[布塔]|东[京莞]|南[京宁昌]|新[疆西加]|海[南口尔]|云南|拉萨|林芝|日喀则|意大利|澳大利亚|加拿大|德[国邦]|英[国特]|尼[康泊]|索尼|欧[莱珀洲]|兰[蔻州]|雅[诗马]|华[为硕]|苹果|可[可乐以能]|天[天津]|明天|今天|都|不|那[么个里边]|为[什何]|来|可以|大[家概]|比|三|别人|合[同适]|文[件字]|真的?|里面|爱[心好]|连[接]|温[度]|新[的款]|高[德]|安[全卓装]|保[修险证]|顶[部]|内[容])/;
/** Ends of what is said of people, that sound like a name, too: 「…说」 stays outside, 「…来」 may belong to either. */
const seldomLast = /[大来都为那可比里年保真新高三可连天内明合和]$/;

/** Where a text has such names. Linear: every run is read once, by a bounded number of ends. */
export function findSoundedNames(text: string): FoundData[] {
  const found: FoundData[] = [];
  for (const match of matchesIn(text, dotted)) {
    const [first] = match[0].split(/[·•‧・]/);
    const lead = leadOf(text, match.index, first!);
    const to = match.index + match[0].length;
    if (match[0].length - lead < 5) continue;
    found.push({ kind: 'name', from: match.index + lead, to });
  }
  for (const match of matchesIn(text, run)) {
    const from = match.index;
    if (found.some((one) => from < one.to && one.from < from + match[0].length)) continue;
    const before = text.slice(Math.max(0, from - 12), from).replaceAll(mask, taken);
    const weightBefore = leftWeight(before);
    // 「哈哈哈哈」, 「买买买」 call nobody.
    if (weightBefore < 0.75 || soundsLikeNames.test(match[0]) || /(.)\1\1/u.test(match[0])) continue;
    for (let length = Math.min(8, match[0].length); length >= 2; length--) {
      const to = from + length;
      const behind = text.slice(to, to + 14).replaceAll(mask, taken);
      const weight = weightBefore + rightWeight(behind);
      if (seldomLast.test(match[0].slice(0, length))) continue;
      // The shorter, the more must speak for it; two characters are a name only between a label and an end.
      const needed = length >= 5 ? 2 : length === 4 ? 3 : length === 3 ? 3.5 : 4;
      if (weight < needed && !(weightBefore === 2 && isClosed(behind) && length > 2)) continue;
      found.push({ kind: 'name', from, to });
      break;
    }
  }
  return found;
}

/** Behind 「老公」 or 「主管」 the name begins; what leads to it may sound like a name, too. */
function leadOf(text: string, at: number, first: string): number {
  for (let lead = 0; lead < first.length - 1; lead++) {
    const before = text.slice(Math.max(0, at + lead - 12), at + lead);
    if (leftWeight(before.replaceAll(mask, taken)) >= 1.5) return lead;
  }
  return 0;
}
