import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { estimateWords } from './estimate-words.ts';
import { sayIn } from './say.ts';

const say = sayIn('zh');
const words = (from: number, to: number) => estimateWords({ fromMs: from * 60_000, toMs: to * 60_000 }, say);

test('an estimate is a range in words that grow coarser with its length', () => {
  assert.equal(words(0, 0), '马上就到您');
  assert.equal(words(0.4, 2.2), '大约 3 分钟以内');
  assert.equal(words(3.2, 5.9), '大约 3–6 分钟');
  assert.equal(words(11, 23), '大约 10–25 分钟');
  assert.equal(words(40, 85), '大约 40 分钟到 1.5 小时');
  assert.equal(words(70, 140), '大约 1–2.5 小时');
  assert.equal(words(60, 900), '可能要等几个小时');
});

test('where nothing was observed no figure is made up', () => {
  assert.equal(estimateWords(null, say), '还估不准要等多久');
  assert.doesNotMatch(estimateWords(null, sayIn('en')), /\d/);
});

test('what is told never promises less waiting than was observed, nor a range upside down', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 470, noNaN: true }),
      fc.double({ min: 0, max: 10, noNaN: true }),
      (from, more) => {
        const told = words(from, from + more);
        const [first, last] = told.match(/[\d.]+/g)?.map(Number) ?? [];
        if (first === undefined) return;
        const inHours = /小时/.test(told);
        const upper = (last ?? first) * (inHours ? 60 : 1);
        assert.ok(upper + 1e-6 >= from + more, `${told} for ${from}–${from + more}`);
        if (last !== undefined) {
          const lower = first * (inHours && !/分钟/.test(told) ? 60 : 1);
          assert.ok(lower <= from && lower < upper, `${told} for ${from}–${from + more}`);
        }
      },
    ),
  );
});
