import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ConversationEvent, NewEvent } from '../terms/event.ts';
import { accept, reply, resolve, returnToAssistant, takeOver } from './agent-commands.ts';
import { alertSupervisor } from './alert-commands.ts';
import { applyEvent, stateOf, toldIn } from './apply-event.ts';
import { addHelper, addNote, changeLabels, removeHelper } from './help-commands.ts';
import { leaveMessage } from './leave-message.ts';
import { autoAssign, decline, endOffer, offer } from './offer-commands.ts';
import type { Outcome } from './outcome.ts';
import { askHuman, queueInEarnest, rate, requeue, tellStillWaiting } from './queue-commands.ts';
import type { ConversationState } from './state.ts';
import { proposalOf, seatOf } from './test-commands.ts';
import { transfer, transferToQueue } from './transfer-commands.ts';

const timers = { answerMs: 20_000, queuePatienceMs: 60_000, agentSilenceMs: 300_000, agentGraceMs: 30_000 };
const li = { id: 'a-li', name: '李静', role: 'agent' } as const;
const wang = { id: 'a-wang', name: '王强', role: 'agent' } as const;
const lead = { id: 'a-lead', name: '组长', role: 'supervisor' } as const;
const agents = [li, wang, lead] as const;

type Step = (state: ConversationState | null, command: { id: string; at: number }) => Outcome;

const says: Step = (state, { id, at }) => {
  const actor = { kind: 'contact', id: 'c-1' } as const;
  const events: NewEvent[] = [];
  if (!state)
    events.push({
      id: `${id}/open`,
      kind: 'conversation-opened',
      actor,
      at,
      body: { inboxId: 'web', contactId: 'c-1', language: 'zh' },
    });
  if (state?.status === 'resolved')
    events.push({ id: `${id}/reopen`, kind: 'reopened', actor, at, body: {} });
  const kind = state?.owner.kind === 'agent' ? 'agent-reply' : 'answer';
  const deadline = state?.owner.kind === 'queue' ? undefined : ({ kind, at: at + 1000 } as const);
  events.push({ id, kind: 'message-received', actor, at, body: { text: `${'长'.repeat(119)}😀`, deadline } });
  return { events };
};
const assistantSays: Step = (state, { id, at }) =>
  state?.owner.kind === 'assistant'
    ? { events: [{ id, kind: 'message-sent', actor: { kind: 'assistant' }, at, body: { text: '您好' } }] }
    : { refused: 'not-assistants-turn' };

const queue = { queueId: 'default', priority: 0, agentsOnline: 1 };
const standing = {
  ...queue,
  isOpen: true,
  opensAt: null,
  whenClosed: 'message',
  whenNobody: 'message',
} as const;
const carriedOn = { ...queue, agentsOnline: 0, whenNobody: 'assistant' } as const;
const opening = { inboxId: 'web', language: 'zh' } as const;
const steps: readonly Step[] = [
  says,
  says,
  assistantSays,
  (state, command) => askHuman(state, 'c-1', command, queue, timers, opening),
  (state, command) => askHuman(state, 'c-1', command, carriedOn, timers, opening),
  (state, command) => queueInEarnest(state, command, standing, timers),
  (state, command) =>
    leaveMessage(state, 'c-1', command, { way: 'message', text: '请回复' }, queue, timers, opening),
  (state, command) =>
    state?.owner.kind === 'queue'
      ? alertSupervisor(state, command, 'waiting-long', 'queue-patience', 60_000)
      : { events: [] },
  (state, command) => rate(state, 'c-1', command, 4, ''),
  (state, command) => (state ? requeue(state, command, 'agent-silent', standing, timers) : { events: [] }),
  (state, command) =>
    state
      ? tellStillWaiting(state, command, { position: 1, estimate: null }, standing, timers)
      : { events: [] },
  ...agents.flatMap((agent): Step[] => [
    (state, command) => accept(state, agent, command, timers, seatOf(agent.id)),
    (state, command) => takeOver(state, agent, command, timers, seatOf(agent.id)),
    (state, command) => reply(state, agent, command, { text: '在的' }),
    (state, command) => addNote(state, agent, command, '注'),
    (state, command) => returnToAssistant(state, agent, command, ''),
    (state, command) => transfer(state, agent, command, wang, '', timers, seatOf(wang.id)),
    (state, command) => transferToQueue(state, agent, command, 'second', '转', standing, timers),
    (state, command) => offer(state, seatOf(agent.id), proposalOf(state, agent.id), command, 15_000),
    (state, command) => autoAssign(state, seatOf(agent.id), proposalOf(state, agent.id), command, 30_000),
    (state, command) => decline(state, agent, command),
    (state, command) => endOffer(state, agent.id, 'expired', command),
    (state, command) => addHelper(state, agent, command, wang, ''),
    (state, command) => removeHelper(state, agent, command, wang.id),
    (state, command) => changeLabels(state, agent, command, { add: ['退款'] }),
    (state, command) => resolve(state, agent, command, 'solved', ''),
  ]),
];

