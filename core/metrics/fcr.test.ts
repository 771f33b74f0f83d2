import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conversation, day, handedOver, minute, monday } from './facts-by-hand.ts';
import { byContact, cameBack, fcr, repeatWindow } from './fcr.ts';

const first = conversation({ id: 'first', contactId: 'lin', openedAt: monday });
const endedAt = monday + 10 * minute;
const again = (openedAt: number, issue: string | null = 'delivery') =>
  conversation({ id: 'again', contactId: 'lin', openedAt, issue });
const returns = (other: ReturnType<typeof again>, facts = first) =>
  cameBack(facts, byContact([facts, other]));

test('a second conversation on the same issue within seven days is a repeat', () => {
  assert.equal(returns(again(monday + 3 * day)), true);
});

test('the window is seven days from the end, its first millisecond in and its last out', () => {
  assert.equal(returns(again(endedAt)), true);
  assert.equal(returns(again(endedAt + repeatWindow - 1)), true);
  assert.equal(returns(again(endedAt + repeatWindow)), false);
});

test('another issue is no repeat, an unknown one is', () => {
  assert.equal(returns(again(monday + day, 'invoice')), false);
  assert.equal(returns(again(monday + day, null)), true);
  assert.equal(returns(again(monday + day, 'invoice'), { ...first, issue: null }), true);
});

test('an earlier conversation, another contact and the conversation itself are no repeat', () => {
  assert.equal(returns(again(monday - day)), false);
  assert.equal(returns({ ...again(monday + day), contactId: 'wang' }), false);
  assert.equal(cameBack(first, byContact([first])), false);
});

test('the repeat itself is a first-time resolution when nobody comes back after it', () => {
  const all = [first, again(monday + day)];
  assert.deepEqual(fcr(all, byContact(all)), { value: 0.5, of: 2 });
});

test('reopened and unsolved conversations fail, spam and open ones are left out', () => {
  const all = [
    conversation({ id: 'fine' }),
    conversation({ id: 'reopened', reopenings: 1 }),
    handedOver({ id: 'unsolved', resolution: { at: monday, disposition: 'not-solved', by: 'agent' } }),
    handedOver({ id: 'agent solved it' }),
    handedOver({ id: 'spam', resolution: { at: monday, disposition: 'spam', by: 'agent' } }),
    conversation({ id: 'open', resolution: null }),
  ];
  assert.deepEqual(fcr(all, byContact(all)), { value: 0.5, of: 4 });
});

test('a repeat after the measured period is found where it is among the contacts', () => {
  assert.deepEqual(fcr([first], byContact([first, again(monday + 2 * day)])), { value: 0, of: 1 });
});

test('nothing ended is null', () => {
  assert.deepEqual(fcr([], new Map()), { value: null, of: 0 });
});
