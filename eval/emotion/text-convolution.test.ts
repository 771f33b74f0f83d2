import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bestOf } from '../../core/learning/linear.ts';
import { type ConvolutionShape, convolutionReader, type Positions } from './text-convolution.ts';
import { trainTextConvolution } from './train-text-convolution.ts';

const shape: ConvolutionShape = {
  classes: 2,
  groups: 2,
  features: 12,
  dimensions: 6,
  kernels: 8,
  widths: 3,
};
const options = { epochs: 60, rate: 0.01, dropped: { positions: 0, numbers: 0, kernels: 0 } };

/** One feature at each position but the first, which has two. */
const text = (...features: number[]): Positions => ({
  features: Uint32Array.from([...features, 11]),
  starts: Uint32Array.from([0, 2, ...features.slice(1).map((_, n) => n + 3)]),
});

/** The first class has 1 and right behind it 2; the other has the same features in another order. */
const rows: Positions[] = [];
const labels: number[] = [];
for (let n = 0; n < 60; n++) {
  const around = [3 + (n % 7), 3 + ((n * 3) % 8), 3 + ((n * 5) % 6)];
  const told = n % 2 === 0 ? [1, 2] : [2, 1];
  rows.push(text(...around.slice(0, n % 3), ...told, ...around.slice(n % 3)));
  labels.push(n % 2);
}
const groups = rows.map((_, n) => (n >> 1) % 2);

test('a convolution tells texts apart that differ in nothing but the order of what they say', () => {
  const model = trainTextConvolution(rows, labels, groups, shape, options);
  const scores = convolutionReader(model);
  const right = rows.filter((row, n) => bestOf(scores(row, groups[n]!)) === labels[n]);
  assert.equal(right.length, rows.length);
});

test('the reader’s tables give what the kernels give place by place', () => {
  const model = trainTextConvolution(rows, labels, groups, shape, { ...options, epochs: 3 });
  const scores = convolutionReader(model);
  for (const [n, row] of rows.entries()) {
    const told = scores(row, groups[n]!);
    slowly(row, groups[n]!).forEach((score, label) => {
      assert.ok(Math.abs(score - told[label]!) < 1e-4, `${told[label]} for ${score}`);
    });
  }

  function slowly({ features, starts }: Positions, group: number): number[] {
    const { dimensions, kernels, widths } = shape;
    const count = starts.length - 1;
    const vectorAt = (position: number) =>
      Array.from({ length: dimensions }, (_, d) =>
        position < 0 || position >= count
          ? 0
          : Array.from(features.subarray(starts[position], starts[position + 1])).reduce(
              (sum, feature) => sum + model.vectors[feature * dimensions + d]!,
              0,
            ),
      );
    const strongest = model.filters.flatMap((filter, before) =>
      Array.from({ length: kernels }, (_, kernel) => {
        const start = kernel * (before + 1) * dimensions;
        let most = 0;
        for (let from = -before; from < count; from++) {
          const stretch = Array.from({ length: before + 1 }, (_, place) => vectorAt(from + place)).flat();
          most = Math.max(
            most,
            stretch.reduce((sum, value, k) => sum + value * filter[start + k]!, 0),
          );
        }
        return Math.max(0, most + model.bias[before * kernels + kernel]!);
      }),
    );
    const inputs = [...strongest, 1];
    return [0, 1].map((label) =>
      [0, group + 1].reduce(
        (sum, part) =>
          sum +
          inputs.reduce(
            (all, value, k) =>
              all + value * model.readout[(part * shape.classes + label) * (widths * kernels + 1) + k]!,
            0,
          ),
        0,
      ),
    );
  }
});

test('the same rows and seed give the same network, another seed another', () => {
  const short = { ...options, epochs: 2, dropped: { positions: 0.2, numbers: 0.2, kernels: 0.3 } };
  const one = trainTextConvolution(rows, labels, groups, shape, short);
  assert.deepEqual(trainTextConvolution(rows, labels, groups, shape, short), one);
  const other = trainTextConvolution(rows, labels, groups, shape, { ...short, seed: 2 });
  assert.notDeepEqual(other.readout, one.readout);
});

test('a text without a position is read, and one of no group by what all groups share', () => {
  const model = trainTextConvolution(rows, labels, groups, shape, { ...options, epochs: 2 });
  const empty = { features: new Uint32Array(0), starts: new Uint32Array(1) };
  const scores = convolutionReader(model);
  assert.ok(scores(empty, 0).every(Number.isFinite));
  assert.notDeepEqual(scores(empty, -1), scores(empty, 0));
});
