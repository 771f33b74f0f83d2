import { couldServe } from './could-serve.ts';
import { change, type Day, queueOf } from './day.ts';
import type { Desk } from './desks.ts';
import type { Played } from './played.ts';
import type { Disconnect, Span } from './scenario.ts';
import { connect, enqueue, leave, takeBack } from './serve.ts';

/** Plans shifts, breaks and dead lines of everybody. */
export function planStaff(day: Day): void {
  for (const desk of day.desks.values()) {
    for (const { from, to } of desk.agent.shifts) {
      day.events.plan(from, (at) => set(day, desk, at, 'onShift', true));
      day.events.plan(to, (at) => {
        set(day, desk, at, 'onShift', false);
        for (const conversation of [...day.waiting]) offerInstead(day, conversation, at);
      });
    }
    for (const { from, to } of desk.agent.breaks) {
      day.events.plan(from, (at) => set(day, desk, at, 'onBreak', true));
      day.events.plan(to, (at) => set(day, desk, at, 'onBreak', false));
    }
  }
  for (const disconnect of day.scenario.disconnects) planDisconnect(day, disconnect);
}

function set(day: Day, desk: Desk, now: number, what: 'onShift' | 'onBreak', value: boolean): void {
  change(day, desk, now, () => {
    desk[what] = value;
    if (desk.conversations.size === 0) desk.idleSince = now;
  });
}

function planDisconnect(day: Day, { agentId, at, forMs, noticedAfterMs }: Disconnect): void {
  const desk = day.desks.get(agentId)!;
  const { graceMs } = day.product;
  const backAt = at + forMs;
  const noticedAt = at + noticedAfterMs;
  day.events.plan(at, (now) => {
    change(day, desk, now, () => (desk.goneSince = now));
    for (const conversation of desk.conversations)
      if (conversation.phase === 'serving') interrupt(day, conversation, now);
  });
  if (noticedAt < backAt)
    day.events.plan(noticedAt, (now) => change(day, desk, now, () => (desk.isGoneNoticed = true)));
  if (graceMs !== null && noticedAt + graceMs < backAt)
    day.events.plan(noticedAt + graceMs, (now) => {
      for (const conversation of [...desk.conversations]) takeBack(day, conversation, now, false);
    });
  day.events.plan(backAt, (now) => {
    change(day, desk, now, () => {
      desk.goneSince = null;
      desk.isGoneNoticed = false;
    });
    for (const conversation of desk.conversations)
      if (conversation.phase === 'interrupted' || conversation.phase === 'given')
        connect(day, conversation, now);
  });
}

/** The agent vanished in the middle: the rest waits, and so does the customer, for as long as they bear it. */
function interrupt(day: Day, conversation: Played, now: number): void {
  const done = (now - conversation.servingSince) / conversation.pace;
  conversation.remainingMs = Math.max(0, conversation.remainingMs - done);
  conversation.phase = 'interrupted';
  conversation.turn++;
  const { servingSince } = conversation;
  const leavesAt = now + conversation.arrival.secondPatienceMs;
  if (Number.isFinite(leavesAt))
    day.events.plan(leavesAt, (at) => {
      const isOver = conversation.endedAt !== null || conversation.leftMessage;
      if (!isOver && conversation.servingSince === servingSince && conversation.phase !== 'serving')
        leave(day, conversation, at);
    });
}

/** Where nobody on duty could ever take a waiting conversation, the customer is offered what the queue says. */
export function offerInstead(day: Day, conversation: Played, now: number): void {
  if (conversation.leftMessage || conversation.phase !== 'waiting') return;
  const { whenNobody } = queueOf(day, conversation);
  if (whenNobody === 'wait') return;
  const able = [...day.desks.values()].filter((desk) => isEverAble(day, desk, conversation));
  if (able.some((desk) => desk.onShift && !desk.isGoneNoticed)) return;
  if (whenNobody === 'assistant') {
    day.router.removeConversation(conversation.arrival.id);
    day.waiting.delete(conversation);
    conversation.phase = 'with-assistant';
    conversation.endedAt = now;
    conversation.turn++;
    return;
  }
  if (!conversation.arrival.leavesMessage) return;
  conversation.leftMessage = true;
  conversation.turn++;
  if (whenNobody === 'callback') {
    const slot = earliest(able.flatMap(({ agent }) => agent.shifts).filter(({ from }) => from > now));
    if (slot !== undefined) {
      conversation.notBefore = slot.from;
      day.router.removeConversation(conversation.arrival.id);
      enqueue(day, conversation, now);
    }
  }
}

/** Whether this agent could serve it after all stages of overflow, and if nobody who speaks the language is at work. */
export function isEverAble(day: Day, { agent }: Desk, { arrival }: Played): boolean {
  const asked = { ...arrival.kind, language: null };
  return couldServe(agent.id, agent.profile, asked, day.queues, Number.MAX_SAFE_INTEGER);
}

function earliest(spans: readonly Span[]): Span | undefined {
  return spans.toSorted((one, other) => one.from - other.from)[0];
}
