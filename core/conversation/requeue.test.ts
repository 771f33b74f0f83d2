import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NewEvent } from '../terms/event.ts';
import { takeOver } from './agent-commands.ts';
import type { QueueStanding } from './notices.ts';
import { autoAssign } from './offer-commands.ts';
import { askHuman, queueInEarnest, requeue } from './queue-commands.ts';
import { hasRoomFor } from './seat.ts';
import type { ConversationState } from './state.ts';
import { after, proposalOf, seatOf } from './test-commands.ts';
import { transferToQueue } from './transfer-commands.ts';

const timers = { answerMs: 1000, queuePatienceMs: 60_000, agentSilenceMs: 300_000, agentGraceMs: 30_000 };
const lead = { id: 'lead', name: '组长', role: 'supervisor' } as const;
const open: QueueStanding = {
  isOpen: true,
  opensAt: null,
  agentsOnline: 1,
  whenClosed: 'message',
  whenNobody: 'assistant',
};
const nobody: QueueStanding = { ...open, agentsOnline: 0 };
let commands = 0;
const command = (at = 2000) => ({ id: `c-${commands++}`, at });

const asked = (priority = 0, weight = 1) =>
  after(
    null,
    askHuman(null, 'c', command(1000), { queueId: 'q', priority, agentsOnline: 1, weight }, timers, {
      inboxId: 'web',
      language: 'zh',
    }),
  );

function given(state: ConversationState, at = 2000, firstWordMs = 30_000): ConversationState {
  return after(state, autoAssign(state, seatOf('li'), proposalOf(state), command(at), firstWordMs));
}

const lost = (state: ConversationState, standing = open, at = 40_000) =>
  after(state, requeue(state, command(at), 'agent-silent', standing, timers));

test('through no fault of the customer the priority rises once, however often it happens', () => {
  let state = asked(2);
  for (let round = 0; round < 4; round++) {
    state = lost(given(state));
    assert.equal(state.priority, 3, `after ${round + 1} losses`);
  }
  state = after(state, transferToQueue(state, lead, command(), 'second', '', open, timers));
  assert.equal(lost(given(state)).priority, 3, 'another queue changes nothing');
});

test('what an agent took from the assistant and lost is raised once too', () => {
  const { events } = askHuman(
    null,
    'c',
    command(1000),
    { queueId: 'q', priority: 0, agentsOnline: 1 },
    timers,
    {
      inboxId: 'web',
      language: 'zh',
    },
  ) as { events: readonly NewEvent[] };
  const withAssistant = after(null, { events: events.slice(0, 1) });
  let state = after(withAssistant, takeOver(withAssistant, lead, command(), timers, null));
  for (let round = 0; round < 3; round++) {
    state = lost(state);
    assert.equal(state.priority, 1);
    state = given(state);
  }
});

test('a new handoff begins with its own priority', () => {
  const state = lost(given(asked(1)));
  const carried = after(given(state), requeue(given(state), command(), 'agent-left', nobody, timers));
  const target = { queueId: 'q', priority: 4, agentsOnline: 1 };
  const anew = after(
    carried,
    askHuman(carried, 'c', command(), target, timers, { inboxId: 'web', language: 'zh' }),
  );
  assert.equal(anew.priority, 4);
  assert.equal(lost(given(anew)).priority, 5);
});

test('when the last agent is gone the assistant takes over in the same append, and the place is kept', () => {
  const owned = given(asked());
  const outcome = requeue(owned, command(40_000), 'agent-left', nobody, timers);
  assert.ok('events' in outcome);
  assert.deepEqual(
    outcome.events.map(({ kind }) => kind),
    ['queued', 'notice-given'],
  );
  const carried = after(owned, outcome);
  assert.deepEqual(carried.owner, { kind: 'assistant' });
  assert.equal(carried.waitingSince, owned.customerWaitingSince);
  assert.equal(carried.deadline, null, 'nobody waits for the queue any more');
  const back = after(carried, queueInEarnest(carried, command(50_000), open, timers));
  assert.deepEqual(back.owner, { kind: 'queue', queueId: 'q' });
  assert.equal(back.waitingSince, owned.customerWaitingSince);
});

test('where the queue does not say so, or somebody is there, it waits in the queue with its deadline', () => {
  for (const standing of [open, { ...nobody, whenNobody: 'message' as const }]) {
    const state = lost(given(asked()), standing);
    assert.deepEqual(state.owner, { kind: 'queue', queueId: 'q' });
    assert.deepEqual(state.deadline, { kind: 'queue-patience', at: 40_000 + timers.queuePatienceMs });
  }
});

test('moved to a queue that nobody serves now, it is the assistant’s at once; with somebody there it waits', () => {
  for (const state of [asked(), given(asked())]) {
    const carried = after(state, transferToQueue(state, lead, command(), 'second', '请跟进', nobody, timers));
    assert.deepEqual(carried.owner, { kind: 'assistant' });
    assert.deepEqual([carried.queueId, carried.deadline], ['second', null]);
    assert.notEqual(carried.waitingSince, null);
    const waits = after(state, transferToQueue(state, lead, command(), 'second', '', open, timers));
    assert.equal(waits.owner.kind, 'queue');
    assert.equal(waits.deadline?.kind, 'queue-patience');
  }
});

test('what is given without asking waits for the first word only as long as it was told', () => {
  assert.deepEqual(given(asked(), 2000, 30_000).deadline, { kind: 'agent-reply', at: 32_000 });
});

test('an agent who has nothing has room for any weight, and for nothing more beside it', () => {
  const heavy = asked(0, 9);
  assert.ok(hasRoomFor(seatOf('li'), heavy));
  assert.equal(hasRoomFor(seatOf('li', { load: 0.5, conversations: 1 }), heavy), false);
  assert.equal(hasRoomFor(seatOf('li', { maximumConversations: 0 }), heavy), false);
  assert.equal(hasRoomFor(seatOf('li', { load: 9, conversations: 1 }), asked()), false);
});
