import type { CheckedRow, ImportRow, RowProblem } from '../terms/import.ts';
import type { Language } from '../terms/language.ts';

export const longestTitle = 300;
export const longestBody = 50_000;
const mostSimilar = 50;

/** What is taken where a row says nothing of it. */
export interface RowDefaults {
  readonly topic: string;
  readonly language?: Language;
}

const hasHan = /\p{Script=Han}/u;

/** The language a text is in, by its script. */
export const languageOf = (text: string): Language => (hasHan.test(text) ? 'zh' : 'en');

/**
 * Checks rows one after another: what can be written, or why not. `idFor` makes the id of a row that brings none; an
 * id that came before in the same source is a problem, told with the row that had it.
 */
export function createRowCheck(idFor: (title: string, row: ImportRow) => string, defaults: RowDefaults) {
  const seen = new Map<string, number>();
  return (row: ImportRow): CheckedRow => {
    const place = { row: row.row, ...(row.sheet === undefined ? {} : { sheet: row.sheet }) };
    const rejected = (problem: RowProblem): CheckedRow => ({ ...place, problem, content: row.content });
    if (row.problem) return rejected(row.problem);
    const title = oneLine(row.title);
    const body = clean(row.body);
    const problem = problemOf(row, title, body);
    if (problem) return rejected(problem);
    const id = row.id?.trim() || idFor(title, row);
    const earlier = seen.get(id);
    if (earlier !== undefined) return rejected({ code: 'same-id', values: { id, earlier } });
    seen.set(id, row.row);
    const products = lines(row.products);
    return {
      ...place,
      article: {
        id,
        language: known(row.language) ?? defaults.language ?? languageOf(title),
        title,
        similarQuestions: lines(row.similar)
          .filter((line) => line !== title && line.length <= longestTitle)
          .slice(0, mostSimilar),
        body,
        topic: oneLine(row.topic).slice(0, 60) || defaults.topic,
        ...(products.length > 0 ? { products: products.slice(0, 20).map((name) => name.slice(0, 60)) } : {}),
        ...(row.translationOf?.trim() ? { translationOf: row.translationOf.trim() } : {}),
      },
    };
  };
}

function problemOf(row: ImportRow, title: string, body: string): RowProblem | undefined {
  if (title === '') return { code: 'no-title' };
  if (body === '') return { code: 'no-body' };
  if (title.length > longestTitle) return { code: 'long-title', values: { length: title.length } };
  if (body.length > longestBody) return { code: 'long-body', values: { length: body.length } };
  if (row.language?.trim() && !known(row.language))
    return { code: 'unknown-language', values: { language: row.language.trim().slice(0, 20) } };
  if (row.id?.trim() && !/^[A-Za-z0-9._-]{1,100}$/.test(row.id.trim())) return { code: 'bad-id' };
  return undefined;
}

const languageNames: Readonly<Record<string, Language>> = {
  zh: 'zh',
  'zh-cn': 'zh',
  'zh-hans': 'zh',
  zh_cn: 'zh',
  cn: 'zh',
  chinese: 'zh',
  中文: 'zh',
  汉语: 'zh',
  简体中文: 'zh',
  en: 'en',
  'en-us': 'en',
  'en-gb': 'en',
  en_us: 'en',
  english: 'en',
  英文: 'en',
  英语: 'en',
};

function known(name: string | undefined): Language | undefined {
  const plain = name?.trim().toLowerCase() ?? '';
  return Object.hasOwn(languageNames, plain) ? languageNames[plain] : undefined;
}

function clean(text: string | undefined): string {
  return (text ?? '').replaceAll('\0', '').replaceAll('\r\n', '\n').toWellFormed().trim();
}

const oneLine = (text: string | undefined) => clean(text).replace(/\s+/g, ' ');

const lines = (texts: readonly string[] | undefined): string[] => [
  ...new Set((texts ?? []).map(oneLine).filter((line) => line !== '')),
];
