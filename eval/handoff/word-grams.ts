import { namedIndex } from '../../core/learning/hash-features.ts';
import { rowOf, type SparseRow, unitRow } from '../../core/learning/sparse-row.ts';
import type { Dialogue } from './dialogue.ts';
import type { WordStatistics } from './word-statistics.ts';

export const gramBits = 18;

/** Where the words of a turn are looked for: each place has its own space of indices, for each side its own. */
export type View = 'now' | 'previous-own' | 'previous-other' | 'so-far' | 'parts';

/**
 * Word n-grams of the utterance and of what came before it, weighed by how rare the words are, each view of length one.
 * Online as the structure is.
 */
export function gramRows(
  { turns }: Dialogue,
  words: WordStatistics,
  views: readonly (readonly [View, weight: number])[],
): SparseRow[] {
  const grams = turns.map(({ tok }) => gramsOf(tok, words));
  const parts = turns.map(({ pos = [] }) => gramsOf(pos, null));
  return turns.map((turn, t) => {
    let ownLast = t - 1;
    while (ownLast >= 0 && turns[ownLast]!.r !== turn.r) ownLast--;
    let otherLast = t - 1;
    while (otherLast >= 0 && turns[otherLast]!.r === turn.r) otherLast--;
    const entries: [number, number][] = [];
    for (const [view, weight] of views) {
      const from =
        view === 'now'
          ? [grams[t]!]
          : view === 'parts'
            ? [parts[t]!]
            : view === 'previous-own'
              ? grams.slice(Math.max(0, ownLast), ownLast + 1)
              : view === 'previous-other'
                ? grams.slice(Math.max(0, otherLast), otherLast + 1)
                : grams.slice(0, t);
      const row = unitRow(
        rowOf(
          from
            .flat()
            .map(([gram, size]) => [namedIndex(`${view} ${turn.r} ${gram}`, gramBits), size] as const),
        ),
      );
      for (let n = 0; n < row.indices.length; n++) entries.push([row.indices[n]!, row.values[n]! * weight]);
    }
    return rowOf(entries);
  });
}

function gramsOf(tokens: readonly number[], words: WordStatistics | null): [string, number][] {
  const grams: [string, number][] = [];
  const bordered = [-1, ...tokens, -2];
  for (let n = 0; n < bordered.length; n++) {
    const word = bordered[n]!;
    if (word >= 0) grams.push([`${word}`, words ? words.weight(word) : 1]);
    for (const length of [2, 3]) {
      if (n + length > bordered.length) continue;
      const gram = bordered.slice(n, n + length);
      const inner = gram.filter((part) => part >= 0);
      if (inner.length === 0) continue;
      const weight = words ? inner.reduce((sum, part) => sum + words.weight(part), 0) / inner.length : 1;
      grams.push([gram.join('_'), weight]);
    }
  }
  return grams;
}
