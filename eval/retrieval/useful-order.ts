/**
 * `node eval/retrieval/useful-order.ts DIR [SET]`: what an installation's own outcomes bring, by simulation. Questions of
 * `faq_pairs_zh` that ask the same are one article. Customers ask for the much asked ones in half of their other wordings,
 * an agent sends one of the four articles shown: the right one, or, as often as `noise` says, any. The other half of the
 * wordings measures. What ships in the simulation was learned without the set.
 */
import { createSegmenter } from '../../adapters/segmenters/jieba.ts';
import { fnvOf } from '../../core/chance/fnv.ts';
import { createRandom } from '../../core/chance/random.ts';
import { createKnowledgeIndex } from '../../core/knowledge/index.ts';
import { isWorseOrder, type JudgedOrder, judgeOrder } from '../../core/knowledge/judge-order.ts';
import { type JudgedSearch, learnAdjustment } from '../../core/knowledge/learn-order.ts';
import {
  adjustmentWeights,
  type OrderAdjustment,
  readAdjustment,
} from '../../core/knowledge/order-adjustment.ts';
import { createRerank } from '../../core/knowledge/rerank.ts';
import { isByChance, tryOrder } from '../../core/knowledge/trial-order.ts';
import { type ArticleOutcome, usefulQuestions } from '../../core/knowledge/useful-questions.ts';
import { isFrozen } from '../../core/learning/frozen-set.ts';
import { decodeWeights, encodeWeights } from '../../core/learning/weights-file.ts';
import { rowsOf } from '../data/folder.ts';
import { errorOf } from '../retrieval.ts';
import type { FaqPair } from './faq-pairs.ts';
import { trainOnPairs } from './train-pairs.ts';

/** Wordings from which an article counts as much asked. */
const muchAsked: Readonly<Record<string, number>> = { lcqmc: 4, epidemic: 5 };
const shown = 4;
const runs = Number(process.argv[4] ?? 2);
const noises = [0, 0.2, 1];
const counts = [100, 300, 1_000];
/** "Answer from", as shipped. */
const answers = 0.7;
/** Of the articles nobody teaches, one in so many is left out: questions without an article. */
const leftOut = 5;

const [folder, set = 'lcqmc'] = process.argv.slice(2);
const all = folder === undefined ? null : rowsOf<FaqPair>(folder, 'faq_pairs_zh');
const least = muchAsked[set];
if (!all || least === undefined)
  throw new Error('Name the folder with faq_pairs_zh.jsonl.gz and a set of it.');
const segment = createSegmenter();
const model = trainOnPairs(
  all.filter((pair) => pair.set !== set),
  segment,
);

/** Questions that ask the same, as the rows say, in their order. */
function groupsOf(pairs: readonly FaqPair[]): string[][] {
  const parents = new Map<string, string>();
  const rootOf = (text: string): string => {
    let root = text;
    while (parents.get(root) !== root) root = parents.get(root)!;
    parents.set(text, root);
    return root;
  };
  for (const { a, b, y } of pairs) {
    for (const text of [a, b]) if (!parents.has(text)) parents.set(text, text);
    if (y === 1) parents.set(rootOf(a), rootOf(b));
  }
  const groups = new Map<string, string[]>();
  for (const text of parents.keys()) {
    const root = rootOf(text);
    groups.set(root, [...(groups.get(root) ?? []), text]);
  }
  return [...groups.values()];
}

interface Asked {
  readonly text: string;
  readonly articleId: string;
}

const index = createKnowledgeIndex(segment, createRerank(model, segment));
const taught: Asked[] = [];
const heldOut: Asked[] = [];
const others: Asked[] = [];
const unanswerable: Asked[] = [];
groupsOf(all.filter((pair) => pair.set === set)).forEach(([title, ...wordings], place) => {
  const articleId = String(place);
  const isMuchAsked = wordings.length + 1 >= least;
  if (!isMuchAsked && wordings.length > 0 && place % leftOut === 0) {
    unanswerable.push(...wordings.map((text) => ({ text, articleId })));
    return;
  }
  const rest = { body: title!, similarQuestions: [], language: 'zh', topic: '', version: 1 } as const;
  index.add({ id: articleId, title: title!, status: 'published', ...rest });
  for (const text of wordings) {
    const isTaught = (fnvOf(text) >>> 9) % 2 === 1;
    (isMuchAsked ? (isTaught ? taught : heldOut) : others).push({ text, articleId });
  }
});

