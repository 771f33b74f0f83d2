import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fnvOf } from '../chance/fnv.ts';
import { simplified } from './simplified.ts';
import { gramsOf, surfaceLikeness } from './surface.ts';

/** The same by a pattern: characters of Chinese, and runs of letters and digits. */
function byPattern(text: string): number[] {
  const read = simplified(text.slice(0, 300).normalize('NFKC').toLowerCase());
  const hashes = (read.match(/\p{Script=Han}|[[\p{L}\p{N}]--\p{Script=Han}]+/gv) ?? []).map((piece) =>
    fnvOf(piece),
  );
  const pairs = hashes
    .slice(1)
    .map((hash, place) => (Math.imul(hashes[place]!, 31) ^ hash ^ 0x5bd1e995) >> 2);
  return [...hashes.map((hash) => hash >> 2), ...pairs].sort((one, other) => one - other);
}

const text = fc.array(
  fc.oneof(
    fc.constantFrom(...'云栖3帐篷怎么洗？ab9é，-々〇'),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('𠮷', '\ud842', '😀'),
  ),
  { maxLength: 40 },
);

test('characters and runs are told apart as a pattern tells them, rare characters among them', () => {
  fc.assert(
    fc.property(text, (parts) => assert.deepEqual([...gramsOf(parts.join(''))], byPattern(parts.join('')))),
  );
});

test('a text is wholly like itself and not at all like one that shares nothing', () => {
  const one = gramsOf('帐篷怎么洗');
  const other = gramsOf('refund');
  assert.equal(surfaceLikeness(one, one, 0, one.length), 1);
  assert.equal(surfaceLikeness(one, other, 0, other.length), 0);
});
