import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyEvent } from '../conversation/apply-event.ts';
import { dueAt } from '../conversation/due-at.ts';
import type { ConversationState } from '../conversation/state.ts';
import type { Actor } from '../terms/actor.ts';
import type { ConversationEvent, EventBodies, EventKind, NewEvent } from '../terms/event.ts';
import type { SlaRule, SlaTarget } from '../terms/sla.ts';
import { remaining } from './clock.ts';
import { clocksAfter, type Promises, slaEvents } from './clocks.ts';
import { afterDue, clockEvents } from './due-clocks.ts';
import { ruleFor } from './rule-for.ts';
import { calendarBy } from './test-calendars.ts';

const minute = 60_000;
const hour = 60 * minute;
/** A Monday at ten in the morning in Shanghai. */
const ten = Date.parse('2026-03-02T10:00+08:00');

const rule = (target: SlaTarget, limitMs: number, different: Partial<SlaRule> = {}): SlaRule => ({
  id: target,
  target,
  limitMs,
  warnAt: 0.75,
  ...different,
});
const plain: Promises = {
  sla: [
    rule('first-response', 2 * minute),
    rule('next-response', 4 * minute),
    rule('resolution', 60 * minute),
  ],
  calendars: [calendarBy()],
};

const contact: Actor = { kind: 'contact', id: 'c' };
const agent: Actor = { kind: 'agent', id: 'a', name: '小李' };
const system: Actor = { kind: 'system' };

/** A conversation whose every append keeps its clocks, as the server does it. Minutes count from ten o'clock. */
function conversation(promises: Promises = plain) {
  let state: ConversationState | null = null;
  const log: ConversationEvent[] = [];
  const put = (event: NewEvent) => {
    const placed = { ...event, conversationId: 'x', seq: log.length + 1 } as ConversationEvent;
    log.push(placed);
    state = applyEvent(state, placed);
  };
  const eventOf = <K extends EventKind>(minutes: number, kind: K, actor: Actor, body: EventBodies[K]) =>
    ({ id: `${log.length}`, kind, actor, at: ten + minutes * minute, body }) as unknown as NewEvent;
  const append = (...events: NewEvent[]) => {
    const before = state;
    const at = events.at(-1)!.at;
    for (const event of events) put(event);
    for (const added of slaEvents(before, events, state!, promises, at))
      put({ id: `${log.length}`, actor: system, at, ...added } as NewEvent);
  };
  append(eventOf(0, 'conversation-opened', contact, { inboxId: 'web', contactId: 'c', language: 'zh' }));
  const self = {
    eventOf,
    append,
    say: (minutes: number) => append(eventOf(minutes, 'message-received', contact, { text: '在吗' })),
    queue: (minutes: number, different: Partial<EventBodies['queued']> = {}) =>
      append(
        eventOf(minutes, 'queued', system, { queueId: 'sales', priority: 0, reasons: [], ...different }),
      ),
    assign: (minutes: number) =>
      append(eventOf(minutes, 'assigned', agent, { agentId: 'a', agentName: '小李' })),
    reply: (minutes: number) => append(eventOf(minutes, 'message-sent', agent, { text: '您好' })),
    leave: (minutes: number, slotMinutes?: number) =>
      append(
        eventOf(minutes, 'message-left', contact, {
          way: 'callback',
          ...(slotMinutes === undefined
            ? {}
            : { slot: { from: ten + slotMinutes * minute, to: ten + (slotMinutes + 30) * minute } }),
        }),
      ),
    alert: (minutes: number) =>
      append(eventOf(minutes, 'supervisor-alerted', system, { why: 'callback-due' })),
    finish: (minutes: number) =>
      append(eventOf(minutes, 'resolved', agent, { disposition: 'solved', note: '' })),
    giveBack: (minutes: number) =>
      append(eventOf(minutes, 'returned-to-assistant', agent, { agentId: 'a', note: '' })),
    reopen: (minutes: number) => append(eventOf(minutes, 'reopened', contact, {})),
    state: () => state!,
    kinds: () => log.map((event) => event.kind),
    log,
    /** What runs, as `target started→due` in minutes, `‖left` for one that stands still. */
    clocks: () =>
      state!.clocks.map((clock) => {
        const since = (at: number) => (at - ten) / minute;
        const end = clock.paused ? `‖${clock.paused.toDueMs / minute}` : `→${since(clock.dueAt)}`;
        return `${clock.target} ${since(clock.startedAt)}${end}`;
      }),
  };
  return self;
}

