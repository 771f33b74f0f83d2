import type { InsteadOfWaiting, NoticeCode, WaitEstimate } from '../terms/event.ts';
import type { NobodyHere } from '../terms/queue.ts';

/** How a queue stands for somebody who wants a person now. */
export interface QueueStanding {
  readonly isOpen: boolean;
  /** When it opens next; null while it is open, or when no opening is known. */
  readonly opensAt: number | null;
  /** Agents who serve it and can be asked now. */
  readonly agentsOnline: number;
  readonly whenClosed: NobodyHere;
  readonly whenNobody: NobodyHere;
}

/** What the queue does where nobody can come: null while somebody can. */
export function nobodyHere(standing: QueueStanding): NobodyHere | null {
  if (!standing.isOpen) return standing.whenClosed;
  return standing.agentsOnline === 0 ? standing.whenNobody : null;
}

/** What a customer may do instead of waiting. While somebody can come a message is never refused, but not urged either. */
export function insteadOf(what: NobodyHere | null): readonly InsteadOfWaiting[] {
  switch (what) {
    case 'callback':
      return ['callback', 'message'];
    case 'assistant':
      return ['assistant', 'message'];
    case 'wait':
      return [];
    default:
      return ['message'];
  }
}

/** The honest words for how things stand, for the body of a `notice-given`. */
export function noticeOf(
  standing: QueueStanding,
  otherwise: NoticeCode,
  told: { readonly position?: number; readonly estimate?: WaitEstimate | null } = {},
): {
  readonly code: NoticeCode;
  readonly position?: number;
  readonly estimate?: WaitEstimate;
  readonly opensAt?: number;
  readonly instead: readonly InsteadOfWaiting[];
} {
  const instead = insteadOf(nobodyHere(standing));
  const position = told.position === undefined ? {} : { position: told.position };
  if (!standing.isOpen)
    return {
      code: 'closed',
      ...position,
      ...(standing.opensAt === null ? {} : { opensAt: standing.opensAt }),
      instead,
    };
  if (standing.agentsOnline === 0) return { code: 'nobody-online', ...position, instead };
  return { code: otherwise, ...position, ...(told.estimate ? { estimate: told.estimate } : {}), instead };
}
