import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { humanRequestWords } from '../core/perception/human-request.ts';

/** A message and whether it asks for a person (1) or not (0); `kind` only groups rows of our own sets. */
export interface HumanRequestRow {
  readonly text: string;
  readonly y: number;
  readonly kind?: string;
}

/** Both 0..100; 100 where there is nothing to get wrong. */
export type HumanRequestFigures = { readonly precision: number; readonly recall: number };

/** How well the explicit wish for a person is heard: recall over the wishes, precision over what fired. */
export function measureHumanRequest(rows: readonly HumanRequestRow[]): HumanRequestFigures {
  let heard = 0;
  let fired = 0;
  let wishes = 0;
  for (const { text, y } of rows) {
    const isHeard = humanRequestWords(text).length > 0;
    if (y === 1) wishes++;
    if (isHeard) fired++;
    if (isHeard && y === 1) heard++;
  }
  return { precision: share(heard, fired), recall: share(heard, wishes) };
}

/**
 * Our own rows. `development` is for improving the rules; of `frozen` only the figures may be looked at, never its
 * mistakes, or it stops measuring. Both parts have one author, who knew `frozen` when writing the later rows of
 * `development`: rows by somebody else will score lower.
 */
export function humanRequestRows(part: 'development' | 'frozen'): HumanRequestRow[] {
  return readFileSync(join(import.meta.dirname, 'human-request', `${part}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as HumanRequestRow);
}

const share = (part: number, whole: number) => (whole === 0 ? 100 : (100 * part) / whole);
