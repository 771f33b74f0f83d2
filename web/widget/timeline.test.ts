import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConversationEvent, EventBodies, EventKind } from '../../core/terms/event.ts';
import type { OutboxItem } from './outbox/item.ts';
import { standingOf, unreadAfter } from './standing.ts';
import { timeline } from './timeline.ts';

const contact = { kind: 'contact', id: 'c' } as const;
const assistant = { kind: 'assistant' } as const;
const agent = { kind: 'agent', id: '', name: '王敏' } as const;
const system = { kind: 'system' } as const;
const noon = new Date(2026, 10, 22, 12).getTime();

let count = 0;
function event<K extends EventKind>(
  kind: K,
  actor: ConversationEvent['actor'],
  body: EventBodies[K],
  at = noon,
): ConversationEvent {
  count += 1;
  return {
    id: `event-${count}`,
    seq: count,
    conversationId: 'x',
    kind,
    actor,
    at,
    body,
  } as ConversationEvent;
}

const conversation = () => [
  event('conversation-opened', contact, { inboxId: 'demo', contactId: 'c', language: 'zh' }),
  event('message-received', contact, { text: '帐篷多重？' }),
  event('message-sent', assistant, { text: '1.95 kg。' }),
  event('queued', system, { queueId: 'q', priority: 0, reasons: [] }),
  event('assigned', agent, { agentId: '', agentName: '王敏' }),
  event('message-sent', agent, { text: '您好' }),
  event('message-sent', agent, { text: '我看看' }),
  event('resolved', agent, { disposition: 'solved', note: '' }),
];

test('the screen tells the assistant from the human and draws every change of hands as a line', () => {
  const rows = timeline(conversation(), []);
  assert.deepEqual(
    rows.map((row) => (row.kind === 'message' ? row.by : row.kind === 'line' ? row.line : row.kind)),
    ['day', 'contact', 'assistant', 'queued', 'assigned', 'agent', 'agent', 'resolved'],
  );
  const [first, second] = rows.filter((row) => row.kind === 'message' && row.by === 'agent');
  assert.ok(first?.kind === 'message' && first.startsRun && first.name === '王敏');
  assert.ok(second?.kind === 'message' && !second.startsRun);
});

test('what is not sent yet stands at the end, and a request for a person is no message', () => {
  const waiting = (id: string, kind: OutboxItem['kind']): OutboxItem => ({
    id,
    scope: 's',
    order: 1,
    kind,
    text: id,
    files: [],
    at: noon,
    state: 'waiting',
  });
  const rows = timeline(conversation(), [waiting('hello', 'message'), waiting('human', 'human')]);
  assert.equal(rows.at(-1)?.key, 'hello');
});

test('a new day is named once', () => {
  const rows = timeline(
    [
      event('message-received', contact, { text: 'a' }, noon),
      event('message-received', contact, { text: 'b' }, noon + 86_400_000),
      event('message-received', contact, { text: 'c' }, noon + 86_400_000),
    ],
    [],
  );
  assert.equal(rows.filter((row) => row.kind === 'day').length, 2);
});

test('who serves the customer follows from the events', () => {
  const events = conversation();
  assert.deepEqual(
    events.map((_, index) => standingOf(events.slice(0, index + 1)).owner),
    ['assistant', 'assistant', 'assistant', 'queue', 'agent', 'agent', 'agent', 'nobody'],
  );
  const rated = [...events, event('rated', contact, { score: 5, comment: '' })];
  assert.equal(standingOf(rated).rated, true);
  const reopened = standingOf([...rated, event('reopened', contact, {})]);
  assert.deepEqual([reopened.owner, reopened.resolved, reopened.rated], ['assistant', false, false]);
});

test('only words of the other side count as unread', () => {
  const events = conversation();
  assert.equal(unreadAfter(events, 0), 3);
  assert.equal(unreadAfter(events, events[4]!.seq), 2);
  assert.equal(unreadAfter(events, events.at(-1)!.seq), 0);
});
