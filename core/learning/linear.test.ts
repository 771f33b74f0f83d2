import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRandom } from '../chance/random.ts';
import { fitPlatt, fitSharpness, probabilityOf, softmax } from './calibrate.ts';
import { bestOf, scoresOf, trainLinear } from './linear.ts';
import { accuracy, areaUnderCurve, calibrationError, macroF1, pearson } from './measures.ts';
import { rowOf } from './sparse-row.ts';

/** Points on a plane with a known border and a known noise. */
function points(count: number, seed: number) {
  const { next } = createRandom(seed, 1);
  const rows = [];
  const labels = [];
  for (let n = 0; n < count; n++) {
    const x = next() * 2 - 1;
    const y = next() * 2 - 1;
    rows.push(
      rowOf([
        [0, x],
        [1, y],
      ]),
    );
    const odds = 4 * x - 2 * y + 1;
    labels.push(next() < 1 / (1 + Math.exp(-odds)) ? 1 : 0);
  }
  return { rows, labels };
}

test('the logistic loss finds the log odds that the labels were drawn by', () => {
  const { rows, labels } = points(20_000, 3);
  const model = trainLinear(rows, labels, ['no', 'yes'], 2, { loss: 'logistic', cost: 100, epochs: 200 });
  const close = (found: number, real: number) =>
    assert.ok(Math.abs(found - real) < 0.25, `${found} for ${real}`);
  close(model.weights[1]!, 4);
  close(model.weights[3]!, -2);
  close(model.bias[1]!, 1);
});

test('both losses draw the same border, and the first class has the opposite score of the second', () => {
  const { rows, labels } = points(5_000, 4);
  for (const loss of ['logistic', 'squared-hinge'] as const) {
    const model = trainLinear(rows, labels, ['no', 'yes'], 2, { loss, cost: 1 });
    const said = rows.map((row) => bestOf(scoresOf(model, row)));
    const ideal = rows.map(({ values }) => (4 * values[0]! - 2 * values[1]! + 1 > 0 ? 1 : 0));
    assert.ok(accuracy(ideal, said) > 0.97, `${loss} ${accuracy(ideal, said)}`);
    const [first, second] = scoresOf(model, rows[0]!);
    assert.equal(first, -second!);
  }
});

test('many classes are told apart, and the same rows give the same weights', () => {
  const classes = ['a', 'b', 'c', 'd'];
  const rows = Array.from({ length: 400 }, (_, n) =>
    rowOf([
      [n % 4, 1],
      [4 + (n % 7), 0.5],
    ]),
  );
  const labels = rows.map((_, n) => n % 4);
  const model = trainLinear(rows, labels, classes, 11, { loss: 'squared-hinge', cost: 1 });
  assert.equal(
    accuracy(
      labels,
      rows.map((row) => bestOf(scoresOf(model, row))),
    ),
    1,
  );
  const again = trainLinear(rows, labels, classes, 11, { loss: 'squared-hinge', cost: 1 });
  assert.deepEqual(again.weights, model.weights);
});

test('a row with no weight teaches nothing', () => {
  const rows = [rowOf([[0, 1]]), rowOf([[0, 1]]), rowOf([[1, 1]])];
  const model = trainLinear(rows, [0, 1, 1], ['no', 'yes'], 2, {
    loss: 'logistic',
    cost: 10,
    rowWeights: Float32Array.of(1, 0, 1),
  });
  assert.ok(scoresOf(model, rows[0]!)[1]! < 0);
});

test('indices beyond the model count for nothing', () => {
  const model = trainLinear([rowOf([[0, 1]]), rowOf([[1, 1]])], [0, 1], ['no', 'yes'], 2, {
    loss: 'logistic',
    cost: 1,
  });
  assert.deepEqual(scoresOf(model, rowOf([[99, 5]])), Float64Array.from(model.bias));
});

test('Platt’s scaling brings scores near to what comes true', () => {
  const { next } = createRandom(9, 1);
  const scores = Array.from({ length: 20_000 }, () => next() * 6 - 3);
  const right = scores.map((score) => (next() < 1 / (1 + Math.exp(-(0.5 * score - 0.7))) ? 1 : 0));
  const platt = fitPlatt(scores, right);
  assert.ok(Math.abs(platt.slope - 0.5) < 0.03 && Math.abs(platt.offset + 0.7) < 0.06, JSON.stringify(platt));
  assert.ok(
    calibrationError(
      right,
      scores.map((score) => probabilityOf(platt, score)),
    ) < 0.015,
  );
});

test('the sharpness that scores were drawn by is found again', () => {
  const { next } = createRandom(5, 1);
  const scores = Array.from({ length: 5_000 }, () => [next() * 3, next() * 3, next() * 3]);
  const right = scores.map((row) => {
    const [first, second] = softmax(row, 2.5);
    const chance = next();
    return chance < first! ? 0 : chance < first! + second! ? 1 : 2;
  });
  assert.ok(Math.abs(fitSharpness(scores, right) - 2.5) < 0.15);
});

test('measures on cases worked out by hand', () => {
  assert.equal(accuracy([1, 0, 1, 1], [1, 0, 0, 1]), 0.75);
  // F1 of 0: 2·1/(2+1); of 1: 2·2/(2+3).
  assert.ok(Math.abs(macroF1([1, 0, 1, 1], [1, 0, 0, 1], 2) - (2 / 3 + 4 / 5) / 2) < 1e-12);
  assert.equal(areaUnderCurve([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]), 0.75);
  assert.equal(areaUnderCurve([0, 1], [0.5, 0.5]), 0.5);
  assert.ok(Math.abs(pearson([1, 2, 3], [2, 4, 6]) - 1) < 1e-12);
  assert.equal(pearson([1, 1, 1], [1, 2, 3]), 0);
});
