import type { DraftWarning } from '../../../core/protocol/assist.ts';

/** Warnings for which sending asks once: what they are about should not reach a customer by oversight. */
const serious: ReadonlySet<string> = new Set([
  'contradiction',
  'expired-clause',
  'not-yet-in-force',
  'internal-text',
  'foreign-data',
  'placeholder',
]);

export function isSerious(warning: DraftWarning): boolean {
  return serious.has(warning.code);
}

/** The same warning about the same words, so that it asks once. */
export function warningKey(warning: DraftWarning): string {
  return `${warning.code} ${warning.words}`;
}

const sentenceEnd = /[。！？!?；;\n]|\.(?=\s|$)/g;

/** How far the draft is finished sentences. */
export function finishedTo(draft: string): number {
  let end = 0;
  for (const match of draft.matchAll(sentenceEnd)) end = match.index + match[0].length;
  return end;
}

/**
 * The warnings to be shown: about words that still stand in the draft, in finished sentences only, so that nothing
 * flickers while a number is being typed. Where the agent `rests`, the last sentence counts as finished.
 */
export function settledWarnings(
  draft: string,
  warnings: readonly DraftWarning[],
  rests: boolean,
): readonly DraftWarning[] {
  const end = rests ? draft.length : finishedTo(draft);
  return warnings.filter(({ words }) => {
    const at = draft.indexOf(words);
    return words !== '' && at >= 0 && at + words.length <= end;
  });
}

/** The draft in pieces, the words that a warning is about marked. */
export function markedPieces(
  draft: string,
  warnings: readonly DraftWarning[],
): readonly { readonly at: number; readonly text: string; readonly marked: boolean }[] {
  const marked = new Uint8Array(draft.length);
  for (const { words } of warnings) {
    if (words === '') continue;
    for (let at = draft.indexOf(words); at >= 0; at = draft.indexOf(words, at + words.length))
      marked.fill(1, at, at + words.length);
  }
  const pieces: { at: number; text: string; marked: boolean }[] = [];
  for (let at = 0; at < draft.length; at += 1) {
    const last = pieces.at(-1);
    if (last && last.marked === (marked[at] === 1)) last.text += draft[at];
    else pieces.push({ at, text: draft[at]!, marked: marked[at] === 1 });
  }
  return pieces;
}
