import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConversationEvent, EventBodies, EventKind } from '../terms/event.ts';
import { questionsOf } from './question-outcome.ts';

const contact = { kind: 'contact', id: 'c' } as const;
const assistant = { kind: 'assistant' } as const;
const agent = { kind: 'agent', id: 'a', name: '王敏' } as const;
const minute = 60_000;

/** Writes a conversation as the log has it; every event a second after the one before. */
function story() {
  const events: ConversationEvent[] = [];
  let at = 0;
  function add<K extends EventKind>(
    kind: K,
    body: EventBodies[K],
    actor: ConversationEvent['actor'] = assistant,
  ) {
    at += 1000;
    const seq = events.length + 1;
    events.push({
      conversationId: 'x',
      seq,
      id: String(seq),
      kind,
      actor,
      at,
      body,
    } as unknown as ConversationEvent);
    return seq;
  }
  const asks = (
    text: string,
    decided: Partial<EventBodies['decided']> = {},
    mood: Partial<EventBodies['perceived']> = {},
  ) => {
    const of = add('message-received', { text }, contact);
    add('perceived', {
      of,
      language: 'zh',
      wantsHuman: false,
      emotion: 'neutral',
      intensity: 0,
      act: 'question',
      evidence: [],
      ...mood,
    });
    const decision = decided.decision ?? 'answer';
    add('decided', {
      of,
      decision,
      confidence: 0.9,
      reasons: [],
      considered: decision === 'answer' ? [{ articleId: 'coupon', title: '券', confidence: 0.9 }] : [],
      noProgress: false,
      question: text,
      repeated: false,
      answerer: 'built-in',
      policyVersion: 1,
      ...decided,
    });
    add('message-sent', { text: '…' });
    return of;
  };
  const wait = (ms: number) => {
    at += ms;
  };
  return { events, add, asks, wait };
}

const outcomes = (events: readonly ConversationEvent[]) =>
  questionsOf(events, (one, other) => (one.slice(0, 2) === other.slice(0, 2) ? 1 : 0)).map(
    ({ text, outcome, causes }) => [text, outcome, ...causes],
  );

test('an answer that stands is answered, with the article that it cited', () => {
  const { events, asks } = story();
  asks('怎么领券');
  const [question] = questionsOf(events, () => 0);
  assert.deepEqual([question?.outcome, question?.articleId, question?.causes], ['answered', 'coupon', []]);
});

test('what is not known is unanswered', () => {
  const { events, asks } = story();
  asks('能租帐篷吗', { decision: 'offer-human' });
  assert.deepEqual(outcomes(events), [['能租帐篷吗', 'unanswered', 'unknown']]);
});

test('a question asked again is one question, badly answered, and the one it repeats is blamed', () => {
  const { events, asks } = story();
  asks('领券在哪');
  asks('退款多久');
  asks('领券到底在哪里', { repeated: true });
  assert.deepEqual(outcomes(events), [
    ['领券在哪', 'badly-answered', 'asked-again'],
    ['退款多久', 'answered'],
  ]);
});

test('a mood that falls after an answer, a low rating and a handoff tell that it did not help', () => {
  const angry = story();
  angry.asks('领券在哪');
  angry.asks('什么破玩意', { question: undefined }, { emotion: 'angry', intensity: 0.8 });
  assert.deepEqual(outcomes(angry.events), [['领券在哪', 'badly-answered', 'mood-fell']]);

  const rated = story();
  rated.asks('领券在哪');
  rated.add('rated', { score: 1, comment: '' }, contact);
  assert.deepEqual(outcomes(rated.events), [['领券在哪', 'badly-answered', 'low-rating']]);

  const handed = story();
  handed.asks('领券在哪');
  handed.add('handoff-requested', { by: 'contact', reasons: [{ code: 'customer-asked' }] }, contact);
  assert.deepEqual(outcomes(handed.events), [['领券在哪', 'badly-answered', 'handed-over']]);
});

test('who was angry from the start is no sign against the answer', () => {
  const { events, asks } = story();
  asks('气死了领券在哪', {}, { emotion: 'angry', intensity: 0.8 });
  asks('那退款呢', {}, { emotion: 'angry', intensity: 0.8 });
  assert.deepEqual(
    outcomes(events).map(([, outcome]) => outcome),
    ['answered', 'answered'],
  );
});

test('a choice tapped after the assistant asked back answers the question it asked back on', () => {
  const { events, asks, add } = story();
  asks('券', { decision: 'clarify' });
  add('message-sent', { text: '您问的是？', choices: ['怎么领券', '券怎么用'] });
  asks('怎么领券');
  assert.deepEqual(outcomes(events), [['券', 'answered']]);
});

test('a person asked for before the assistant could fail is passed on, no gap', () => {
  const { events, asks } = story();
  asks('转人工，我要退货', { decision: 'hand-off', reasons: [{ code: 'customer-asked' }] });
  assert.deepEqual(outcomes(events), [['转人工，我要退货', 'passed-on']]);
});

test('an agent’s minutes go to the questions that failed, in equal parts, and a night left open counts two hours', () => {
  const { events, asks, add, wait } = story();
  asks('怎么领券');
  asks('能租帐篷吗', { decision: 'offer-human' });
  asks('能租桌子吗', { decision: 'offer-human' });
  add('assigned', { agentId: 'a', agentName: '王敏' });
  wait(10 * minute - 1000);
  add('resolved', { disposition: 'solved', note: '' }, agent);
  assert.deepEqual(
    questionsOf(events, () => 0).map(({ agentMs }) => agentMs),
    [0, 5 * minute, 5 * minute],
  );

  const long = story();
  long.asks('能租帐篷吗', { decision: 'offer-human' });
  long.add('assigned', { agentId: 'a', agentName: '王敏' });
  long.wait(9 * 60 * minute);
  long.add('resolved', { disposition: 'solved', note: '' }, agent);
  assert.equal(questionsOf(long.events, () => 0)[0]?.agentMs, 120 * minute);
});

test('an article that came nearly as near is the rival', () => {
  const { events, asks } = story();
  asks('怎么领券', {
    considered: [
      { articleId: 'coupon', title: '领券', confidence: 0.8 },
      { articleId: 'new-coupon', title: '新人券', confidence: 0.75 },
    ],
  });
  assert.equal(questionsOf(events, () => 0)[0]?.rivalId, 'new-coupon');
});