test('the first handoff starts the first response and the resolution; the assistant alone promises nothing', () => {
  const it = conversation();
  it.say(1);
  assert.deepEqual(it.clocks(), []);
  it.queue(3);
  assert.deepEqual(it.clocks(), ['first-response 3→5', 'resolution 3→63']);
});

test('coming back to the queue does not start the first response anew', () => {
  const it = conversation();
  it.queue(0);
  it.assign(1);
  it.queue(1.5, { priority: 1 });
  assert.deepEqual(it.clocks(), ['first-response 0→2', 'resolution 0→60']);
});

test('the agent’s first words end the first response, and the resolution stands still for the customer', () => {
  const it = conversation();
  it.queue(0);
  it.assign(0.5);
  it.reply(1);
  assert.deepEqual(it.clocks(), ['resolution 0‖59']);
  it.say(21);
  assert.deepEqual(it.clocks(), ['resolution 0→80', 'next-response 21→25']);
});

test('a second message does not move the time of the reply', () => {
  const it = conversation();
  it.queue(0);
  it.assign(0);
  it.reply(1);
  it.say(2);
  it.say(3);
  assert.deepEqual(it.clocks(), ['resolution 0→61', 'next-response 2→6']);
});

test('before the first words of a person a message starts no next response', () => {
  const it = conversation();
  it.queue(0);
  it.say(0.5);
  it.assign(1);
  it.say(1.5);
  assert.deepEqual(it.clocks(), ['first-response 0→2', 'resolution 0→60']);
});

test('an agent who falls silent loses the conversation, but its next response runs on', () => {
  const it = conversation();
  it.queue(0);
  it.assign(0);
  it.reply(1);
  it.say(2);
  it.queue(4, { waitingSince: ten + 2 * minute });
  it.assign(5);
  assert.deepEqual(it.clocks(), ['resolution 0→61', 'next-response 2→6']);
});

test('an agent who gives the conversation to another queue after a reply makes the next reply owed', () => {
  const it = conversation();
  it.queue(0);
  it.assign(0);
  it.reply(1);
  it.queue(2, { queueId: 'returns' });
  assert.deepEqual(it.clocks(), ['resolution 0→61', 'next-response 2→6']);
});

test('a supervisor who takes over while it is the customer’s turn owes nothing until the customer writes', () => {
  const it = conversation();
  it.queue(0);
  it.assign(0);
  it.reply(1);
  it.append(it.eventOf(2, 'assigned', agent, { agentId: 'b', agentName: '老王', how: 'take-over' }));
  assert.deepEqual(it.clocks(), ['resolution 0‖59']);
  it.say(3);
  assert.deepEqual(it.clocks(), ['resolution 0→62', 'next-response 3→7']);
});

test('an agent who takes a conversation from the assistant owes the first words', () => {
  const it = conversation();
  it.assign(5);
  assert.deepEqual(it.clocks(), ['first-response 5→7', 'resolution 5→65']);
});

test('a transfer to a colleague changes no clock', () => {
  const it = conversation();
  it.queue(0);
  it.assign(0);
  it.reply(1);
  it.say(2);
  const before = it.state().clocks;
  it.append(
    it.eventOf(3, 'transferred', agent, { fromAgentId: 'a', toAgentId: 'b', toAgentName: '老王', note: '' }),
  );
  assert.equal(it.state().clocks, before);
});

test('the end and the way back to the assistant end every clock', () => {
  for (const end of ['finish', 'giveBack'] as const) {
    const it = conversation();
    it.queue(0);
    it.assign(0);
    it[end](1);
    assert.deepEqual(it.clocks(), []);
  }
});

