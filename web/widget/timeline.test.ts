import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConversationEvent, EventBodies, EventKind } from '../../core/terms/event.ts';
import { noticeWords } from './notice-words.ts';
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

const lines = (events: readonly ConversationEvent[]) =>
  timeline(events, []).flatMap((row) =>
    row.kind === 'line' ? row.line : row.kind === 'notice' ? row.notice.code : [],
  );
const queued = () => event('queued', system, { queueId: 'q', priority: 0, reasons: [] });

test('what the next event says better has no line of its own', () => {
  assert.deepEqual(lines([queued(), event('notice-given', system, { code: 'closed' })]), [
    'queuedLater',
    'closed',
  ]);
  assert.deepEqual(lines([queued(), event('notice-given', system, { code: 'agent-changed' })]), [
    'agent-changed',
  ]);
  assert.deepEqual(lines([queued(), event('message-left', contact, { way: 'message' })]), []);
  assert.deepEqual(lines([queued()]), ['queued']);
});

test('an agent who comes back is told from one who comes', () => {
  const comes = (agentName: string) => event('assigned', agent, { agentId: '', agentName });
  assert.deepEqual(lines([comes('王敏'), queued(), comes('王敏'), comes('李雷')]), [
    'assigned',
    'queued',
    'assignedAgain',
    'assigned',
  ]);
});

test('what was left stands with the words, and the confirmation knows it', () => {
  const left = {
    way: 'callback',
    phone: '13800138000',
    slot: { from: noon + 86_400_000, to: noon + 90_000_000 },
  } as const;
  const rows = timeline(
    [
      event('message-received', contact, { text: '请回电' }),
      event('message-left', contact, left),
      event('notice-given', system, { code: 'message-taken' }),
    ],
    [],
  );
  const [words, taken] = rows.slice(1);
  assert.ok(words?.kind === 'message' && words.left?.phone === '13800138000');
  assert.ok(taken?.kind === 'notice');
  const told = noticeWords(taken, noon, 'zh');
  assert.equal(told, '回电已约好，不用在这里等。我们会在 明天 12:00–13:00 拨打 13800138000 给您回电。');
});

test('whoever waits or has left a message stands so until somebody takes it', () => {
  const notice = { code: 'closed', opensAt: noon } as const;
  const waiting = [
    queued(),
    event('notice-given', system, notice),
    event('message-left', contact, { way: 'message' }),
  ];
  assert.deepEqual(standingOf(waiting).notice, notice);
  assert.deepEqual(standingOf(waiting).left, { way: 'message' });
  const taken = standingOf([...waiting, event('assigned', agent, { agentId: '', agentName: '王敏' })]);
  assert.deepEqual([taken.owner, taken.notice, taken.left], ['agent', null, null]);
  const meanwhile = event('queued', system, {
    queueId: 'q',
    priority: 0,
    reasons: [],
    meanwhile: 'assistant',
  });
  assert.deepEqual([standingOf([meanwhile]).owner, standingOf([meanwhile]).wish], ['assistant', true]);
  const rows = timeline([meanwhile], []);
  assert.deepEqual(
    rows.map((row) => (row.kind === 'line' ? row.line : row.kind)),
    ['day', 'returned'],
    'by the customer’s own tap',
  );
});
