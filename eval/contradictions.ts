import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSegmenter } from '../adapters/segmenters/jieba.ts';
import { contradictionsOf } from '../core/knowledge/contradictions.ts';
import { percent } from './part.ts';

/** A claim beside a published passage, and how they stand to each other. */
export interface ContradictionRow {
  readonly kind: 'contradicts' | 'agrees' | 'unrelated';
  readonly claim: string;
  readonly title: string;
  readonly text: string;
}

export function contradictionRows(part: 'development' | 'frozen'): ContradictionRow[] {
  return readFileSync(join(import.meta.dirname, 'contradictions', `${part}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ContradictionRow);
}

/** Of the pairs that contradict: found; of those found: contradict. 0..100. `wrong` holds the rows that went wrong. */
export function measureContradictions(rows: readonly ContradictionRow[]) {
  const segment = createSegmenter();
  const found = rows.map(({ claim, ...passage }) => contradictionsOf(claim, [passage], segment).length > 0);
  const contradicting = rows.filter(({ kind }) => kind === 'contradicts').length;
  const right = rows.filter(({ kind }, place) => kind === 'contradicts' && found[place]).length;
  const firing = found.filter(Boolean).length;
  return {
    figures: {
      recall: percent(contradicting === 0 ? 1 : right / contradicting),
      precision: percent(firing === 0 ? 1 : right / firing),
      pairs: rows.length,
    },
    wrong: rows.filter(({ kind }, place) => (kind === 'contradicts') !== found[place]),
  };
}
