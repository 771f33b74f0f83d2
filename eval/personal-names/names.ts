import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dict } from '@node-rs/jieba/dict.js';
import { fnvOf } from '../../core/chance/fnv.ts';
import type { Random } from '../../core/chance/random.ts';
import { personalDataRows } from '../personal-data.ts';

/** Names are split by a hash of the given name, so that those asked about were never learned from. */
export type NamePart = 'train' | 'development' | 'test';

export interface NameLists {
  /** A name as Chinese is written; now and then of two characters, with a double surname, or written by its sound. */
  readonly chinese: (random: Random) => string;
  /** A name in Latin letters: a first name, or with a family name. */
  readonly latin: (random: Random) => string;
}

/** By how many people bear them, roughly: the first ones are drawn most. */
const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文温葛洪殷庄柯纪关鲁岳翟左季靳焦柳倪詹童俞鲍华凌霍裴安路祁盛宁甘傅尚聂齐伍柴施申古穆项卞卫阎尤骆蒲佟苗屈冉桑荣巩臧窦宫栾耿仇敖蔺阮苑隋管虞喻岑邝植佘景祝谷牛池游晏冼牟缪包褚樊戚卓谈寇屠鞠费廉滕毕邬萧湛狄庞茅席娄颜刁裘郁杭诸钮嵇邢荀甄芮储郜邰鄂厉姬冀瞿宦艾晁竺荆桓逄郦';
const doubleSurnames =
  '欧阳 司马 上官 诸葛 司徒 东方 独孤 南宫 慕容 夏侯 尉迟 皇甫 令狐 公孙 端木 淳于 钟离 呼延 宇文 长孙 申屠 澹台'.split(
    ' ',
  );
/** Syllables of Uyghur, Kazakh, Mongolian, Tibetan and Yi names. */
const sounded =
  '阿不都 阿布都 艾合 买提 麦麦提 吐尔逊 热依扎 古丽 帕提 迪丽 木拉提 努尔 艾力 克里木 玉素甫 依明 塔依尔 吾斯曼 热合曼 卡德尔 巴特尔 乌兰 图雅 其其格 格日勒 宝音 那仁 朝鲁 巴图 斯琴 高娃 苏日 毕力格 巴雅尔 孟克 达来 扎西 次仁 卓玛 央宗 丹增 尼玛 德吉 旺堆 多吉 平措 索朗 格桑 拉姆 洛桑 次旦 仁青 桑吉 白玛 才让 嘉措 坚赞 顿珠 卓嘎 曲珍 吉克 阿木 拉毕 木果 史布 沙玛 叶尔 波拉提 别克 哈提 赛力克 加娜 莱丽'.split(
    ' ',
  );
const titles = '先生 女士 小姐 老师 师傅 经理 医生 主任 阿姨 哥 姐 总 工'.split(' ');
const familiar = '小 老 阿 大'.split(' ');

export const isSurname = (character: string): boolean => surnames.includes(character);

const hashPart = (key: string): NamePart => {
  const place = (fnvOf(`name ${key}`) >>> 7) % 4;
  return place < 2 ? 'train' : place === 2 ? 'development' : 'test';
};

/** What stands in the frozen sets of personal data is never drawn to learn from. */
function frozenNames(): string[] {
  return (['frozen', 'frozen-second', 'frozen-third'] as const).flatMap((part) =>
    personalDataRows(part).flatMap(({ text, spans }) =>
      spans.filter(({ kind }) => kind === 'name').map(({ from, to }) => text.slice(from, to)),
    ),
  );
}

