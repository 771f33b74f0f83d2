import { type Candidate, createKnowledgeIndex, type KnowledgeIndex } from '../../core/knowledge/index.ts';
import { type PairModel, placed, samenessOf } from '../../core/knowledge/pair-model.ts';
import { readPairText } from '../../core/knowledge/pair-text.ts';
import { createRerank, type Rerank } from '../../core/knowledge/rerank.ts';
import type { Segment } from '../../core/knowledge/terms-of-text.ts';
import type { Article } from '../../core/terms/article.ts';
import { type Figures, percent } from '../part.ts';
import { errorOf, type Judged } from '../retrieval.ts';
import { createPlainSearch } from './plain-search.ts';

/** One row of `faq_pairs_zh`. */
export interface FaqPair {
  readonly a: string;
  readonly b: string;
  readonly y: 0 | 1;
  readonly set: string;
}

/** Questions asked of a list of documents, built as the data's README says. */
export interface FaqTask {
  readonly documents: readonly string[];
  readonly questions: readonly { readonly text: string; readonly relevant: ReadonlySet<string> }[];
}

/** Documents: all distinct b. Questions: the distinct a with a b that asks the same, which are relevant. */
export function faqTask(pairs: readonly FaqPair[]): FaqTask {
  const relevant = new Map<string, Set<string>>();
  for (const { a, b, y } of pairs) {
    if (y !== 1) continue;
    const known = relevant.get(a) ?? new Set();
    known.add(b);
    relevant.set(a, known);
  }
  return {
    documents: [...new Set(pairs.map(({ b }) => b))],
    questions: [...relevant].map(([text, relevant]) => ({ text, relevant })),
  };
}

/** The product's index over short documents, each of them a question of its own. */
export function indexOf(documents: readonly string[], segment: Segment, rerank?: Rerank): KnowledgeIndex {
  const index = createKnowledgeIndex(segment, rerank);
  documents.forEach((title, place) => {
    index.add(articleOf(title, place));
  });
  return index;
}

const articleOf = (title: string, place: number): Article => ({
  id: String(place),
  title,
  body: title,
  similarQuestions: [],
  language: 'zh',
  topic: '',
  status: 'published',
  version: 1,
});

/**
 * Searches an index of `indexOf` for other questions than the one asked. The rows mark those that ask the same, never a
 * question itself, though 590 of the 3,782 of `lcqmc` stand among the documents too: with itself among them the rows
 * would ask to put what the customer asked word for word behind everything else.
 */
export function besideItself(index: KnowledgeIndex, documents: readonly string[]) {
  const places = new Map(documents.map((document, place) => [document, place]));
  return (question: string, limit: number): Candidate[] => {
    const own = places.get(question);
    if (own !== undefined) index.remove(String(own));
    const found = index.search(question, { limit, closely: faqLooks.closely });
    if (own !== undefined) index.add(articleOf(question, own));
    return found;
  };
}

/** Here the index looks at so many documents closely, and so many are put in order anew. */
export const faqLooks = { closely: 40, depth: 20 } as const;

const listed = 10;

/** A document that was found, and where the search says so, how sure it is of it. */
export interface FoundDocument {
  readonly document: string;
  readonly confidence?: number;
}

export type FaqSearch = (question: string) => readonly FoundDocument[];

/** The product's search. With `setsAside` a question that stands among the documents itself is not among them. */
export function productSearch(
  documents: readonly string[],
  segment: Segment,
  model?: PairModel,
  setsAside = false,
): FaqSearch {
  const rerank = model && createRerank(model, segment, { depth: faqLooks.depth });
  const index = indexOf(documents, segment, rerank);
  const search = setsAside
    ? besideItself(index, documents)
    : (question: string, limit: number) => index.search(question, { limit, closely: faqLooks.closely });
  return (question) =>
    search(question, listed).map(({ passage, confidence }) => ({ document: passage.title, confidence }));
}

/** BM25 over characters and pairs of them. */
export function plainSearch(documents: readonly string[], setsAside = false): FaqSearch {
  const search = createPlainSearch(documents);
  return (question) =>
    search
      .search(question, listed + 1)
      .map(({ place }) => ({ document: documents[place]! }))
      .filter(({ document }) => !setsAside || document !== question)
      .slice(0, listed);
}

/** Shares of the questions with a relevant document first, and among the first ten; one over its rank on average. */
export function measureSearch({ questions }: FaqTask, search: FaqSearch) {
  let first = 0;
  let ten = 0;
  let ranks = 0;
  const times: number[] = [];
  const judged: Judged[] = [];
  for (const { text, relevant } of questions) {
    const started = performance.now();
    const found = search(text);
    times.push(performance.now() - started);
    const rank = found.findIndex(({ document }) => relevant.has(document));
    const sure = found[0]?.confidence;
    if (sure !== undefined) judged.push({ confidence: sure, isRight: rank === 0 });
    if (rank === 0) first++;
    if (rank >= 0) {
      ten++;
      ranks += 1 / (rank + 1);
    }
  }
  const count = Math.max(1, questions.length);
  times.sort((one, other) => one - other);
  const at = (share: number) => Math.round((times[Math.floor(times.length * share)] ?? 0) * 1000) / 1000;
  return {
    recallAt1: percent(first / count),
    recallAt10: percent(ten / count),
    mrr10: percent(ranks / count),
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    ...(judged.length > 0 && { calibrationError: Math.round(errorOf(judged) * 1000) / 10 }),
  };
}

/** How many pairs are judged rightly: even odds and more are the same question. */
export function pairAccuracy(pairs: readonly FaqPair[], model: PairModel, segment: Segment): number {
  const read = (text: string) => placed(model, readPairText(text, segment));
  const right = pairs.filter(({ a, b, y }) => samenessOf(model, read(a), read(b)) > 0 === (y === 1));
  return percent(right.length / Math.max(1, pairs.length));
}

const prefixed = (prefix: string, { recallAt1, recallAt10, mrr10 }: ReturnType<typeof measureSearch>) => ({
  [`${prefix}RecallAt1`]: recallAt1,
  [`${prefix}RecallAt10`]: recallAt10,
  [`${prefix}Mrr10`]: mrr10,
});

/**
 * The task by the plain method, by the product's index without what was learned, and with it: as the data's README
 * builds it, and with each question set aside where it stands among the documents itself. How far the confidence may be
 * believed is told of the latter: the rows call nothing right that was asked word for word.
 */
export function measureFaq(task: FaqTask, segment: Segment, model?: PairModel): Figures {
  const measured = (setsAside: boolean) => {
    const { documents } = task;
    const untrained = measureSearch(task, productSearch(documents, segment, undefined, setsAside));
    const ours = model ? measureSearch(task, productSearch(documents, segment, model, setsAside)) : untrained;
    return { ours, untrained, plain: measureSearch(task, plainSearch(documents, setsAside)) };
  };
  const whole = measured(false);
  const aside = measured(true);
  const { calibrationError: _, ...figures } = whole.ours;
  return {
    ...figures,
    ...(aside.ours.calibrationError !== undefined && { calibrationError: aside.ours.calibrationError }),
    ...prefixed('plain', whole.plain),
    ...prefixed('untrained', whole.untrained),
    ...prefixed('besideItself', aside.ours),
    ...prefixed('besideItselfPlain', aside.plain),
  };
}
