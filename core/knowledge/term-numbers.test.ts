import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createTermNumbers } from './term-numbers.ts';

const piece = fc.constantFrom('帐', '篷', 'a', '7', '\u0001', '\uffff', '𠮷', '=', ' ');
const term = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(''));

test('terms of any length keep the numbers that they were given, in the order in which they came', () => {
  fc.assert(
    fc.property(fc.array(term, { maxLength: 400 }), (terms) => {
      const numbers = createTermNumbers();
      const known = new Map<string, number>();
      for (const one of terms) {
        assert.equal(numbers.find(one), known.get(one));
        if (!known.has(one)) known.set(one, known.size);
        assert.equal(numbers.add(one), known.get(one));
      }
      assert.equal(numbers.size, known.size);
    }),
  );
});

test('tens of thousands of pairs are told apart', () => {
  const numbers = createTermNumbers();
  const pairs = Array.from({ length: 40_000 }, (_, at) =>
    String.fromCharCode(0x4e00 + (at % 200), 0x4e00 + at),
  );
  for (const [at, pair] of pairs.entries()) assert.equal(numbers.add(pair), at);
  for (const [at, pair] of pairs.entries()) assert.equal(numbers.find(pair), at);
});
