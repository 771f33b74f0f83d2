import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remembering } from './remembering.ts';

function counted(most: number) {
  const made: number[] = [];
  const double = remembering(most, (key: number) => {
    made.push(key);
    return key * 2;
  });
  return { made, double };
}

test('what was made is not made again', () => {
  const { made, double } = counted(3);
  assert.deepEqual([1, 2, 1, 3, 2, 1].map(double), [2, 4, 2, 6, 4, 2]);
  assert.deepEqual(made, [1, 2, 3]);
});

test('what is asked for again and again stays, however much comes between', () => {
  const { made, double } = counted(4);
  for (let other = 100; other < 200; other++) {
    double(1);
    double(other);
  }
  assert.equal(made.filter((key) => key === 1).length, 1);
});

test('at most twice as much is kept as was allowed', () => {
  const { made, double } = counted(5);
  for (let key = 0; key < 100; key++) double(key);
  made.length = 0;
  for (let key = 99; key >= 0; key--) double(key);
  const remembered = 100 - made.length;
  assert.ok(remembered >= 5 && remembered <= 10, `${remembered}`);
});
