import type { TreeModel } from '../learning/boosted-trees.ts';
import { treesFrom, treeTensors } from '../learning/boosted-trees-weights.ts';
import type { RidgeModel } from '../learning/ridge.ts';
import type { Columns, Weights } from '../learning/weights-file.ts';
import type { SatisfactionModel } from './satisfaction-model.ts';

interface SatisfactionHead {
  readonly bits: number;
  readonly widths: Readonly<Record<'words' | 'purposes' | 'feelings', number>>;
  readonly trees: number;
  readonly solved: { readonly slope: number; readonly offset: number };
  readonly prior: number;
  readonly usual: number;
}

const ridges = ['words', 'purposes', 'feelings'] as const;
const boosted = ['satisfaction', 'accomplishment'] as const;

/** The model as weights, and which of its tensors lose nothing in eight bits. */
export function satisfactionWeights(
  model: SatisfactionModel,
  version: string,
): { readonly weights: Weights; readonly columns: Columns } {
  const tensors: Record<string, Float32Array> = {
    rarity: model.rarity,
    mean: model.mean,
    deviation: model.deviation,
  };
  for (const name of ridges) {
    tensors[name] = model[name].weights;
    tensors[`${name}.bias`] = model[name].bias;
  }
  for (const name of boosted)
    model[name].forEach((trees, place) => {
      for (const [part, values] of Object.entries(treeTensors(trees)))
        tensors[`${name}.${place}.${part}`] = values;
    });
  const head: SatisfactionHead = {
    bits: model.bits,
    widths: {
      words: model.words.width,
      purposes: model.purposes.width,
      feelings: model.feelings.width,
    },
    trees: model.satisfaction.length,
    solved: model.solved,
    prior: model.prior,
    usual: model.usual,
  };
  return {
    weights: { name: 'satisfaction', version, head: { ...head }, tensors },
    columns: { rarity: 1, ...head.widths },
  };
}

/** Reads what `satisfactionWeights` made. Throws an `Error` where they are weights of something else. */
export function satisfactionFrom({ name, head, tensors }: Weights): SatisfactionModel {
  if (name !== 'satisfaction') throw new Error(`These are weights of ${name}, not of satisfaction.`);
  const known = head as unknown as SatisfactionHead;
  const tensor = (part: string): Float32Array => {
    const values = tensors[part];
    if (!values) throw new Error(`The weights of satisfaction have no ${part}.`);
    return values;
  };
  const ridge = (part: (typeof ridges)[number]): RidgeModel => {
    const weights = tensor(part);
    const width = known.widths[part];
    return { weights, width, features: weights.length / width, bias: tensor(`${part}.bias`) };
  };
  const trees = (part: (typeof boosted)[number]): TreeModel[] =>
    Array.from({ length: known.trees }, (_, place) => {
      const start = `${part}.${place}.`;
      const own = Object.entries(tensors).filter(([key]) => key.startsWith(start));
      return treesFrom(Object.fromEntries(own.map(([key, values]) => [key.slice(start.length), values])));
    });
  return {
    bits: known.bits,
    rarity: tensor('rarity'),
    mean: tensor('mean'),
    deviation: tensor('deviation'),
    words: ridge('words'),
    purposes: ridge('purposes'),
    feelings: ridge('feelings'),
    satisfaction: trees('satisfaction'),
    accomplishment: trees('accomplishment'),
    solved: known.solved,
    prior: known.prior,
    usual: known.usual,
  };
}
