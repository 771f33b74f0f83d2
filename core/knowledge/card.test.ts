import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cardOf, distinctTerms, gramsAt, lengthAt, termOf, termsAt, timesOf } from './card.ts';
import { gramsOf, surfaceLikeness } from './surface.ts';

const texts = fc.array(fc.string({ unit: fc.constantFrom('帐', '篷', '怎', '么', '洗', 'a', '7', ' ') }), {
  minLength: 1,
  maxLength: 4,
});
const terms = fc.uniqueArray(fc.tuple(fc.nat(2 ** 24 - 1), fc.integer({ min: 1, max: 600 })), {
  selector: ([term]) => term,
  maxLength: 6,
});

test('a card gives back the terms of every unit and the grams of every line', () => {
  fc.assert(
    fc.property(texts, fc.array(terms, { minLength: 4, maxLength: 6 }), (lines, counted) => {
      const units = counted.map((pairs) => ({ times: new Map(pairs), length: pairs.length + 2 }));
      const grams = lines.map(gramsOf);
      const card = cardOf(units, grams);
      for (const [unit, { times, length }] of units.entries()) {
        const own = card.subarray(card[termsAt(unit)], card[termsAt(unit + 1)]);
        assert.deepEqual(
          [...own].map((entry) => [termOf(entry), timesOf(entry)]),
          [...times].map(([term, often]) => [term, Math.min(often, 255)]),
        );
        assert.equal(card[lengthAt(unit)], length);
        assert.deepEqual(
          [...card.subarray(card[gramsAt(unit)], card[gramsAt(unit + 1)])],
          [...(grams[unit] ?? [])],
        );
      }
      const all = new Set(counted.flatMap((pairs) => pairs.map(([term]) => term)));
      assert.deepEqual([...distinctTerms(card, units.length)], [...all]);
    }),
  );
});

test('the likeness as written counts what two texts share, each gram as often as both have it', () => {
  fc.assert(
    fc.property(texts, texts, ([one], [other]) => {
      const mine = gramsOf(one!);
      const left = [...gramsOf(other!)];
      const numbers = Int32Array.from([7, ...left, 7]);
      let common = 0;
      for (const gram of mine) {
        const at = left.indexOf(gram);
        if (at < 0) continue;
        left.splice(at, 1);
        common++;
      }
      const whole = mine.length + numbers.length - 2;
      assert.equal(
        surfaceLikeness(mine, numbers, 1, numbers.length - 1),
        whole === 0 ? 0 : (2 * common) / whole,
      );
    }),
  );
});
