import { join } from 'node:path';
import { createSegmenter } from '../../adapters/segmenters/jieba.ts';
import { createRandom } from '../../core/chance/random.ts';
import { createKnowledgeIndex } from '../../core/knowledge/index.ts';
import { meaningText } from '../../core/knowledge/meaning-texts.ts';
import { meaningVectorOf, unitOf } from '../../core/knowledge/meaning-vector.ts';
import { createRerank } from '../../core/knowledge/rerank.ts';
import { retrieve } from '../../core/knowledge/retrieve.ts';
import { loadArticles } from '../../demo/load-articles.ts';
import { loadQuestions, tunedQuestions } from '../../demo/load-questions.ts';
import { loadPairModel } from '../../server/models.ts';

/**
 * What fusing does with embeddings of known worth: the demo's questions with vectors that are made up, from nearly
 * right to none at all. A simulation – it says how the fusion treats a good, a poor and a useless model, and nothing
 * of any real one. `node eval/retrieval/simulated-meaning.ts`
 */
const dimensions = 256;
/** Where words are this sure nobody asks for a meaning. */
const certain = 0.9;

const articles = loadArticles();
const questions = loadQuestions(join(import.meta.dirname, '../../demo', tunedQuestions));
const segment = createSegmenter();
const pairs = loadPairModel((file, error) => console.error(`${file}: ${String(error)}`))!;
const contentOf = new Map(articles.map(({ id, translationOf }) => [id, translationOf ?? id]));
const topicOf = new Map(articles.map(({ id, topic }) => [contentOf.get(id)!, topic]));

type Embed = (text: string, article: string | undefined) => Float32Array;

const hashOf = (text: string) =>
  [...text].reduce((sum, letter) => (Math.imul(sum, 31) + letter.codePointAt(0)!) | 0, 7);
function direction(of: string, stream: number): Float64Array {
  const random = createRandom(hashOf(of), stream);
  return Float64Array.from({ length: dimensions }, () => random.next() + random.next() + random.next() - 1.5);
}

/** A text lies near its article, which lies near its topic; `shared` is what all texts have in common. */
const simulated =
  (noise: number, shared = 0): Embed =>
  (text, article) => {
    const parts: (readonly [Float64Array, number])[] = [
      [direction('everything', 1), shared],
      [direction(text, 2), noise],
      ...(article === undefined
        ? [[direction(text, 3), 1.3] as const]
        : [[direction(article, 4), 1] as const, [direction(topicOf.get(article) ?? '', 5), 0.8] as const]),
    ];
    return Float32Array.from({ length: dimensions }, (_, at) =>
      parts.reduce((sum, [one, weight]) => sum + one[at]! * weight, 0),
    );
  };

/** An index with the vectors of all its texts and a measured scale. */
function shelved(embed: Embed | undefined) {
  const index = createKnowledgeIndex(segment, createRerank(pairs, segment), { isByMeaning: true });
  for (const article of articles) {
    index.add({ status: 'published', version: 1, ...article });
    if (!embed) continue;
    for (const text of [...index.meaning!.wanted()])
      index.meaning!.put(text, meaningVectorOf(embed(text, contentOf.get(article.id)))!);
  }
  if (embed) {
    const steps = index.meaning!.measure(300, 1);
    let step = steps.next();
    while (!step.done) step = steps.next();
    index.meaning!.scale = step.value;
  }
  return index;
}

function measure(name: string, embed?: Embed): Record<string, string | number> {
  const index = shelved(embed);
  const count = {
    answerable: 0,
    first: 0,
    right: 0,
    wrong: 0,
    reached: 0,
    none: 0,
    answered: 0,
    askedBack: 0,
  };
  for (const { text, language, relevant, expect } of questions) {
    const right = new Set(relevant.map((id) => contentOf.get(id) ?? id));
    const isRight = (id: string) => right.has(contentOf.get(id) ?? id);
    let { candidates, decision } = retrieve({ index, text, language });
    const isCertain = decision.kind === 'answer' && decision.figures.confidence >= certain;
    if (embed && !isCertain) {
      const meaning = unitOf(embed(meaningText(text, language), [...right][0]))!;
      const search: typeof index.search = (words, options) => index.search(words, { ...options, meaning });
      ({ candidates, decision } = retrieve({ index: { search, respell: index.respell }, text, language }));
    }
    const chosen =
      decision.kind === 'answer'
        ? [decision.candidate]
        : decision.kind === 'clarify'
          ? decision.candidates
          : [];
    const isReached = chosen.some(({ passage }) => isRight(passage.articleId));
    if (relevant.length > 0) {
      count.answerable++;
      if (candidates[0] && isRight(candidates[0].passage.articleId)) count.first++;
      if (decision.kind === 'answer') count[isReached ? 'right' : 'wrong']++;
      if (isReached) count.reached++;
    } else if (expect !== 'clarify') {
      count.none++;
      if (decision.kind === 'answer') count.answered++;
      if (decision.kind === 'clarify') count.askedBack++;
    }
  }
  const share = (part: number) => Math.round((1000 * part) / count.answerable) / 10;
  return {
    vectors: name,
    scale: embed ? index.meaning!.scale.basis : '',
    firstRight: share(count.first),
    answeredRightly: share(count.right),
    answeredWrongly: share(count.wrong),
    reached: share(count.reached),
    [`of ${count.none} without an article answered`]: count.answered,
    'asked back': count.askedBack,
  };
}

console.table([
  measure('none: words alone'),
  measure('little noise', simulated(1.2)),
  measure('noise', simulated(2.2)),
  measure('noise, unrelated texts at 0.8', simulated(2.2, 5)),
  measure('much noise', simulated(4)),
  measure('nothing but chance', (text) => Float32Array.from(direction(text, 9))),
]);
