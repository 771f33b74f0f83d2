import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConversationEvent } from '../terms/event.ts';
import { stateOf } from './apply-event.ts';
import { addNote, changeLabels, mostLabels } from './help-commands.ts';
import type { Outcome } from './outcome.ts';
import type { ConversationState } from './state.ts';

const wang = { id: 'wang', name: '王敏', role: 'agent' } as const;
const chen = { id: 'chen', name: '陈立', role: 'agent' } as const;
const lead = { id: 'lead', name: '李主管', role: 'supervisor' } as const;
const command = { id: 'command-1', at: 9 };

/** A conversation that 王敏 serves, with these labels. */
function served(labels: readonly string[] = []): ConversationState {
  const events = [
    { kind: 'conversation-opened', body: { inboxId: 'web', contactId: 'c', language: 'zh' } },
    { kind: 'assigned', body: { agentId: 'wang', agentName: '王敏' } },
    { kind: 'labels-changed', body: { labels } },
  ];
  return stateOf(
    events.map(
      (event, index) =>
        ({
          ...event,
          actor: { kind: 'system' },
          id: `${index}`,
          at: index,
          conversationId: 'v',
          seq: index + 1,
        }) as ConversationEvent,
    ),
  )!;
}

const labelsOf = (outcome: Outcome) =>
  'refused' in outcome
    ? outcome.refused
    : outcome.events.map((event) => (event.kind === 'labels-changed' ? event.body.labels : event.kind));

test('labels come and go one by one, and what another has changed meanwhile stays', () => {
  const state = served(['退款', '加急']);
  assert.deepEqual(labelsOf(changeLabels(state, wang, command, { add: ['质量'] })), [
    ['退款', '加急', '质量'],
  ]);
  assert.deepEqual(labelsOf(changeLabels(state, wang, command, { remove: ['退款'] })), [['加急']]);
  assert.deepEqual(labelsOf(changeLabels(state, wang, command, { labels: ['新', '新'] })), [['新']]);
});

test('what changes no label leaves no event', () => {
  const state = served(['退款']);
  for (const change of [{ add: ['退款'] }, { remove: ['没有'] }, { labels: ['退款'] }, {}])
    assert.deepEqual(labelsOf(changeLabels(state, wang, command, change)), []);
});

test('more labels than say anything are refused', () => {
  const many = Array.from({ length: mostLabels }, (_, index) => `标签 ${index}`);
  assert.equal(labelsOf(changeLabels(served(many), wang, command, { add: ['再一个'] })), 'bad-input');
  const swapped = labelsOf(
    changeLabels(served(many), wang, command, { add: ['再一个'], remove: [many[0]!] }),
  );
  assert.equal(swapped[0]?.length, mostLabels);
});

test('labels are changed by the owner, by who helps and by who leads, while the conversation is open', () => {
  const change = { add: ['退款'] };
  assert.equal(labelsOf(changeLabels(served(), chen, command, change)), 'not-yours');
  assert.deepEqual(labelsOf(changeLabels({ ...served(), helpers: ['chen'] }, chen, command, change)), [
    ['退款'],
  ]);
  assert.deepEqual(labelsOf(changeLabels(served(), lead, command, change)), [['退款']]);
  const over = { ...served(), status: 'resolved', helpers: ['chen'] } as const;
  assert.equal(labelsOf(changeLabels(over, chen, command, change)), 'conversation-resolved');
});

test('a whisper names the agent who serves at that moment', () => {
  const outcome = addNote(served(), lead, command, '直接换新', true);
  assert.ok('events' in outcome);
  assert.deepEqual(outcome.events[0]?.body, { text: '直接换新', whisper: true, to: 'wang' });
});
