/**
 * `node eval/retrieval/useful-order.ts DIR [SET]`: what an installation's own outcomes bring, by simulation. Questions of
 * `faq_pairs_zh` that ask the same become one article; half of the other ways to ask it are asked by simulated customers, whom an
 * agent answers with one of the articles found; the other half measures. What puts in order first was learned without
 * the set.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createSegmenter } from '../../adapters/segmenters/jieba.ts';
import { fnvOf } from '../../core/chance/fnv.ts';
import { createRandom } from '../../core/chance/random.ts';
import { createKnowledgeIndex } from '../../core/knowledge/index.ts';
import { isWorseOrder, judgeOrder } from '../../core/knowledge/judge-order.ts';
import { type JudgedSearch, learnAdjustment } from '../../core/knowledge/learn-order.ts';
import { adjustmentWeights, readAdjustment } from '../../core/knowledge/order-adjustment.ts';
import { pairWeights, readPairModel } from '../../core/knowledge/pair-model.ts';
import { createRerank } from '../../core/knowledge/rerank.ts';
import { type ArticleOutcome, usefulQuestions } from '../../core/knowledge/useful-pairs.ts';
import { isFrozen } from '../../core/learning/frozen-set.ts';
import { decodeWeights, encodeWeights } from '../../core/learning/weights-file.ts';
import { rowsOf } from '../data/folder.ts';
import { errorOf } from '../retrieval.ts';
import type { FaqPair } from './faq-pairs.ts';
import { trainOnPairs } from './train-pairs.ts';

const [folder = '', set = 'bq', half = '0'] = process.argv.slice(2);
const all = rowsOf<FaqPair>(folder, 'faq_pairs_zh');
if (!all) throw new Error('Name the folder with faq_pairs_zh.jsonl.gz.');
const segment = createSegmenter();

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

function modelWithout(left: string) {
  const file = `/tmp/useful/without-${left}.bin`;
  if (!existsSync(file)) {
    const { weights, columns } = pairWeights(
      trainOnPairs(
        all!.filter((pair) => pair.set !== left),
        segment,
      ),
      'simulation',
    );
    writeFileSync(file, encodeWeights(weights, columns));
  }
  return readPairModel(decodeWeights(readFileSync(file)));
}

const model = modelWithout(set);
const least = Number(process.argv[5] ?? 3);
const groups = groupsOf(all.filter((pair) => pair.set === set)).filter((group) => group.length >= least);
const index = createKnowledgeIndex(segment, createRerank(model, segment));
const titleOf = (group: readonly string[]) => group[0]!;
groups.forEach((group, place) => {
  const title = titleOf(group);
  index.add({
    id: String(place),
    title,
    body: title,
    similarQuestions: [],
    language: 'zh',
    topic: '',
    status: 'published',
    version: 1,
  });
});
interface Asked {
  readonly text: string;
  readonly articleId: string;
}
const seen: Asked[] = [];
const held: Asked[] = [];
const popular = Number(process.argv[6] ?? 4);
groups.forEach((group, place) => {
  if (group.length < popular) return;
  for (const text of group.slice(1))
    ((fnvOf(text) >>> 9) % 2 === Number(half) ? held : seen).push({ text, articleId: String(place) });
});
const searchOf = (question: string, evidence: JudgedSearch['evidence']): JudgedSearch => ({
  question,
  ...index.find(question),
  evidence,
});
const test = held.map(({ text, articleId }) => searchOf(text, [{ articleId, isUseful: true, weight: 1 }]));
const judgedOf = ({ hits, confidences }: ReturnType<typeof judgeOrder>) =>
  errorOf(hits.map((isRight, n) => ({ isRight, confidence: confidences[n]! })));
const shareOf = (hits: readonly boolean[]) => ((hits.filter(Boolean).length / hits.length) * 100).toFixed(1);
const baseline = judgeOrder(test, model, segment, undefined);
console.log(
  set,
  `articles ${groups.length}, seen ${seen.length}, held out ${held.length}, before R@1 ${shareOf(baseline.hits)} calibration ${judgedOf(baseline).toFixed(3)}`,
);
for (const depth of [6])
  console.log(
    JSON.stringify(process.env.V),
    'in first',
    depth,
    (
      (test.filter(({ articles, evidence }) =>
        [...articles]
          .filter((v) => v.length > 0)
          .sort((a, b) => b[0]!.relevance - a[0]!.relevance)
          .slice(0, depth)
          .some(([f]) => f!.passage.articleId === evidence[0]!.articleId),
      ).length /
        test.length) *
      100
    ).toFixed(1),
  );
const shown = 4;
for (const noise of (process.env.NOISE ?? '0,0.2,1').split(',').map(Number))
  for (const count of [300]) {
    const line: string[] = [];
    for (let run = 1; run <= 3; run++) {
      const { next } = createRandom(run * 1000 + count, 7);
      const outcomes: ArticleOutcome[] = [];
      for (let tries = 0; outcomes.length < count && tries < count * 20; tries++) {
        const { text, articleId } = seen[Math.floor(next() * seen.length)]!;
        const found = index.search(text, { limit: shown }).map(({ passage }) => passage.articleId);
        if (found.length === 0) continue;
        const isWrong = next() < noise;
        const pick = found[Math.floor(next() * found.length)]!;
        if (isWrong) outcomes.push({ question: text, articleId: pick, what: 'article-sent' });
        else if (found.includes(articleId))
          outcomes.push({ question: text, articleId, what: 'article-sent' });
      }
      const searches = usefulQuestions(outcomes).map(({ question, evidence }) =>
        searchOf(question, evidence),
      );
      const learned = searches.filter(({ question }) => !isFrozen(question));
      const frozen = searches.filter(({ question }) => isFrozen(question));
      const started = performance.now();
      const { table, remembered } = learnAdjustment(learned, model, segment);
      const { weights, columns } = adjustmentWeights(table, remembered, 'v');
      const took = performance.now() - started;
      const adjustment = readAdjustment(decodeWeights(encodeWeights(weights, columns)));
      const refused = isWorseOrder(
        judgeOrder(frozen, model, segment, undefined),
        judgeOrder(frozen, model, segment, adjustment),
      );
      const after = judgeOrder(test, model, segment, adjustment);
      line.push(
        `${shareOf(after.hits)}${refused ? ' refused' : ''} (${judgedOf(after).toFixed(3)}, ${Math.round(took)} ms)`,
      );
    }
    console.log(`noise ${noise} outcomes ${count}: ${line.join(' | ')}`);
  }
