import { stemEnglish } from '../learning/stem-english.ts';
import { isPinyin, type Likeness, soundingLike, writtenAs } from './sounds.ts';
import { emptyWords, faintWords } from './stop-words.ts';
import { shippedSynonyms } from './synonyms.ts';

/** What an index knows of words. */
export interface Lexicon {
  /** How many articles hold a term. */
  holding(term: string): number;
  /** How many articles there are. */
  readonly articles: number;
}

/** A text as it may have been meant. */
export interface Respelling {
  readonly text: string;
  /** 0..1: how sure it is that this was meant. */
  readonly certainty: number;
}

/** Little words that customers say and articles do not, beside those that carry no topic. */
const spoken =
  '我的 你的 什么时候 时候 多久 多少钱 多少 怎么办 怎么弄 已经 收到 现在 今天 昨天 明天 哪里 在哪 哪儿 到了 一个 一件 可以 不能 不了 不到 还没 没有 想要 需要 能不能 要不要 是不是 为什么 错了 坏了 丢了 买了 完了 几天 多长 多大 多重 你好 请问 帮我 我要 我想';

/** Pairs and characters of little words: whoever writes them means them. */
const littlePairs = new Set<string>();
const littleCharacters = new Set<string>();
/** Little words of one character, and words of one that name a matter: 吗, 洗. */
const isByItself = (character: string) =>
  emptyWords.has(character) || faintWords.has(character) || shippedSynonyms.ofHan(character).length > 0;
for (const word of [...emptyWords, ...faintWords, ...spoken.split(' ')])
  if (/^\p{Script=Han}+$/u.test(word))
    for (let at = 0; at < word.length; at++) {
      littleCharacters.add(word[at]!);
      if (at > 0) littlePairs.add(word.slice(at - 1, at + 1));
    }

/** A character, read at a place of the text. */
interface Step {
  readonly character: string;
  readonly kind: 'written' | 'sound' | Likeness;
  /** Log odds against it, besides how rare the character is. */
  readonly cost: number;
  /** It and the one before are of one word of the dictionary. */
  readonly isInWord?: boolean;
}

/** The best way to read the text up to a place that ends in a character. */
interface Path {
  readonly step: Step;
  readonly before: Path | undefined;
  readonly score: number;
}

const costs: Readonly<Record<Likeness, number>> = { same: 4, near: 5.5 };
/** Who wrote a word of the dictionary meant it, unless much speaks for another. */
const costInWord = 3;
/** A little word is rarely a slip. */
const costOfLittle = 1.5;
/** A pair counts this much, the character by itself the rest. */
const pairShare = 0.9;
/** Distinct characters of an article, about. */
const charactersOfArticle = 200;
/** What a pair of the dictionary that no article holds counts. */
const dictionaryPair = 1;
const mostWays = 24;
const longestSyllable = 6;
/** A sentence; longer ones are read no further. */
const longestStretch = 60;
/** Of the characters that sounds were read as, so many must stand beside one that they stand beside in articles. */
const leastSupport = 0.6;

