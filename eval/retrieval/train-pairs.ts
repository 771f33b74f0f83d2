import { join } from 'node:path';
import { createKnowledgeIndex } from '../../core/knowledge/index.ts';
import type { PairModel } from '../../core/knowledge/pair-model.ts';
import {
  type PairTraining,
  type TrainingSearch,
  trainPairModel,
} from '../../core/knowledge/pair-training.ts';
import type { Segment } from '../../core/knowledge/terms-of-text.ts';
import { loadArticles } from '../../demo/load-articles.ts';
import { loadQuestions, tunedQuestions } from '../../demo/load-questions.ts';
import { type FaqPair, faqLooks, faqTask, indexOf } from './faq-pairs.ts';

/** Sets whose documents can be searched; the others have too many equal questions that nobody marked. */
export const searchedSets = ['lcqmc', 'epidemic'];
const found = 20;
const demo = join(import.meta.dirname, '../../demo');
const demoFound = 12;
/** 295 questions of the demo beside thousands: a row of theirs counts as so many. */
const demoWeight = 4;

/** The model that ships, from labelled pairs and from the demo shop's questions for development. */
export function trainOnPairs(pairs: readonly FaqPair[], segment: Segment): PairModel {
  return trainPairModel(trainingOf(pairs, segment));
}

/** Pairs and searches to learn from; of documents all those of `pairs`, of questions those that `isLearned`. */
export function trainingOf(
  all: readonly FaqPair[],
  segment: Segment,
  isLearned: (question: string) => boolean = () => true,
): PairTraining {
  const pairs = all.filter(({ a }) => isLearned(a));
  return {
    pairs: pairs.map(({ a, b, y }) => ({ question: a, text: b, same: y === 1 })),
    searches: [
      ...searchedSets.flatMap((set) => searchesOf(all, set, segment, isLearned)),
      ...demoSearches(segment),
    ],
    segment,
  };
}

function searchesOf(
  pairs: readonly FaqPair[],
  set: string,
  segment: Segment,
  isLearned: (question: string) => boolean,
): TrainingSearch[] {
  const { documents, questions } = faqTask(pairs.filter((pair) => pair.set === set));
  const index = indexOf(documents, segment);
  return questions
    .filter(({ text }) => isLearned(text))
    .map(({ text, relevant }) => ({
      question: text,
      found: index
        .search(text, { limit: found, closely: faqLooks.closely })
        .map(({ passage, score, coverage }) => ({
          text: passage.title,
          relevance: score,
          coverage,
          right: relevant.has(passage.title),
        })),
    }));
}

/** What the index finds for the demo's questions for development; `which` chooses some of them. */
export function demoSearches(
  segment: Segment,
  which: (place: number) => boolean = () => true,
): TrainingSearch[] {
  const articles = loadArticles(join(demo, 'articles'));
  const content = new Map(articles.map(({ id, translationOf }) => [id, translationOf ?? id]));
  const contentOf = (id: string) => content.get(id) ?? id;
  const index = createKnowledgeIndex(segment);
  for (const article of articles) index.add({ status: 'published', version: 1, ...article });
  return loadQuestions(join(demo, tunedQuestions))
    .filter(({ relevant }, place) => relevant.length > 0 && which(place))
    .map(({ text, language, relevant }) => {
      const right = new Set(relevant.map(contentOf));
      const seen = new Set<string>();
      const firsts = index
        .search(text, { languages: [language], limit: demoFound * 2 })
        .filter(({ passage }) => {
          const isFirst = !seen.has(passage.articleId);
          seen.add(passage.articleId);
          return isFirst;
        });
      return {
        question: text,
        weight: demoWeight,
        found: firsts.slice(0, demoFound).map(({ passage, nearestQuestion, score, coverage }) => ({
          text: nearestQuestion,
          relevance: score,
          coverage,
          right: right.has(contentOf(passage.articleId)),
        })),
      };
    });
}
