import type { Clause } from './human-request-clauses.ts';

/** A clause of a message, or two that follow one another, as the learned opinion is asked about it. */
export interface RequestWindow {
  /** The words of its clauses, each to be quoted. */
  readonly quotes: readonly string[];
  /** The same in one line. */
  readonly text: string;
  /** What is hashed: the text, its concepts, the string of its concepts without fillers, and marks of what stands beside it. */
  readonly view: string;
  /** Whether its own words speak against a wish. */
  readonly isAgainst: boolean;
}

/** A person, somebody of the service, talk, a transfer, or the machine: without any of these nobody is asked for. */
const cue = /[HSDPhBKcTRJGUFzvI]/;
/** Longer clauses, which few write with marks, are read in overlapping parts: in words. */
const longestClause = 36;
const partLength = 28;
const partStep = 14;
const longestPair = 40;
/** Clauses that are looked at from a message's start and from its end. */
const mostClauses = 24;

/** Where the letters of concepts stand: ideographs that nobody writes, one block for each kind of view. */
const conceptBlock = 0x3400;
const skeletonBlock = 0x3500;
const besideBlock = 0x3600;
const inBlock = (letters: string, block: number): string =>
  [...letters].map((letter) => String.fromCodePoint(block + letter.codePointAt(0)!)).join('');

/** Articles, urgency, little words and thanks say little of who is asked for; unknown words count once. */
const skeletonOf = (concepts: string): string => concepts.replace(/[agoke]/g, '').replace(/x+/g, 'x');
/** Refused, told of an earlier call, a question about hours or money, an attribute (人工湖), or what somebody said. */
const against = /[NLn]|r|[tOVf]|[HS][uao]{0,2}[xK]|i/;
/** What elsewhere in the message may change the meaning: refusals, reports, hours, money, products, persons. */
const untold = /[^NnLrtOVfiBHSyKvZ]+/g;

/**
 * The windows of a message in which anybody is spoken of: every clause and every two neighbours, so that neither the
 * story around a wish waters it down nor the mark in its middle cuts it. At most some hundred; linear in the message.
 */
export function requestWindows(clauses: readonly Clause[]): RequestWindow[] {
  const parts = nearestEnds(clauses).flatMap(partsOf);
  const told = parts.map(({ concepts }) => concepts.replace(untold, ''));
  const windows: RequestWindow[] = [];
  const look = (start: number, end: number): void => {
    const seen = parts.slice(start, end);
    if (seen.some(({ concepts }) => cue.test(concepts)))
      windows.push(
        windowOf(seen, start === 0, end === parts.length, [...told.slice(0, start), ...told.slice(end)]),
      );
  };
  // Of two that say the same the shorter comes first.
  for (let place = 0; place < parts.length; place++) look(place, place + 1);
  for (let place = 0; place + 1 < parts.length; place++)
    if (parts[place]!.words.length + parts[place + 1]!.words.length <= longestPair) look(place, place + 2);
  return windows;
}

const nearestEnds = (clauses: readonly Clause[]): readonly Clause[] =>
  clauses.length > 2 * mostClauses
    ? [...clauses.slice(0, mostClauses), ...clauses.slice(-mostClauses)]
    : clauses;

function partsOf(clause: Clause): Clause[] {
  const { concepts, words } = clause;
  if (words.length <= longestClause) return [clause];
  const parts: Clause[] = [];
  for (let start = 0; ; start += partStep) {
    const end = start + partLength;
    parts.push({ concepts: concepts.slice(start, end), words: words.slice(start, end) });
    if (end >= words.length || parts.length > 2 * mostClauses) return parts;
  }
}

function windowOf(
  seen: readonly Clause[],
  isFirst: boolean,
  isLast: boolean,
  beside: readonly string[],
): RequestWindow {
  const quotes = seen.map(({ words }) => quoted(words));
  const text = quotes.join(' , ');
  const concepts = seen.map((part) => part.concepts).join('|');
  const opening = isFirst ? '<' : '(';
  const closing = isLast ? '>' : ')';
  const view = [
    `${text}\n${inBlock(opening + concepts + closing, conceptBlock)}`,
    inBlock(opening + skeletonOf(concepts) + closing, skeletonBlock),
    [...new Set(beside.join(''))]
      .sort()
      .map((letter) => inBlock(letter, besideBlock))
      .join(' '),
  ].join(' ');
  return { quotes, text, view, isAgainst: seen.some((part) => against.test(part.concepts)) };
}

/** Chinese words stand close, Latin ones apart. */
export function quoted(words: readonly string[]): string {
  return words
    .join(' ')
    .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '')
    .trim();
}
