import { createSegmenter } from '../../adapters/segmenters/jieba.ts';
import type { PairModel } from '../../core/knowledge/pair-model.ts';
import { tunedQuestions, unseenQuestions } from '../../demo/load-questions.ts';
import { loadPairModel } from '../../server/models.ts';
import { type DataFolders, rowsOf, splitOf } from '../data/folder.ts';
import type { EvalPart, EvalRun, Figures } from '../part.ts';
import { measureRetrieval } from '../retrieval.ts';
import { measureDocuments } from './documents.ts';
import { type FaqPair, faqTask, measureFaq, pairAccuracy } from './faq-pairs.ts';
import { measureTerms } from './terms.ts';
import { trainOnPairs } from './train-pairs.ts';

const searched = ['lcqmc', 'epidemic', 'afqmc'];
const judged = ['lcqmc', 'bq'];

/**
 * Retrieval: the demo shop's questions, and with data the pairs of questions, the medical terms and any folder of
 * documents. Beside every figure stand BM25 over characters (`plain…`) and the product's index without what was
 * learned (`untrained…`).
 */
export const retrievalPart: EvalPart = {
  name: 'retrieval',
  alsoCalled: ['faq_pairs_zh', 'medterm_cdn'],
  needsData: false,
  measure(run) {
    return {
      ...(run.knowledge
        ? { retrieval: measureDocuments(run.knowledge.folder, run.knowledge.questions, shipped(run)) }
        : {
            demo: { ...measureRetrieval(tunedQuestions).figures },
            unseen: { ...measureRetrieval(unseenQuestions).figures },
          }),
      ...(run.folders && measurePairs(run, run.folders)),
      ...(run.folders && measureTerms(run.folders, run.say)),
    };
  },
};

const shipped = ({ say }: EvalRun): PairModel | undefined =>
  loadPairModel((file, error) => say(`${file}: ${String(error)}`));

function measurePairs(run: EvalRun, folders: DataFolders): Record<string, Figures> {
  const split = splitOf<FaqPair>(folders, 'faq_pairs_zh');
  if (!split) return {};
  const segment = createSegmenter();
  run.say(`learning from ${split.train.length} pairs of questions`);
  const model = run.shipped ? shipped(run) : trainOnPairs(split.train, segment);
  const rows: Record<string, Figures> = {};
  for (const set of new Set(split.test.map((pair) => pair.set))) {
    const pairs = split.test.filter((pair) => pair.set === set);
    const figures = {
      ...(searched.includes(set) && measureFaq(faqTask(pairs), segment, model)),
      ...(judged.includes(set) && model && { pairAccuracy: pairAccuracy(pairs, model, segment) }),
    };
    if (Object.keys(figures).length > 0) rows[`faq_pairs_zh.${set}`] = figures;
  }
  if (folders.test === undefined) {
    // All documents of the folder, as the README measures: a fifth of the rows is an easier task. Nothing is learned.
    const all = rowsOf<FaqPair>(folders.train, 'faq_pairs_zh')!;
    for (const set of searched) {
      const pairs = all.filter((pair) => pair.set === set);
      if (pairs.length > 0) rows[`faq_pairs_zh.${set}.wholeFolder`] = measureFaq(faqTask(pairs), segment);
    }
  }
  return rows;
}
