import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { fnvOf } from '../../core/chance/fnv.ts';

/** The rows that a part learns from, and those that it is asked about. */
export interface Split<Row> {
  readonly train: readonly Row[];
  readonly test: readonly Row[];
}

/** Where the data of a run come from. */
export interface DataFolders {
  readonly train: string;
  /** Where none is named, a fifth of the training rows is kept for the test, chosen by their hash. */
  readonly test?: string;
}

/** Rows of `NAME.jsonl.gz`; `null` where the folder has no such file. */
export function rowsOf<Row>(folder: string, name: string): readonly Row[] | null {
  const path = join(folder, `${name}.jsonl.gz`);
  if (!existsSync(path)) return null;
  const text = gunzipSync(readFileSync(path)).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row);
}

/** The two sides of one set; `null` where a file is missing. */
export function splitOf<Row>({ train, test }: DataFolders, name: string): Split<Row> | null {
  const rows = rowsOf<Row>(train, name);
  if (test !== undefined) {
    const asked = rowsOf<Row>(test, name);
    return rows && asked && { train: rows, test: asked };
  }
  return (
    rows && {
      train: rows.filter((row) => !isKeptForTest(row)),
      test: rows.filter((row) => isKeptForTest(row)),
    }
  );
}

/** By what the row says and by nothing else, so that equal texts fall on the same side. */
export function isKeptForTest(row: unknown): boolean {
  const { id, text } = row as { readonly id?: string; readonly text?: string };
  const key = id ?? text ?? JSON.stringify(row);
  let hash = fnvOf(key);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return ((hash ^ (hash >>> 13)) >>> 0) % 5 === 0;
}
