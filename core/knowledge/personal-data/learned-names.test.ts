import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bestApart, findLearnedLatinNames, findLearnedNames } from './learned-names.ts';

const wordsAt = (text: string, found: readonly { from: number; to: number }[]) =>
  found.map(({ from, to }) => text.slice(from, to));

test('names are found in the middle of sentences that no label leads to', () => {
  const rows: readonly (readonly [string, string[]])[] = [
    ['听说韩雪梅昨天把单子撤了', ['韩雪梅']],
    ['你们店的赵志远和钱晓红都说可以', ['赵志远', '钱晓红']],
  ];
  for (const [text, names] of rows) assert.deepEqual(wordsAt(text, findLearnedNames(text)), names, text);
  const english = 'Yesterday Priscilla Okonkwo told me to wait';
  assert.deepEqual(wordsAt(english, findLearnedLatinNames(english)), ['Priscilla Okonkwo']);
});

test('places, brands and ordinary words that begin like a surname stay', () => {
  for (const text of [
    '石家庄几天能到',
    '金额不对，请查询余额',
    '王老吉一箱多少钱',
    '方便的话明天安装',
    '我用的是华为手机',
  ])
    assert.deepEqual(findLearnedNames(text), [], text);
  for (const text of [
    'My Debit Card was declined in Zhejiang',
    'I want a Calvin Klein belt',
    'Trade in old phones',
  ])
    assert.deepEqual(findLearnedLatinNames(text), [], text);
});

test('of overlapping stretches those are taken that together gain most', () => {
  const stretch = fc.record({
    from: fc.integer({ min: 0, max: 12 }),
    length: fc.integer({ min: 1, max: 5 }),
    gain: fc.integer({ min: 1, max: 20 }),
  });
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 8 }), (drawn) => {
      const all = drawn.map(({ from, length, gain }) => ({ from, to: from + length, gain }));
      const chosen = bestApart(all);
      const sum = (some: typeof all) => some.reduce((total, { gain }) => total + gain, 0);
      const isApart = (some: typeof all) =>
        some.every((one, n) =>
          some.every((other, m) => n === m || one.to <= other.from || other.to <= one.from),
        );
      assert.ok(isApart(chosen));
      for (let subset = 0; subset < 2 ** all.length; subset++) {
        const some = all.filter((_, n) => subset & (1 << n));
        if (isApart(some)) assert.ok(sum(some) <= sum(chosen));
      }
    }),
    { numRuns: 60 },
  );
});
