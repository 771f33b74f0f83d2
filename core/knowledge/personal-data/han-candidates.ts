import { mask } from './found.ts';
import { soundsLikeNames } from './sounded-names.ts';

/** A stretch of Chinese characters that may be somebody's name, by its first characters. UTF-16 places. */
export interface NameCandidate {
  readonly from: number;
  readonly to: number;
  readonly shape: NameShape;
}

/**
 * `single` and `double`: a surname of one or two characters with given names; `both`: those of both parents;
 * `sounded`: nothing but characters that names from elsewhere are written with.
 */
export type NameShape = 'single' | 'double' | 'both' | 'sounded';

const surnames = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文欧温葛洪殷庄柯纪关鲁岳翟左季靳焦柳倪詹童俞鲍华凌霍裴安路祁盛宁甘傅尚聂齐伍柴施申古穆项卞卫阎尤骆蒲佟苗屈冉桑荣巩臧窦班宫栾耿仇沙敖蔺阮苑隋管虞喻岑伏邝区植佘景祝谷牛木池游晏冼牟缪成包明匡褚樊戚卓谈寇屠鞠费廉滕毕邬卜萧湛狄庞茅席娄颜刁裘郁杭诸钮嵇邢荀甄芮储汲糜井巫隗郗厉戎符幸郜邰鄂胥贡劳逄姬郦雍濮扈冀瞿茹宦艾晁冷訾辛阚那简饶巢蒯查荆竺桓迟占闵鹿翁梅蓝麻朴房栗练逯盘农曲车仲乌米单柏祖党闻边燕阴苍',
);
const doubles = new Set(
  '欧阳 司马 上官 诸葛 司徒 东方 独孤 南宫 慕容 夏侯 尉迟 皇甫 令狐 公孙 端木 淳于 钟离 呼延 宇文 长孙 申屠 澹台 公冶 太史 闻人 濮阳 赫连 万俟 轩辕 鲜于 拓跋 仲孙 完颜 纳兰 叶赫 东郭 西门 左丘 百里'.split(
    ' ',
  ),
);
const sounds = new Set(
  '拜阿艾爱安昂奥敖巴白班邦包保贝本比彼毕别宾波伯博卜布才仓查察昌嘉彻陈赤楚茨次措达戴丹道德登邓迪狄蒂丁顿多俄厄额恩尔法凡范菲费芬丰冯佛夫弗福富盖甘冈高戈哥格葛根贡古瓜圭哈海汉豪合赫亨洪侯胡华怀霍基吉加贾坚江杰捷津久居卡凯坎康柯科克肯孔库夸昆拉莱兰朗劳勒雷黎里理力丽利莉廉列林琳灵隆卢鲁路露吕罗洛绒马玛迈麦曼芒毛茂梅门蒙孟米密缪摩莫默姆木穆娜纳乃内尼涅宁纽努诺欧帕派潘庞佩彭皮平珀蒲普浦其奇齐契恰强乔切钦琴青琼丘曲热仁日荣茹瑞萨塞赛桑瑟森沙莎山珊绍舍申圣施石史士司丝斯松苏素孙索塔泰坦汤唐陶特藤提田廷图土吐托瓦旺万汪威韦维卫温文翁沃乌吾武西希锡席夏仙香肖辛欣兴雄许逊雅亚延央扬杨耶叶伊依益因英永优于玉约云赞泽曾扎詹章哲珍芝志智珠朱卓孜兹宗佐买嘎珞珂蕾薇妮娅翁尕旦都玫其汗江',
);
const longestSounded = 7;
const han = /\p{Script=Han}/u;

/** Whether a character is a surname. */
export const isSurname = (character: string): boolean => surnames.has(character);

/** Everything in a text that may be a name. At most eight begin at a place: linear. */
export function hanCandidates(text: string): NameCandidate[] {
  const candidates: NameCandidate[] = [];
  for (let from = 0; from < text.length - 1; from++) {
    const first = text[from]!;
    if (first === mask) continue;
    const end = hanEnd(text, from, Math.max(4, longestSounded));
    const room = end - from;
    const add = (length: number, shape: NameShape) => {
      if (length <= room) candidates.push({ from, to: from + length, shape });
    };
    if (surnames.has(first)) {
      add(2, 'single');
      add(3, 'single');
      if (surnames.has(text[from + 1]!)) add(4, 'both');
    }
    if (doubles.has(text.slice(from, from + 2))) {
      add(3, 'double');
      add(4, 'double');
    }
    if (soundsLikeNames.test(text.slice(from, from + 5))) continue;
    let run = 0;
    while (run < longestSounded && sounds.has(text[from + run]!)) run++;
    for (let length = 3; length <= run; length++) add(length, 'sounded');
  }
  return candidates;
}

function hanEnd(text: string, from: number, most: number): number {
  let to = from;
  while (to < text.length && to - from < most && han.test(text[to]!)) to++;
  return to;
}
