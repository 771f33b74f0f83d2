import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConversationEvent, NewEvent } from '../terms/event.ts';
import { accept, reply, resolve, returnToAssistant, takeOver } from './agent-commands.ts';
import { stateOf } from './apply-event.ts';
import { customerView } from './customer-view.ts';
import { addNote } from './help-commands.ts';
import { askHuman, rate } from './queue-commands.ts';
import type { ConversationState } from './state.ts';
import { seatOf } from './test-commands.ts';
import { transfer } from './transfer-commands.ts';

const timers = { answerMs: 1, queuePatienceMs: 1, agentSilenceMs: 1, agentGraceMs: 1 };
const own = { id: 'own', name: '本人', role: 'agent' } as const;
const other = { id: 'other', name: '同事', role: 'agent' } as const;
const lead = { id: 'lead', name: '组长', role: 'supervisor' } as const;
const by = { kind: 'agent', id: 'own', name: '本人' } as const;

function at(...events: readonly Omit<NewEvent, 'at' | 'id'>[]): ConversationState {
  const opening = {
    kind: 'conversation-opened',
    actor: { kind: 'contact', id: 'c' },
    body: { inboxId: 'web', contactId: 'c', language: 'zh' },
  };
  return stateOf(
    [opening, ...events].map(
      (event, index) =>
        ({ ...event, id: `${index}`, at: index, conversationId: 'v', seq: index + 1 }) as ConversationEvent,
    ),
  )!;
}
const queued = {
  kind: 'queued',
  actor: { kind: 'system' },
  body: { queueId: 'q', priority: 0, reasons: [] },
} as const;
const assigned = { kind: 'assigned', actor: by, body: { agentId: 'own', agentName: '本人' } } as const;
const resolved = { kind: 'resolved', actor: by, body: { disposition: 'solved', note: '' } } as const;
const states = {
  none: null,
  assistant: at(),
  queue: at(queued),
  owned: at(queued, assigned),
  resolved: at(queued, assigned, resolved),
  rated: at(queued, assigned, resolved, {
    kind: 'rated',
    actor: { kind: 'contact', id: 'c' },
    body: { score: 5, comment: '' },
  }),
} as const;
const callers = { own, other, lead };
const command = { id: 'command-1', at: 99 };

const commands = {
  accept: (state, agent) => accept(state, agent, command, timers, seatOf(agent.id)),
  takeOver: (state, agent) => takeOver(state, agent, command, timers, seatOf(agent.id)),
  reply: (state, agent) => reply(state, agent, command, { text: '您好' }),
  addNote: (state, agent) => addNote(state, agent, command, '注'),
  returnToAssistant: (state, agent) => returnToAssistant(state, agent, command, ''),
  transfer: (state, agent) =>
    transfer(state, agent, command, { id: 'third', name: '丙' }, '', timers, seatOf('third')),
  resolve: (state, agent) => resolve(state, agent, command, 'solved', ''),
} satisfies Record<
  string,
  (
    state: ConversationState | null,
    agent: (typeof callers)[keyof typeof callers],
  ) => ReturnType<typeof accept>
>;

/** For each command and state: what the owner, a colleague and a supervisor are told; `ok` when it happens. */
const table: Record<
  keyof typeof commands,
  Record<keyof typeof states, readonly [own: string, other: string, lead: string]>
> = {
  accept: {
    none: ['not-found', 'not-found', 'not-found'],
    assistant: ['conflict', 'conflict', 'conflict'],
    queue: ['ok', 'ok', 'ok'],
    owned: ['taken-already', 'taken-already', 'taken-already'],
    resolved: ['conversation-resolved', 'conversation-resolved', 'conversation-resolved'],
    rated: ['conversation-resolved', 'conversation-resolved', 'conversation-resolved'],
  },
  takeOver: {
    none: ['not-found', 'not-found', 'not-found'],
    assistant: ['ok', 'ok', 'ok'],
    queue: ['ok', 'ok', 'ok'],
    owned: ['taken-already', 'taken-already', 'ok'],
    resolved: ['conversation-resolved', 'conversation-resolved', 'conversation-resolved'],
    rated: ['conversation-resolved', 'conversation-resolved', 'conversation-resolved'],
  },
  reply: {
    none: ['not-found', 'not-found', 'not-found'],
    assistant: ['not-yours', 'not-yours', 'not-yours'],
    queue: ['not-yours', 'not-yours', 'not-yours'],
    owned: ['ok', 'not-yours', 'not-yours'],
    resolved: ['conversation-resolved', 'conversation-resolved', 'conversation-resolved'],
    rated: ['conversation-resolved', 'conversation-resolved', 'conversation-resolved'],
  },
  addNote: {
    none: ['not-found', 'not-found', 'not-found'],
    assistant: ['ok', 'ok', 'ok'],
    queue: ['ok', 'ok', 'ok'],
    owned: ['ok', 'ok', 'ok'],
    resolved: ['ok', 'ok', 'ok'],
    rated: ['ok', 'ok', 'ok'],
  },
  returnToAssistant: {
    none: ['not-found', 'not-found', 'not-found'],
    assistant: ['not-yours', 'not-yours', 'conflict'],
    queue: ['not-yours', 'not-yours', 'ok'],
    owned: ['ok', 'not-yours', 'ok'],
    resolved: ['conversation-resolved', 'conversation-resolved', 'conversation-resolved'],
    rated: ['conversation-resolved', 'conversation-resolved', 'conversation-resolved'],
  },
  transfer: {
    none: ['not-found', 'not-found', 'not-found'],
    assistant: ['not-yours', 'not-yours', 'conflict'],
    queue: ['not-yours', 'not-yours', 'conflict'],
    owned: ['ok', 'not-yours', 'ok'],
    resolved: ['conversation-resolved', 'conversation-resolved', 'conversation-resolved'],
    rated: ['conversation-resolved', 'conversation-resolved', 'conversation-resolved'],
  },
  resolve: {
    none: ['not-found', 'not-found', 'not-found'],
    assistant: ['not-yours', 'not-yours', 'ok'],
    queue: ['not-yours', 'not-yours', 'ok'],
    owned: ['ok', 'not-yours', 'ok'],
    resolved: ['conversation-resolved', 'conversation-resolved', 'conversation-resolved'],
    rated: ['conversation-resolved', 'conversation-resolved', 'conversation-resolved'],
  },
};

