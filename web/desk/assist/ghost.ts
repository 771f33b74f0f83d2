import type { DraftCheck } from '../../../core/protocol/assist.ts';

/** What the server said of a draft as it was then. */
export interface Checked {
  readonly text: string;
  readonly check: DraftCheck;
}

export interface Ghost {
  readonly ref: string;
  /** What would come behind the caret. */
  readonly text: string;
}

/**
 * The ghost text behind a draft. What was typed since the server looked is taken off as long as it is what the ghost
 * said; anything else ends it. `dismissed` are refs that the agent sent away.
 */
export function ghostOf(
  draft: string,
  checked: Checked | null,
  dismissed: ReadonlySet<string>,
): Ghost | null {
  const completion = checked?.check.completion;
  if (!checked || !completion || dismissed.has(completion.ref) || draft.trim() === '') return null;
  if (!draft.startsWith(checked.text)) return null;
  const typed = draft.slice(checked.text.length);
  if (!completion.text.startsWith(typed)) return null;
  const rest = completion.text.slice(typed.length);
  return rest.trim() === '' ? null : { ref: completion.ref, text: rest };
}
