import type { IntentExample } from '../../core/perception/learned-intent.ts';
import { type DataFolders, splitOf } from '../data/folder.ts';

interface IntentRow {
  readonly text: string;
  readonly intent: string;
  readonly set: string;
}

export interface IntentSplit {
  readonly train: readonly IntentExample[];
  readonly test: readonly IntentExample[];
}

/** One set of `intent_en` or `intent_zh`; `null` where the file is missing or has nothing of the set. CLINC's `oos` is out of scope. */
export function intentSplit(folders: DataFolders, file: string, set: string): IntentSplit | null {
  const rows = splitOf<IntentRow>(folders, file);
  if (!rows) return null;
  const [train, test] = [rows.train, rows.test].map((side) =>
    side
      .filter((row) => row.set === set)
      .map(({ text, intent }): IntentExample => ({ text, intent: intent === 'oos' ? null : intent })),
  ) as [IntentExample[], IntentExample[]];
  return train.length === 0 || test.length === 0 ? null : { train, test };
}
