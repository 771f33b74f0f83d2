import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConversationEvent } from '../terms/event.ts';
import type { Perception } from '../terms/perception.ts';
import { askedOf } from './asked.ts';

type Turn = readonly ['customer' | 'staff', string, Perception['act']?, boolean?];

function conversation(turns: readonly Turn[]): ConversationEvent[] {
  const events: ConversationEvent[] = [];
  const add = (event: object) =>
    events.push({
      conversationId: 'c',
      seq: events.length + 1,
      id: '',
      at: 0,
      ...event,
    } as ConversationEvent);
  for (const [by, text, act = 'question', wantsHuman = false] of turns) {
    if (by === 'staff') add({ kind: 'message-sent', actor: { kind: 'assistant' }, body: { text } });
    else {
      add({ kind: 'message-received', actor: { kind: 'contact', id: 'x' }, body: { text } });
      const body = {
        of: events.length,
        act,
        wantsHuman,
        language: 'zh',
        emotion: 'neutral',
        intensity: 0,
        evidence: [],
      };
      add({ kind: 'perceived', actor: { kind: 'system' }, body });
    }
  }
  return events;
}

test('messages that stand together are one question', () => {
  const asked = askedOf(
    conversation([
      ['customer', '我买的帐篷'],
      ['customer', '杆子断了怎么办'],
    ]),
  );
  assert.deepEqual(asked, { of: 3, text: '我买的帐篷 杆子断了怎么办', earlier: [] });
});

test('thanks and the bare wish for a person leave the question as it was', () => {
  const asked = askedOf(
    conversation([
      ['customer', '怎么退货'],
      ['staff', '您好'],
      ['customer', '转人工', 'question', true],
      ['customer', '谢谢', 'thanks'],
    ]),
  );
  assert.equal(asked.text, '怎么退货');
  assert.equal(asked.of, 6);
});

test('earlier questions are kept apart for short words to lean on', () => {
  const asked = askedOf(
    conversation([
      ['customer', '运费多少'],
      ['staff', '8 元'],
      ['customer', '那要多久'],
    ]),
  );
  assert.deepEqual([asked.text, asked.earlier], ['那要多久', ['运费多少']]);
});

test('nothing said is nothing asked', () => {
  assert.deepEqual(askedOf([]), { of: 0, text: '', earlier: [] });
});