test('a reopened conversation promises again when it reaches a person: the next reply and the resolution', () => {
  const it = conversation();
  it.queue(0);
  it.assign(0);
  it.reply(1);
  it.finish(2);
  it.reopen(30);
  assert.deepEqual(it.clocks(), []);
  it.queue(31);
  assert.deepEqual(it.clocks(), ['next-response 31→35', 'resolution 31→91']);
});

test('whoever was given back before a word of a person still has the first response to come', () => {
  const it = conversation();
  it.queue(0);
  it.assign(0);
  it.giveBack(1);
  it.queue(10);
  assert.deepEqual(it.clocks(), ['first-response 10→12', 'resolution 10→70']);
});

test('a message left with a later time lets the clocks stand still, and they go on from that time', () => {
  const it = conversation();
  it.queue(0);
  it.leave(1, 120);
  assert.deepEqual(it.clocks(), ['first-response 0‖1', 'resolution 0‖59']);
  it.alert(125);
  assert.deepEqual(it.clocks(), ['first-response 0→121', 'resolution 0→179']);
});

test('who wants to be called later and writes before that sets the clocks going', () => {
  const it = conversation();
  it.queue(0);
  it.leave(1, 120);
  it.say(11);
  assert.deepEqual(it.clocks(), ['first-response 0→12', 'resolution 0→70']);
  it.alert(121);
  assert.deepEqual(it.clocks(), ['first-response 0→12', 'resolution 0→70']);
});

test('an agent who takes a message before its time sets the clocks going', () => {
  const it = conversation();
  it.queue(0);
  it.leave(1, 120);
  it.assign(21);
  assert.deepEqual(it.clocks(), ['first-response 0→22', 'resolution 0→80']);
});

test('a message left without a time, or with one that has passed, stops nothing', () => {
  for (const slot of [undefined, -5]) {
    const it = conversation();
    it.queue(0);
    it.leave(1, slot);
    assert.deepEqual(it.clocks(), ['first-response 0→2', 'resolution 0→60']);
  }
});

test('a warning comes once at its share of the limit, then the breach once, and a breach needs no warning', () => {
  const it = conversation();
  it.queue(0);
  const at = (minutes: number) => ten + minutes * minute;
  const { clocks } = it.state();
  assert.equal(dueAt(it.state()), at(1.5));
  assert.deepEqual(clockEvents(clocks, at(1.5) - 1), []);
  assert.equal(afterDue(clocks, at(1.5) - 1), clocks);
  const body = { target: 'first-response', ruleId: 'first-response', dueAt: at(2) };
  assert.deepEqual(clockEvents(clocks, at(1.5)), [{ kind: 'sla-warned', body }]);
  const warned = afterDue(clocks, at(1.5));
  assert.deepEqual(clockEvents(warned, at(1.9)), []);
  assert.deepEqual(clockEvents(warned, at(2)), [{ kind: 'sla-breached', body }]);
  assert.deepEqual(clockEvents(clocks, at(2)), [{ kind: 'sla-breached', body }]);
  assert.deepEqual(clockEvents(afterDue(clocks, at(2)), at(30)), []);
});

test('the marks that the functions give are those that the log’s events give', () => {
  const it = conversation();
  it.queue(0);
  const { clocks } = it.state();
  it.append(it.eventOf(2.5, 'note-added', agent, { text: '' }));
  assert.deepEqual(it.state().clocks, afterDue(clocks, ten + 2.5 * minute));
  assert.deepEqual(it.kinds().slice(-2), ['note-added', 'sla-breached']);
});

test('a reply that comes too late does not hide its own breach', () => {
  const it = conversation();
  it.queue(0);
  it.assign(1);
  it.reply(2.001);
  assert.deepEqual(it.kinds().slice(-3), ['message-sent', 'sla-breached', 'sla-changed']);
  assert.deepEqual(it.clocks(), ['resolution 0‖57.999']);
});

