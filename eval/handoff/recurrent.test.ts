import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRandom } from '../../core/chance/random.ts';
import { addGradient, scoresAlong, weightCountOf } from './gated-unit.ts';
import { trainRecurrent } from './recurrent.ts';

const { next } = createRandom(5, 1);
const drawn = (length: number) => Float64Array.from({ length }, () => next() * 2 - 1);
const shape = { inputs: 3, units: 4 };
const sequence = Array.from({ length: 5 }, () => drawn(shape.inputs));
const labels = [0, 1, 1, 0, 1];

test('the gradient is what moving each weight a little does to the loss', () => {
  const weights = drawn(weightCountOf(shape));
  const gradient = new Float64Array(weights.length);
  addGradient(weights, shape, sequence, labels, gradient);
  const lossAt = (place: number, by: number) => {
    const moved = weights.slice();
    moved[place]! += by;
    return addGradient(moved, shape, sequence, labels, new Float64Array(weights.length));
  };
  for (let place = 0; place < weights.length; place++) {
    const measured = (lossAt(place, 1e-5) - lossAt(place, -1e-5)) / 2e-5;
    assert.ok(Math.abs(measured - gradient[place]!) < 1e-7, `weight ${place}`);
  }
});

test('a step is judged by what came before it and never by what comes later', () => {
  const weights = drawn(weightCountOf(shape));
  const all = scoresAlong(weights, shape, sequence);
  const begun = scoresAlong(weights, shape, sequence.slice(0, 3));
  assert.deepEqual(begun, all.slice(0, 3));
});

test('what the first step said is remembered at the last', () => {
  const sequences = Array.from({ length: 120 }, (_, n) => [[n % 2], [Number.NaN], [0.5], [0.5]]);
  const marks = sequences.map((_, n) => [0, 0, 0, n % 2]);
  const scores = trainRecurrent(sequences, marks, { units: 4, epochs: 60, seed: 1 });
  assert.ok(scores([[1], [Number.NaN], [0.5], [0.5]])[3]! > 1);
  assert.ok(scores([[0], [Number.NaN], [0.5], [0.5]])[3]! < -1);
});
