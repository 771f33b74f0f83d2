/** The characters of a text and their pairs, counted. Unlike terms it keeps the small words that tell 怎么 from 为什么. */
export type Grams = ReadonlyMap<string, number>;

const longestLine = 300;

export function gramsOf(text: string): Grams {
  const grams = new Map<string, number>();
  const count = (gram: string) => grams.set(gram, (grams.get(gram) ?? 0) + 1);
  let previous = '';
  for (const piece of text
    .slice(0, longestLine)
    .normalize('NFKC')
    .toLowerCase()
    .match(/\p{Script=Han}|[[\p{L}\p{N}]--\p{Script=Han}]+/gv) ?? []) {
    count(piece);
    if (previous !== '') count(`${previous} ${piece}`);
    previous = piece;
  }
  return grams;
}

/** Dice's coefficient of two texts as they are written, 0..1. */
export function surfaceLikeness(one: Grams, other: Grams): number {
  let common = 0;
  let whole = 0;
  for (const [gram, count] of one) {
    whole += count;
    common += Math.min(count, other.get(gram) ?? 0);
  }
  for (const count of other.values()) whole += count;
  return whole === 0 ? 0 : (2 * common) / whole;
}
