import { type Day, isAble } from './day.ts';
import { type Desk, hasRoom, missingSince, statusOf } from './desks.ts';
import type { Played } from './played.ts';
import { isEverAble } from './staff.ts';

/** Well beyond the grace of a dead line and the time of an offer: whoever is in such a state for longer is stranded. */
export const strandedAfterMs = 120_000;

/**
 * Looks for conversations that nothing moves. A conversation is stranded that, for longer than `strandedAfterMs`,
 * waited while somebody able was online with room (and had not declined it), or lay with an agent whose line was dead
 * or whose chair was empty without having been answered. A message that was left is stranded only if overlooked.
 */
export function audit(day: Day, now: number): void {
  for (const conversation of day.waiting) {
    if (!isOverlooked(day, conversation, now)) conversation.overlookedSince = null;
    else {
      conversation.overlookedSince ??= now;
      if (now - conversation.overlookedSince >= strandedAfterMs) conversation.stranded ??= 'overlooked';
    }
  }
  for (const desk of day.desks.values()) {
    const since = missingSince(desk, now);
    if (since === null) continue;
    for (const conversation of desk.conversations) {
      const isUnanswered = conversation.phase !== 'serving';
      const lies = now - Math.max(since, conversation.givenAt);
      if (isUnanswered && lies >= strandedAfterMs) conversation.stranded ??= 'nobody-at-desk';
    }
  }
}

/** At the end of everything: whatever is at a desk without an end, and whatever waits for somebody who does not exist. */
export function auditEnd(day: Day, now: number): void {
  for (const conversation of day.all) {
    if (conversation.phase === 'waiting') {
      if (isOverlooked(day, conversation, now)) conversation.stranded ??= 'overlooked';
      const isHopeless = ![...day.desks.values()].some((desk) => isEverAble(day, desk, conversation));
      if (isHopeless && !conversation.leftMessage) conversation.stranded ??= 'nobody-ever';
    } else if (conversation.desk !== null && conversation.endedAt === null)
      conversation.stranded ??= 'nobody-at-desk';
  }
}

function isOverlooked(day: Day, conversation: Played, now: number): boolean {
  if (conversation.notBefore !== undefined && conversation.notBefore > now) return false;
  for (const desk of day.desks.values())
    if (isFree(desk, conversation, now) && isAble(day, desk, conversation, now)) return true;
  return false;
}

function isFree(desk: Desk, conversation: Played, now: number): boolean {
  const hasDeclined = conversation.declinedBy?.get(desk.agent.id);
  return (
    statusOf(desk, now) === 'online' &&
    hasRoom(desk, conversation.arrival.kind.weight) &&
    (hasDeclined === undefined || hasDeclined <= now)
  );
}
