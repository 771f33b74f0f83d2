import { hashFeatures, namedIndex } from '../learning/hash-features.ts';
import { joinedRow, rowOf, type SparseRow } from '../learning/sparse-row.ts';
import { type DialogueTurn, lastContactTurn } from './dialogue-structure.ts';

/** Who said it and where, each in its own space of indices. */
export const dialogueViews = ['contact', 'business', 'lastContact', 'lastBusiness'] as const;

/** The blocks of {@link turnRow}: what the customer or the business says at it, what was said before and after it. */
export const turnBlocks = 4;

/** Long conversations are read at their end; what was said at the start has mostly been dealt with. */
const longestView = 3_000;
const longestTurn = 1_000;

const digits = /\d+/g;

/** Text as the n-grams see it: NFKC, lower case, numbers by their length only: no number of a customer is learned. */
const read = (text: string, longest: number) =>
  text
    .slice(-longest)
    .normalize('NFKC')
    .toLowerCase()
    .replace(digits, (found) => ` ${'0'.repeat(Math.min(9, found.length))} `);

/** One message as its words and pairs and triples of them. */
export const hashedWords = (text: string, bits: number): SparseRow =>
  hashFeatures(read(text, longestTurn), { bits, words: [1, 3] });

/**
 * The words of a conversation as one sparse row for each view, Euclidean length one, with indices below 2^bits. Views
 * with nothing in them are empty rows. Linear in the text.
 */
export function dialogueRows(turns: readonly DialogueTurn[], bits: number): SparseRow[] {
  const said = (by: DialogueTurn['by']) => turns.filter((turn) => turn.by === by).map(({ text }) => text);
  const business = said('business');
  const texts = [
    said('contact').join('\n'),
    business.join('\n'),
    lastContactTurn(turns),
    business.at(-1) ?? '',
  ];
  return texts.map((text) => hashFeatures(read(text, longestView), { bits, words: [1, 3] }));
}

/** One turn with what was said around it, indices below `turnBlocks` · 2^bits. */
export function turnRow(turns: readonly DialogueTurn[], place: number, bits: number): SparseRow {
  const { by, text } = turns[place]!;
  const words = (near: DialogueTurn | undefined) =>
    hashFeatures(near ? read(near.text, longestTurn) : '', { bits, words: [1, 2] });
  const isLast = place === turns.length - 1;
  const marks = rowOf(
    [
      `${by}:${Math.min(place, 6)}`,
      `${by}:last=${isLast}`,
      `${by}:length=${Math.min(9, text.length >> 4)}`,
    ].map((name) => [namedIndex(name, bits), 0.3] as const),
  );
  const size = 1 << bits;
  const own = rowOf([...entriesOf(words(turns[place])), ...entriesOf(marks)]);
  const placed = joinedRow(rowOf([]), own, by === 'contact' ? 0 : size);
  return joinedRow(joinedRow(placed, words(turns[place - 1]), 2 * size), words(turns[place + 1]), 3 * size);
}

function* entriesOf({ indices, values }: SparseRow): Generator<readonly [number, number]> {
  for (let n = 0; n < indices.length; n++) yield [indices[n]!, values[n]!];
}