/** Chinese characters and Latin words with what stands between them. */
const stretch = /[\p{Script=Han}a-z]+(?:[ ']*[\p{Script=Han}a-z]+)*/gu;
const startsWithHan = /^\p{Script=Han}/u;
const isLatin = (text: string) => /^[a-z]/.test(text);

/**
 * Chinese that was written by its sound, as the words of an index would have it: pinyin (tuihuo) and characters that
 * sound like those that were meant (退或), the likeliest sequence by the index's own pairs of characters (Viterbi). What
 * the index knows as words stays. `inDictionary` cuts a text into the dictionary's words, what is none into characters.
 * Undefined where nothing would be changed. `text` normalised as the index reads it.
 */
export function respellHan(
  text: string,
  lexicon: Lexicon,
  inDictionary: (text: string) => readonly string[],
): Respelling | undefined {
  let certainty = 1;
  let isChanged = false;
  const read = text.replace(stretch, (found) => {
    if (found.length > longestStretch) return found;
    return groupsOf(found, lexicon)
      .map((group) => {
        const meant =
          typeof group === 'string' ? undefined : respellStretch(group.words, lexicon, inDictionary);
        if (!meant) return typeof group === 'string' ? group : group.written;
        certainty *= meant.certainty;
        isChanged = true;
        return meant.text;
      })
      .join('');
  });
  return isChanged ? { text: read, certainty } : undefined;
}

/**
 * Words that stand together, Chinese ones and sounds, and between them what is neither. Latin words alone are sounds
 * only if all are.
 */
function groupsOf(found: string, lexicon: Lexicon): (string | { words: string[]; written: string })[] {
  const pieces = found.split(/(\p{Script=Han}+|[a-z]+)/u);
  const isWord = (piece: string) => (isLatin(piece) ? isSounds(piece, lexicon) : startsWithHan.test(piece));
  const latin = pieces.filter(isLatin);
  if (latin.length * 2 + 1 === pieces.length && !latin.every(isWord)) return [found];
  const groups: (string | { words: string[]; written: string })[] = [];
  for (const [at, piece] of pieces.entries()) {
    const last = groups.at(-1);
    if (isWord(piece)) {
      if (typeof last === 'object') {
        last.words.push(piece);
        last.written += piece;
      } else groups.push({ words: [piece], written: piece });
    } else if (/^[ ']+$/.test(piece) && typeof last === 'object' && isWord(pieces[at + 1] ?? ''))
      last.written += piece;
    else groups.push(piece);
  }
  return groups;
}

/** Whether a Latin word may be pinyin: one that articles hold is itself. */
const isSounds = (word: string, lexicon: Lexicon) =>
  lexicon.holding(stemEnglish(word)) === 0 && isPinyin(word);

function respellStretch(
  words: readonly string[],
  lexicon: Lexicon,
  inDictionary: (text: string) => readonly string[],
): Respelling | undefined {
  const steps = words.flatMap((word) =>
    isLatin(word) ? soundSteps(word, lexicon) : hanSteps(word, lexicon, inDictionary),
  );
  const path = bestPath(steps, lexicon);
  if (!path) return undefined;
  const chosen: Step[] = [];
  for (let at: Path | undefined = path; at; at = at.before) chosen.unshift(at.step);
  if (chosen.every(({ kind }) => kind === 'written')) return undefined;
  const certainty = certaintyOf(chosen, lexicon);
  return certainty === 0 ? undefined : { text: chosen.map(({ character }) => character).join(''), certainty };
}

/** The ways to read a place of the text: each ends so many places further on. */
type Ways = readonly { readonly length: number; readonly step: Step }[];

function soundSteps(word: string, lexicon: Lexicon): Ways[] {
  return Array.from(word, (_, from) => {
    const ways: { length: number; step: Step }[] = [];
    for (let length = 1; length <= Math.min(longestSyllable, word.length - from); length++)
      for (const character of known(writtenAs(word.slice(from, from + length)), lexicon))
        ways.push({ length, step: { character, kind: 'sound', cost: 0 } });
    return ways;
  });
}

function hanSteps(run: string, lexicon: Lexicon, inDictionary: (text: string) => readonly string[]): Ways[] {
  return inDictionary(run).flatMap((word) => {
    const isWord = word.length > 1;
    const isKnown = isWord && (littlePairs.has(word) || lexicon.holding(word) > 0);
    return Array.from(word, (written, place): Ways => {
      const own = {
        length: 1,
        step: { character: written, kind: 'written', cost: 0, isInWord: isWord && place > 0 } as const,
      };
      if (isKnown) return [own];
      const likenesses = soundingLike(written);
      const cost = (isWord ? costInWord : 0) + (isByItself(written) ? costOfLittle : 0);
      return [
        own,
        ...known([...likenesses.keys()], lexicon).map((character) => {
          const kind = likenesses.get(character)!;
          return { length: 1, step: { character, kind, cost: costs[kind] + cost } };
        }),
      ];
    });
  });
}

/** Those that the index or little words hold, the most frequent ones. */
function known(characters: readonly string[], lexicon: Lexicon): readonly string[] {
  const held = characters
    .map((character) => ({ character, count: countOf(character, lexicon) }))
    .filter(({ count }) => count > 0);
  if (held.length > mostWays) held.sort((one, other) => other.count - one.count).length = mostWays;
  return held.map(({ character }) => character);
}

const countOf = (character: string, { holding, articles }: Lexicon): number =>
  holding(character) + articles * (isByItself(character) ? 0.5 : littleCharacters.has(character) ? 0.1 : 0);

function bestPath(steps: readonly Ways[], lexicon: Lexicon): Path | undefined {
  const ends: Path[][] = steps.map(() => []);
  ends.push([]);
  const total = lexicon.articles * charactersOfArticle + 1;
  for (const [from, ways] of steps.entries()) {
    if (from > 0 && ends[from]!.length === 0) continue;
    for (const { length, step } of ways) {
      const alone = ((1 - pairShare) * Math.max(countOf(step.character, lexicon), 0.5)) / total;
      let best: Path | undefined;
      const before: readonly (Path | undefined)[] = from === 0 ? [undefined] : ends[from]!;
      for (const path of before) {
        const score =
          (path?.score ?? 0) - step.cost + Math.log(alone + (path ? pairOdds(path.step, step, lexicon) : 0));
        if (!best || score > best.score) best = { step, before: path, score };
      }
      ends[from + length]!.push(best!);
    }
  }
  return ends[steps.length]!.reduce<Path | undefined>(
    (best, path) => (best && best.score >= path.score ? best : path),
    undefined,
  );
}

/** How likely a character follows another. */
function pairOdds(before: Step, step: Step, lexicon: Lexicon): number {
  const pair = before.character + step.character;
  const count =
    lexicon.holding(pair) +
    (littlePairs.has(pair) ? 1 + lexicon.articles * 0.2 : 0) +
    (step.isInWord && before.kind === 'written' ? dictionaryPair : 0);
  return count === 0 ? 0 : (pairShare * count) / (countOf(before.character, lexicon) + dictionaryPair);
}

/** Of what was changed, the share that stands beside a character that it stands beside in articles. */
function certaintyOf(chosen: readonly Step[], lexicon: Lexicon): number {
  let changed = 0;
  let supported = 0;
  let nearly = 0;
  for (const [at, { kind, character }] of chosen.entries()) {
    if (kind === 'written') continue;
    changed++;
    if (kind === 'near') nearly++;
    const isSound = kind === 'sound';
    const isPair = (pair: string) => lexicon.holding(pair) > 0 || (isSound && littlePairs.has(pair));
    const before = chosen[at - 1]?.character;
    const after = chosen[at + 1]?.character;
    if (
      (before && isPair(before + character)) ||
      (after && isPair(character + after)) ||
      (isSound && isByItself(character))
    )
      supported++;
  }
  const support = supported / changed;
  return support < leastSupport ? 0 : support * 0.95 ** nearly;
}
