import { type Day, isAble, queueOf } from './day.ts';
import { type Desk, hasRoom, statusOf } from './desks.ts';
import type { Played } from './played.ts';
import { begin } from './serve.ts';

/** In queues that agents take from: whoever has been idle the longest takes what has waited the longest. */
export function pullWaiting(day: Day, now: number): void {
  for (const conversation of [...day.waiting]) {
    const queue = queueOf(day, conversation);
    if (queue.mode !== 'pull' || (conversation.notBefore ?? 0) > now) continue;
    const desk = idleLongest(day, conversation, now);
    if (desk === null) continue;
    day.router.removeConversation(conversation.arrival.id);
    begin(day, conversation, desk, null, now);
  }
}

function idleLongest(day: Day, conversation: Played, now: number): Desk | null {
  let best: Desk | null = null;
  for (const desk of day.desks.values()) {
    const isHere = desk.goneSince === null && desk.absentUntil <= now;
    const isFree =
      isHere && statusOf(desk, now) === 'online' && hasRoom(desk, conversation.arrival.kind.weight);
    if (!isFree || (best !== null && desk.idleSince >= best.idleSince)) continue;
    if (isAble(day, desk, conversation, now)) best = desk;
  }
  return best;
}