test('a breached clock that stood still keeps its moment when it goes on', () => {
  const it = conversation();
  it.queue(0);
  it.append(it.eventOf(61, 'note-added', agent, { text: '' }));
  it.assign(62);
  it.reply(63);
  it.say(90);
  assert.deepEqual(it.clocks(), ['resolution 0→60', 'next-response 90→94']);
  assert.equal(it.state().clocks[0]!.breached, true);
  assert.equal(
    it.kinds().filter((kind) => kind === 'sla-breached').length,
    2,
    'first response and resolution',
  );
});

test('an event that concerns no promise gives back the same clocks', () => {
  const it = conversation();
  it.queue(0);
  const state = it.state();
  const events = [it.eventOf(1, 'labels-changed', agent, { labels: ['退款'] })];
  assert.equal(clocksAfter(state, events, state, plain, ten + minute), state.clocks);
  assert.deepEqual(slaEvents(state, events, state, plain, ten + minute), []);
  it.say(1);
  assert.equal(it.state().clocks, state.clocks);
});

test('the first rule that fits queue, segment and priority counts', () => {
  const rules = [
    rule('resolution', 1, { id: 'vip', segments: ['vip'], minimumPriority: 2 }),
    rule('resolution', 2, { id: 'sales', queueIds: ['sales', 'returns'] }),
    rule('resolution', 3, { id: 'rest', queueIds: [] }),
  ];
  const idFor = (queueId: string | null, segment: string | null, priority: number) =>
    ruleFor(rules, 'resolution', { queueId, segment, priority })?.id;
  assert.equal(idFor('sales', 'vip', 2), 'vip');
  assert.equal(idFor('sales', 'vip', 1), 'sales');
  assert.equal(idFor('returns', null, 9), 'sales');
  assert.equal(idFor(null, null, 9), 'rest');
  assert.equal(
    ruleFor(rules.slice(0, 2), 'resolution', { queueId: null, segment: null, priority: 0 }),
    undefined,
  );
});

const byQueue: Promises = {
  sla: [
    rule('first-response', 1 * minute, { id: 'first-vip', queueIds: ['vip'] }),
    rule('first-response', 5 * minute, { id: 'first' }),
    rule('resolution', 30 * minute, { id: 'resolution-vip', queueIds: ['vip'] }),
    rule('resolution', 60 * minute, { id: 'resolution-sales', queueIds: ['sales'] }),
    rule('next-response', 3 * minute, { id: 'next' }),
  ],
  calendars: [calendarBy()],
};

test('another queue brings its own limits, from the same start and with the marks kept', () => {
  const it = conversation(byQueue);
  it.queue(0);
  it.append(it.eventOf(4, 'note-added', agent, { text: '' }));
  assert.equal(it.state().clocks[0]!.warned, true);
  it.queue(4.5, { queueId: 'vip' });
  assert.deepEqual(it.clocks(), ['first-response 0→1', 'resolution 0→30']);
  assert.deepEqual(
    it.state().clocks.map(({ ruleId, warned, breached }) => [ruleId, warned, breached]),
    [
      ['first-vip', true, false],
      ['resolution-vip', false, false],
    ],
  );
});

test('time that stood still is not counted against the other rule’s limit', () => {
  const it = conversation(byQueue);
  it.queue(0);
  it.assign(0);
  it.reply(10);
  it.say(25);
  it.queue(27, { queueId: 'vip' });
  // Twelve of thirty minutes are used: ten until the reply, two since the customer wrote.
  assert.deepEqual(it.clocks(), ['resolution 0→45', 'next-response 25→28']);
});

test('where no rule counts any more the promise is gone', () => {
  const it = conversation(byQueue);
  it.queue(0);
  it.queue(1, { queueId: 'other' });
  assert.deepEqual(it.clocks(), ['first-response 0→5']);
});

