/** The knowledge base once more, on a thread of its own: edits are tried on it, and nobody is answered from it. */
import { parentPort, workerData } from 'node:worker_threads';
import { createSegmenter } from '../../adapters/segmenters/jieba.ts';
import { refitted } from '../../core/knowledge/fit-confidence.ts';
import { createKnowledgeIndex } from '../../core/knowledge/index.ts';
import type { MeaningScale } from '../../core/knowledge/meaning-scale.ts';
import type { MeaningVector } from '../../core/knowledge/meaning-vector.ts';
import { type OrderAdjustment, readAdjustment } from '../../core/knowledge/order-adjustment.ts';
import { createRerank } from '../../core/knowledge/rerank.ts';
import { decodeWeights } from '../../core/learning/weights-file.ts';
import type { ArticlePreview } from '../../core/protocol/preview.ts';
import type { Article } from '../../core/terms/article.ts';
import type { DictionaryVersion } from '../../core/terms/dictionary.ts';
import { knowledgeOn, shelfOf } from '../../services/knowledge-in-memory.ts';
import {
  type PreviewMeanings,
  type PreviewTask,
  previewArticle,
  type WantedMeanings,
  wantedMeanings,
} from '../../services/preview-article.ts';
import { loadPairModel } from '../models.ts';

/** What the thread starts with. */
export interface PreviewStart {
  readonly dictionary: DictionaryVersion;
  readonly isByMeaning: boolean;
}

/** An edit with the article that it is of. `adds`: it joins the versions held; without it, it replaces them all. */
interface TriedEdit {
  readonly task: Omit<PreviewTask, 'before'>;
  readonly adds: boolean;
}

/** What the thread is told. Tasks are answered in their order. */
export type PreviewMessage =
  | {
      readonly kind: 'articles';
      readonly changed: readonly { readonly articleId: string; readonly editions: readonly Article[] }[];
    }
  /** What this installation learned of the order; null where nothing is in force. */
  | { readonly kind: 'order'; readonly weights: Uint8Array | null }
  /** What articles mean, and what a cosine says. */
  | {
      readonly kind: 'vectors';
      readonly vectors: readonly { readonly text: string; readonly vector: MeaningVector }[];
      readonly scale: MeaningScale;
    }
  /** Asks which texts of articles have no vector yet. */
  | { readonly kind: 'wanted'; readonly number: number }
  /** Asks what a task would need to know the meaning of. */
  | ({ readonly kind: 'look'; readonly number: number } & TriedEdit)
  | ({
      readonly kind: 'task';
      readonly number: number;
      readonly meanings: PreviewMeanings | undefined;
    } & TriedEdit);

/** What it answers, by the kind of what it was asked. */
export interface PreviewReply {
  readonly wanted?: readonly string[];
  readonly look?: WantedMeanings;
  readonly task?: ArticlePreview;
}

const { dictionary, isByMeaning } = workerData as PreviewStart;
const segment = createSegmenter(dictionary);
/** In the same order as where customers are answered; weights that cannot be read were told of at the start. */
const pairModel = loadPairModel(() => undefined);
let order: OrderAdjustment | undefined;
const index = createKnowledgeIndex(
  segment,
  pairModel && createRerank(pairModel, segment, { adjustment: () => order }),
  { isByMeaning },
);
const shelf = shelfOf(index, segment);
/** As sure as it is where customers are answered. */
const knowledge = knowledgeOn(
  () => shelf,
  Date.now,
  () => {
    const platt = order?.confidence;
    return platt && ((said) => refitted(platt, said));
  },
);
const held = new Map<string, readonly Article[]>();

type Question = Extract<PreviewMessage, { readonly number: number }>;

function reply(message: Question): PreviewReply {
  if (message.kind === 'wanted') return { wanted: [...(index.meaning?.wanted() ?? [])] };
  const { task: edit, adds } = message;
  const before = held.get(edit.articleId) ?? [];
  const task = { ...edit, before, after: adds ? [...before, ...edit.after] : edit.after };
  try {
    if (message.kind === 'look') return { look: wantedMeanings({ index, knowledge }, task) };
    return { task: previewArticle({ index, knowledge }, task, message.meanings) };
  } catch (error) {
    index.set(edit.articleId, before);
    throw error;
  }
}

parentPort?.on('message', (message: PreviewMessage) => {
  switch (message.kind) {
    case 'articles':
      for (const { articleId, editions } of message.changed) {
        held.set(articleId, editions);
        index.set(articleId, editions);
      }
      return;
    case 'order':
      order = message.weights ? readAdjustment(decodeWeights(message.weights)) : undefined;
      return;
    case 'vectors':
      if (!index.meaning) return;
      for (const { text, vector } of message.vectors) index.meaning.put(text, vector);
      index.meaning.scale = message.scale;
      return;
    default:
      try {
        parentPort?.postMessage({ number: message.number, answer: reply(message) });
      } catch (error) {
        parentPort?.postMessage({ number: message.number, error: (error as Error).message });
      }
  }
});
