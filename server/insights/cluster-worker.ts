/** Puts questions together on a thread of its own, one set of clusters a language. Messages: see `cluster-beside.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { createSegmenter } from '../../adapters/segmenters/jieba.ts';
import type { ServedRow, TopicRow } from '../../adapters/store/question-topics.ts';
import {
  createQuestionClusters,
  mostCentral,
  type QuestionClusters,
} from '../../core/insights/cluster-questions.ts';
import { mattersNamed, namesOfGaps } from '../../core/insights/gap-names.ts';
import type { Language } from '../../core/terms/language.ts';
import { isCommonWord, matterWords, questionTerms } from '../../services/question-terms.ts';
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

const placeOf = ({ conversationId, seq }: Pick<ClusterQuestion, 'conversationId' | 'seq'>) => ({
  conversationId,
  seq,
});

const rowsOf = (ids: ReadonlySet<string>): TopicRow[] =>
  (['zh', 'en'] as const).flatMap((language) =>
    clusters[language]
      .kept([...ids].filter((id) => languages.get(id) === language))
      .map((kept) => ({ ...kept, language, name: named.get(kept.id) ?? '' })),
  );

const inLanguage = (questions: readonly ServedRow[], language: Language) =>
  questions.filter((question) => question.language === language);

const namesIn = (questions: readonly ServedRow[]): string[] =>
  (['zh', 'en'] as const).flatMap((language) => [
    ...namesOfGaps(inLanguage(questions, language), isCommonWord).keys(),
  ]);

/** The matter goes where most of its questions stand, if these are most of what failed there; else it is one of its own. */
const leastOwn = 0.5;

function gather(questions: readonly ServedRow[], names: ReadonlySet<string>): ClusterAnswer {
  const placements: { conversationId: string; seq: number; topicId: string; words: string[] }[] = [];
  const merged: (readonly [string, string])[] = [];
  const changed = new Set<string>();
  for (const language of ['zh', 'en'] as const) {
    const own = inLanguage(questions, language);
    const found = new Map([...namesOfGaps(own, isCommonWord)].filter(([name]) => names.has(name)));
    const failed = countOf(own.filter(({ isBad }) => isBad));
    for (const matter of mattersNamed(found)) {
      const asked = matter.map((place) => own[place]!);
      const [most] = [...countOf(asked)].sort(([, one], [, other]) => other - one);
      const isOwn = most !== undefined && most[1] >= leastOwn * failed.get(most[0])!;
      const target = isOwn ? most[0] : crypto.randomUUID();
      const moved = asked.filter(({ topicId }) => topicId !== target);
      if (moved.length === 0) continue;
      languages.set(target, language);
      if (!named.has(target)) named.set(target, asked[0]!.text);
      changed.add(target);
      for (const question of moved) {
        changed.add(question.topicId);
        if (clusters[language].move(question.text, question.topicId, target))
          merged.push([question.topicId, target]);
        placements.push({ ...placeOf(question), topicId: target, words: [] });
      }
      const name = mostCentral(
        asked.map(({ text }) => text),
        (text) => clusters[language].likenessTo(text, target),
      );
      if (!isOwn && name !== undefined) named.set(target, name);
    }
  }
  return { placements, topics: rowsOf(changed), merged, names: [] };
}

function countOf(questions: readonly ServedRow[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { topicId } of questions) counts.set(topicId, (counts.get(topicId) ?? 0) + 1);
  return counts;
}

function answerTo(task: ClusterTask): ClusterAnswer {
  switch (task.kind) {
    case 'assign':
      return assign(task.questions);
    case 'refine':
      return refine(task.questions);
    case 'names':
      return { found: namesIn(task.questions), placements: [], topics: [], merged: [], names: [] };
    case 'gather':
      return gather(task.questions, new Set(task.names));
  }
}

parentPort?.on('message', (task: ClusterTask) => {
  parentPort?.postMessage({ number: task.number, answer: answerTo(task) });
});
