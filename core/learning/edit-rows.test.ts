import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editRow } from './edit-rows.ts';

const row = (one: string, other: string, startsAnywhere = false) => [
  ...editRow([...one], [...other], { startsAnywhere }),
];

test('the row ends in the distance of the whole, and holds that of every beginning', () => {
  assert.deepEqual(row('退款', '退货款'), [2, 1, 1, 1]);
  assert.equal(row('kitten', 'sitting').at(-1), 3);
  assert.deepEqual(row('', 'abc'), [0, 1, 2, 3]);
  assert.deepEqual(row('abc', ''), [3]);
});

test('what may start anywhere is found inside of the other at no cost', () => {
  assert.equal(Math.min(...row('退款', '您好，退款已提交', true)), 0);
  assert.equal(Math.min(...row('退货', '您好，退款已提交', true)), 1);
  assert.equal(Math.min(...row('abc', '', true)), 3);
});

test('the distance is the same both ways', () => {
  for (const [one, other] of [
    ['退款什么时候到', '什么时候到账'],
    ['abcdef', 'azced'],
  ] as const)
    assert.equal(row(one, other).at(-1), row(other, one).at(-1));
});
