import type { AssistKind } from '../../../core/terms/event.ts';
import type { HelpRef } from './assist-use.ts';

/** Top and bottom in CSS pixels of the window. */
export interface Span {
  readonly top: number;
  readonly bottom: number;
}

/** Whether enough of a piece of help could be read: half of it, or three lines. */
export function isSeen(piece: Span, frame: Span): boolean {
  const height = piece.bottom - piece.top;
  const seen = Math.min(piece.bottom, frame.bottom) - Math.max(piece.top, frame.top);
  return height > 0 && seen >= Math.min(height / 2, 60);
}

/** The attributes by which help on the screen is found again when a reply is sent. */
export function helpMark({ kind, ref }: HelpRef): { 'data-help-kind': AssistKind; 'data-help-ref': string } {
  return { 'data-help-kind': kind, 'data-help-ref': ref };
}

/** The help that the agent has before their eyes now, top to bottom. */
export function helpInView(): HelpRef[] {
  return [...document.querySelectorAll<HTMLElement>('[data-help-ref]')].flatMap((element) => {
    const column = element.closest('.column-context, .ant-drawer-body')?.getBoundingClientRect();
    const frame = {
      top: Math.max(0, column?.top ?? 0),
      bottom: Math.min(innerHeight, column?.bottom ?? innerHeight),
    };
    const { helpKind, helpRef } = element.dataset;
    if (!helpKind || !helpRef || !element.checkVisibility()) return [];
    return isSeen(element.getBoundingClientRect(), frame)
      ? [{ kind: helpKind as AssistKind, ref: helpRef }]
      : [];
  });
}