const searchOf = (question: string, evidence: JudgedSearch['evidence']): JudgedSearch => ({
  question,
  ...index.find(question),
  evidence,
});
const searchesOf = (asked: readonly Asked[]) =>
  asked.map(({ text, articleId }) => searchOf(text, [{ articleId, isUseful: true, weight: 1 }]));
const percent = (share: number) => (share * 100).toFixed(1);
const meanOf = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
const hitsOf = ({ hits }: JudgedOrder) => meanOf(hits.map(Number));
const calibrationOf = ({ hits, confidences }: JudgedOrder) =>
  errorOf(hits.map((isRight, n) => ({ isRight, confidence: confidences[n]! })));
const answeredOf = ({ confidences }: JudgedOrder) =>
  meanOf(confidences.map((one) => (one >= answers ? 1 : 0)));

const held = searchesOf(heldOut);
const elsewhere = searchesOf(others.filter((_, n) => n % 10 === 0));
const nowhere = searchesOf(unanswerable.filter((_, n) => n % 3 === 0));
const told = (adjustment: OrderAdjustment | undefined) => {
  const of = (searches: readonly JudgedSearch[]) => judgeOrder(searches, model, segment, adjustment);
  const own = of(held);
  return [hitsOf(own), calibrationOf(own), hitsOf(of(elsewhere)), answeredOf(of(nowhere))];
};
const row = (name: string, [hits, error, away, wrong]: readonly number[], refused = '') =>
  console.log(
    `| ${name} | ${percent(hits!)} | ${error!.toFixed(3)} | ${percent(away!)} | ${percent(wrong!)} | ${refused} |`,
  );

console.log(
  `${set}: ${index.size} articles; ${taught.length} wordings teach, ${heldOut.length} measure, ${others.length} of articles nobody taught, ${unanswerable.length} without an article`,
);
const before = told(undefined);
row('as shipped', before);
for (const noise of noises)
  for (const count of counts) {
    const results: (readonly number[])[] = [];
    let refusals = 0;
    const trials: string[] = [];
    for (let run = 1; run <= runs; run++) {
      const { next } = createRandom(run * 10_000 + count, 7);
      const outcomes: ArticleOutcome[] = [];
      for (let tries = 0; outcomes.length < count && tries < count * 20; tries++) {
        const { text, articleId } = taught[Math.floor(next() * taught.length)]!;
        const found = index.search(text, { limit: shown }).map(({ passage }) => passage.articleId);
        const isWrong = next() < noise;
        const any = found[Math.floor(next() * found.length)];
        const sent = isWrong ? any : found.find((id) => id === articleId);
        if (sent !== undefined) outcomes.push({ question: text, articleId: sent, what: 'article-sent' });
      }
      const searches = usefulQuestions(outcomes).map(({ question, evidence }) =>
        searchOf(question, evidence),
      );
      const learned = learnAdjustment(
        searches.filter(({ question }) => !isFrozen(question)),
        model,
        segment,
      );
      const trial = tryOrder(
        searches.filter(({ question }) => !isFrozen(question)),
        model,
        segment,
      );
      const { weights, columns } = adjustmentWeights(
        learned.table.map((weight) => weight * trial.strength),
        learned.remembered,
        'simulation',
      );
      trials.push(`${trial.strength}: ${trial.won}–${trial.lost}`);
      const adjustment = readAdjustment(decodeWeights(encodeWeights(weights, columns)));
      const frozen = searches.filter(({ question }) => isFrozen(question));
      const judged = (one: OrderAdjustment | undefined) => judgeOrder(frozen, model, segment, one);
      const isRefused = isByChance(trial) || isWorseOrder(judged(undefined), judged(adjustment));
      if (isRefused) refusals += 1;
      results.push(isRefused ? before : told(adjustment));
    }
    const means = before.map((_, n) => meanOf(results.map((one) => one[n]!)));
    row(
      `${count} outcomes, ${noise * 100} % any article`,
      means,
      `${refusals} of ${runs} | ${trials.join(', ')}`,
    );
  }
