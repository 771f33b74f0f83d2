import type { NewEvent } from '../terms/event.ts';
import type { Owner } from '../terms/owner.ts';
import type { Policy } from '../terms/policy.ts';
import type { SlaClock, SlaTarget } from '../terms/sla.ts';
import { pauseClock, resumeClock, startClock, underRule } from './clock.ts';
import { afterDue, clockEvents, type SlaEvent } from './due-clocks.ts';
import { type RuledBy, ruleFor } from './rule-for.ts';

/** What must be known of a conversation to keep its promises of time. */
export interface ConversationFacts extends RuledBy {
  readonly owner: Owner;
  readonly clocks: readonly SlaClock[];
  /** Since when the customer waits for the agent who owns the conversation. */
  readonly customerWaitingSince: number | null;
  readonly firstHumanReplyAt: number | null;
  readonly leftMessage: { readonly slotFrom: number | null } | null;
}

/** The part of a policy that promises time. */
export type Promises = Pick<Policy, 'sla' | 'calendars'>;

/** The course of a conversation as far as its clocks follow it. */
interface Course {
  clocks: readonly SlaClock[];
  owner: Owner['kind'];
  /** A person has spoken to the customer, so what is owed from now on is the next reply. */
  replied: boolean;
  /** The agent spoke last: it is the customer's turn. */
  isCustomersTurn: boolean;
  /** The customer wants to be served then, and not before. */
  slotFrom: number | null;
}

function courseOf(before: ConversationFacts | null, clocks: readonly SlaClock[]): Course {
  return {
    clocks,
    owner: before?.owner.kind ?? 'assistant',
    replied: (before?.firstHumanReplyAt ?? null) !== null,
    isCustomersTurn: before?.owner.kind === 'agent' && before.customerWaitingSince === null,
    slotFrom: before?.leftMessage?.slotFrom ?? null,
  };
}

function changedClocks(
  clocks: readonly SlaClock[],
  change: (clock: SlaClock) => SlaClock | null,
): readonly SlaClock[] {
  const changed = clocks.map(change);
  return changed.every((clock, index) => clock === clocks[index])
    ? clocks
    : changed.filter((clock) => clock !== null);
}

/** What stands still goes on, and what is owed now and does not run yet starts. */
function owe(course: Course, facts: RuledBy, promises: Promises, at: number): void {
  course.isCustomersTurn = false;
  course.clocks = changedClocks(course.clocks, (clock) => resumeClock(clock, promises.calendars, at));
  const owed: readonly SlaTarget[] = [course.replied ? 'next-response' : 'first-response', 'resolution'];
  for (const target of owed) {
    if (course.clocks.some((clock) => clock.target === target)) continue;
    const rule = ruleFor(promises.sla, target, facts);
    const clock = rule && startClock(rule, promises.calendars, at);
    if (clock) course.clocks = [...course.clocks, clock];
  }
}

function stop(course: Course, targets: readonly SlaTarget[]): void {
  course.clocks = changedClocks(course.clocks, (clock) => (targets.includes(clock.target) ? null : clock));
}

const everything: readonly SlaTarget[] = ['first-response', 'next-response', 'resolution'];

