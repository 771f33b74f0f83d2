import type { Language } from '../terms/language.ts';

/** What can be imported. */
export const importFormats = ['csv', 'xlsx', 'json', 'markdown', 'html', 'docx', 'pdf'] as const;
export type ImportFormat = (typeof importFormats)[number];

/** What a column of a sheet may hold. */
export const importFields = [
  'title',
  'body',
  'similar',
  'topic',
  'language',
  'products',
  'id',
  'translationOf',
] as const;
export type ImportField = (typeof importFields)[number];

/** For each column of a sheet what it holds; null: it is not read. */
export type ColumnMapping = readonly (ImportField | null)[];

/** An article as a source brings it, before anybody has checked it. */
export interface ImportRow {
  /** Its place in the source as the person who made it counts: a sheet's row, an item's number, a document's section. */
  readonly row: number;
  /** The sheet, where the source has several. */
  readonly sheet?: string;
  readonly id?: string;
  readonly title?: string;
  readonly body?: string;
  readonly topic?: string;
  readonly language?: string;
  readonly similar?: readonly string[];
  readonly products?: readonly string[];
  readonly translationOf?: string;
  /** What it is known by when the same source comes again; undefined: by its title. */
  readonly key?: string;
  /** The reader could not make sense of it: told instead of checked. */
  readonly problem?: RowProblem;
  /** What stood there, by the source's own column names: given back when the row is rejected. */
  readonly content: Readonly<Record<string, string>>;
}

/** Why a row was not taken; its sentence stands in `core/text/import.ts`. */
export type RowProblemCode =
  | 'no-title'
  | 'no-body'
  | 'long-title'
  | 'long-body'
  | 'unknown-language'
  | 'bad-id'
  | 'same-id'
  | 'not-an-article'
  | 'open-quote'
  | 'bad-quotes'
  | 'no-columns'
  | 'taken-for-names'
  | 'robots'
  | 'http-status'
  | 'not-a-page'
  | 'page-too-large'
  | 'page-unreachable'
  | 'page-timeout'
  | 'page-unreadable'
  | 'page-empty'
  | 'page-not-for-index'
  | 'address-refused'
  | 'off-site'
  | 'too-many-redirects'
  | 'edited-here'
  | 'edited-by';

export interface RowProblem {
  readonly code: RowProblemCode;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** A row that can be written. */
export interface ImportedArticle {
  readonly id: string;
  readonly language: Language;
  readonly title: string;
  readonly similarQuestions: readonly string[];
  readonly body: string;
  readonly topic: string;
  readonly products?: readonly string[];
  readonly translationOf?: string;
}

/** What became of one row. */
export type CheckedRow =
  | { readonly row: number; readonly sheet?: string; readonly article: ImportedArticle }
  | {
      readonly row: number;
      readonly sheet?: string;
      readonly problem: RowProblem;
      readonly content: Readonly<Record<string, string>>;
      /** What it would write if what people wrote meanwhile were no matter. */
      readonly article?: ImportedArticle;
    };

/** Why a whole source could not be read; its sentence stands in `core/text/import.ts`. */
export type ImportFailureCode =
  | 'file-type'
  | 'file-too-large'
  | 'file-empty'
  | 'unpacks-too-large'
  | 'file-broken'
  | 'password-needed'
  | 'old-office-format'
  | 'no-text'
  | 'no-columns'
  | 'too-much-memory'
  | 'too-much-time'
  | 'too-many-rows'
  | 'address-refused'
  | 'page-unreachable'
  | 'nothing-found'
  | 'internal';

/** A source that cannot be read, with the code that says why. */
export class ImportFailure extends Error {
  override readonly name = 'ImportFailure';
  readonly code: ImportFailureCode;
  /** For the journal and the curious; never the source's own words. */
  readonly detail: string;
  constructor(code: ImportFailureCode, detail = '') {
    super(`${code}${detail ? `: ${detail}` : ''}`);
    this.code = code;
    this.detail = detail;
  }
}

/** `prepared` waits for somebody to look at its preview and start it. */
export type ImportState =
  | 'uploading'
  | 'prepared'
  | 'queued'
  | 'reading'
  | 'writing'
  | 'done'
  | 'failed'
  | 'cancelled';
