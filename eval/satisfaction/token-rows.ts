import { rowOf, type SparseRow, unitRow } from '../../core/learning/sparse-row.ts';

/** An utterance of an anonymised dialogue: token numbers instead of words. */
export interface TokenTurn {
  readonly r: 'c' | 'b';
  readonly tok: readonly number[];
  /** What a reader took its feeling for, 1 to 3: a label of training rows, never an input. */
  readonly senti: number;
}

export interface SessionRow {
  readonly id: string;
  readonly score: 1 | 2 | 3;
  readonly turns: readonly TokenTurn[];
}

export const tokenBits = 18;

const mixed = (space: number, first: number, second: number): number => {
  let hash =
    Math.imul(space + 1, 0x9e3779b1) ^ Math.imul(first + 1, 0x85ebca6b) ^ Math.imul(second + 2, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> (32 - tokenBits);
};

/** Tokens and pairs of them, in the space of this name. */
function gramsOf(tokens: readonly number[], space: number): number[] {
  const grams: number[] = [];
  for (let n = 0; n < tokens.length; n++) {
    grams.push(mixed(space, tokens[n]!, -1));
    if (n + 1 < tokens.length) grams.push(mixed(space, tokens[n]!, tokens[n + 1]!));
  }
  return grams;
}

const damped = (row: SparseRow): SparseRow => ({
  indices: row.indices,
  values: row.values.map((count) => 1 + Math.log(count)),
});

/** All that was said by each side, and once more their first and their last two utterances. */
export function sessionRow(turns: readonly TokenTurn[]): SparseRow {
  const contact = turns.filter(({ r }) => r === 'c');
  const business = turns.filter(({ r }) => r === 'b');
  const parts = [
    contact,
    business,
    contact.slice(-2),
    contact.slice(0, 1),
    business.slice(-2),
    business.slice(0, 1),
  ];
  const grams = parts.flatMap((part, space) => part.flatMap(({ tok }) => gramsOf(tok, space)));
  return damped(rowOf(grams.map((index) => [index, 1] as const)));
}

/** One utterance, apart by who says it. */
export function utteranceRow({ r, tok }: TokenTurn): SparseRow {
  const grams = gramsOf(tok, r === 'c' ? 10 : 11);
  grams.push(mixed(r === 'c' ? 12 : 13, Math.min(9, tok.length), 0));
  return unitRow(damped(rowOf(grams.map((index) => [index, 1] as const))));
}

/** How much rarer than everywhere each index is; 0 where it was met once at most. */
export function rarityOf(rows: readonly SparseRow[]): Float32Array {
  const found = new Float32Array(1 << tokenBits);
  for (const { indices } of rows) for (const index of indices) found[index]!++;
  return found.map((count) => (count < 2 ? 0 : Math.log((1 + rows.length) / (1 + count)) + 1));
}

export function weighedRow({ indices, values }: SparseRow, rarity: Float32Array): SparseRow {
  const kept = indices.filter((index) => rarity[index]! > 0);
  const weighed = values.map((value, n) => value * rarity[indices[n]!]!).filter((value) => value > 0);
  return unitRow({ indices: kept, values: weighed });
}

const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** The outer shape: how many utterances, how long, whose turn, how often in a row and how often the same. */
export function shapeOf(turns: readonly TokenTurn[]): number[] {
  const sides = (['c', 'b'] as const).map((side) => turns.filter(({ r }) => r === side));
  const lengths = sides.map((side) => side.map(({ tok }) => tok.length));
  const runs = { c: 0, b: 0 };
  let run = 0;
  turns.forEach(({ r }, n) => {
    run = turns[n - 1]?.r === r ? run + 1 : 1;
    runs[r] = Math.max(runs[r], run);
  });
  return [
    turns.length,
    turns.at(-1)?.r === 'c' ? 1 : 0,
    turns[0]?.r === 'c' ? 1 : 0,
    runs.c,
    runs.b,
    ...sides.flatMap((side, n) => [
      side.length,
      lengths[n]!.reduce((sum, length) => sum + length, 0),
      meanOf(lengths[n]!),
      Math.max(0, ...lengths[n]!),
      lengths[n]!.at(-1) ?? 0,
      lengths[n]![0] ?? 0,
      side.length - new Set(side.map(({ tok }) => tok.join(' '))).size,
    ]),
  ];
}
