import type { DataFolders } from './data/folder.ts';

/** Figures by name, from 0 to 100; milliseconds where the name ends in `Ms`. */
export type Figures = Readonly<Record<string, number>>;

/** What a part is given. */
export interface EvalRun {
  /** Absent where no `--train` was named: parts that need data then have nothing to measure. */
  readonly folders?: DataFolders;
  /** A folder of documents and a file of questions about them. */
  readonly knowledge?: { readonly folder: string; readonly questions: string };
  /** Ask the weights that ship with the product instead of training new ones. */
  readonly shipped: boolean;
  /** Says how far a long part is, on standard error. */
  readonly say: (line: string) => void;
}

/** One thing that is measured: figures by row, such as `{ 'intent_en.banking77': { accuracy: 92.1 } }`. */
export interface EvalPart {
  readonly name: string;
  /** Names of sets that it measures beside its own. */
  readonly alsoCalled?: readonly string[];
  /** Needs `--train`. */
  readonly needsData: boolean;
  measure(run: EvalRun): Readonly<Record<string, Figures>>;
}

/** A share as a figure: 0.91234 is 91.23. */
export const percent = (share: number): number => Math.round(share * 10_000) / 100;
