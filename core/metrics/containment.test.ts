import assert from 'node:assert/strict';
import { test } from 'node:test';
import { containment, hasOutcome, isContained } from './containment.ts';
import { conversation, handedOver } from './facts-by-hand.ts';

const open = conversation({ id: 'open', resolution: null });
const askedInVain = conversation({
  id: 'asked in vain',
  handoff: { at: 0, reasons: ['customer-asked'] },
  resolution: { at: 1, disposition: 'no-reply', by: 'system' },
});

test('three of five conversations that ended without an agent are a containment of 60 %', () => {
  const five = [
    ...['a', 'b', 'c'].map((id) => conversation({ id })),
    ...['d', 'e'].map((id) => handedOver({ id })),
  ];
  assert.deepEqual(containment(five), { value: 0.6, of: 5 });
});

test('a conversation that is still with the assistant counts neither way', () => {
  assert.equal(hasOutcome(open), false);
  assert.deepEqual(containment([conversation({ id: 'a' }), open]), { value: 1, of: 1 });
});

test('a conversation that is open with an agent is known not to be contained', () => {
  assert.deepEqual(containment([conversation({ id: 'a' }), handedOver({ id: 'b', resolution: null })]), {
    value: 0.5,
    of: 2,
  });
});

test('a customer who asked for a person in vain is not contained', () => {
  assert.equal(isContained(askedInVain), false);
  assert.deepEqual(containment([askedInVain]), { value: 0, of: 1 });
});

test('an agent who took over unasked ends containment', () => {
  assert.equal(isContained(conversation({ id: 'a', handledMs: 1 })), false);
  assert.equal(isContained(conversation({ id: 'a', firstHumanReplyAt: 5 })), false);
});

test('nothing measured is null, not zero', () => {
  assert.deepEqual(containment([]), { value: null, of: 0 });
  assert.deepEqual(containment([open]), { value: null, of: 0 });
});
