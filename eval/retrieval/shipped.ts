import { createSegmenter } from '../../adapters/segmenters/jieba.ts';
import { pairWeights } from '../../core/knowledge/pair-model.ts';
import type { encodeWeights } from '../../core/learning/weights-file.ts';
import { rowsOf } from '../data/folder.ts';
import type { FaqPair } from './faq-pairs.ts';
import { trainOnPairs } from './train-pairs.ts';

/** Trains what ships as `models/retrieval.bin`. Throws an `Error` where the folder has no pairs. */
export function trainShippedRetrieval(folder: string): Parameters<typeof encodeWeights> {
  const pairs = rowsOf<FaqPair>(folder, 'faq_pairs_zh');
  if (!pairs) throw new Error(`${folder} has no faq_pairs_zh.jsonl.gz.`);
  const { weights, columns } = pairWeights(trainOnPairs(pairs, createSegmenter()), '1');
  return [weights, columns];
}
