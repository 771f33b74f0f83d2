/** A question with whether it was served as wanted. */
export interface ServedQuestion {
  readonly text: string;
  readonly isBad: boolean;
}

/** So many questions that nobody could answer make what they name a matter of its own. */
const fewest = 3;
/** A code such as SNOW88 stands in nothing else by chance. */
const fewestOfCode = 2;
/**
 * Of all that hold the name so many were not served: 「昨天」 stands in what is answered, too. Where much fails anyway, half
 * way from that share to all.
 */
const leastBad = 0.6;
/** Two names that share so much of the smaller one's questions are one matter: 「灯塔」 and 「灯塔会员」. */
const sameMatter = 0.6;
const grams = { shortest: 2, longest: 4 } as const;
const longestText = 200;

/** At the edge of a name these stand for grammar, time or number, not for a thing. */
const edge = new Set(
  '的了吗呢啊吧呀么嘛哦我你您他她它们这那哪谁不没有无是在要会能可以想就都也还又再很太让对到去来说做弄办用看请问怎样什为啥多少几个只一二两三四五六七八九十百千万零第下上里外中间前后和与跟把被给得过着从等天年月日号点分秒钟块元钱些种样件次遍时候',
);

/**
 * What questions name that were mostly not served, each with the places of those questions: codes, words, and runs of
 * Chinese characters, since no dictionary knows a new thing. Whether an article tells of it, the caller knows, and which
 * words are so common that they name nothing.
 */
export function namesOfGaps(
  questions: readonly ServedQuestion[],
  isCommon: (word: string) => boolean,
): Map<string, readonly number[]> {
  const all = new Map<string, number>();
  const bad = new Map<string, number[]>();
  for (const [place, { text, isBad }] of questions.entries())
    for (const name of namesIn(text, isCommon)) {
      all.set(name, (all.get(name) ?? 0) + 1);
      if (!isBad) continue;
      const own = bad.get(name);
      if (own) own.push(place);
      else bad.set(name, [place]);
    }
  const usual = questions.filter(({ isBad }) => isBad).length / Math.max(1, questions.length);
  const least = Math.max(leastBad, (1 + usual) / 2);
  return new Map(
    [...bad].filter(([name, own]) => own.length >= fewestFor(name) && own.length >= least * all.get(name)!),
  );
}

/** The questions of each matter, of which every question has at most one; the largest first. */
export function mattersNamed(names: ReadonlyMap<string, readonly number[]>): number[][] {
  const matters: { readonly places: Set<number> }[] = [];
  const ordered = [...names].sort(
    ([one, places], [other, others]) => others.length - places.length || other.length - one.length,
  );
  for (const [name, places] of ordered) {
    const same = matters.find(({ places: held }) => {
      const shared = places.filter((place) => held.has(place)).length;
      return shared >= sameMatter * Math.min(places.length, held.size);
    });
    const taken = new Set(matters.flatMap((one) => (one === same ? [] : [...one.places])));
    const free = places.filter((place) => !taken.has(place));
    if (same) for (const place of free) same.places.add(place);
    else if (free.length >= fewestFor(name)) matters.push({ places: new Set(free) });
  }
  return matters.map(({ places }) => [...places]);
}

const fewestFor = (name: string) => (/\d/.test(name) ? fewestOfCode : fewest);

/** 「180cm」「20kg」 is how much of something, not what. */
const quantity = /^\d+[a-z]{1,3}$/;
const latinWord = /[a-z][a-z0-9-]*\d[a-z0-9-]*|\d+[a-z][a-z0-9-]*|[a-z]{4,}/g;

function namesIn(text: string, isCommon: (word: string) => boolean): Set<string> {
  const read = text.slice(0, longestText).normalize('NFKC').toLowerCase();
  const names = new Set<string>();
  for (const [word] of read.matchAll(latinWord))
    if (word.length >= 3 && word.length <= 30 && !isCommon(word) && !quantity.test(word)) names.add(word);
  for (const [run] of read.matchAll(/\p{Script=Han}{2,}/gu)) {
    const characters = [...run];
    for (let from = 0; from < characters.length - 1; from++) {
      if (edge.has(characters[from]!)) continue;
      for (
        let length = grams.shortest;
        length <= grams.longest && from + length <= characters.length;
        length++
      )
        if (!edge.has(characters[from + length - 1]!))
          names.add(characters.slice(from, from + length).join(''));
    }
  }
  return names;
}