test('every command in every state says the same to everybody, by the table', () => {
  for (const [name, carryOut] of Object.entries(commands)) {
    for (const [stateName, state] of Object.entries(states)) {
      const said = Object.values(callers).map((agent) => {
        const outcome = carryOut(state, agent);
        if ('refused' in outcome) return outcome.refused;
        assert.equal(outcome.events[0]?.id, command.id, 'a repeat must be recognised by its first event');
        return 'ok';
      });
      assert.deepEqual(
        said,
        table[name as keyof typeof commands][stateName as keyof typeof states],
        `${name} ${stateName}`,
      );
    }
  }
});

test('a customer asks and rates only in the own conversation, and rates once, after the end', () => {
  const target = { queueId: 'q', priority: 0, agentsOnline: 0 };
  const opening = { inboxId: 'web', language: 'zh' } as const;
  for (const [name, state] of Object.entries(states)) {
    const ask = (contact: string) => askHuman(state, contact, command, target, timers, opening);
    if (state) assert.deepEqual(ask('stranger'), { refused: 'not-found' });
    const asked = ask('c');
    assert.ok('events' in asked);
    const waits = name === 'queue' || name === 'owned';
    assert.equal(
      asked.events.some(({ kind }) => kind === 'queued'),
      !waits,
      name,
    );
    assert.equal(
      asked.events.some((event) => event.kind === 'notice-given' && event.body.code === 'nobody-online'),
      !waits,
    );
    assert.deepEqual(rate(state, 'stranger', command, 5, ''), { refused: 'not-found' });
    const rated = rate(state, 'c', command, 5, '');
    const expected = {
      none: 'not-found',
      assistant: 'not-resolved',
      queue: 'not-resolved',
      owned: 'not-resolved',
      resolved: 'ok',
      rated: 'already-rated',
    };
    assert.equal('refused' in rated ? rated.refused : 'ok', expected[name as keyof typeof expected]);
  }
});

test('a customer’s view has no note, reason, priority, figure or id of the staff', () => {
  const secret = 'GEHEIM';
  const events = [
    {
      ...queued,
      body: { queueId: 'q', priority: 7, reasons: [{ code: 'anger', evidence: [secret] }], waitingSince: 5 },
    },
    { ...assigned, actor: { ...by, id: secret }, body: { agentId: secret, agentName: '李静' } },
    {
      kind: 'transferred',
      actor: { ...by, id: secret },
      body: { fromAgentId: secret, toAgentId: secret, toAgentName: '王', note: secret },
    },
    { kind: 'returned-to-assistant', actor: { ...by, id: secret }, body: { agentId: secret, note: secret } },
    { kind: 'resolved', actor: { ...by, id: secret }, body: { disposition: 'spam', note: secret } },
    { kind: 'note-added', actor: by, body: { text: secret } },
    { kind: 'perceived', actor: { kind: 'system' }, body: { of: 1, emotion: 'angry', evidence: [secret] } },
    {
      kind: 'decided',
      actor: { kind: 'assistant' },
      body: { of: 1, reasons: [], considered: [{ title: secret }] },
    },
    {
      kind: 'handoff-requested',
      actor: { kind: 'assistant' },
      body: { by: 'assistant', reasons: [{ code: 'anger' }] },
    },
  ] as unknown as ConversationEvent[];
  const seen = events.map(customerView);
  assert.deepEqual(
    seen.map((event) => event !== null),
    [true, true, true, true, true, false, false, false, false],
  );
  const told = JSON.stringify(seen);
  for (const hidden of [secret, 'anger', 'spam', '7']) assert.ok(!told.includes(hidden), hidden);
  assert.ok(told.includes('李静'));
});
