import type { Audience } from '../terms/article.ts';
import type {
  ColumnMapping,
  ImportFailureCode,
  ImportFormat,
  ImportState,
  RowProblem,
} from '../terms/import.ts';
import type { Language } from '../terms/language.ts';

export type { ImportState };

export type ImportKind = 'file' | 'page' | 'sitemap' | 'crawl';

/** What becomes of the rows. */
export interface ImportOptions {
  readonly status: 'draft' | 'review' | 'published';
  /** Where a row names none. */
  readonly topic: string;
  readonly language?: Language;
  readonly audience?: Audience;
  readonly inboxIds?: readonly string[];
  readonly split: 'whole' | 'sections';
  readonly mapping?: ColumnMapping;
}

/** How a site is read. */
export interface SiteOptions extends ImportOptions {
  /** Links to follow from the first page: 0 is that page alone. */
  readonly depth: number;
  readonly mostPages: number;
  /** Only pages in the folder of the first. */
  readonly below: boolean;
  /** What becomes of articles whose page is gone. */
  readonly vanished: 'report' | 'archive';
}

export interface SheetView {
  readonly sheet: string;
  readonly header: readonly string[];
  readonly mapping: ColumnMapping;
}

/** The first rows as they would be written. */
export interface ImportPreview {
  readonly sheets: readonly SheetView[];
  readonly rows: readonly {
    readonly row: number;
    readonly sheet?: string;
    readonly title?: string;
    readonly excerpt?: string;
    readonly similar?: number;
    readonly topic?: string;
    readonly reason?: string;
  }[];
}

export interface ImportView {
  readonly id: string;
  readonly kind: ImportKind;
  readonly siteId: string | null;
  /** The file's name or the address. */
  readonly name: string;
  readonly format: ImportFormat | null;
  readonly bytes: number;
  readonly state: ImportState;
  readonly failure: {
    readonly code: ImportFailureCode;
    readonly sentence: string;
    readonly detail: string;
  } | null;
  readonly options: ImportOptions | SiteOptions;
  readonly preview: ImportPreview | null;
  /** How much of the source has been read, 0..1. */
  readonly share: number;
  /** Rows or pages that were dealt with; what follows adds up to it. */
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** Pages whose articles' sources are gone. */
  readonly vanished: number;
  readonly createdBy: string;
  readonly createdAt: number;
  readonly endedAt: number | null;
}

export interface RejectedRowView {
  readonly ordinal: number;
  readonly row: number;
  readonly sheet: string | null;
  readonly code: RowProblem['code'];
  readonly reason: string;
  readonly content: Readonly<Record<string, string>>;
  /** The row would have overwritten what people wrote; it can be taken after all. */
  readonly kept?: {
    readonly articleId: string;
    readonly editedBy: string;
    /** Epoch milliseconds. */
    readonly editedAt: number;
    /** Who took the row's text meanwhile; null while the edit stands. */
    readonly takenBy: string | null;
  };
}

/** What came of taking rows after all. */
export interface TakenRows {
  readonly taken: number;
  /** Articles that were edited once more since the import: left alone. */
  readonly edited: number;
}

export interface SiteView {
  readonly id: string;
  readonly kind: 'page' | 'sitemap' | 'crawl';
  readonly address: string;
  readonly options: SiteOptions;
  readonly every: 'day' | 'week' | null;
  readonly nextAt: number | null;
  readonly pages: number;
  readonly lastImport: ImportView | null;
}

/** What a reading of a site found different from the one before. */
export interface SiteChangeView {
  readonly address: string;
  readonly change: 'new' | 'changed' | 'vanished';
  readonly title: string;
  readonly articleId: string | null;
}
