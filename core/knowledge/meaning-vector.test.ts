import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRandom } from '../chance/random.ts';
import { meaningVectorOf, numbersOf, unitOf } from './meaning-vector.ts';

const random = createRandom(1, 1);
const direction = (dimensions: number) => Array.from({ length: dimensions }, () => random.next() - 0.5);
const dot = (one: ArrayLike<number>, other: ArrayLike<number>) =>
  Array.from(one).reduce((sum, number, at) => sum + number * other[at]!, 0);

test('a vector keeps its direction in one byte a dimension', () => {
  for (const dimensions of [3, 256, 1024]) {
    const [one, other] = [direction(dimensions), direction(dimensions)];
    const [first, second] = [meaningVectorOf(one)!, meaningVectorOf(other)!];
    const exact = dot(unitOf(one)!, unitOf(other)!);
    assert.ok(Math.abs(dot(numbersOf(first), numbersOf(second)) - exact) < 0.01);
    assert.ok(Math.abs(dot(numbersOf(first), numbersOf(first)) - 1) < 0.02);
  }
});

test('length does not count', () => {
  const one = direction(64);
  assert.deepEqual(meaningVectorOf(one.map((number) => number * 1e-3))!.values, meaningVectorOf(one)!.values);
});

test('what has no direction is no meaning', () => {
  for (const numbers of [[], [0, 0, 0], [1, Number.NaN], [1, Number.POSITIVE_INFINITY], [1e300, 1e300]])
    assert.equal(meaningVectorOf(numbers), undefined);
});
