import { softmax } from './calibrate.ts';
import { type FeatureSpec, featuresOf, hashFeatures } from './hash-features.ts';
import { type LinearModel, scoresOf } from './linear.ts';
import type { Weights } from './weights-file.ts';

/** A linear model over hashed n-grams of one text, as it is shipped. Pure and linear in the text. */
export interface TextModel {
  readonly name: string;
  readonly version: string;
  readonly classes: readonly string[];
  /** The probability of every class, in their order. The text as the model's kind normalises it. */
  probabilities(text: string): Float64Array;
  /** The pieces of the text that spoke most for a class, strongest first, none inside another. */
  piecesFor(text: string, place: number, most: number): string[];
  /** The same with what each says for the class against the mean of the others, in the model's own scale. */
  partsFor(text: string, place: number, most: number): { readonly words: string; readonly weight: number }[];
}

/** What stands in the head of such weights. */
export interface TextModelHead {
  readonly classes: readonly string[];
  readonly spec: FeatureSpec;
  /** Multiplies the scores before they become probabilities. */
  readonly sharpness: number;
  /** Added to the sharpened scores, by class. */
  readonly offsets: readonly number[];
}

/** As weights for a file, with the columns that may be kept in 8 bits. */
export function textModelWeights(
  name: string,
  version: string,
  { classes, weights, bias }: LinearModel,
  head: Omit<TextModelHead, 'classes'>,
): { readonly weights: Weights; readonly columns: Readonly<Record<string, number>> } {
  return {
    weights: { name, version, head: { ...head, classes }, tensors: { weights, bias } },
    columns: { weights: classes.length },
  };
}

/** Throws where the weights are of another kind or damaged. */
export function readTextModel({ name, version, head, tensors }: Weights): TextModel {
  const { classes, spec, sharpness, offsets } = head as unknown as TextModelHead;
  const features = 2 ** spec.bits;
  const { weights, bias } = tensors;
  if (weights?.length !== features * classes.length || bias?.length !== classes.length)
    throw new Error(`The weights of ${name} do not fit their head.`);
  const model: LinearModel = { classes, features, weights, bias };
  const partsFor: TextModel['partsFor'] = (text, place, most) => {
    const spoken = new Map<string, number>();
    for (const { index, gram } of featuresOf(text, spec)) {
      const start = index * classes.length;
      let others = 0;
      for (let other = 0; other < classes.length; other++) others += weights[start + other]!;
      const own = weights[start + place]!;
      spoken.set(gram, own - (others - own) / (classes.length - 1));
    }
    const strengths = [...spoken.keys()]
      .filter((gram) => /[\p{L}\p{N}\p{S}!?]/u.test(gram))
      .map((gram) => ({ gram: gram.trim(), strength: strengthWithin(gram, spoken) }))
      .filter(({ strength }) => strength > 0)
      .sort((one, other) => other.strength - one.strength);
    const parts: { words: string; weight: number }[] = [];
    for (const { gram, strength } of strengths) {
      if (parts.some(({ words }) => words.includes(gram) || gram.includes(words))) continue;
      parts.push({ words: gram, weight: strength });
      if (parts.length === most) break;
    }
    return parts;
  };
  return {
    name,
    version,
    classes,
    probabilities: (text) =>
      softmax(
        scoresOf(model, hashFeatures(text, spec)).map((score, place) => score * sharpness + offsets[place]!),
      ),
    piecesFor: (text, place, most) => partsFor(text, place, most).map(({ words }) => words),
    partsFor,
  };
}

/** What a piece says with all that stands inside it, so that a word comes before its first character. */
function strengthWithin(gram: string, spoken: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (let start = 0; start < gram.length; start++)
    for (let end = start + 1; end <= gram.length; end++) sum += spoken.get(gram.slice(start, end)) ?? 0;
  return sum;
}
