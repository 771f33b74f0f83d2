import { setImmediate as breathe } from 'node:timers/promises';
import type { Examples } from '../../adapters/store/examples.ts';
import type { InsightStore } from '../../adapters/store/insights.ts';
import type { JudgedSearch } from '../../core/knowledge/learn-order.ts';
import { usefulQuestions } from '../../core/knowledge/useful-questions.ts';
import { isFrozen } from '../../core/learning/frozen-set.ts';
import { detectLanguage } from '../../core/perception/language.ts';
import type { UsefulSource } from '../../core/terms/useful-source.ts';
import type { NewExample } from '../../services/examples-from-log.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';

/** The newest of each side: what agents sent, and what customers did after an answer. */
const mostOfASide = 1_500;
/** Older outcomes speak of other articles. */
const oldestMs = 180 * 24 * 3600_000;
/** After so many searches the process looks whether anybody else wants something. */
const atOnce = 10;

const usefulSources: readonly string[] = [
  'article-sent',
  'article-edited',
  'answer-helped',
  'answer-failed',
] satisfies UsefulSource[];

/** All that is known now of which article answers which question. Nothing of customers' outcomes is stored for it. */
export async function usefulRows(
  examples: Pick<Examples, 'newest'>,
  outcomes: Pick<InsightStore, 'articleOutcomes'>,
  now: number,
): Promise<NewExample[]> {
  const [sent, known] = await Promise.all([
    examples.newest('retrieval', mostOfASide),
    outcomes.articleOutcomes(now - oldestMs, mostOfASide),
  ]);
  const answered = known.map(
    ({ conversationId, seq, at, question, articleId, hasHelped }): NewExample => ({
      id: `answer/${conversationId}/${seq}/${articleId}`,
      model: 'retrieval',
      text: question,
      label: articleId,
      source: hasHelped ? 'answer-helped' : 'answer-failed',
      conversationId,
      seq,
      author: '',
      at,
      isFrozen: isFrozen(question),
      predicted: null,
    }),
  );
  return [...sent, ...answered].sort((one, other) => one.at - other.at);
}

/** What staff would find today for each question, for the training beside the server. No article's text goes along. */
export async function searchesOf(
  rows: readonly NewExample[],
  knowledgeBase: Pick<KnowledgeBase, 'find'>,
): Promise<JudgedSearch[]> {
  const questions = usefulQuestions(
    rows.flatMap(({ text, label, source }) =>
      usefulSources.includes(source)
        ? [{ question: text, articleId: label, what: source as UsefulSource }]
        : [],
    ),
  );
  const searches: JudgedSearch[] = [];
  for (const [place, { question, evidence }] of questions.entries()) {
    if (place % atOnce === atOnce - 1) await breathe();
    const { articles, terms } = knowledgeBase.find(question, detectLanguage(question, 'zh'));
    searches.push({
      question,
      evidence,
      terms,
      articles: articles.map((views) =>
        views.map((view) => ({ ...view, passage: { ...view.passage, text: '', headings: [] } })),
      ),
    });
  }
  return searches;
}
