import { createSegmenter } from '../../adapters/segmenters/jieba.ts';
import { figuresOfOrder, isWorseOrder, judgeOrder } from '../../core/knowledge/judge-order.ts';
import { type JudgedSearch, learnAdjustment } from '../../core/knowledge/learn-order.ts';
import {
  adjustmentWeights,
  type OrderAdjustment,
  readAdjustment,
} from '../../core/knowledge/order-adjustment.ts';
import { isByChance, tryOrder } from '../../core/knowledge/trial-order.ts';
import { decodeWeights, encodeWeights } from '../../core/learning/weights-file.ts';
import type { Dictionary } from '../../core/terms/dictionary.ts';
import { loadPairModel } from '../models.ts';
import type { TrainingResult } from './train-model.ts';

/** What a training of the order needs beside its rows. */
export interface OrderTask {
  readonly version: string;
  readonly learned: readonly JudgedSearch[];
  readonly frozen: readonly JudgedSearch[];
  /** How the knowledge base cuts words. */
  readonly dictionary: Dictionary;
  readonly before: Uint8Array | undefined;
}

/**
 * Learns the order from what was useful, as strongly as it spares what nobody taught, and judges it on the frozen
 * questions as it would be read back from its bytes.
 */
export function trainOrder({ version, learned, frozen, dictionary, before }: OrderTask): TrainingResult {
  const model = loadPairModel(() => undefined);
  // Without the order that ships there is none to adjust.
  if (!model) return { kind: 'too-few' };
  const segment = createSegmenter(dictionary);
  const trial = tryOrder(learned, model, segment);
  const { table, remembered } = learnAdjustment(learned, model, segment);
  const { weights, columns } = adjustmentWeights(
    table.map((weight) => weight * trial.strength),
    remembered,
    version,
    readOrNone(before)?.confidence,
  );
  const bytes = encodeWeights(weights, columns);
  const judge = (adjustment: OrderAdjustment | undefined) => judgeOrder(frozen, model, segment, adjustment);
  const was = judge(readOrNone(before));
  const is = judge(readAdjustment(decodeWeights(bytes)));
  return {
    kind: 'trained',
    weights: bytes,
    figures: {
      ...figuresOfOrder(is),
      heldBackWon: trial.won,
      heldBackLost: trial.lost,
      isChance: isByChance(trial) ? 1 : 0,
    },
    before: figuresOfOrder(was),
    // What may be nothing but chance is not published, however it fares on the few frozen questions.
    isWorse: isByChance(trial) || isWorseOrder(was, is),
  };
}

/** A version in force that cannot be read adjusts nothing. */
function readOrNone(bytes: Uint8Array | undefined): OrderAdjustment | undefined {
  try {
    return bytes && readAdjustment(decodeWeights(bytes));
  } catch {
    return undefined;
  }
}
