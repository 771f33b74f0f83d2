import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRandom } from '../../chance/random.ts';
import { type Distribution, draw } from './distribution.ts';

const count = 200_000;

function momentsOf(distribution: Distribution) {
  const random = createRandom(7, 1);
  let sum = 0;
  let squares = 0;
  for (let n = 0; n < count; n++) {
    const value = draw(random, distribution);
    sum += value;
    squares += value * value;
  }
  const mean = sum / count;
  return { mean, sd: Math.sqrt(squares / count - mean * mean) };
}

test('the same seed, stream and index give the same numbers, another of any gives others', () => {
  const take = (seed: number, stream: number, index: number) => {
    const random = createRandom(seed, stream, index);
    return [random.next(), random.next(), random.next()].join();
  };
  assert.equal(take(1, 2, 3), take(1, 2, 3));
  assert.equal(new Set([take(1, 2, 3), take(2, 2, 3), take(1, 3, 3), take(1, 2, 4)]).size, 4);
});

test('first numbers of neighbouring streams are spread evenly', () => {
  const boxes = new Array<number>(20).fill(0);
  for (let index = 0; index < count; index++) boxes[Math.floor(createRandom(5, 2, index).next() * 20)]!++;
  const expected = count / 20;
  const chiSquare = boxes.reduce((sum, seen) => sum + (seen - expected) ** 2 / expected, 0);
  // 99.9 % quantile with 19 degrees of freedom.
  assert.ok(chiSquare < 43.8, `χ² ${chiSquare}`);
});

test('a lognormal has the mean and the standard deviation that it was given', () => {
  const { mean, sd } = momentsOf({ kind: 'lognormal', meanMs: 300, sdMs: 200 });
  assert.ok(Math.abs(mean - 300) < 3, `${mean}`);
  assert.ok(Math.abs(sd - 200) < 6, `${sd}`);
});

test('an exponential has its mean as standard deviation, a constant has none', () => {
  const { mean, sd } = momentsOf({ kind: 'exponential', meanMs: 100 });
  assert.ok(Math.abs(mean - 100) < 1, `${mean}`);
  assert.ok(Math.abs(sd - 100) < 2, `${sd}`);
  assert.ok(momentsOf({ kind: 'constant', meanMs: 42 }).sd < 1e-3);
});
