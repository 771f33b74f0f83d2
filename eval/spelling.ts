import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSegmenter } from '../adapters/segmenters/jieba.ts';
import { createKnowledgeIndex, type KnowledgeIndex } from '../core/knowledge/index.ts';
import { createRerank } from '../core/knowledge/rerank.ts';
import { retrieve } from '../core/knowledge/retrieve.ts';
import { detectLanguage } from '../core/perception/language.ts';
import { loadArticles } from '../demo/load-articles.ts';
import { loadPairModel } from '../server/models.ts';
import { type EvalPart, type Figures, percent } from './part.ts';

/** A misspelt question to the demo shop and the articles that answer it; none when it has no answer there. */
interface MisspeltQuestion {
  readonly text: string;
  readonly relevant: readonly string[];
  readonly kind: 'pinyin' | 'initials' | 'mixed' | 'homophone' | 'near' | 'latin' | 'none';
}

/** Shares of a kind, 0..1. */
export interface SpellingFigures {
  readonly questions: number;
  /** The first article is right. */
  readonly first: number;
  readonly answeredRightly: number;
  readonly answeredWrongly: number;
  readonly askedBack: number;
  /** Answered rightly, or the right article is among the choices. */
  readonly reached: number;
}

/** Development: the rules were made with it. Frozen: measured, never looked at. */
export const spellingSets = ['development', 'frozen'] as const;

/** Misspelt questions that nothing was made with, by kind, as they are written and as they may have been meant. */
export const spellingPart: EvalPart = {
  name: 'spelling',
  needsData: false,
  measure() {
    const { before, after } = measureSpelling('frozen');
    const rows = Object.keys(after).flatMap((kind) => [
      [`spelling.${kind}`, inPercent(after[kind]!)] as const,
      [`spelling.${kind}.asWritten`, inPercent(before[kind]!)] as const,
    ]);
    return Object.fromEntries(rows);
  },
};

const inPercent = ({ questions, ...shares }: SpellingFigures): Figures => ({
  questions,
  ...Object.fromEntries(Object.entries(shares).map(([name, share]) => [name, percent(share)])),
});

const folder = import.meta.dirname;

/** Asks the misspelt questions of one set by kind, with the search as it is and without the reading of misspelt words. */
export function measureSpelling(set: (typeof spellingSets)[number]): {
  readonly before: Record<string, SpellingFigures>;
  readonly after: Record<string, SpellingFigures>;
  readonly mistakes: string[];
} {
  const segment = createSegmenter();
  const model = loadPairModel((file, error) => console.error(`${file}: ${String(error)}`));
  const index = createKnowledgeIndex(segment, model && createRerank(model, segment));
  for (const article of loadArticles(join(folder, '../demo/articles')))
    index.add({ status: 'published', version: 1, ...article });
  const questions = readFileSync(join(folder, `spelling/${set}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): MisspeltQuestion => JSON.parse(line));
  const after = ask(questions, index);
  return {
    before: figuresOf(ask(questions, { search: index.search })),
    after: figuresOf(after),
    mistakes: after
      .filter(({ kind, isFirst, isAnswered }) => (kind === 'none' ? isAnswered : !isFirst))
      .map(({ kind, text, found }) => `${kind}: ${text} → ${found} (${index.respell(text)?.text})`),
  };
}

function ask(
  questions: readonly MisspeltQuestion[],
  index: Pick<KnowledgeIndex, 'search'> & Partial<Pick<KnowledgeIndex, 'respell'>>,
) {
  return questions.map(({ text, kind, relevant }) => {
    const { candidates, decision } = retrieve({ index, text, language: detectLanguage(text, 'zh') });
    const isRight = (id: string | undefined) =>
      id !== undefined && relevant.some((right) => alike(right, id));
    const chosen = decision.kind === 'answer' ? decision.candidate.passage.articleId : undefined;
    const choices = decision.kind === 'clarify' ? decision.candidates : [];
    return {
      kind,
      text,
      found: `${decision.kind} ${candidates[0]?.passage.articleId} ${decision.figures.confidence.toFixed(2)}`,
      isFirst: isRight(candidates[0]?.passage.articleId),
      isAnswered: chosen !== undefined,
      isRightAnswer: isRight(chosen),
      isAskedBack: decision.kind === 'clarify',
      isReached: isRight(chosen) || choices.some(({ passage }) => isRight(passage.articleId)),
    };
  });
}

/** An article and its translation say the same. */
const alike = (one: string, other: string) => one.replace(/\.en$/, '') === other.replace(/\.en$/, '');

function figuresOf(rows: ReturnType<typeof ask>): Record<string, SpellingFigures> {
  const figures: Record<string, SpellingFigures> = {};
  for (const [kind, own] of Map.groupBy(rows, ({ kind }) => kind)) {
    const share = (is: (row: (typeof own)[number]) => boolean) =>
      Math.round((own.filter(is).length / own.length) * 1000) / 1000;
    figures[kind] = {
      questions: own.length,
      first: share(({ isFirst }) => isFirst),
      answeredRightly: share(({ isRightAnswer }) => isRightAnswer),
      answeredWrongly: share(({ isAnswered, isRightAnswer }) => isAnswered && !isRightAnswer),
      askedBack: share(({ isAskedBack }) => isAskedBack),
      reached: share(({ isReached }) => isReached),
    };
  }
  return figures;
}

if (import.meta.main) {
  const tables = spellingSets.map((set) => [set, measureSpelling(set)] as const);
  // Mistakes of the development set only: who reads those of the frozen set tunes on it.
  console.log(tables[0]![1].mistakes.join('\n'));
  for (const [set, { before, after }] of tables) {
    console.log(set);
    console.table(
      Object.fromEntries(
        Object.keys(after).flatMap((kind) => [
          [`${kind}, as written`, before[kind]],
          [`${kind}, as meant`, after[kind]],
        ]),
      ),
    );
  }
}
