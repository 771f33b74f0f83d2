import Papa from 'papaparse';
import { z } from 'zod';
import type { ImportRow } from '../services/read-import.ts';
import { Refusal } from './http/refusal.ts';

const jsonRow = z.object({
  id: z.string().optional(),
  title: z.string().optional(),
  body: z.string().optional(),
  topic: z.string().optional(),
  language: z.string().optional(),
  similar: z.union([z.string(), z.array(z.string())]).optional(),
  similarQuestions: z.array(z.string()).optional(),
  translationOf: z.string().optional(),
});

/**
 * The rows of an import file, by its ending: `.csv` (a header with title, body, and optionally topic, language,
 * similar, id; similar questions separated by `|`), `.json` (a list of such objects), `.md` (front matter and body, or
 * a heading and body).
 *
 * @throws Refusal `bad-input` when the file as a whole cannot be read
 */
export function readImportFile(name: string, bytes: Buffer): ImportRow[] {
  const text = decoded(bytes);
  if (/\.csv$/i.test(name)) return csvRows(text);
  if (/\.json$/i.test(name)) return jsonRows(text);
  if (/\.(md|markdown)$/i.test(name)) return [markdownRow(name, text)];
  throw new Refusal('file-type-refused', [{ at: 'body.file', problem: 'use .csv, .json or .md' }]);
}

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Sheets saved by Excel in China are GB 18030 more often than UTF-8.
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function csvRows(text: string): ImportRow[] {
  const { data, meta } = Papa.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (header) => header.trim().toLowerCase(),
  });
  if (!meta.fields?.includes('title') || !meta.fields.includes('body')) {
    throw new Refusal('bad-input', [
      { at: 'body.file', problem: 'the first line must name the columns title and body' },
    ]);
  }
  return data.map((row, index) => ({
    row: index + 2,
    id: row.id || undefined,
    title: row.title,
    body: row.body,
    topic: row.topic,
    language: row.language?.trim() || undefined,
    similar: (row.similar ?? '').split('|'),
    translationOf: row.translationof,
  }));
}

function jsonRows(text: string): ImportRow[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Refusal('bad-input', [
      { at: 'body.file', problem: `is not JSON: ${(error as Error).message}` },
    ]);
  }
  if (!Array.isArray(value))
    throw new Refusal('bad-input', [{ at: 'body.file', problem: 'must be a list of articles' }]);
  return value.map((item, index) => {
    const read = jsonRow.safeParse(item);
    if (!read.success) return { row: index + 1 };
    const { similar, similarQuestions, ...rest } = read.data;
    return {
      row: index + 1,
      ...rest,
      similar: similarQuestions ?? (typeof similar === 'string' ? similar.split('|') : similar),
    };
  });
}

function markdownRow(name: string, text: string): ImportRow {
  const front = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?/.exec(text);
  const fields = new Map<string, string>();
  const similar: string[] = [];
  for (const line of front?.[1]?.split(/\r?\n/) ?? []) {
    const item = /^\s+-\s+(.*)$/.exec(line);
    const field = /^(\w+):\s*(.*)$/.exec(line);
    if (item) similar.push(item[1]!);
    else if (field) fields.set(field[1]!, field[2]!);
  }
  const rest = text.slice(front?.[0].length ?? 0);
  const heading = /^\s*#\s+(.+)\r?\n/.exec(rest);
  return {
    row: 1,
    id:
      fields.get('id') ||
      name
        .replace(/\.\w+$/, '')
        .replace(/[^A-Za-z0-9._-]+/g, '-')
        .slice(0, 100) ||
      undefined,
    title: fields.get('title') || heading?.[1],
    body: heading && !fields.get('title') ? rest.slice(heading[0].length) : rest,
    topic: fields.get('topic'),
    language: fields.get('language') || undefined,
    similar,
    translationOf: fields.get('translationOf'),
  };
}
