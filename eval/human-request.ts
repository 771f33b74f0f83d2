import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TextModel } from '../core/learning/text-model.ts';
import { humanRequestWords } from '../core/perception/human-request.ts';

/** A message and whether it asks for a person (1) or not (0); `kind` only groups rows of our own sets. */
export interface HumanRequestRow {
  readonly text: string;
  readonly y: number;
  readonly kind?: string;
  readonly half?: string;
}

/** Who wrote the rows: ours, to learn from and to leave alone, and six others' who had not read the rules. */
export type RequestPart =
  | 'development'
  | 'frozen'
  | 'second-author'
  | 'third-author'
  | 'fourth-author'
  | 'fifth-author'
  | 'sixth-author'
  | 'seventh-author';

/** Both 0..100; 100 where there is nothing to get wrong. */
export type HumanRequestFigures = { readonly precision: number; readonly recall: number };

/** How well the explicit wish for a person is heard: recall over the wishes, precision over what fired. */
export function measureHumanRequest(
  rows: readonly HumanRequestRow[],
  model?: TextModel,
): HumanRequestFigures {
  let heard = 0;
  let fired = 0;
  let wishes = 0;
  for (const { text, y } of rows) {
    const isHeard = humanRequestWords(text, model).length > 0;
    if (y === 1) wishes++;
    if (isHeard) fired++;
    if (isHeard && y === 1) heard++;
  }
  return { precision: share(heard, fired), recall: share(heard, wishes) };
}

/**
 * Our own rows. `development` is for improving the rules and for learning; of `frozen` only the figures may be looked
 * at, never its mistakes, or it stops measuring. Both have one author. Those of the other authors were written before
 * reading the rules; their half A may be looked at, their half B is as frozen.
 */
export function humanRequestRows(part: RequestPart, half?: 'A' | 'B'): HumanRequestRow[] {
  return readFileSync(join(import.meta.dirname, 'human-request', `${part}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as HumanRequestRow)
    .filter((row) => half === undefined || row.half === half);
}

const share = (part: number, whole: number) => (whole === 0 ? 100 : (100 * part) / whole);
