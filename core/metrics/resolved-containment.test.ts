import assert from 'node:assert/strict';
import { test } from 'node:test';
import { containment } from './containment.ts';
import type { ConversationFacts } from './conversation-facts.ts';
import { conversation, day, handedOver, monday } from './facts-by-hand.ts';
import { byContact } from './fcr.ts';
import { isResolvedContained, resolvedContainment, unsolvedBelow } from './resolved-containment.ts';

const alone = (facts: ConversationFacts) => isResolvedContained(facts, byContact([facts]));

test('answered, closed and never heard of again is resolved', () => {
  assert.equal(alone(conversation({ id: 'a' })), true);
});

test('thanks after the answer do not spoil it', () => {
  assert.equal(alone(conversation({ id: 'a', lastDecision: 'small-talk' })), true);
});

test('a conversation that ended in a question back, an offer or nothing is contained but not resolved', () => {
  for (const lastDecision of ['clarify', 'offer-human', null] as const)
    assert.equal(alone(conversation({ id: 'a', lastDecision })), false, String(lastDecision));
});

test('a rating of one or two says that it was not resolved, three does not', () => {
  assert.deepEqual(
    [1, 2, 3, 4, 5].map((rating) => alone(conversation({ id: 'a', rating }))),
    [false, false, true, true, true],
  );
});

test('what looks unsolved is not resolved, unless the customer says so by a rating', () => {
  assert.equal(alone(conversation({ id: 'a', estimatedSolved: 0.2 })), false);
  assert.equal(alone(conversation({ id: 'a', estimatedSolved: unsolvedBelow })), true);
  assert.equal(alone(conversation({ id: 'a', estimatedSolved: 0.2, rating: 4 })), true);
  assert.equal(alone(conversation({ id: 'a', estimatedSolved: 0.9, rating: 2 })), false);
});

test('it is never above containment and rests on the same conversations', () => {
  const all = [
    conversation({ id: 'resolved' }),
    conversation({ id: 'rated low', rating: 1 }),
    conversation({ id: 'reopened', reopenings: 1 }),
    conversation({ id: 'first', contactId: 'lin', openedAt: monday }),
    conversation({ id: 'came back', contactId: 'lin', openedAt: monday + day }),
    conversation({ id: 'gave up', lastDecision: 'clarify' }),
    handedOver({ id: 'human' }),
    handedOver({ id: 'human too' }),
    conversation({ id: 'still open', resolution: null }),
  ];
  assert.deepEqual(containment(all), { value: 6 / 8, of: 8 });
  assert.deepEqual(resolvedContainment(all, byContact(all)), { value: 2 / 8, of: 8 });
});

test('nothing measured is null', () => {
  assert.deepEqual(resolvedContainment([], new Map()), { value: null, of: 0 });
});