test('a changed policy alone changes no promise that was given', () => {
  const it = conversation(byQueue);
  it.queue(0);
  const state = it.state();
  const events = [it.eventOf(1, 'message-received', contact, { text: '?' })];
  assert.equal(clocksAfter(state, events, state, plain, ten + minute), state.clocks);
});

test('limits count in business hours, standing still included', () => {
  const office: Promises = {
    sla: [
      rule('first-response', hour, { calendarId: 'shop' }),
      rule('resolution', 4 * hour, { calendarId: 'shop' }),
    ],
    calendars: [calendarBy()],
  };
  const it = conversation(office);
  const clockTimes = () =>
    it.state().clocks.map((clock) => new Date(clock.dueAt + 8 * hour).toISOString().slice(8, 16));
  it.queue(7.5 * 60);
  // 17:30 on Monday: half an hour is left of the day.
  assert.deepEqual(
    clockTimes(),
    ['02T18:00', '03T14:30'].map((_, index) => ['03T09:30', '03T14:00'][index]!),
  );
  it.assign(7.6 * 60);
  it.reply(7.75 * 60);
  assert.equal(it.state().clocks[0]!.paused?.toDueMs, 3.75 * hour);
  assert.deepEqual(remaining(it.state().clocks[0]!, office.calendars, ten + 99 * hour), {
    shareUsed: 0.0625,
    leftMs: 3.75 * hour,
    isPaused: true,
    isClosed: false,
    opensAt: null,
  });
  it.say(24 * 60 + 150);
  // Tuesday 12:30, at noon's break: 13:30 to 17:15.
  assert.deepEqual(clockTimes(), ['03T17:15']);
});

/** A promise that neither stands still nor is outside of its hours. */
const runs = { isPaused: false, isClosed: false, opensAt: null };

test('what is left is counted in business time, and below zero what is overdue', () => {
  const it = conversation();
  it.queue(0);
  const first = it.state().clocks[0]!;
  assert.deepEqual(remaining(first, [], ten + minute), { ...runs, shareUsed: 0.5, leftMs: minute });
  assert.deepEqual(remaining(first, [], ten + 3 * minute), {
    ...runs,
    shareUsed: 1,
    leftMs: -minute,
  });
});

test('outside business hours a promise stands still, says when it goes on, and loses nothing', () => {
  const calendars = [calendarBy()];
  const it = conversation({ sla: [rule('first-response', hour, { calendarId: 'shop' })], calendars });
  it.queue(7.5 * 60);
  // 17:30 on Monday: half an hour is left of the day, the rest is owed on Tuesday from 9:00.
  const clock = it.state().clocks[0]!;
  const at = (minutes: number) => remaining(clock, calendars, ten + minutes * minute);
  assert.deepEqual(at(7.75 * 60), { ...runs, shareUsed: 0.25, leftMs: 0.75 * hour });
  const still = {
    shareUsed: 0.5,
    leftMs: 0.5 * hour,
    isPaused: false,
    isClosed: true,
    opensAt: ten + 23 * hour,
  };
  assert.deepEqual(at(8 * 60), still, 'the moment of closing belongs to the night');
  assert.deepEqual(at(20 * 60), still);
  assert.deepEqual(at(23 * 60), { ...runs, shareUsed: 0.5, leftMs: 0.5 * hour });
  // Overdue in the noon's break: only what was open counts.
  const noon = remaining(clock, calendars, ten + 26.5 * hour);
  assert.deepEqual([noon.leftMs, noon.isClosed], [-2.5 * hour, true]);
});

test('a calendar that never opens again says no time', () => {
  const it = conversation({
    sla: [rule('first-response', hour, { calendarId: 'shop' })],
    calendars: [calendarBy()],
  });
  it.queue(0);
  const gone = [calendarBy({ week: [] })];
  const { isClosed, opensAt } = remaining(it.state().clocks[0]!, gone, ten);
  assert.deepEqual([isClosed, opensAt], [true, null]);
});

