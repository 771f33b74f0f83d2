import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createQuestionClusters, diverse, mostCentral } from './cluster-questions.ts';

const termsOf = (text: string) => new Map(text.split(' ').map((word) => [word, 1]));
const counter = () => {
  let last = 0;
  return () => `c${++last}`;
};

/** Much else that is asked, so that what is rare can be told from what is common. */
const others = Array.from({ length: 80 }, (_, place) => `thing${place} about${place % 7} this`);
const coupon = [
  'coupon code fails',
  'coupon code invalid',
  'my coupon code fails today',
  'coupon code not accepted',
];
const parcel = ['parcel late', 'parcel still late today', 'where parcel late', 'parcel very late'];

test('questions that ask the same come together, others do not', () => {
  const clusters = createQuestionClusters(termsOf, counter());
  for (const text of others) clusters.assign(text);
  const ids = [...coupon, ...parcel].map((text) => clusters.assign(text).id);
  assert.equal(new Set(ids.slice(0, 4)).size, 1);
  assert.equal(new Set(ids.slice(4)).size, 1);
  assert.notEqual(ids[0], ids[4]);
});

test('a cluster keeps its id when it is taken up again from what was kept', () => {
  const first = createQuestionClusters(termsOf, counter());
  for (const text of others) first.assign(text);
  const id = coupon.map((text) => first.assign(text).id)[0];
  for (const text of parcel) first.assign(text);
  const second = createQuestionClusters(termsOf, () => 'new', first.kept());
  assert.equal(second.assign('coupon code fails again').id, id);
  assert.equal(second.assign('stove smells of gas').id, 'new');
});

test('a look at all of them joins clusters that say the same under the id of the larger, and moves no other', () => {
  const newId = counter();
  const clusters = createQuestionClusters(termsOf, newId, [], { join: 0.9, merge: 0.2 });
  const texts = [...coupon, ...coupon, ...parcel];
  const ids = texts.map((text) => clusters.assign(text).id);
  assert.ok(new Set(ids).size > 4, 'too strict to join anything but the same words');
  const { ids: refined, merged } = clusters.refine(texts.map((text, place) => ({ text, id: ids[place]! })));
  assert.ok(merged.size > 0);
  assert.ok(
    refined.every((id) => ids.includes(id)),
    'no new ids',
  );
  for (const [from, to] of merged) {
    assert.ok(!refined.includes(from));
    assert.ok(refined.includes(to));
  }
});

test('a text without any term founds a cluster and breaks nothing', () => {
  const clusters = createQuestionClusters(() => new Map(), counter());
  assert.notEqual(clusters.assign('？').id, clusters.assign('！').id);
});

test('the name is the most central message, the examples are unlike each other', () => {
  const clusters = createQuestionClusters(termsOf, counter());
  for (const text of others) clusters.assign(text);
  const id = coupon.map((text) => clusters.assign(text).id)[0]!;
  assert.equal(
    mostCentral(['my coupon code fails today', 'coupon code fails', 'code'], (text) =>
      clusters.likenessTo(text, id),
    ),
    'coupon code fails',
  );
  const alike = (one: string, other: string) => (one[0] === other[0] ? 1 : 0);
  assert.deepEqual(diverse(['a1', 'a2', 'b1', 'c1', 'b2'], 4, alike), ['a1', 'b1', 'c1']);
});
