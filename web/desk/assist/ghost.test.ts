import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Checked, ghostOf } from './ghost.ts';

const none: ReadonlySet<string> = new Set();
const checked: Checked = {
  text: '请把',
  check: { warnings: [], completion: { ref: 'g1', text: '订单号发给我' } },
};

test('the ghost stands behind the words that it was asked for', () => {
  assert.deepEqual(ghostOf('请把', checked, none), { ref: 'g1', text: '订单号发给我' });
});

test('typing what the ghost says keeps the rest of it', () => {
  assert.deepEqual(ghostOf('请把订单', checked, none), { ref: 'g1', text: '号发给我' });
});

test('typing something else, or taking words back, ends it', () => {
  assert.equal(ghostOf('请把快递', checked, none), null);
  assert.equal(ghostOf('请', checked, none), null);
});

test('a ghost that was typed to its end is none', () => {
  assert.equal(ghostOf('请把订单号发给我', checked, none), null);
});

test('a ghost that was sent away does not come back', () => {
  assert.equal(ghostOf('请把', checked, new Set(['g1'])), null);
});

test('an empty draft and an unanswered one have none', () => {
  assert.equal(ghostOf(' ', { ...checked, text: ' ' }, none), null);
  assert.equal(ghostOf('请把', null, none), null);
  assert.equal(ghostOf('请把', { text: '请把', check: { warnings: [], completion: null } }, none), null);
});
