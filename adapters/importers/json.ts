import { recogniseColumns } from '../../core/imports/columns.ts';
import { ImportFailure, type ImportField, type ImportRow } from '../../core/terms/import.ts';
import type { Importer } from '../../plugs/importer.ts';
import { decode } from './decode.ts';

/** A list of objects, or an object with one such list; names of fields as in sheets. */
export const json: Importer = {
  format: 'json',
  *read(source): Generator<ImportRow> {
    const list = listIn(parsed(decode(source.bytes).replace(/^\uFEFF/, '')));
    if (!list) throw new ImportFailure('file-broken', 'not a list');
    if (list.length === 0) throw new ImportFailure('file-empty');
    for (const [index, item] of list.entries()) {
      if (index % 500 === 0) source.onProgress?.(index / list.length);
      yield rowOf(item, index + 1);
    }
  },
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // One object a line (JSON Lines) is as common.
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    try {
      return lines.map((line) => JSON.parse(line));
    } catch {
      throw new ImportFailure('file-broken', (error as Error).message.slice(0, 200));
    }
  }
}

function listIn(value: unknown): unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.values(value).find((one): one is unknown[] => Array.isArray(one));
}

function rowOf(item: unknown, row: number): ImportRow {
  if (typeof item !== 'object' || item === null || Array.isArray(item))
    return {
      row,
      problem: { code: 'not-an-article' },
      content: { json: JSON.stringify(item).slice(0, 2000) },
    };
  const names = Object.keys(item);
  const values = Object.values(item) as unknown[];
  const mapping = recogniseColumns(names);
  const texts: Partial<Record<ImportField, string>> = {};
  const lists: Record<'similar' | 'products', string[]> = { similar: [], products: [] };
  const content: Record<string, string> = {};
  values.forEach((value, index) => {
    if (value === null || value === undefined) return;
    const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
    content[names[index]!] = text.slice(0, 60_000);
    const field = mapping[index];
    if (field === 'similar' || field === 'products')
      lists[field].push(...(Array.isArray(value) ? value.map(String) : text.split('|')));
    else if (field) texts[field] = text;
  });
  return { row, ...texts, ...lists, content };
}
