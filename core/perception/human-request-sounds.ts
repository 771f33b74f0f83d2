/**
 * Characters that sound or look like those of the key words, by the syllable they stand for. Input methods and speech
 * recognition mix up what sounds alike (zh and z, n and ng, b and p), a hurried or hiding writer what looks alike.
 */
const heardAs = {
  转: '转专砖赚传钻撰篆装撞庄川穿串船喘壮啭賺鑽裝磚',
  人: '人任仁认忍刃壬妊仍扔入亻八乂然燃染',
  工: '工公功共供宫弓攻恭贡巩龚躬拱红空貢鞏龔宮エコ土丄⼯ユ',
  客: '客可克科课刻壳渴颗咳棵',
  服: '服福付富府负复扶符幅辅敷父夫俯弗户湖务护',
  真: '真针珍镇振阵震贞枕甄正证針鎮',
} as const;

type Syllable = keyof typeof heardAs;

const syllableOf = new Map<string, Syllable>();
for (const [syllable, characters] of Object.entries(heardAs))
  for (const character of characters) syllableOf.set(character, syllable as Syllable);

/** Second halves that make an ordinary word of what would be a 工: 公司, 功能. */
const ordinary = new Set(
  '公司 公里 公园 公共 公积 公交 公安 公开 公告 公寓 公布 公章 公式 公平 公正 公主 公民 公众 公证 公示 公益 公务 公斤 公分 共同 共享 共有 共计 共产 共和 功能 功课 功率 功效 功夫 工资 工作 工商 工伤 工程 工具 工业 工厂 工地 工龄 工位 工号 工艺 工种 工钱 工期 工装 工坊 工行 工会 宫殿 供应 供货 供暖 攻略 攻击 贡献 空调 空间 空气 红包 红色 红人 土地'.split(
    ' ',
  ),
);
/** A homophone is believed where the wish may end: at the end of a clause or before words of a wish. */
const mayEnd = /^(?:$|[^\p{L}\p{N}]|[吧吗啊呀呢啦嘛谢请麻快服客可好行我你帮来台了一]|p[l]?[sz]|please)/u;

/** Where an `i`, `l` or `1` stands for 工: 人i客服. */
const stroke = /[il1丨|]/;

/**
 * 赚人工, 转任工, 人公客服, 找可服: key words written with what sounds or looks like them, written as they are meant. Only
 * with one of their characters in its place, or as the whole of a clause, and never across an ordinary word.
 */
export function hearSounds(read: string): string {
  const characters = [...read];
  let changed = false;
  const at = (place: number) => characters[place] ?? '';
  const sounds = (place: number, syllable: Syllable) => syllableOf.get(at(place)) === syllable;
  const rest = (place: number) => at(place) + at(place + 1) + at(place + 2) + at(place + 3);
  const isStart = (place: number) =>
    place < 0 || place >= characters.length || !/[\p{L}\p{N}]/u.test(at(place));
  const write = (place: number, word: string) => {
    for (const [offset, character] of [...word].entries()) {
      if (at(place + offset) === character) continue;
      characters[place + offset] = character;
      changed = true;
    }
  };
  const isPlainWork = (place: number) =>
    !ordinary.has(at(place) + at(place + 1)) && mayEnd.test(rest(place + 1));
  for (let place = 0; place < characters.length; place++) {
    if (!sounds(place, '人')) continue;
    const isWork = sounds(place + 1, '工') || (stroke.test(at(place + 1)) && /[客服]/.test(at(place + 2)));
    if (isWork && isPlainWork(place + 1)) {
      const exact = Number(at(place) === '人') + Number(at(place + 1) === '工');
      const isTransfer = sounds(place - 1, '转');
      const isMeant = exact > 0 || at(place - 1) === '转' || isStart(place - 2);
      if (isTransfer && isMeant && exact + Number(at(place - 1) === '转') < 3) write(place - 1, '转人工');
      else if (
        exact === 1 &&
        (isService(place + 2) ||
          (isStart(place - 1) && isStart(place + 2)) ||
          at(place + 2) === '台' ||
          /[要找接叫求连]/.test(at(place - 1)))
      )
        write(place, '人工');
    }
    if (
      sounds(place - 1, '真') &&
      (isService(place + 1) || (/[找要跟叫]/.test(at(place - 2)) && mayEnd.test(rest(place + 1))))
    )
      if (at(place) === '人' || at(place - 1) === '真') write(place - 1, '真人');
  }
  for (let place = 1; place < characters.length; place++) {
    if (!isService(place) || at(place) + at(place + 1) === '客服') continue;
    const before = at(place - 1);
    const isAfterVerb = /[找转接叫]/.test(before);
    const isAfterPerson = /[工人]/.test(before) && /[人真]/.test(at(place - 2));
    if ((isAfterVerb || isAfterPerson) && mayEnd.test(rest(place + 2))) write(place, '客服');
  }
  function isService(place: number): boolean {
    return (
      (sounds(place, '客') && sounds(place + 1, '服')) ||
      /^[服福付][务无物勿]$/.test(at(place) + at(place + 1))
    );
  }
  return changed ? characters.join('') : read;
}
