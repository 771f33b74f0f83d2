import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConversationEvent, EventBodies, NewEvent } from '../../../core/terms/event.ts';
import { itemsOf } from './items.ts';

let seq = 0;
function event<Kind extends keyof EventBodies>(
  kind: Kind,
  actor: NewEvent['actor'],
  body: EventBodies[Kind],
  at = seq * 1000,
): ConversationEvent {
  seq += 1;
  return { id: `e${seq}`, seq, conversationId: 'c', kind, actor, at, body } as ConversationEvent;
}

const contact = { kind: 'contact', id: 'k' } as const;
const assistant = { kind: 'assistant' } as const;
const agent = { kind: 'agent', id: 'a', name: '王敏' } as const;
const system = { kind: 'system' } as const;
const day = (at: number) => String(Math.floor(at / 86_400_000));
const decidedBody = {
  of: 1,
  decision: 'answer',
  confidence: 0.8,
  reasons: [],
  considered: [],
  noProgress: false,
  repeated: false,
  answerer: 'built-in',
  policyVersion: 1,
} as const;

test('a decision rides on the answer that it explains and on no later one', () => {
  seq = 0;
  const items = itemsOf(
    [
      event('message-received', contact, { text: '多重？' }),
      event('decided', assistant, decidedBody),
      event('message-sent', assistant, { text: '1.78 kg' }),
      event('message-sent', assistant, { text: '还有别的吗' }),
    ],
    day,
  ).filter((item) => item.kind === 'message');
  assert.deepEqual(
    items.map((item) => item.decided?.seq ?? null),
    [null, 2, null],
  );
});

test('a decision to hand over rides on the line of the handoff', () => {
  seq = 0;
  const items = itemsOf(
    [
      event('message-received', contact, { text: '转人工' }),
      event('decided', assistant, { ...decidedBody, decision: 'hand-off' }),
      event('handoff-requested', assistant, { by: 'contact', reasons: [] }),
    ],
    day,
  );
  const line = items.find((item) => item.kind === 'line');
  assert.equal(line?.kind === 'line' && line.decided?.body.decision, 'hand-off');
});

test('what was perceived rides on the customer message that it is about', () => {
  seq = 0;
  const perception = {
    of: 1,
    language: 'zh',
    wantsHuman: false,
    emotion: 'angry',
    intensity: 0.9,
    act: 'question',
    evidence: [],
  } as const;
  const items = itemsOf(
    [event('message-received', contact, { text: '气死了' }), event('perceived', system, perception)],
    day,
  );
  assert.equal(items[1]?.kind === 'message' && items[1].perceived?.body.emotion, 'angry');
});

test('the same speaker is named once in a breath and again after a pause or another speaker', () => {
  seq = 0;
  const items = itemsOf(
    [
      event('message-sent', agent, { text: '一' }, 0),
      event('message-sent', agent, { text: '二' }, 1000),
      event('message-received', contact, { text: '三' }, 2000),
      event('message-sent', agent, { text: '四' }, 3000),
      event('message-sent', agent, { text: '五' }, 3000 + 200_000),
    ],
    day,
  ).filter((item) => item.kind === 'message');
  assert.deepEqual(
    items.map((item) => item.follows),
    [false, true, false, false, false],
  );
});

test('each day opens with its date', () => {
  seq = 0;
  const items = itemsOf(
    [
      event('message-received', contact, { text: '一' }, 0),
      event('message-received', contact, { text: '二' }, 1),
      event('message-received', contact, { text: '三' }, 86_400_000),
    ],
    day,
  );
  assert.deepEqual(
    items.map((item) => item.kind),
    ['day', 'message', 'message', 'day', 'message'],
  );
});
