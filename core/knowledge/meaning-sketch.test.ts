import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRandom } from '../chance/random.ts';
import { createSketcher, differingBits } from './meaning-sketch.ts';

/** Two directions with the given cosine, in a plane that chance chooses. */
function pairAt(cosine: number, dimensions: number, seed: number) {
  const random = createRandom(seed, dimensions);
  const chance = () => Float64Array.from({ length: dimensions }, () => random.next() + random.next() - 1);
  const length = (one: Float64Array) => Math.sqrt(one.reduce((sum, number) => sum + number ** 2, 0));
  const one = chance();
  const whole = length(one);
  const unit = one.map((number) => number / whole);
  const other = chance();
  const along = other.reduce((sum, number, at) => sum + number * unit[at]!, 0);
  const across = other.map((number, at) => number - along * unit[at]!);
  const sine = Math.sqrt(1 - cosine ** 2);
  const rest = length(across);
  return [unit, unit.map((number, at) => cosine * number + (sine * across[at]!) / rest)] as const;
}

function differingShare(dimensions: number, one: ArrayLike<number>, other: ArrayLike<number>): number {
  const sketcher = createSketcher(dimensions);
  const sketches = new Int32Array(sketcher.words * 2);
  sketcher.write(one, sketches, 0);
  sketcher.write(other, sketches, sketcher.words);
  const bits = differingBits(sketches.slice(0, sketcher.words), sketches, sketcher.words);
  return bits / (sketcher.words * 32);
}

test('the share of bits that differ is the angle between two directions', () => {
  for (const dimensions of [384, 1024, 1536])
    for (const cosine of [0.95, 0.8, 0.5, 0]) {
      const seeds = Array.from({ length: 20 }, (_, seed) => seed);
      const shares = seeds.map((seed) => differingShare(dimensions, ...pairAt(cosine, dimensions, seed)));
      const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
      assert.ok(Math.abs(mean - Math.acos(cosine) / Math.PI) < 0.02, `${dimensions} ${cosine} ${mean}`);
    }
});

test('only the direction counts, and a few dimensions suffice for a sketch', () => {
  const one = [0.2, -0.4, 0.7];
  assert.equal(
    differingShare(
      3,
      one,
      one.map((number) => number * 50),
    ),
    0,
  );
  assert.ok(
    differingShare(
      3,
      one,
      one.map((number) => -number),
    ) > 0.9,
  );
});
