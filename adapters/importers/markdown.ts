import { ImportFailure, type ImportRow } from '../../core/terms/import.ts';
import type { Importer } from '../../plugs/importer.ts';
import { decode } from './decode.ts';
import { documentRows, titleFromName } from './document-rows.ts';

/** Markdown with front matter (title, topic, language, similar, id) or a first heading; plain text too. */
export const markdown: Importer = {
  format: 'markdown',
  *read(source): Generator<ImportRow> {
    const text = decode(source.bytes)
      .replace(/^\uFEFF/, '')
      .replaceAll('\r\n', '\n');
    if (text.trim() === '') throw new ImportFailure('file-empty');
    const front = /^---\n([\s\S]*?)\n---\n?/.exec(text);
    const { fields, similar } = frontMatter(front?.[1] ?? '');
    const rest = text.slice(front?.[0].length ?? 0);
    const heading = /^\s*#\s+(.+?)\s*#*(?:\n|$)/.exec(rest);
    const title = fields.get('title') || heading?.[1] || titleFromName(source.name);
    yield* documentRows(source, {
      title,
      markdown: heading && heading[1] === title ? rest.slice(heading[0].length) : rest,
      fields: {
        id: fields.get('id') || undefined,
        topic: fields.get('topic') ?? fields.get('category'),
        language: fields.get('language') || fields.get('lang') || undefined,
        similar,
        translationOf: fields.get('translationOf'),
      },
    });
  },
};

function frontMatter(text: string) {
  const fields = new Map<string, string>();
  const similar: string[] = [];
  for (const line of text.split('\n')) {
    const item = /^\s+-\s+(.*)$/.exec(line);
    const field = /^(\w+):\s*(.*)$/.exec(line);
    if (item) similar.push(unquoted(item[1]!));
    else if (field) fields.set(field[1]!, unquoted(field[2]!));
  }
  return { fields, similar };
}

const unquoted = (text: string) => text.trim().replace(/^(["'])(.*)\1$/, '$2');
