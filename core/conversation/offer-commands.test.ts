import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accept, takeOver } from './agent-commands.ts';
import { leaveMessage } from './leave-message.ts';
import { autoAssign, decline, endOffer, offer } from './offer-commands.ts';
import { askHuman, tellStillWaiting } from './queue-commands.ts';
import { hasRoomFor, type Seat, seatAfter } from './seat.ts';
import type { ConversationState } from './state.ts';
import { after, proposalOf, seatOf } from './test-commands.ts';
import { transfer, transferToQueue } from './transfer-commands.ts';

const timers = { answerMs: 1000, queuePatienceMs: 60_000, agentSilenceMs: 300_000, agentGraceMs: 30_000 };
const li = { id: 'li', name: '李静', role: 'agent' } as const;
const wang = { id: 'wang', name: '王强', role: 'agent' } as const;
const lead = { id: 'lead', name: '组长', role: 'supervisor' } as const;
const seat = (more: Partial<Seat> = {}): Seat => seatOf('li', more);
const command = (id: string, at = 2000) => ({ id, at });

function waiting(weight = 1): ConversationState {
  const target = { queueId: 'q', priority: 0, agentsOnline: 1, weight };
  return after(
    null,
    askHuman(null, 'c', command('ask', 1000), target, timers, { inboxId: 'web', language: 'zh' }),
  );
}

test('what is offered counts like what is owned, and once', () => {
  const state = waiting(2);
  const offered = after(state, offer(state, seat(), proposalOf(state), command('o'), 15_000));
  const taken = seatAfter(seat(), state, offered);
  assert.deepEqual([taken.load, taken.conversations], [2, 1]);
  const owned = after(offered, accept(offered, li, command('a'), timers, taken));
  assert.deepEqual(seatAfter(taken, offered, owned), taken);
});

test('nobody is offered, given or transferred what does not fit, by weight or by number', () => {
  const heavy = waiting(4);
  for (const full of [seat({ load: 1, conversations: 1 }), seat({ maximumConversations: 0 })]) {
    assert.deepEqual(offer(heavy, full, proposalOf(heavy), command('o'), 1), { refused: 'agent-full' });
    assert.deepEqual(autoAssign(heavy, full, proposalOf(heavy), command('o'), 30_000), {
      refused: 'agent-full',
    });
    assert.deepEqual(accept(heavy, li, command('a'), timers, full), { refused: 'agent-full' });
    assert.deepEqual(takeOver(heavy, li, command('a'), timers, full), { refused: 'agent-full' });
    const wangs = after(heavy, takeOver(heavy, lead, command('t'), timers, null));
    assert.deepEqual(transfer(wangs, lead, command('x'), li, '', timers, full), { refused: 'agent-full' });
  }
  assert.ok(hasRoomFor(seat(), heavy));
});

test('weights that are fractions fill the room to the brim', () => {
  assert.ok(hasRoomFor(seat({ load: 0.1 + 0.2, conversations: 2, capacity: 0.4 }), waiting(0.1)));
});

test('only who is online is asked, but who is busy may take', () => {
  const state = waiting();
  for (const status of ['busy', 'away', 'wrap-up', 'offline'] as const) {
    assert.deepEqual(offer(state, seat({ status }), proposalOf(state), command('o'), 1), {
      refused: 'agent-unavailable',
    });
    assert.ok('events' in accept(state, li, command('a'), timers, seat({ status })));
  }
  assert.deepEqual(accept(state, li, command('a'), timers, seat({ disabled: true })), {
    refused: 'agent-unavailable',
  });
});

test('a proposal on a wait that is another by now is refused', () => {
  const state = waiting();
  const stale = proposalOf(state);
  const offered = after(state, offer(state, seat(), stale, command('o'), 15_000));
  assert.deepEqual(offer(offered, seat(), stale, command('p'), 1), { refused: 'conflict' });
  const declined = after(offered, decline(offered, li, command('d')));
  assert.deepEqual(offer(declined, seat(), stale, command('p'), 1), { refused: 'conflict' });
  assert.ok('events' in offer(declined, seat(), proposalOf(declined), command('p'), 1));
});