/** Given names of two characters that the dictionary of jieba (MIT licence) knows behind three surnames or more, and of one. */
export function givenNames(): { readonly twos: readonly string[]; readonly ones: readonly string[] } {
  const behind = new Map<string, Set<string>>();
  for (const line of new TextDecoder().decode(dict).split('\n')) {
    const [word = '', , tag = ''] = line.split(' ');
    if (!/^nr/.test(tag) || !/^\p{Script=Han}{2,3}$/u.test(word) || !surnames.includes(word[0]!)) continue;
    const given = word.slice(1);
    behind.set(given, (behind.get(given) ?? new Set()).add(word[0]!));
  }
  const common = [...behind].filter(([, families]) => families.size >= 3).map(([given]) => given);
  const notGiven =
    /[的了吗们么是在有不这那我你他她它家村镇乡县庄寨庙寺岭店坡屯沟湾厝渡爷伯叔帝主兵将宫公王侯妈娘嫂婆师卿妃士母父妹姐哥弟岛郎督监帅太后僧道姑夫人]$|[氏某副师员总阁少尚侍驸]/;
  return {
    twos: common.filter((given) => given.length === 2 && !notGiven.test(given)).sort(),
    ones: common.filter((given) => given.length === 1 && !notGiven.test(given)).sort(),
  };
}

/** `latin-lists.json` holds first and family names of eighteen locales from Faker (MIT licence). */
interface LatinLists {
  readonly first: readonly (readonly string[])[];
  readonly last: readonly (readonly string[])[];
}

export function namesOf(part: NamePart): NameLists {
  const frozen = part === 'train' ? frozenNames() : [];
  const frozenGiven = new Set(frozen.flatMap((name) => [name.slice(1), name.slice(2)]));
  const frozenWords = new Set(frozen.flatMap((name) => name.split(/[\s'’]+/)));
  const { twos, ones } = givenNames();
  const frozenWhole = new Set(frozen);
  const two = twos.filter((given) => hashPart(given) === part && !frozenGiven.has(given));
  // Of single characters there are too few to keep apart.
  const one = ones;
  const firsts = [...new Set(two.map((given) => given[0]!))];
  const lasts = [...new Set(two.map((given) => given[1]!))];
  const latin = JSON.parse(readFileSync(join(import.meta.dirname, 'latin-lists.json'), 'utf8')) as LatinLists;
  const mine = (words: readonly string[]) =>
    words.filter((word) => hashPart(word) === part && !frozenWords.has(word));
  const first = latin.first.map(mine);
  const last = latin.last.map(mine);
  const draw = (random: Random): string => {
    const kind = random.next();
    const surname = surnames[Math.floor(random.next() ** 2 * surnames.length)]!;
    if (kind < 0.5) return surname + pick(two, random);
    if (kind < 0.58) return surname + pick(firsts, random) + pick(lasts, random);
    if (kind < 0.8) return surname + pick(one, random);
    if (kind < 0.84) return pick(doubleSurnames, random) + pick(random.next() < 0.7 ? two : one, random);
    if (kind < 0.86) return surname + pick([...surnames.slice(0, 60)], random) + pick(two, random);
    if (kind < 0.9) return pick(familiar, random) + surname;
    if (kind < 0.92) return surname + pick(titles, random);
    const parts = random.next() < 0.8 ? 2 : 3;
    const name = Array.from({ length: parts }, () => pick(sounded, random)).join('');
    return random.next() < 0.2 ? `${name}·${pick(sounded, random)}${pick(sounded, random)}` : name;
  };
  return {
    chinese: (random) => {
      for (;;) {
        const name = draw(random);
        // Names of a surname and two characters are split by these two, all others as a whole.
        const key = name.length === 3 && isSurname(name[0]!) ? name.slice(1) : name;
        if (hashPart(key) !== part || frozenWhole.has(name) || frozenGiven.has(key)) continue;
        return name;
      }
    },
    latin: (random) => {
      const locale = Math.floor(random.next() * first.length);
      const given = pick(first[locale]!, random);
      return random.next() < 0.35 ? given : `${given} ${pick(last[locale]!, random)}`;
    },
  };
}

function pick<Value>(values: readonly Value[], random: Random): Value {
  return values[Math.floor(random.next() * values.length)]!;
}
