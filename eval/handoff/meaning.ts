import type { Dialogue } from './dialogue.ts';
import type { WordStatistics } from './word-statistics.ts';
import type { WordVectors } from './word-vectors.ts';

/**
 * What each utterance is about, as numbers: the mean of its words' vectors, rare words counting more, of length one;
 * before them how near it is to the last turn of the other side, to the last of its own, to the nearest of each, and
 * how near those two last turns are to each other. Online.
 */
export function meaningOf({ turns }: Dialogue, words: WordStatistics, vectors: WordVectors): number[][] {
  const places = turns.map(({ tok }) => meanOf(tok, words, vectors));
  return turns.map((turn, t) => {
    let own = -1;
    let other = -1;
    let nearestOwn = Number.NaN;
    let nearestOther = Number.NaN;
    for (let n = t - 1; n >= 0; n--) {
      const near = dot(places[t]!, places[n]!);
      if (turns[n]!.r === turn.r) {
        if (own < 0) own = n;
        nearestOwn = Math.max(near, Number.isNaN(nearestOwn) ? -1 : nearestOwn);
      } else {
        if (other < 0) other = n;
        nearestOther = Math.max(near, Number.isNaN(nearestOther) ? -1 : nearestOther);
      }
    }
    const between = (one: number, two: number) =>
      one < 0 || two < 0 ? Number.NaN : dot(places[one]!, places[two]!);
    return [between(t, other), between(t, own), nearestOther, nearestOwn, between(other, own), ...places[t]!];
  });
}

function meanOf(tokens: readonly number[], words: WordStatistics, vectors: WordVectors): Float64Array {
  const mean = new Float64Array(vectors.size);
  for (const word of new Set(tokens)) {
    const vector = vectors.of(word);
    if (!vector) continue;
    const weight = words.weight(word);
    for (let n = 0; n < mean.length; n++) mean[n]! += weight * vector[n]!;
  }
  const length = Math.sqrt(dot(mean, mean));
  return length === 0 ? mean : mean.map((value) => value / length);
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let n = 0; n < one.length; n++) sum += one[n]! * other[n]!;
  return sum;
}
