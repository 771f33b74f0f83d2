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

/** A claim against a passage of several clauses, one of which it contradicts. */
export interface ClauseRow {
  readonly claim: string;
  readonly title: string;
  readonly text: string;
  /** Words of that clause. */
  readonly clause: string;
}

export function clauseRows(part: 'development' | 'frozen'): ClauseRow[] {
  return readFileSync(join(import.meta.dirname, 'contradictions', `clauses-${part}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ClauseRow);
}

/** Of the claims: told to contradict at all, and with the clause that is meant. 0..100. */
export function measureClauses(rows: readonly ClauseRow[]) {
  const segment = createSegmenter();
  const told = rows.map(({ claim, title, text }) => contradictionsOf(claim, [{ title, text }], segment));
  const isMeant = (row: ClauseRow, place: number) =>
    told[place]!.length > 0 && told[place]!.every(({ clause }) => clause.includes(row.clause));
  return {
    figures: {
      told: percent(told.filter((found) => found.length > 0).length / rows.length),
      rightClause: percent(rows.filter(isMeant).length / rows.length),
      claims: rows.length,
    },
    wrong: rows.flatMap((row, place) =>
      isMeant(row, place) ? [] : [{ ...row, told: told[place]!.map(({ clause }) => clause) }],
    ),
  };
}
