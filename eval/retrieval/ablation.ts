/**
 * `node eval/retrieval/ablation.ts DIR`: what each part of the ranking brings, on a fifth of the questions of
 * `faq_pairs_zh` (by a hash of the question, so that no pair of them is learned from) against all documents of the
 * folder.
 */
import { createSegmenter } from '../../adapters/segmenters/jieba.ts';
import { fnvOf } from '../../core/chance/fnv.ts';
import { plainFeatures } from '../../core/knowledge/pair-features.ts';
import { placeFeatures } from '../../core/knowledge/pair-model.ts';
import { trainPairModels } from '../../core/knowledge/pair-training.ts';
import { rowsOf } from '../data/folder.ts';
import {
  type FaqPair,
  faqTask,
  measureSearch,
  pairAccuracy,
  plainSearch,
  productSearch,
} from './faq-pairs.ts';
import { searchedSets, trainingOf } from './train-pairs.ts';

const isAsked = (question: string): boolean => {
  const hash = fnvOf(question);
  return (Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 8) % 5 === 0;
};

const named = (...starts: string[]) =>
  plainFeatures.filter((name) => starts.some((start) => name.startsWith(start)));
const variants: Readonly<Record<string, readonly string[]>> = {
  everything: [],
  'without the table of substitutions': ['crossed'],
  'without vectors': ['cosine'],
  'without both': ['crossed', 'cosine'],
  'without kinds of question': named('asks'),
  'without negation, figures and names': named('negation', 'figures', 'names'),
  'without alignment': named('common', 'edits', 'difference', 'longestDifference', 'same', 'moved'),
  'without rarity': named('held', 'wordHeld', 'rarest', 'weight'),
  'without what the search knows': placeFeatures,
};

const [folder] = process.argv.slice(2);
const all = folder === undefined ? null : rowsOf<FaqPair>(folder, 'faq_pairs_zh');
if (!all) throw new Error('Name the folder with faq_pairs_zh.jsonl.gz.');
const segment = createSegmenter();
const tasks = searchedSets.map((set) => {
  const { documents, questions } = faqTask(all.filter((pair) => pair.set === set));
  return { set, task: { documents, questions: questions.filter(({ text }) => isAsked(text)) } };
});
const row = (name: string, figures: Record<string, number>) =>
  console.log(`| ${name} | ${Object.values(figures).join(' | ')} |`);
for (const [name, search] of [
  ['BM25 over characters', (documents: readonly string[]) => plainSearch(documents, true)],
  ['the index alone', (documents: readonly string[]) => productSearch(documents, segment, undefined, true)],
] as const)
  row(
    name,
    Object.fromEntries(
      tasks.flatMap(({ set, task }) => {
        const { recallAt1, recallAt10 } = measureSearch(task, search(task.documents));
        return [
          [`${set}1`, recallAt1],
          [`${set}10`, recallAt10],
        ];
      }),
    ),
  );
const models = trainPairModels(
  trainingOf(all, segment, (question) => !isAsked(question)),
  Object.values(variants),
);
for (const [n, name] of Object.keys(variants).entries()) {
  const model = models[n]!;
  const figures: Record<string, number> = {};
  for (const { set, task } of tasks) {
    const { recallAt1, recallAt10 } = measureSearch(
      task,
      productSearch(task.documents, segment, model, true),
    );
    figures[`${set}1`] = recallAt1;
    figures[`${set}10`] = recallAt10;
  }
  for (const set of ['lcqmc', 'bq'])
    figures[`${set}Pairs`] = pairAccuracy(
      all.filter((pair) => pair.set === set && isAsked(pair.a)),
      model,
      segment,
    );
  row(name, figures);
}
