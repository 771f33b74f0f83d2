import type { Bilingual, Language } from '../core/terms/language.ts';
import { fill } from '../core/text/fill.ts';
import { importText } from '../core/text/import.ts';

/** An article as a file brings it, before anybody has checked it. */
export interface ImportRow {
  /** Line or place in the file, as the person who made it counts. */
  readonly row: number;
  readonly id?: string;
  readonly title?: string;
  readonly body?: string;
  readonly topic?: string;
  readonly language?: string;
  readonly similar?: readonly string[];
  readonly translationOf?: string;
}

export interface ImportedArticle {
  readonly id: string;
  readonly language: Language;
  readonly title: string;
  readonly similarQuestions: readonly string[];
  readonly body: string;
  readonly topic: string;
  readonly translationOf?: string;
}

export interface CheckedImport {
  readonly articles: readonly ImportedArticle[];
  readonly rejected: readonly { readonly row: number; readonly reason: string }[];
}

const hasHan = /\p{Script=Han}/u;

/**
 * Takes what can be taken and says of every other row why not, in `language`. `idFor` makes the id of a row that
 * brings none.
 */
export function checkImport(
  rows: readonly ImportRow[],
  idFor: (row: ImportRow) => string,
  language: Language,
): CheckedImport {
  const articles: ImportedArticle[] = [];
  const rejected: { row: number; reason: string }[] = [];
  const seen = new Map<string, number>();
  for (const row of rows) {
    const title = clean(row.title);
    const body = clean(row.body);
    const reason = reasonAgainst(row, title, body, language);
    if (reason) {
      rejected.push({ row: row.row, reason });
      continue;
    }
    const id = row.id?.trim() || idFor(row);
    const earlier = seen.get(id);
    if (earlier !== undefined) {
      rejected.push({ row: row.row, reason: fill(importText.sameId[language], { id, earlier }) });
      continue;
    }
    seen.set(id, row.row);
    articles.push({
      id,
      language:
        row.language === 'zh' || row.language === 'en' ? row.language : hasHan.test(title) ? 'zh' : 'en',
      title,
      similarQuestions: (row.similar ?? [])
        .map(clean)
        .filter((line) => line !== '')
        .slice(0, 50),
      body,
      topic: clean(row.topic) || 'general',
      translationOf: row.translationOf?.trim() || undefined,
    });
  }
  return { articles, rejected };
}

function reasonAgainst(row: ImportRow, title: string, body: string, language: Language): string | undefined {
  const say = (sentence: Bilingual, values: Record<string, string | number> = {}) =>
    fill(sentence[language], values);
  if (title === '') return say(importText.noTitle);
  if (body === '') return say(importText.noBody);
  if (title.length > 300) return say(importText.longTitle, { length: title.length });
  if (body.length > 50_000) return say(importText.longBody, { length: body.length });
  if (row.language && row.language !== 'zh' && row.language !== 'en')
    return say(importText.unknownLanguage, { language: row.language.slice(0, 20) });
  if (row.id && !/^[A-Za-z0-9._-]{1,100}$/.test(row.id.trim())) return say(importText.badId);
  return undefined;
}

function clean(text: string | undefined): string {
  return (text ?? '').replaceAll('\0', '').toWellFormed().trim();
}
