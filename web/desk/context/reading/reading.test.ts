import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConversationEvent, EventBodies, EventKind } from '../../../../core/terms/event.ts';
import { readingOf, withCorrections } from './reading.ts';

const perceived = {
  language: 'zh',
  wantsHuman: false,
  intensity: 0,
  emotion: 'neutral',
  act: 'question',
  evidence: [],
} as const;

/** The events of a conversation, numbered as the log does. */
function log(
  ...bodies: { [K in EventKind]: readonly [K, EventBodies[K]] }[EventKind][]
): ConversationEvent[] {
  return bodies.map(
    ([kind, body], index) =>
      ({
        id: `e${index}`,
        conversationId: 'c',
        seq: index + 1,
        at: index * 1000,
        actor: { kind: 'system' },
        kind,
        body,
      }) as ConversationEvent,
  );
}

const angry = log(
  ['message-received', { text: '退款呢' }],
  ['perceived', { ...perceived, of: 1, intent: { name: '退款', probability: 0.8, outOfScope: false } }],
  ['message-received', { text: '骗子！！' }],
  ['perceived', { ...perceived, of: 3, emotion: 'angry', intensity: 0.9, abuse: 0.7, risks: ['complaint'] }],
);

test('the mood, its course and what calls for care are read from the log', () => {
  const reading = readingOf(angry);
  assert.equal(reading.mood.now.emotion, 'angry');
  assert.equal(reading.mood.trend, 'rising');
  assert.equal(reading.mood.peak?.place, 1);
  assert.deepEqual(reading.marks, ['complaint', 'abuse']);
  assert.deepEqual(reading.asked?.intent, { name: '退款', probability: 0.8 });
  assert.equal(reading.messages[1]?.text, '骗子！！');
});

test('the last correction of a message counts, and calms its course', () => {
  const reading = readingOf([
    ...angry,
    ...log(['perception-corrected', { of: 3, what: 'emotion', from: 'angry', to: 'neutral' }]),
  ]);
  assert.equal(reading.mood.now.emotion, 'neutral');
  assert.equal(reading.mood.peak, null);
  assert.equal(reading.messages[1]?.isCorrected, true);
});

test('a correction on its way is shown at once and leaves the log’s reading as it was', () => {
  const reading = readingOf(angry);
  const shown = withCorrections(reading, [{ of: 1, what: 'intent', to: '物流' }]);
  assert.deepEqual(shown.asked?.intent, { name: '物流', probability: null });
  assert.equal(reading.asked?.intent?.name, '退款');
});

test('an intent outside of what is known is not called by the nearest name', () => {
  const reading = readingOf(
    log(
      ['message-received', { text: '天气' }],
      ['perceived', { ...perceived, of: 1, intent: { name: '退款', probability: 0.2, outOfScope: true } }],
    ),
  );
  assert.equal(reading.asked?.intent?.name, 'out-of-scope');
});

test('the last answers and how likely a person was needed are kept in order', () => {
  const decided = {
    of: 1,
    decision: 'answer',
    reasons: [],
    noProgress: false,
    repeated: false,
    answerer: 'built-in',
    policyVersion: 1,
  } as const;
  const considered = [{ articleId: 'a', title: 'A', confidence: 0.4 }];
  const reading = readingOf(
    log(
      ['decided', { ...decided, confidence: 0.8, considered }],
      ['decided', { ...decided, confidence: 0, considered: [], decision: 'small-talk' }],
      ['decided', { ...decided, confidence: 0.95, considered, decision: 'hand-off' }],
      [
        'decided',
        {
          ...decided,
          confidence: 0.3,
          considered,
          needsHuman: { probability: 0.6, raw: 0.5, weights: 'shipped' },
        },
      ],
    ),
  );
  assert.deepEqual(
    reading.answers.map(({ confidence }) => confidence),
    [0.8, 0.3],
  );
  assert.equal(reading.needsHuman, 0.6);
});
