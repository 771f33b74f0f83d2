import type { ErrorCode } from '../../../core/terms/error-code.ts';
import type { Slot } from '../when.ts';

/** A file that waits to be uploaded; `attachmentId` is there once it has been. */
export interface WaitingFile {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly bytes: Blob;
  readonly attachmentId?: string;
}

/** How or when to come back to somebody who leaves a message. */
export interface LeftDetails {
  readonly way: 'message' | 'callback';
  readonly phone?: string;
  readonly email?: string;
  /** Epoch milliseconds. */
  readonly slot?: Slot;
}

/** Something the customer did that the server has not acknowledged yet. */
export interface OutboxItem {
  /** One id for ever: the server recognises a repeat by it. */
  readonly id: string;
  /** Whose it is: inbox and person, so that a later visitor of this browser never sends it. */
  readonly scope: string;
  /** Rises with every item of the scope. */
  readonly order: number;
  readonly kind: 'message' | 'human' | 'assistant' | 'left';
  /** Chosen when it is first sent; a repeat must go to the same conversation. */
  readonly conversationId?: string;
  readonly text: string;
  readonly files: readonly WaitingFile[];
  /** Of the page on which a message was written. */
  readonly products?: readonly string[];
  /** With kind `left`. */
  readonly left?: LeftDetails;
  /** Epoch milliseconds, by this browser's clock. */
  readonly at: number;
  readonly state: 'waiting' | 'failed' | 'sent';
  /** Why it failed. */
  readonly code?: ErrorCode;
  /** Its place in the log, once sent. */
  readonly seq?: number;
}

export function inOrder(items: Iterable<OutboxItem>): OutboxItem[] {
  return [...items].sort((one, other) => one.order - other.order || (one.id < other.id ? -1 : 1));
}

/** The next order: the time, or one more than the last when a clock stands still or went back. */
export function nextOrder(items: Iterable<OutboxItem>, now: number): number {
  let order = now;
  for (const item of items) order = Math.max(order, item.order + 1);
  return order;
}

/** The oldest item that waits. A failed one does not hold back what was written after it. */
export function nextToSend(items: Iterable<OutboxItem>): OutboxItem | undefined {
  return inOrder(items).find((item) => item.state === 'waiting');
}

/** What the log does not show yet: an item leaves when its own event, or one behind its place, has arrived. */
export function notYetSeen(
  items: Iterable<OutboxItem>,
  seenIds: ReadonlySet<string>,
  upTo: number,
): OutboxItem[] {
  return inOrder(items).filter(
    (item) => !seenIds.has(item.id) && !(item.state === 'sent' && item.seq !== undefined && item.seq <= upTo),
  );
}

/** Refusals that a repeat can overcome; any other one is final until the customer changes something. */
const passing: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'too-many-requests',
  'overloaded',
  'internal',
  'session-expired',
  'not-signed-in',
]);

/** Whether the same item may be sent again by itself after a refusal with this code. */
export function passes(code: ErrorCode): boolean {
  return passing.has(code);
}