/** Carries out whatever the rules allow of these steps. */
function play(choices: readonly number[]): { events: ConversationEvent[]; states: ConversationState[] } {
  const events: ConversationEvent[] = [];
  const states: ConversationState[] = [];
  let state: ConversationState | null = null;
  choices.forEach((choice, index) => {
    const outcome = steps[choice % steps.length]!(state, { id: `e-${index}`, at: 1000 + index * 10 });
    if ('refused' in outcome) return;
    for (const event of outcome.events) {
      const placed = { ...event, conversationId: 'v-1', seq: (state?.lastSeq ?? 0) + 1 } as ConversationEvent;
      state = applyEvent(state, placed);
      events.push(placed);
      states.push(state);
    }
  });
  return { events, states };
}

const anyCourse = fc
  .array(fc.nat(steps.length - 1), { maxLength: 60 })
  .map((choices) => play([0, ...choices]));

test('whatever happens, the state is that of its events alone', () => {
  fc.assert(
    fc.property(anyCourse, fc.nat(), ({ events, states }, cut) => {
      assert.deepEqual(stateOf(events), states.at(-1));
      const place = cut % events.length;
      // Read on from a stored state, as every append does.
      const stored = JSON.parse(JSON.stringify(states[place])) as ConversationState;
      assert.deepEqual(
        events.slice(place + 1).reduce((state, event) => applyEvent(state, event), stored),
        states.at(-1),
      );
    }),
  );
});

test('whatever happens, nobody waits without a deadline', () => {
  fc.assert(
    fc.property(anyCourse, ({ events }) => {
      // Looked at between commands: a command's events are one transaction.
      const state = stateOf(events)!;
      if (state.owner.kind === 'queue')
        assert.equal(state.deadline?.kind, state.offer ? 'offer' : 'queue-patience');
      if (state.offer) assert.equal(state.offer.resumes?.kind, 'queue-patience');
      if (state.owner.kind === 'agent' && state.customerWaitingSince !== null)
        assert.equal(state.deadline?.kind, 'agent-reply');
      if (state.unanswered !== null) assert.equal(state.deadline?.kind, 'answer');
      if (state.status === 'resolved') assert.equal(state.deadline, null);
    }),
    { numRuns: 2000 },
  );
});

test('whatever happens, status, owner and figures agree', () => {
  fc.assert(
    fc.property(anyCourse, ({ events, states }) => {
      for (const [index, state] of states.entries()) {
        assert.equal(state.lastSeq, index + 1);
        assert.equal(state.status === 'resolved', state.owner.kind === 'nobody');
        assert.equal(state.resolution !== null, state.status === 'resolved');
        assert.equal(state.assignedAt !== null, state.owner.kind === 'agent');
        if (state.owner.kind !== 'assistant')
          assert.equal(state.waitingSince !== null, state.owner.kind === 'queue');
        assert.ok(state.offer === null || state.owner.kind === 'queue');
        assert.ok(state.handledMs >= 0);
        assert.ok(state.unanswered === null || state.owner.kind === 'assistant');
        assert.ok(state.preview === null || state.preview.text.isWellFormed());
        assert.ok(state.firstHandoff === null || state.firstHandoff.at <= (state.handoff?.at ?? Infinity));
      }
      const speaksOver = events.some(
        (event, index) =>
          event.kind === 'message-sent' &&
          event.actor.kind === 'assistant' &&
          states[index - 1]?.owner.kind === 'agent',
      );
      assert.equal(speaksOver, false);
    }),
    { numRuns: 500 },
  );
});

test('a log with a gap, a repeat or no beginning is damaged, and nobody reads on over it', () => {
  const { events } = play([0, 1, 3, 7]);
  assert.throws(() => stateOf(events.slice(1)), /starts with/);
  assert.throws(() => stateOf([events[0]!, ...events.slice(2)]), /follows/);
  assert.throws(() => stateOf([events[0]!, ...events]), /follows 1/);
  assert.throws(() => stateOf([events[0]!, { ...events[0]!, seq: 2 }]), /opened twice/);
  assert.equal(stateOf([]), null);
});

test('every passage that an answer cited is told, each once, and what began an answer stands by itself', () => {
  const of = (seq: number, kind: string, actor: object, body: object) =>
    ({ conversationId: 'c', seq, id: `e-${seq}`, at: seq, kind, actor, body }) as ConversationEvent;
  const cites = (...ordinals: number[]) => ({
    text: '…',
    citations: ordinals.map((ordinal) => ({ articleId: 'tent', articleVersion: 1, ordinal, title: '' })),
  });
  const opening = { inboxId: 'web', contactId: 'c-1', language: 'zh' };
  const events = [
    of(1, 'conversation-opened', { kind: 'contact', id: 'c-1' }, opening),
    of(2, 'message-sent', { kind: 'assistant' }, cites(0, 2)),
    of(3, 'message-sent', { kind: 'assistant' }, cites(0, 1)),
  ];
  const state = stateOf(events)!;
  assert.deepEqual(state.told, ['tent#0', 'tent#2', 'tent#1']);
  assert.deepEqual(state.answered, ['tent#0', 'tent#0']);
});

test('of a state without what was told, what its answers began with counts as told', () => {
  assert.deepEqual(toldIn({ answered: ['tent#0'] }), ['tent#0']);
  assert.deepEqual(toldIn({ told: ['tent#0', 'tent#2'], answered: ['tent#0'] }), ['tent#0', 'tent#2']);
});
