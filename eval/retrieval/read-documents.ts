import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';
import Papa from 'papaparse';
import { detectLanguage } from '../../core/perception/language.ts';
import type { Article } from '../../core/terms/article.ts';

/** One document of a folder, with the names by which a question may call it. */
export interface FolderDocument {
  readonly article: Article;
  readonly names: readonly string[];
}

const readers: Readonly<Record<string, (text: string, file: string) => FolderDocument[]>> = {
  '.md': readMarkdown,
  '.markdown': readMarkdown,
  '.txt': readMarkdown,
  '.html': (text, file) => readMarkdown(markdownOf(text), file),
  '.htm': (text, file) => readMarkdown(markdownOf(text), file),
  '.csv': (text, file) =>
    readRows(
      Papa.parse<Record<string, unknown>>(text.trim(), { header: true, skipEmptyLines: true }).data,
      file,
    ),
  '.jsonl': (text, file) =>
    readRows(
      text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => JSON.parse(line) as Record<string, unknown>),
      file,
    ),
  '.json': (text, file) => {
    const found = JSON.parse(text) as unknown;
    return readRows((Array.isArray(found) ? found : [found]) as Record<string, unknown>[], file);
  },
};

/** Every document of a folder and of those inside it that is of a known kind, in the order of the names. */
export function readDocuments(folder: string): FolderDocument[] {
  return filesOf(folder).flatMap((path) => {
    const read = readers[extname(path).toLowerCase()];
    return read ? read(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''), relative(folder, path)) : [];
  });
}

function filesOf(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesOf(path) : [path];
    });
}

const namesOfFile = (file: string): string[] => {
  const plain = file.replaceAll('\\', '/');
  const withoutKind = plain.slice(0, plain.length - extname(plain).length);
  return [plain, basename(plain), withoutKind, basename(withoutKind)];
};

/** Front matter between two lines of dashes may give `id`, `title` and a list of similar questions. */
function readMarkdown(text: string, file: string): FolderDocument[] {
  const front = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?/.exec(text);
  const body = front ? text.slice(front[0].length) : text;
  const field = (name: string) =>
    front && new RegExp(`^${name}:[ \\t]*(.+)$`, 'm').exec(front[1]!)?.[1]?.trim();
  const similar = front
    ? [...front[1]!.matchAll(/^[ \t]+-[ \t]+(.+)$/gm)].map(([, line]) => line!.trim())
    : [];
  const heading = /^#{1,6}[ \t]+(.+)$/m.exec(body)?.[1]?.trim();
  const name = basename(file, extname(file));
  const id = field('id');
  return [
    documentOf(
      id ?? file,
      field('title') ?? heading ?? name,
      similar,
      body,
      id ? [id, ...namesOfFile(file)] : namesOfFile(file),
    ),
  ];
}

function readRows(rows: readonly Record<string, unknown>[], file: string): FolderDocument[] {
  return rows.map((row, place) => {
    const field = (...names: string[]) => {
      const value = names.map((name) => row[name]).find((value) => value !== undefined && value !== '');
      return value === undefined || value === null ? undefined : String(value);
    };
    const id = field('id', 'doc_id', 'docid', '编号') ?? `${file}#${place + 1}`;
    const body = field('body', 'answer', 'content', 'text', '答案', '回答', '内容') ?? '';
    const title = field('title', 'question', 'q', '标题', '问题') ?? body.slice(0, 40);
    const similar = row.similarQuestions ?? row.similar;
    const others = Array.isArray(similar) ? similar.map(String) : [];
    return documentOf(`${file}#${id}`, title, others, body === '' ? title : body, [
      id,
      `${file}#${id}`,
      `${basename(file)}#${id}`,
      `${file}#${place + 1}`,
      title,
    ]);
  });
}

function documentOf(
  id: string,
  title: string,
  similarQuestions: readonly string[],
  body: string,
  names: readonly string[],
): FolderDocument {
  return {
    names,
    article: {
      id,
      title,
      similarQuestions,
      body,
      language: detectLanguage(`${title}\n${body.slice(0, 400)}`, 'zh'),
      topic: '',
      status: 'published',
      version: 1,
    },
  };
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

/** Headings and paragraphs of a page. Only for measuring: what is imported is read by a real parser. */
function markdownOf(html: string): string {
  return html
    .replace(
      /<(script|style|head)\b[\s\S]*?<\/\1>/gi,
      (found) => /<title>([\s\S]*?)<\/title>/i.exec(found)?.[1] ?? '',
    )
    .replace(
      /<h([1-6])\b[^>]*>([\s\S]*?)<\/h\1>/gi,
      (_, depth: string, words: string) =>
        `\n\n${'#'.repeat(Number(depth))} ${words.replace(/<[^>]+>/g, '').trim()}\n\n`,
    )
    .replace(/<\/(?:p|div|li|tr|table|section)>|<br\s*\/?>/gi, '\n')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(amp|lt|gt|quot|nbsp);/g, (_, name: string) => entities[name]!)
    .replace(/[ \t]+/g, ' ')
    .replace(/\n[ \t]+/g, '\n')
    .replace(/\n{3,}/g, '\n\n');
}
