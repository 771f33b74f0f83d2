import type { ConversationEvent } from '../../../core/terms/event.ts';

/** What the desk holds of one conversation's log. */
export interface Timeline {
  /** From seq 1 without a gap; never anything else, so the screen never shows a hole. */
  readonly events: readonly ConversationEvent[];
  /** Events that came before those in front of them, by seq; kept until the gap is closed. */
  readonly early: ReadonlyMap<number, ConversationEvent>;
  /** The last seq without a gap before it: the cursor to ask again with. */
  readonly upTo: number;
}

export const emptyTimeline: Timeline = { events: [], early: new Map(), upTo: 0 };

/**
 * The timeline after more events have arrived. Staff see every event of a conversation, so the next one is always
 * `upTo + 1`: repeats are dropped, and what comes too early waits until the gap before it is closed.
 */
export function applyEvents(timeline: Timeline, arrived: readonly ConversationEvent[]): Timeline {
  const early = new Map(timeline.early);
  for (const event of arrived) if (event.seq > timeline.upTo) early.set(event.seq, event);
  if (early.size === 0) return timeline;
  const fresh: ConversationEvent[] = [];
  let upTo = timeline.upTo;
  for (let next = early.get(upTo + 1); next; next = early.get(upTo + 1)) {
    early.delete(next.seq);
    fresh.push(next);
    upTo = next.seq;
  }
  return { events: fresh.length ? [...timeline.events, ...fresh] : timeline.events, early, upTo };
}

/** Something is missing before an event that has arrived: the caller subscribes again after `upTo`. */
export function hasGap(timeline: Timeline): boolean {
  return timeline.early.size > 0;
}
