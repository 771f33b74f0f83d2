import { noNameLength } from './bare-names.ts';
import type { FoundData } from './found.ts';
import { hanCandidates } from './han-candidates.ts';
import { hanFeatureBits, hanFeatureReader } from './han-name-features.ts';
import { latinCandidates, latinFeatureBits, latinFeatures, latinWords } from './latin-name-features.ts';
import { isNoPerson } from './latin-names.ts';
import { learnedWeights } from './learned-name-weights.ts';

/**
 * Names by what was learned (`models/names.md`): every stretch that may be a name is scored by a logistic regression
 * over hashed features, and of the stretches that score enough those are taken that do not overlap and together score
 * most – a segmental sequence model, decoded as by Viterbi.
 */
interface Scorer {
  readonly bias: number;
  readonly weights: Int8Array;
  /** What a weight of one counts. */
  readonly scale: number;
  /** Log odds from which a stretch is taken. */
  readonly least: number;
}

const han = scorerOf(learnedWeights.han, hanFeatureBits);
const latin = scorerOf(learnedWeights.latin, latinFeatureBits);

/** Where a text has names in Chinese characters. Linear: at most a few candidates begin at a place. */
export function findLearnedNames(text: string): FoundData[] {
  const read = hanFeatureReader(text);
  const gains: Gain[] = [];
  let wordEnd = 0;
  let lastPlace = -1;
  for (const candidate of hanCandidates(text)) {
    if (candidate.from !== lastPlace) {
      lastPlace = candidate.from;
      const length = noNameLength(text, lastPlace);
      // 「石家庄能送吗」: neither at the word nor inside it does a name begin.
      if (length > 0) wordEnd = Math.max(wordEnd, lastPlace + (length > 2 ? length : 1));
    }
    if (candidate.from < wordEnd) continue;
    const gain = gainOf(han, read(candidate));
    if (gain > 0) gains.push({ from: candidate.from, to: candidate.to, gain });
  }
  return namesAt(gains);
}

/** Where a text has names in Latin letters, written with capitals. Linear, as above. */
export function findLearnedLatinNames(text: string): FoundData[] {
  const gains: Gain[] = [];
  let start = 0;
  // Each line by itself: its first word has its capital from where it stands.
  for (const line of text.split('\n')) {
    const words = latinWords(line);
    for (const candidate of latinCandidates(words, line)) {
      const gain = gainOf(latin, latinFeatures(words, candidate));
      const from = start + words[candidate.first]!.from;
      const to = start + words[candidate.last]!.to;
      if (gain > 0 && !isNoPerson(text, from, to)) gains.push({ from, to, gain });
    }
    start += line.length + 1;
  }
  return namesAt(gains);
}

function gainOf({ bias, weights, scale, least }: Scorer, features: Uint32Array): number {
  let sum = 0;
  for (const index of features) sum += weights[index]!;
  return bias + (sum * scale) / Math.sqrt(features.length) - least;
}

const namesAt = (gains: readonly Gain[]): FoundData[] =>
  bestApart(gains).map(({ from, to }) => ({ kind: 'name', from, to }));

interface Gain {
  readonly from: number;
  readonly to: number;
  readonly gain: number;
}

/** Of stretches those that do not overlap and together gain most, in their order (weighted interval scheduling). */
export function bestApart(all: readonly Gain[]): Gain[] {
  const sorted = [...all].sort((one, other) => one.to - other.to || one.from - other.from);
  const best = [0];
  const before = sorted.map(({ from }, place) => {
    let count = place;
    while (count > 0 && sorted[count - 1]!.to > from) count--;
    return count;
  });
  sorted.forEach(({ gain }, place) => {
    best.push(Math.max(best[place]!, best[before[place]!]! + gain));
  });
  const chosen: Gain[] = [];
  for (let count = sorted.length; count > 0; ) {
    if (best[count] === best[count - 1]) count--;
    else {
      chosen.push(sorted[count - 1]!);
      count = before[count - 1]!;
    }
  }
  return chosen.reverse();
}

function scorerOf(
  { weights, ...scorer }: { bias: number; scale: number; least: number; weights: string },
  bits: number,
): Scorer {
  const bytes = atob(weights);
  if (bytes.length !== 2 ** bits)
    throw new Error(`The learned names have ${bytes.length} weights, not 2^${bits}.`);
  return { ...scorer, weights: Int8Array.from(bytes, (byte) => byte.charCodeAt(0)) };
}