function follow(course: Course, event: NewEvent, facts: RuledBy, promises: Promises): void {
  const { calendars } = promises;
  const { slotFrom } = course;
  // Whatever happens after the time that the customer named finds the clocks going since then.
  if (slotFrom !== null && event.at >= slotFrom && !course.isCustomersTurn) {
    course.clocks = changedClocks(course.clocks, (clock) =>
      clock.paused ? resumeClock(clock, calendars, Math.max(clock.paused.at, slotFrom)) : clock,
    );
    course.slotFrom = null;
  }
  switch (event.kind) {
    case 'queued':
      course.slotFrom = null;
      course.owner = 'queue';
      owe(course, facts, promises, event.at);
      return;
    case 'assigned': {
      // Who takes a conversation from a colleague owes what the colleague owed, and that runs already.
      const isFromColleague = course.owner === 'agent';
      course.slotFrom = null;
      course.owner = 'agent';
      course.isCustomersTurn = false;
      if (!isFromColleague) owe(course, facts, promises, event.at);
      return;
    }
    case 'transferred':
      course.slotFrom = null;
      course.owner = 'agent';
      return;
    case 'message-received':
      if (course.owner === 'queue' || course.owner === 'agent') owe(course, facts, promises, event.at);
      return;
    case 'message-sent':
      if (event.actor.kind !== 'agent') return;
      course.replied = true;
      course.isCustomersTurn = true;
      stop(course, ['first-response', 'next-response']);
      course.clocks = changedClocks(course.clocks, (clock) => pauseClock(clock, calendars, event.at));
      return;
    case 'message-left': {
      const from = event.body.slot?.from ?? null;
      course.slotFrom = from;
      if (from === null || from <= event.at) return;
      course.clocks = changedClocks(course.clocks, (clock) => pauseClock(clock, calendars, event.at));
      return;
    }
    case 'returned-to-assistant':
    case 'resolved':
      course.slotFrom = null;
      course.owner = event.kind === 'resolved' ? 'nobody' : 'assistant';
      course.isCustomersTurn = false;
      stop(course, everything);
      return;
    case 'reopened':
      course.owner = 'assistant';
      return;
  }
}

/** Clocks whose rule no longer is the one that counts run on under the one that does. */
function underPresentRules(
  clocks: readonly SlaClock[],
  before: RuledBy,
  after: RuledBy,
  promises: Promises,
  at: number,
): readonly SlaClock[] {
  const isSame =
    before.queueId === after.queueId &&
    before.segment === after.segment &&
    before.priority === after.priority;
  if (isSame) return clocks;
  return changedClocks(clocks, (clock) => {
    const rule = ruleFor(promises.sla, clock.target, after);
    if (!rule) return null;
    return rule.id === clock.ruleId ? clock : underRule(clock, rule, promises.calendars, at);
  });
}

/**
 * The clocks of a conversation after `events`; the array of `after.clocks` itself when nothing changes.
 * `before` and `after` are the state before and after these events (null before the first), `at` is now.
 *
 * - Going to a queue or to an agent starts `first-response` until a person has spoken, later `next-response`, and
 *   `resolution`; what runs already is not started again.
 * - A customer's message while the queue or an agent has the conversation makes the next reply owed.
 * - An agent's message ends what was owed, and `resolution` stands still until the customer writes.
 * - A message left with a later time lets all of them stand still until then, until the customer writes or until
 *   somebody takes it. After the slot they go on from the slot, as soon as any event is appended.
 * - The end, and the way back to the assistant, end all of them.
 * - Where queue, segment or priority changed, a clock follows the rule that counts now from its own start, marks kept;
 *   where none counts it is gone. A new version of the policy alone changes no promise that was given.
 */
export function clocksAfter(
  before: ConversationFacts | null,
  events: readonly NewEvent[],
  after: ConversationFacts,
  promises: Promises,
  at: number,
): readonly SlaClock[] {
  const course = courseOf(before, after.clocks);
  for (const event of events) follow(course, event, after, promises);
  return underPresentRules(course.clocks, before ?? after, after, promises, at);
}

/**
 * All that an append has to add about promises of time: first what became due by now, so that a reply that comes too
 * late does not hide its own breach, then the clocks if they changed.
 */
export function slaEvents(
  before: ConversationFacts | null,
  events: readonly NewEvent[],
  after: ConversationFacts,
  promises: Promises,
  at: number,
): readonly SlaEvent[] {
  const due = clockEvents(after.clocks, at);
  const marked = afterDue(after.clocks, at);
  const clocks = clocksAfter(before, events, { ...after, clocks: marked }, promises, at);
  return clocks === marked ? due : [...due, { kind: 'sla-changed', body: { clocks } }];
}
