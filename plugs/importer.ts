import type { ColumnMapping, ImportFormat, ImportRow } from '../core/terms/import.ts';

/** What a sheet's columns were taken for. */
export interface SheetColumns {
  readonly sheet: string;
  readonly header: readonly string[];
  readonly mapping: ColumnMapping;
}

/** A source to read, as bytes. */
export interface ImportSource {
  /** The file's name or the page's address: documents without a title are called by it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Whether a document stays together as far as it can, or becomes an article a section. */
  readonly split: 'whole' | 'sections';
  /** What somebody said the columns hold; undefined: by their names. */
  readonly mapping?: ColumnMapping;
  /** Called once for every sheet before its rows. */
  readonly onColumns?: (columns: SheetColumns) => void;
  /** How much of it has been read, 0..1. */
  readonly onProgress?: (share: number) => void;
}

/**
 * Reads one format into rows, in the source's order and the same again every time, so that a reading can be continued
 * after a crash by passing over what was written. Holds no more than one source; throws `ImportFailure` where the
 * source as a whole cannot be read. Runs where it may be killed, never beside conversations.
 */
export interface Importer {
  readonly format: ImportFormat;
  read(source: ImportSource): AsyncIterable<ImportRow> | Iterable<ImportRow>;
}
