import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRandom } from '../chance/random.ts';
import { createMeaningRows, mostRows } from './meaning-rows.ts';
import { meaningVectorOf, unitOf } from './meaning-vector.ts';

const dimensions = 256;
const random = createRandom(7, 7);
/** All share a direction, as with many models unrelated texts do. */
const common = Array.from({ length: dimensions }, () => random.next() - 0.5);
const direction = () => common.map((number) => number + 1.2 * (random.next() - 0.5));
const near = (one: readonly number[], by: number) => one.map((number) => number + by * (random.next() - 0.5));
const everyone = () => true;

function filled(count: number) {
  const rows = createMeaningRows();
  const vectors = Array.from({ length: count }, direction);
  vectors.forEach((vector, slot) => {
    rows.hold(slot, [`text ${slot}`]);
    rows.put(`text ${slot}`, meaningVectorOf(vector)!);
  });
  return { rows, vectors };
}

test('the nearest of thousands is found, best first', () => {
  const { rows, vectors } = filled(5_000);
  let right = 0;
  for (let slot = 0; slot < 200; slot++) {
    const found = rows.nearest(unitOf(near(vectors[slot]!, 0.9))!, everyone, 5);
    if (found[0]?.slot === slot) right++;
    assert.deepEqual(
      found.map(({ cosine }) => cosine),
      found.map(({ cosine }) => cosine).toSorted((one, other) => other - one),
    );
  }
  assert.ok(right >= 198, `${right} of 200`);
});

test('thousands that are nearer and out of sight take no place', () => {
  const rows = createMeaningRows();
  const question = direction();
  for (let slot = 0; slot < 2_000; slot++) {
    rows.hold(slot, [`text ${slot}`]);
    rows.put(`text ${slot}`, meaningVectorOf(near(question, slot === 1_500 ? 1.4 : 0.1))!);
  }
  const found = rows.nearest(unitOf(question)!, (slot) => slot === 1_500, 10);
  assert.deepEqual(
    found.map(({ slot }) => slot),
    [1_500],
  );
});

test('an article is as near as the nearest of its units', () => {
  const rows = createMeaningRows();
  const question = direction();
  const held = rows.hold(3, ['far', 'near']);
  rows.put('far', meaningVectorOf(direction())!);
  rows.put('near', meaningVectorOf(near(question, 0.05))!);
  const asked = unitOf(question)!;
  assert.ok(rows.nearest(asked, everyone, 5)[0]!.cosine > 0.99);
  assert.equal(rows.nearestOf(held, asked)?.unit, 1);
  assert.equal(rows.nearestOf(held, asked, held[1])?.unit, 0);
});

test('a text is wanted until its vector comes, and no longer when nobody holds it', () => {
  const rows = createMeaningRows();
  const first = rows.hold(1, ['shared', 'own']);
  rows.hold(2, ['shared']);
  assert.deepEqual([...rows.wanted()], ['shared', 'own']);
  rows.release(first);
  assert.deepEqual([...rows.wanted()], ['shared']);
  const vector = meaningVectorOf(direction())!;
  assert.equal(rows.put('own', vector), 'not-wanted');
  assert.equal(rows.put('shared', vector), 'kept');
  assert.deepEqual(rows.counts, { wanted: 0, there: 1 });
});

test('what is released is not found, and its place is given out again without its vector', () => {
  const rows = createMeaningRows();
  const question = direction();
  const held = rows.hold(1, ['old']);
  rows.put('old', meaningVectorOf(question)!);
  rows.release(held);
  assert.deepEqual(rows.nearest(unitOf(question)!, everyone, 5), []);
  const again = rows.hold(2, ['new']);
  assert.deepEqual([...again], [...held]);
  assert.deepEqual(rows.nearest(unitOf(question)!, everyone, 5), []);
  assert.equal(rows.nearestOf(again, unitOf(question)!), undefined);
});

test('a vector of other dimensions is neither kept nor asked with', () => {
  const { rows } = filled(3);
  rows.hold(9, ['other']);
  assert.equal(rows.put('other', meaningVectorOf([1, 2, 3])!), 'other-dimensions');
  assert.equal(rows.isWanted('other'), true);
  assert.deepEqual(rows.nearest(unitOf([1, 2, 3])!, everyone, 5), []);
});

test('beyond the most rows nothing is held', () => {
  const rows = createMeaningRows();
  const texts = Array.from({ length: mostRows }, () => 'the same');
  assert.equal(rows.hold(1, texts).length, mostRows);
  assert.equal(rows.hold(2, ['one more']).length, 0);
  assert.deepEqual([...rows.wanted()], ['the same']);
});