test('after an offer the wait goes on with the deadline it had', () => {
  const state = waiting();
  const offered = after(state, offer(state, seat(), proposalOf(state), command('o'), 15_000));
  assert.deepEqual(offered.deadline, { kind: 'offer', at: 17_000 });
  const ended = after(offered, endOffer(offered, 'li', 'expired', command('e', 17_000)));
  assert.deepEqual(ended.deadline, state.deadline);
  assert.deepEqual(ended.declined, [{ agentId: 'li', at: 17_000 }]);
});

test('an end that means an earlier offer ends nothing', () => {
  const state = waiting();
  const offered = after(state, offer(state, seat(), proposalOf(state), command('o'), 15_000));
  assert.deepEqual(endOffer(offered, 'li', 'expired', command('e'), 1999), { events: [] });
  assert.deepEqual(endOffer(offered, 'wang', 'left', command('e')), { events: [] });
  assert.deepEqual(decline(offered, wang, command('d')), { refused: 'not-offered' });
});

test('where nobody can come the assistant begins afresh and keeps the place for the person', () => {
  const failed = {
    ...waiting(),
    owner: { kind: 'assistant' } as const,
    waitingSince: null,
    turnsWithoutProgress: 3,
    repeatedQuestions: 2,
    deadline: null,
  };
  const target = { queueId: 'q', priority: 0, agentsOnline: 0, whenNobody: 'assistant' } as const;
  const opening = { inboxId: 'web', language: 'zh' } as const;
  const carriedOn = after(failed, askHuman(failed, 'c', command('h', 3000), target, timers, opening));
  assert.deepEqual(
    [carriedOn.owner.kind, carriedOn.waitingSince, carriedOn.deadline],
    ['assistant', 3000, null],
  );
  assert.deepEqual([carriedOn.turnsWithoutProgress, carriedOn.repeatedQuestions], [0, 0]);
  const again = after(carriedOn, askHuman(carriedOn, 'c', command('i', 9000), target, timers, opening));
  assert.equal(again.waitingSince, 3000);
});

const standing = {
  agentsOnline: 1,
  isOpen: true,
  opensAt: null,
  whenClosed: 'message',
  whenNobody: 'message',
} as const;
const slot = { from: 90_000_000, to: 93_600_000 };
const bookCall = (state: ConversationState, id = 'book') =>
  after(
    state,
    leaveMessage(
      state,
      'c',
      command(id),
      { way: 'callback', text: '请明天打给我', phone: '19900000101', slot },
      { queueId: 'q', priority: 0, agentsOnline: 1 },
      timers,
      { inboxId: 'web', language: 'zh' },
    ),
  );

test('a call that is booked while somebody is asked is not to be taken now', () => {
  const state = waiting();
  const offered = after(state, offer(state, seat(), proposalOf(state), command('o'), 15_000));
  const booked = bookCall(offered);
  assert.equal(booked.offer, null);
  assert.deepEqual(booked.deadline, { kind: 'callback', at: slot.from + timers.queuePatienceMs });
});

test('a booked call stays booked when a lead moves it to another queue', () => {
  const moved = after(
    bookCall(waiting()),
    transferToQueue(bookCall(waiting()), lead, command('move'), 'second', '', standing, timers),
  );
  assert.equal(moved.queueId, 'second');
  assert.equal(moved.leftMessage?.slotFrom, slot.from);
  assert.deepEqual(moved.deadline, { kind: 'callback', at: slot.from + timers.queuePatienceMs });
});

const told = { position: 1, estimate: null };

test('whom nobody can be given is a matter for a lead after two patiences, and once', () => {
  const state = waiting();
  const early = after(state, tellStillWaiting(state, command('t1', 61_000), told, standing, timers));
  assert.equal(early.alert, null);
  const late = after(early, tellStillWaiting(early, command('t2', 121_000), told, standing, timers));
  assert.equal(late.alert?.why, 'waiting-long');
  const again = tellStillWaiting(late, command('t3', 300_000), told, standing, timers);
  assert.ok('events' in again && again.events.length === 1);
});

test('when the last who could come has left, the assistant carries on and the place is kept', () => {
  const state = waiting();
  const nobody = { ...standing, agentsOnline: 0, whenNobody: 'assistant' } as const;
  const carried = after(state, tellStillWaiting(state, command('t', 61_000), told, nobody, timers));
  assert.deepEqual(carried.owner, { kind: 'assistant' });
  assert.equal(carried.waitingSince, state.waitingSince);
});
