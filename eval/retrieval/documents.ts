import { readFileSync } from 'node:fs';
import { createSegmenter } from '../../adapters/segmenters/jieba.ts';
import { createKnowledgeIndex } from '../../core/knowledge/index.ts';
import type { PairModel } from '../../core/knowledge/pair-model.ts';
import { createRerank } from '../../core/knowledge/rerank.ts';
import type { Passage } from '../../core/terms/article.ts';
import { type Figures, percent } from '../part.ts';
import { readDocuments } from './read-documents.ts';

interface AskedRow {
  readonly text: string;
  /** Documents by file name or id, or `file#heading`. */
  readonly relevant: readonly string[];
}

const depths = [5, 10, 20];
/** A long document gives two passages at most, and others may be in between. */
const passagesLooked = 80;

/**
 * The share of what is relevant that stands among the first 5, 10 and 20 documents (sections, where a question names
 * one), on average over the questions that name something. A name that no document bears counts as not found.
 */
export function measureDocuments(folder: string, questions: string, model: PairModel | undefined): Figures {
  const documents = readDocuments(folder);
  const segment = createSegmenter();
  const index = createKnowledgeIndex(segment, model && createRerank(model, segment));
  const names = new Map<string, ReadonlySet<string>>();
  for (const { article, names: own } of documents) {
    index.add(article);
    names.set(article.id, new Set(own.map(plainName)));
  }
  const rows = readFileSync(questions, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as AskedRow)
    .filter(({ relevant }) => relevant.length > 0);
  const sums = depths.map(() => 0);
  const times: number[] = [];
  for (const { text, relevant } of rows) {
    const started = performance.now();
    const passages = index
      .search(text, { limit: passagesLooked, closely: passagesLooked / 2 })
      .map(({ passage }) => passage);
    times.push(performance.now() - started);
    depths.forEach((depth, n) => {
      const first = firstDocuments(passages, depth);
      const found = relevant.filter((name) => first.some((passage) => isCalled(passage, name, names)));
      sums[n]! += found.length / relevant.length;
    });
  }
  times.sort((one, other) => one - other);
  return {
    ...Object.fromEntries(
      depths.map((depth, n) => [`recallAt${depth}`, percent(sums[n]! / Math.max(1, rows.length))]),
    ),
    questions: rows.length,
    documents: documents.length,
    p50Ms: Math.round((times[Math.floor(times.length / 2)] ?? 0) * 1000) / 1000,
  };
}

/** The passages of the first so many documents. */
function firstDocuments(passages: readonly Passage[], depth: number): Passage[] {
  const seen = new Set<string>();
  return passages.filter(({ articleId }) => {
    if (!seen.has(articleId) && seen.size === depth) return false;
    seen.add(articleId);
    return true;
  });
}

const plainName = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

function isCalled(passage: Passage, name: string, names: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const own = names.get(passage.articleId)!;
  const called = plainName(name);
  if (own.has(called)) return true;
  const border = called.lastIndexOf('#');
  if (border < 0 || !own.has(called.slice(0, border))) return false;
  const section = called.slice(border + 1).trim();
  return (
    plainName(passage.title) === section || passage.headings.some((heading) => plainName(heading) === section)
  );
}
