import { matchesIn } from '../../core/learning/matches-in.ts';
import { moodOf } from '../../core/perception/emotion.ts';
import { feelingWords } from './feeling-words.ts';

const kindsOf = new Map<string, string[]>();
for (const [kind, words] of Object.entries(feelingWords))
  for (const word of words.split(' ')) {
    const kinds = kindsOf.get(word);
    if (kinds) kinds.push(kind);
    else kindsOf.set(word, [kind]);
  }
const longestWord = Math.max(...Array.from(kindsOf.keys(), (word) => word.length));

const negation = /(?:不|没有|没|别|无|未|难以|并非|从不|毫无|莫)(?![,。!?;])/gu;
const negatedBefore = /(?:不|没有|没|别|无|未|毫无)[^,。!?;]{0,2}$/u;
/** How far before a word its negation begins, and how far behind a negation it reaches, in characters. */
const reachBefore = 5;
const reachBehind = 4;
/** How much of the first and the last clause is read, in characters. */
const clauseLength = 12;
const clauseEnds = /[,。!?;\s.~]+/;
/** Kinds of words are dense from one in so many characters on. */
const denseFrom = 0.06;
const shortestText = 8;

/**
 * What a text says beyond its n-grams, as names of features: kinds of feeling words, how many, first and last, turned
 * round by a negation or not; the mood that the product's rules hear and the words they hear it in; which characters
 * stand in the first and the last clause of the writer's own words (a forwarded message follows on `//@`), and which
 * behind a negation (Das and Chen, "Yahoo! for Amazon", Management Science 53, 2007). `read` is the text as `viewsOf`
 * reads it. A name may come several times.
 */
export const feelingNamesOf = (text: string, read: string): string[] => [
  ...kindNames(read),
  ...moodNames(text),
  ...clauseNames(read),
  ...negatedNames(read),
];

function kindNames(read: string): string[] {
  const found = kindsIn(read);
  const counts = new Map<string, number>();
  for (const kind of found) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const names = Array.from(counts, ([kind, count]) => [
    `kind ${kind}`,
    ...(count > 1 ? [`kind ${kind} 2`] : []),
    ...(count > 3 ? [`kind ${kind} 4`] : []),
    ...(count / Math.max(shortestText, read.length) > denseFrom ? [`kind ${kind} dense`] : []),
  ]).flat();
  return found.length === 0
    ? names
    : [...names, `first kind ${found[0]}`, `last kind ${found[found.length - 1]}`];
}

const kindsIn = (read: string): string[] => kindsAlong(read).flatMap(({ kinds }) => kinds);

/** A feeling word of a text, with its kinds: `not KIND` where it is turned round. */
export interface FeltWord {
  readonly from: number;
  readonly length: number;
  readonly kinds: readonly string[];
}

/** In the order of the text; of words that begin at one place the longest. Latin letters count as whole words only. */
export function kindsAlong(read: string): FeltWord[] {
  const found: FeltWord[] = [];
  for (let place = 0; place < read.length; ) {
    const latin = /^[a-z]+/.exec(read.slice(place, place + longestWord))?.[0];
    let word = latin ?? '';
    for (let length = latin ? 0 : Math.min(longestWord, read.length - place); length > 0; length--)
      if (kindsOf.has(read.slice(place, place + length))) {
        word = read.slice(place, place + length);
        break;
      }
    const kinds = kindsOf.get(word);
    if (kinds) {
      const isNegated = negatedBefore.test(read.slice(Math.max(0, place - reachBefore), place));
      found.push({
        from: place,
        length: word.length,
        kinds: isNegated ? kinds.map((kind) => `not ${kind}`) : kinds,
      });
    }
    place += Math.max(1, word.length);
  }
  return found;
}

function moodNames(text: string): string[] {
  const { emotion, intensity, words } = moodOf(text);
  return [
    `mood ${emotion}`,
    `mood ${emotion} ${Math.round(intensity * 4)}`,
    ...words.map((word) => `mood word ${word}`),
  ];
}

function clauseNames(read: string): string[] {
  const forwarded = read.indexOf('//@');
  const clauses = (forwarded > 0 ? read.slice(0, forwarded) : read)
    .split(clauseEnds)
    .filter((clause) => clause !== '');
  return [
    ...gramNames('first clause', (clauses[0] ?? '').slice(0, clauseLength)),
    ...gramNames('last clause', (clauses.at(-1) ?? '').slice(-clauseLength)),
  ];
}

const negatedNames = (read: string): string[] =>
  matchesIn(read, negation).flatMap(({ 0: word, index }) => {
    const from = index + word.length;
    return gramNames('not', read.slice(from, from + reachBehind).split(clauseEnds)[0]!);
  });

/** Characters and pairs of them. */
const gramNames = (place: string, text: string): string[] =>
  Array.from({ length: text.length }, (_, n) =>
    n === 0 ? [`${place} ${text[n]}`] : [`${place} ${text[n]}`, `${place} ${text[n - 1]}${text[n]}`],
  ).flat();
