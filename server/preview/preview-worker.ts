/** The knowledge base once more, on a thread of its own: edits are tried on it, and nobody is answered from it. */
import { parentPort, workerData } from 'node:worker_threads';
import { createSegmenter } from '../../adapters/segmenters/jieba.ts';
import { refitted } from '../../core/knowledge/fit-confidence.ts';
import { createKnowledgeIndex } from '../../core/knowledge/index.ts';
import { type OrderAdjustment, readAdjustment } from '../../core/knowledge/order-adjustment.ts';
import { createRerank } from '../../core/knowledge/rerank.ts';
import { decodeWeights } from '../../core/learning/weights-file.ts';
import type { Article } from '../../core/terms/article.ts';
import type { DictionaryVersion } from '../../core/terms/dictionary.ts';
import { type PreviewTask, previewArticle } from '../../services/preview-article.ts';
import { loadPairModel } from '../models.ts';

/** What the thread is told. Tasks are answered in their order. */
export type PreviewMessage =
  | {
      readonly kind: 'articles';
      readonly changed: readonly { readonly articleId: string; readonly editions: readonly Article[] }[];
    }
  /** What this installation learned of the order; null where nothing is in force. */
  | { readonly kind: 'order'; readonly weights: Uint8Array | null }
  | {
      readonly kind: 'task';
      readonly number: number;
      readonly task: Omit<PreviewTask, 'before'>;
      readonly adds: boolean;
    };

const segment = createSegmenter(workerData as DictionaryVersion);
/** In the same order as where customers are answered; weights that cannot be read were told of at the start. */
const pairModel = loadPairModel(() => undefined);
let order: OrderAdjustment | undefined;
const index = createKnowledgeIndex(
  segment,
  pairModel && createRerank(pairModel, segment, { adjustment: () => order }),
);
/** As sure as it is where customers are answered. */
const asRead: typeof index = {
  ...index,
  search: (text, options) =>
    index
      .search(text, options)
      .map((one) => ({ ...one, confidence: refitted(order?.confidence, one.confidence) })),
};
const held = new Map<string, readonly Article[]>();

parentPort?.on('message', (message: PreviewMessage) => {
  if (message.kind === 'articles') {
    for (const { articleId, editions } of message.changed) {
      held.set(articleId, editions);
      index.set(articleId, editions);
    }
    return;
  }
  if (message.kind === 'order') {
    order = message.weights ? readAdjustment(decodeWeights(message.weights)) : undefined;
    return;
  }
  const { number, task, adds } = message;
  const before = held.get(task.articleId) ?? [];
  try {
    const after = adds ? [...before, ...task.after] : task.after;
    parentPort?.postMessage({ number, answer: previewArticle(asRead, { ...task, before, after }) });
  } catch (error) {
    index.set(task.articleId, before);
    parentPort?.postMessage({ number, error: (error as Error).message });
  }
});
