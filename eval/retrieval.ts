import { join } from 'node:path';
import { createSegmenter } from '../adapters/segmenters/jieba.ts';
import { createKnowledgeIndex } from '../core/knowledge/index.ts';
import { retrieve } from '../core/knowledge/retrieve.ts';
import { loadArticles } from '../demo/load-articles.ts';
import { type DemoQuestion, loadQuestions } from '../demo/load-questions.ts';

/** Shares are 0..1. "Answerable" questions have an article in the demo, "unanswerable" ones have none. */
export interface RetrievalFigures {
  readonly answerable: number;
  readonly unanswerable: number;
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
  /** Of the unanswerable: answered all the same. */
  readonly falseAnswers: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** Asks every demo question of the built-in retrieval and decision. */
export function measureRetrieval(folder = join(import.meta.dirname, '../demo')): {
  figures: RetrievalFigures;
  mistakes: string[];
} {
  const articles = loadArticles(join(folder, 'articles'));
  const questions = loadQuestions(join(folder, 'questions.jsonl'));
  const index = createKnowledgeIndex(createSegmenter());
  for (const article of articles) index.add({ status: 'published', version: 1, ...article });
  const sameContent = new Map(articles.map(({ id, translationOf }) => [id, translationOf ?? id]));
  const rows = questions.map((question) => ask(question));

  function ask({ text, language, relevant }: DemoQuestion) {
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
      isAnswerable: relevant.length > 0,
      isRightAnswer: chosen !== undefined && isRight(chosen),
      isRightChoice: choices.some(isRight),
    };
  }

  const answerable = rows.filter((row) => row.isAnswerable);
  const unanswerable = rows.filter((row) => !row.isAnswerable);
  const direct = answerable.filter((row) => row.kind === 'answer');
  const asked = answerable.filter((row) => row.kind === 'clarify');
  const times = rows.map((row) => row.ms).sort((one, other) => one - other);
  const share = <T>(of: readonly T[], is: (row: T) => boolean) =>
    of.length === 0 ? 0 : Math.round((of.filter(is).length / of.length) * 1000) / 1000;
  const figures: RetrievalFigures = {
    answerable: answerable.length,
    unanswerable: unanswerable.length,
    recallAt1: share(answerable, ({ place }) => place === 0),
    recallAt3: share(answerable, ({ place }) => place >= 0 && place < 3),
    answerRecall: share(answerable, ({ isRightAnswer }) => isRightAnswer),
    answerPrecision: share(direct, ({ isRightAnswer }) => isRightAnswer),
    answered: share(rows, ({ kind }) => kind === 'answer'),
    clarified: share(rows, ({ kind }) => kind === 'clarify'),
    unknown: share(rows, ({ kind }) => kind === 'unknown'),
    clarifiedRight: share(asked, ({ isRightChoice }) => isRightChoice),
    falseAnswers: share(unanswerable, ({ kind }) => kind === 'answer'),
    p50Ms: Math.round(times[Math.floor(times.length * 0.5)]! * 100) / 100,
    p99Ms: Math.round(times[Math.floor(times.length * 0.99)]! * 100) / 100,
  };
  const mistakes = rows
    .filter((row) => (row.isAnswerable ? !row.isRightAnswer : row.kind === 'answer'))
    .map(
      ({ kind, text, relevant, first, confidence, place, nearest }) =>
        `${kind} ${confidence.toFixed(2)} ${text} → ${first} (${relevant.join(', ') || 'nothing'}; place ${place}; ${JSON.stringify(nearest?.coverage)} "${nearest?.nearestQuestion}")`,
    );
  return { figures, mistakes };
}

if (import.meta.main) {
  const { figures, mistakes } = measureRetrieval();
  if (process.argv.includes('--json')) console.log(JSON.stringify(figures));
  else {
    console.log(mistakes.join('\n'));
    console.table(figures);
  }
}
