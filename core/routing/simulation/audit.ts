import { type Day, isAble, queueOf } from './day.ts';
import { type Desk, hasRoom, missingSince, statusOf } from './desks.ts';
import type { Played } from './played.ts';
import { isEverAble } from './staff.ts';

/** Well beyond the grace of a dead line and the time of an offer: whoever is in such a state for longer is stranded. */
export const strandedAfterMs = 120_000;

/**
 * Looks for conversations that nothing moves. A conversation is stranded that, for longer than `strandedAfterMs`,
 * waited while somebody able was online with room (who had not declined it and was not kept for what is heavier), or
 * lay with an agent whose line was dead or whose chair was empty without having been answered. A message that was left
 * is stranded only if overlooked.
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
    if (isFree(desk, conversation, now) && isAble(day, desk, conversation, now))
      if (!isKept(day, desk, conversation, now)) return true;
  return false;
}

const usualPatienceMs = 60_000;

/** Whether something heavier and more urgent, which has lost its patience, waits for room at this desk. */
function isKept(day: Day, desk: Desk, lighter: Played, now: number): boolean {
  const its = urgency(day, lighter, now);
  return [...day.waiting].some((heavier) => {
    const { kind } = heavier.arrival;
    const waited = now - Math.max(heavier.arrival.at, heavier.notBefore ?? 0);
    return (
      kind.weight > lighter.arrival.kind.weight &&
      waited >= (queueOf(day, heavier).patienceMs ?? usualPatienceMs) &&
      urgency(day, heavier, now) >= its &&
      !hasRoom(desk, kind.weight) &&
      isAble(day, desk, heavier, now)
    );
  });
}

function urgency(day: Day, conversation: Played, now: number): number {
  const { order, ageingMs } = queueOf(day, conversation);
  const { at, kind } = conversation.arrival;
  return (now - at) / Math.max(1, ageingMs) + (order === 'priority' ? kind.priority : 0);
}

function isFree(desk: Desk, conversation: Played, now: number): boolean {
  const hasDeclined = conversation.declinedBy?.get(desk.agent.id);
  return (
    statusOf(desk, now) === 'online' &&
    hasRoom(desk, conversation.arrival.kind.weight) &&
    (hasDeclined === undefined || hasDeclined <= now)
  );
}
