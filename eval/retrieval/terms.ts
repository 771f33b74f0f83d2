import { createSegmenter } from '../../adapters/segmenters/jieba.ts';
import { type DataFolders, rowsOf, splitOf } from '../data/folder.ts';
import { type Figures, percent } from '../part.ts';
import { createPlainSearch } from './plain-search.ts';
import { learnTerms } from './term-finder.ts';
import type { TermRow } from './term-translation.ts';

/** Diagnoses as they are written, to the terms of the list: the share of texts with a right term first, and among ten. */
export function measureTerms(folders: DataFolders, say: (line: string) => void): Record<string, Figures> {
  const split = splitOf<TermRow>(folders, 'medterm_cdn');
  const list =
    (folders.test === undefined ? null : rowsOf<{ term: string }>(folders.test, 'medterm_icd10_list')) ??
    rowsOf<{ term: string }>(folders.train, 'medterm_icd10_list');
  if (!split || !list) return {};
  const terms = [...new Set(list.map(({ term }) => term))];
  say(`learning from ${split.train.length} diagnoses, ${terms.length} terms`);
  const find = learnTerms(terms, split.train, createSegmenter());
  const plain = createPlainSearch(terms);
  const plainFigures = recalls(split.test, (text) =>
    plain.search(text, 10).map(({ place }) => terms[place]!),
  );
  return {
    medterm_cdn: {
      ...recalls(split.test, find),
      plainRecallAt1: plainFigures.recallAt1,
      plainRecallAt10: plainFigures.recallAt10,
    },
  };
}

function recalls(rows: readonly TermRow[], find: (text: string) => readonly string[]) {
  let first = 0;
  let ten = 0;
  for (const { text, gold } of rows) {
    const right = new Set(gold);
    const rank = find(text).findIndex((term) => right.has(term));
    if (rank === 0) first++;
    if (rank >= 0 && rank < 10) ten++;
  }
  return { recallAt1: percent(first / rows.length), recallAt10: percent(ten / rows.length) };
}