test('a rule whose calendar never opens promises nothing, one whose calendar is gone counts around the clock', () => {
  const never = calendarBy({ id: 'never', week: [] });
  const it = conversation({
    sla: [
      rule('first-response', minute, { calendarId: 'never' }),
      rule('resolution', hour, { calendarId: 'deleted' }),
    ],
    calendars: [never],
  });
  it.queue(0);
  assert.deepEqual(it.clocks(), ['resolution 0→60']);
});

test('several events in one append count one after the other', () => {
  const it = conversation();
  it.append(
    it.eventOf(1, 'queued', system, { queueId: 'sales', priority: 0, reasons: [] }),
    it.eventOf(1, 'assigned', agent, { agentId: 'a', agentName: '小李' }),
    it.eventOf(1, 'message-sent', agent, { text: '您好' }),
  );
  assert.deepEqual(it.clocks(), ['resolution 1‖60']);
});

test('a rebuild from the log gives the same clocks', () => {
  const it = conversation();
  it.queue(0);
  it.assign(1);
  it.reply(3);
  it.say(10);
  it.queue(12, { priority: 1 });
  let rebuilt: ConversationState | null = null;
  for (const event of it.log) rebuilt = applyEvent(rebuilt, event);
  assert.deepEqual(rebuilt, it.state());
});

test('the whole course in one call ends with the clocks that event after event leads to', () => {
  const names = [
    'say',
    'queue',
    'assign',
    'reply',
    'leave',
    'alert',
    'finish',
    'giveBack',
    'reopen',
  ] as const;
  const steps = fc.array(fc.tuple(fc.constantFrom(...names), fc.integer({ min: 0, max: 40 })), {
    maxLength: 25,
  });
  const possible = {
    assistant: ['say', 'queue', 'assign', 'finish'],
    queue: ['say', 'queue', 'assign', 'leave', 'alert', 'finish'],
    agent: ['say', 'queue', 'assign', 'reply', 'leave', 'alert', 'finish', 'giveBack'],
    nobody: ['reopen'],
  } as const;
  fc.assert(
    fc.property(steps, (steps) => {
      const it = conversation();
      let now = 0;
      for (const [name, wait] of steps) {
        now += wait;
        if (!(possible[it.state().owner.kind] as readonly string[]).includes(name)) continue;
        if (name === 'leave') it.leave(now, now + (wait % 3) * 20);
        else it[name](now);
      }
      const course = it.log.filter(({ kind }) => !kind.startsWith('sla-'));
      const bare = { ...it.state(), clocks: [] };
      const atOnce = clocksAfter(null, course, bare, plain, ten + now * minute);
      const unmarked = (clocks: ConversationState['clocks']) =>
        clocks.map((clock) => ({ ...clock, warned: false, breached: false }));
      assert.deepEqual(unmarked(atOnce), unmarked(it.state().clocks));
    }),
    { numRuns: 500 },
  );
});

test('while an agent or the queue has the conversation something is promised: nobody waits without a clock', () => {
  const it = conversation();
  const isPromised = () => it.state().clocks.some(({ target, paused }) => target !== 'resolution' && !paused);
  it.queue(0);
  assert.equal(isPromised(), true);
  it.assign(1);
  assert.equal(isPromised(), true);
  it.reply(2);
  assert.equal(isPromised(), false, 'it is the customer’s turn');
  it.say(3);
  assert.equal(isPromised(), true);
  it.queue(4);
  it.assign(5);
  assert.equal(isPromised(), true);
});

test('a time named after the agent’s reply counts too, read event by event or all at once', () => {
  const it = conversation();
  it.queue(0);
  it.assign(0);
  it.reply(1);
  it.say(2);
  it.leave(2, 22);
  it.alert(30);
  assert.deepEqual(it.clocks(), ['resolution 0→81', 'next-response 2→26']);
  const course = it.log.filter(({ kind }) => !kind.startsWith('sla-'));
  const atOnce = clocksAfter(null, course, { ...it.state(), clocks: [] }, plain, ten + 30 * minute);
  assert.deepEqual(
    atOnce.map(({ dueAt }) => (dueAt - ten) / minute),
    [81, 26],
  );
});
