/** What stands in a suggested reply for the agent to fill in: 【订单号】, {name}, ____. */
const placeholder = /【[^】\n]{1,30}】|\{[^{}\n]{1,30}\}|\[[^[\]\n]{1,30}\]|[_＿]{2,}/;

/** Where the first gap of a text is; null where there is none. */
export function firstGap(text: string): { readonly from: number; readonly to: number } | null {
  const found = placeholder.exec(text);
  return found ? { from: found.index, to: found.index + found[0].length } : null;
}

/** An edit of the draft: `text` takes the place of `from`–`to`, then `select` is selected (a caret where it is empty). */
export interface Insertion {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly select: { readonly from: number; readonly to: number };
}

/**
 * How help comes into a draft: in the place of what was put in before it, where that still stands as it was; else after
 * what is written, never over it. The first gap to be filled in is selected.
 */
export function insertionOf(draft: string, text: string, before: string | null): Insertion {
  const at = before === null || before === '' ? -1 : draft.lastIndexOf(before);
  const kept = draft.trimEnd();
  const [from, to, lead] =
    at >= 0 ? [at, at + before!.length, ''] : [kept.length, draft.length, kept === '' ? '' : '\n'];
  const start = from + lead.length;
  const gap = firstGap(text);
  const select = gap
    ? { from: start + gap.from, to: start + gap.to }
    : { from: start + text.length, to: start + text.length };
  return { from, to, text: lead + text, select };
}
