import { splitDocument } from '../../core/imports/split-document.ts';
import type { ImportRow } from '../../core/terms/import.ts';
import type { ImportSource } from '../../plugs/importer.ts';

/** A document as text, before it is cut into articles. */
export interface ReadDocument {
  readonly title: string;
  readonly markdown: string;
  readonly fields?: Partial<Pick<ImportRow, 'id' | 'topic' | 'language' | 'similar' | 'translationOf'>>;
}

/** The articles of a document. A part says where it comes from by its path, from which its id is made. */
export function* documentRows(source: ImportSource, document: ReadDocument): Generator<ImportRow> {
  const parts = splitDocument(document.title, document.markdown, source.split);
  const isOne = parts.length === 1;
  if (parts.length === 0) {
    yield { row: 1, ...document.fields, title: document.title, body: '', content: { title: document.title } };
    return;
  }
  for (const [index, { title, path, body }] of parts.entries()) {
    source.onProgress?.(index / parts.length);
    yield {
      row: index + 1,
      ...document.fields,
      ...(isOne ? {} : { id: undefined, similar: [], translationOf: undefined }),
      title,
      body,
      key: `${source.name}\n${path}`,
      content: { title, path, body: body.slice(0, 60_000) },
    };
  }
}

/** A file's name as a title: without its ending, its marks as blanks. */
export const titleFromName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? name)
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .replace(/[_]+/g, ' ')
    .trim() || name;
