/** Puts questions together on a thread of its own, one set of clusters a language. Messages: see `cluster-beside.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { createSegmenter } from '../../adapters/segmenters/jieba.ts';
import type { TopicRow } from '../../adapters/store/question-topics.ts';
import {
  createQuestionClusters,
  mostCentral,
  type QuestionClusters,
} from '../../core/insights/cluster-questions.ts';
import type { Language } from '../../core/terms/language.ts';
import { matterWords, questionTerms } from '../../services/question-terms.ts';
import type { ClusterAnswer, ClusterQuestion, ClusterTask } from './cluster-beside.ts';

const segment = createSegmenter();
const topics = workerData as readonly TopicRow[];
const languages = new Map<string, Language>(topics.map(({ id, language }) => [id, language]));
const named = new Map(topics.map(({ id, name }) => [id, name]));

const clusters = Object.fromEntries(
  (['zh', 'en'] as const).map((language) => [
    language,
    createQuestionClusters(
      (text) => questionTerms(text, segment),
      () => crypto.randomUUID(),
      topics.filter((topic) => topic.language === language),
    ),
  ]),
) as Record<Language, QuestionClusters>;

function assign(questions: readonly ClusterQuestion[]): ClusterAnswer {
  const placements = questions.map((question) => {
    const { id } = clusters[question.language].assign(question.text);
    languages.set(id, question.language);
    if (!named.has(id)) named.set(id, question.text);
    return { ...placeOf(question), topicId: id, words: matterWords(question.text, segment) };
  });
  return {
    placements,
    topics: rowsOf(new Set(placements.map(({ topicId }) => topicId))),
    merged: [],
    names: [],
  };
}

function refine(questions: readonly ClusterQuestion[]): ClusterAnswer {
  const placements: { conversationId: string; seq: number; topicId: string; words: string[] }[] = [];
  const merged: (readonly [string, string])[] = [];
  const names: (readonly [string, string])[] = [];
  for (const language of ['zh', 'en'] as const) {
    const own = questions.filter((question) => question.language === language && question.topicId !== null);
    const refined = clusters[language].refine(own.map(({ text, topicId }) => ({ text, id: topicId! })));
    merged.push(...refined.merged);
    const texts = new Map<string, string[]>();
    own.forEach((question, place) => {
      const topicId = refined.ids[place]!;
      languages.set(topicId, language);
      if (topicId !== question.topicId) placements.push({ ...placeOf(question), topicId, words: [] });
      texts.set(topicId, [...(texts.get(topicId) ?? []), question.text].slice(-200));
    });
    for (const [id, said] of texts) {
      const name = mostCentral(said, (text) => clusters[language].likenessTo(text, id));
      if (name === undefined) continue;
      named.set(id, name);
      names.push([id, name]);
    }
  }
  return { placements, topics: rowsOf(new Set(names.map(([id]) => id))), merged, names };
}

const placeOf = ({ conversationId, seq }: ClusterQuestion) => ({ conversationId, seq });

const rowsOf = (ids: ReadonlySet<string>): TopicRow[] =>
  (['zh', 'en'] as const).flatMap((language) =>
    clusters[language]
      .kept([...ids].filter((id) => languages.get(id) === language))
      .map((kept) => ({ ...kept, language, name: named.get(kept.id) ?? '' })),
  );

parentPort?.on('message', ({ number, kind, questions }: ClusterTask) => {
  const answer = kind === 'assign' ? assign(questions) : refine(questions);
  parentPort?.postMessage({ number, answer });
});
