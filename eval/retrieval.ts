import { join } from 'node:path';
import { createSegmenter } from '../adapters/segmenters/jieba.ts';
import { createKnowledgeIndex } from '../core/knowledge/index.ts';
import type { PairModel } from '../core/knowledge/pair-model.ts';
import { createRerank } from '../core/knowledge/rerank.ts';
import { retrieve } from '../core/knowledge/retrieve.ts';
import { calibrationError } from '../core/learning/measures.ts';
import { loadArticles } from '../demo/load-articles.ts';
import { type DemoQuestion, loadQuestions, tunedQuestions, unseenQuestions } from '../demo/load-questions.ts';
import { loadPairModel } from '../server/models.ts';

/**
 * Shares are 0..1. "Answerable" questions have an article in the demo, "unanswerable" ones have none, and "bare" ones
 * are a word that fits many articles.
 */
export interface RetrievalFigures {
  readonly answerable: number;
  readonly unanswerable: number;
  readonly bare: number;
  /** Share of the answerable whose first, or one of the first three articles, is right. */
  readonly recallAt1: number;
  readonly recallAt3: number;
  /** Of the answerable: answered directly and rightly. */
  readonly answerRecall: number;
  /** Of the answerable that were answered directly: rightly. */
  readonly answerPrecision: number;
  readonly answered: number;
  readonly clarified: number;
  readonly unknown: number;
  /** Of the questions asked back: the right article is among the choices. */
  readonly clarifiedRight: number;
  /** Of the answerable: the right article was answered or is among the choices. */
  readonly reached: number;
  /** Of the unanswerable: answered all the same, or asked back for nothing. */
  readonly falseAnswers: number;
  readonly falseClarifications: number;
  /** Of the bare ones: asked back. */
  readonly bareClarified: number;
  /** How far confidence and truth are apart on average, over ten bins; see `calibrationError`. */
  readonly calibrationError: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** The first that was found, how sure the search was of it, and whether it is right. */
export interface Judged {
  readonly confidence: number;
  readonly isRight: boolean;
}

/** Asks every question of one set of the built-in retrieval and decision. */
export function measureRetrieval(
  set: string = tunedQuestions,
  folder = join(import.meta.dirname, '../demo'),
  model: PairModel | undefined = loadPairModel((file, error) => console.error(`${file}: ${String(error)}`)),
): {
  figures: RetrievalFigures;
  mistakes: string[];
  judged: Judged[];
} {
  const articles = loadArticles(join(folder, 'articles'));
  const questions = loadQuestions(join(folder, set));
  const segment = createSegmenter();
  const index = createKnowledgeIndex(segment, model && createRerank(model, segment));
  for (const article of articles) index.add({ status: 'published', version: 1, ...article });
  const sameContent = new Map(articles.map(({ id, translationOf }) => [id, translationOf ?? id]));
  const rows = questions.map((question) => ask(question));

  function ask({ text, language, relevant, expect }: DemoQuestion) {
    const right = new Set(relevant.map((id) => sameContent.get(id) ?? id));
    const isRight = (id: string) => right.has(sameContent.get(id) ?? id);
    const started = performance.now();
    const { candidates, decision } = retrieve({ index, text, language });
    const ms = performance.now() - started;
    const ids = [...new Set(candidates.map(({ passage }) => passage.articleId))];
    const place = ids.findIndex(isRight);
    const chosen = decision.kind === 'answer' ? decision.candidate.passage.articleId : undefined;
    const choices =
      decision.kind === 'clarify' ? decision.candidates.map(({ passage }) => passage.articleId) : [];
    return {
      text,
      relevant,
      ms,
      place,
      kind: decision.kind,
      confidence: decision.figures.confidence,
      first: ids[0] ?? '',
      nearest: candidates[0],
      isBare: expect === 'clarify',
      isAnswerable: relevant.length > 0,
      isRightAnswer: chosen !== undefined && isRight(chosen),
      isRightChoice: choices.some(isRight),
    };
  }

  const judged = rows
    .filter(({ nearest }) => nearest !== undefined)
    .map(({ nearest, place }): Judged => ({ confidence: nearest!.confidence, isRight: place === 0 }));
  const answerable = rows.filter((row) => row.isAnswerable);
  const bare = rows.filter((row) => row.isBare);
  const unanswerable = rows.filter((row) => !row.isAnswerable && !row.isBare);
  const direct = answerable.filter((row) => row.kind === 'answer');
  const asked = answerable.filter((row) => row.kind === 'clarify');
  const times = rows.map((row) => row.ms).sort((one, other) => one - other);
  const share = <T>(of: readonly T[], is: (row: T) => boolean) =>
    of.length === 0 ? 0 : Math.round((of.filter(is).length / of.length) * 1000) / 1000;
  const figures: RetrievalFigures = {
    answerable: answerable.length,
    unanswerable: unanswerable.length,
    bare: bare.length,
    recallAt1: share(answerable, ({ place }) => place === 0),
    recallAt3: share(answerable, ({ place }) => place >= 0 && place < 3),
    answerRecall: share(answerable, ({ isRightAnswer }) => isRightAnswer),
    answerPrecision: share(direct, ({ isRightAnswer }) => isRightAnswer),
    answered: share(rows, ({ kind }) => kind === 'answer'),
    clarified: share(rows, ({ kind }) => kind === 'clarify'),
    unknown: share(rows, ({ kind }) => kind === 'unknown'),
    clarifiedRight: share(asked, ({ isRightChoice }) => isRightChoice),
    reached: share(answerable, ({ isRightAnswer, isRightChoice }) => isRightAnswer || isRightChoice),
    falseAnswers: share(unanswerable, ({ kind }) => kind === 'answer'),
    falseClarifications: share(unanswerable, ({ kind }) => kind === 'clarify'),
    bareClarified: share(bare, ({ kind }) => kind === 'clarify'),
    calibrationError: errorOf(judged),
    p50Ms: Math.round(times[Math.floor(times.length * 0.5)]! * 100) / 100,
    p99Ms: Math.round(times[Math.floor(times.length * 0.99)]! * 100) / 100,
  };
  const mistakes = rows
    .filter((row) => (row.isAnswerable ? !row.isRightAnswer : row.kind === 'answer'))
    .map(
      ({ kind, text, relevant, first, confidence, place, nearest }) =>
        `${kind} ${confidence.toFixed(2)} ${text} → ${first} (${relevant.join(', ') || 'nothing'}; place ${place}; ${JSON.stringify(nearest?.coverage)} "${nearest?.nearestQuestion}")`,
    );
  return { figures, mistakes, judged };
}

/** Expected calibration error, 0..1. */
export const errorOf = (judged: readonly Judged[]): number =>
  Math.round(
    calibrationError(
      judged.map(({ isRight }) => (isRight ? 1 : 0)),
      judged.map(({ confidence }) => confidence),
    ) * 1000,
  ) / 1000;

if (import.meta.main) {
  const demo = measureRetrieval(tunedQuestions);
  const unseen = measureRetrieval(unseenQuestions);
  if (process.argv.includes('--json')) {
    const flat = Object.entries({ demo: demo.figures, unseen: unseen.figures }).flatMap(([set, figures]) =>
      Object.entries(figures).map(([name, figure]) => [`${set}.${name}`, figure]),
    );
    console.log(JSON.stringify(Object.fromEntries(flat)));
  } else {
    // Mistakes of the tuned set only: who reads those of the held-out set tunes on it.
    console.log(demo.mistakes.join('\n'));
    console.table({ demo: demo.figures, unseen: unseen.figures });
  }
}
