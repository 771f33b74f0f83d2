import { createRandom } from '../chance/random.ts';
import { fitPlatt, fitSharpness, probabilityOf } from '../learning/calibrate.ts';
import { bestOf } from '../learning/linear.ts';
import type { Weights } from '../learning/weights-file.ts';
import { fitGate } from './fit-gate.ts';
import { fitIntents, type IntentRow, scoresIn } from './fit-intents.ts';
import { contentIndices, intentFeatures } from './intent-features.ts';
import {
  gateProbability,
  gateSigns,
  type IntentExample,
  type IntentHead,
  isChineseIn,
} from './learned-intent.ts';

/** How intents are learned. Everything has a default that was found on training rows of public sets. */
export interface IntentOptions {
  /** Tells one training from another. */
  readonly version: string;
  /** What an intent is called in words that customers use; where none is given, the intent itself is read as words. */
  readonly names?: Readonly<Record<string, string>>;
  /** Of the messages that were understood, how many may be lost to "out of scope" by mistake. */
  readonly lostShare?: number;
  /**
   * Messages of everyday life that no house of ours is asked: outliers to learn from (Hendrycks, Mazeika and Dietterich,
   * "Deep Anomaly Detection with Outlier Exposure", ICLR 2019). Those whose matter the examples speak of are left out.
   */
  readonly everyday?: readonly string[];
  readonly seed?: number;
}

/** A message that was held back while a model learned, and what that model said of it. */
export interface HeldBack {
  readonly example: IntentExample;
  readonly intent: string;
  readonly probability: number;
  readonly outOfScope: boolean;
}

const folds = 3;
/** What the name of an intent counts beside an example. */
const nameWeight = 3;
/** In every fold one intent in so many is kept from learning, so that its rows show what is out of scope. */
const hiddenOneIn = 6;
const outside = '∅';

/**
 * Learns to tell intents: one linear classifier over hashed words, pairs, ideas and pieces of words, a probability
 * fitted on rows that the model had not seen, and a gate for what is none of the intents – learned from examples that
 * are out of scope, and from the rows of intents that were hidden while a model learned. The same input gives the same
 * weights. Throws an `Error` where there are fewer than two intents.
 */
export const trainIntents = (examples: readonly IntentExample[], options: IntentOptions): Weights =>
  learnIntents(examples, options).weights;

/** The weights, and every example as a model judged it that had not learned from it. */
export function learnIntents(
  examples: readonly IntentExample[],
  { version, names = {}, lostShare = 0.03, everyday = [], seed = 1 }: IntentOptions,
): { readonly weights: Weights; readonly heldBack: readonly HeldBack[] } {
  const intents = [...new Set(examples.flatMap(({ intent }) => intent ?? []))].sort();
  if (intents.length < 2) throw new Error('Intents are told apart: there must be examples of at least two.');
  const foreign = foreignOf(everyday, examples);
  const knowsOutOfScope = foreign.length > 0 || examples.some(({ intent }) => intent === null);
  const classes = knowsOutOfScope ? [...intents, outside] : intents;
  const labels = new Map(intents.map((intent, n) => [intent, n]));
  const own = examples.map(({ text, intent }) =>
    rowOf(text, intent === null ? intents.length : labels.get(intent)!, 1),
  );
  const rows = [...own, ...foreign.map((text) => rowOf(text, intents.length, 1))];
  const named = intents.map((intent, label) =>
    rowOf(Object.hasOwn(names, intent) ? names[intent]! : wordsOf(intent), label, nameWeight),
  );

  const foldOf = foldsOf(rows, seed);
  const judged = Array.from({ length: folds }, (_, fold) => {
    const isHidden = (label: number) =>
      label < intents.length && label % hiddenOneIn === fold && intents.length > folds;
    const learned = [...rows.filter((_, n) => foldOf[n] !== fold), ...named].filter(
      ({ label }) => !isHidden(label),
    );
    const fitted = fitIntents(learned, classes);
    return rows.flatMap((row, n) =>
      foldOf[n] === fold
        ? [
            {
              example: examples[n],
              label: row.label,
              isHidden: isHidden(row.label),
              seen: scoresIn(fitted, row),
            },
          ]
        : [],
    );
  }).flat();

  const inside = judged.filter(({ label, isHidden }) => label < intents.length && !isHidden);
  const sharpness = fitSharpness(
    inside.map(({ seen }) => seen.scores.subarray(0, intents.length)),
    inside.map(({ label }) => label),
  );
  const weighed = judged.map((one) => ({
    ...one,
    signs: gateSigns(one.seen, { intents, sharpness }),
    said: bestOf(one.seen.scores.subarray(0, intents.length)),
    isOutside: one.label === intents.length || one.isHidden,
  }));
  const met = weighed.filter(({ isOutside }) => !isOutside);
  const platt = fitPlatt(
    met.map(({ signs }) => signs[2]!),
    met.map(({ said, label }) => (said === label ? 1 : 0)),
  );
  const gate = fitGate(
    weighed.map(({ signs, isOutside, said, label }) => ({ signs, isOutside, isRight: said === label })),
    lostShare,
  );

  const { vocabulary, model } = fitIntents([...rows, ...named], classes);
  const head: IntentHead = { intents, sharpness, platt, gate, unseenRarity: vocabulary.unseenRarity };
  const tensors = {
    indices: Float32Array.from(vocabulary.places.keys()),
    rarity: vocabulary.rarity,
    weights: model.weights,
    bias: model.bias,
  };
  return {
    weights: { name: 'intents', version, head: { ...head }, tensors },
    heldBack: weighed
      .filter(({ isHidden }) => !isHidden)
      .flatMap(({ example, said, signs }) =>
        example
          ? {
              example,
              intent: intents[said]!,
              probability: probabilityOf(platt, signs[2]!),
              outOfScope: gateProbability(gate, signs) > gate.threshold,
            }
          : [],
      ),
  };
}

/** Of a message, so much of what it is about may be spoken of by the examples for it to be foreign to them. */
const mostKnown = 0.5;

/** Those everyday messages that say little of what the house's own examples are about: a bank is asked about accounts. */
function foreignOf(everyday: readonly string[], examples: readonly IntentExample[]): readonly string[] {
  if (everyday.length === 0) return [];
  const known = new Set(
    examples.flatMap(({ text, intent }) => (intent === null ? [] : contentIndices(text))),
  );
  const foreign = everyday.filter((text) => {
    const content = contentIndices(text);
    return content.filter((index) => known.has(index)).length <= mostKnown * content.length;
  });
  // A small house must not drown in them: no more than its own, from all over the list.
  const step = Math.max(1, foreign.length / Math.max(1, examples.length));
  return foreign.filter((_, n) => Math.floor((n + 1) / step) > Math.floor(n / step));
}

const rowOf = (text: string, label: number, weight: number): IntentRow => ({
  features: intentFeatures(text),
  content: contentIndices(text),
  isChinese: isChineseIn(text),
  label,
  weight,
});

/** `card_arrival` is "card arrival". */
const wordsOf = (intent: string): string => intent.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** Every class is dealt to the folds in turn, in shuffled order. */
function foldsOf(rows: readonly IntentRow[], seed: number): Uint8Array {
  const { next } = createRandom(seed, 11);
  const dealt = new Map<number, number>();
  const fold = new Uint8Array(rows.length);
  const order = rows.map((_, n) => ({ n, at: next() })).sort((one, other) => one.at - other.at);
  for (const { n } of order) {
    const { label } = rows[n]!;
    const count = dealt.get(label) ?? 0;
    fold[n] = count % folds;
    dealt.set(label, count + 1);
  }
  return fold;
}
