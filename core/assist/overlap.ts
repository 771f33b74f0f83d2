/** What of a text carries meaning for a comparison: letters, digits and Chinese characters, in one case. */
const kept = /[\p{Script=Han}\p{L}\p{N}]/gu;

/** Pairs of neighbouring characters. Cheap, the same for every language, and kind to small changes of wording. */
export function pairsOf(text: string): Set<string> {
  const characters = text.toLowerCase().match(kept) ?? [];
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < characters.length; at++) pairs.add(characters[at]! + characters[at + 1]!);
  return pairs;
}

/** Share of the pairs of `part` that stand in `whole`, 0..1: how far the one is said within the other. */
export function shareWithin(part: ReadonlySet<string>, whole: ReadonlySet<string>): number {
  if (part.size === 0) return 0;
  let common = 0;
  for (const pair of part) if (whole.has(pair)) common++;
  return common / part.size;
}

/** How alike two texts are, 0..1: common pairs over all pairs (Dice). */
export function alike(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size + other.size === 0) return 0;
  let common = 0;
  for (const pair of one) if (other.has(pair)) common++;
  return (2 * common) / (one.size + other.size);
}
