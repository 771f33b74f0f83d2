import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { lineDiff, sideBySide } from './line-diff.ts';

const sign = { same: ' ', removed: '-', added: '+' } as const;
const shown = (before: string, after: string) =>
  lineDiff(before, after).map((line) => sign[line.kind] + line.text);

test('equal texts have no difference', () => {
  assert.deepEqual(shown('a\nb', 'a\nb'), [' a', ' b']);
});

test('a changed line in the middle is removed and added, its neighbours stay', () => {
  assert.deepEqual(shown('a\nb\nc', 'a\nB\nc'), [' a', '-b', '+B', ' c']);
});

test('a line moved down keeps everything between', () => {
  assert.deepEqual(shown('x\na\nb\nc', 'a\nb\nc\nx'), ['-x', ' a', ' b', ' c', '+x']);
});

test('two separate changes do not swallow what stands between them', () => {
  assert.deepEqual(shown('1\na\n2\nb\n3', '1\nA\n2\nB\n3'), [' 1', '-a', '+A', ' 2', '-b', '+B', ' 3']);
});

test('text is added to an empty one and taken from a full one', () => {
  assert.deepEqual(shown('', 'a\nb'), ['-', '+a', '+b']);
  assert.deepEqual(shown('a', ''), ['-a', '+']);
});

const text = fc.array(fc.constantFrom('a', 'b', 'c', '', '退款', 'd'), { maxLength: 12 });

test('both texts can be read back from the difference', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = lineDiff(before.join('\n'), after.join('\n'));
      const without = (kind: string) =>
        lines
          .filter((line) => line.kind !== kind)
          .map((line) => line.text)
          .join('\n');
      assert.equal(without('added'), before.join('\n'));
      assert.equal(without('removed'), after.join('\n'));
    }),
  );
});

/** The textbook recursion, slow and plainly right. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  return a[0] === b[0]
    ? 1 + longestCommon(a.slice(1), b.slice(1))
    : Math.max(longestCommon(a.slice(1), b), longestCommon(a, b.slice(1)));
}

test('no common line is shown as changed that could have stayed', () => {
  const short = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 7 });
  fc.assert(
    fc.property(short, short, (before, after) => {
      const same = lineDiff(before.join('\n'), after.join('\n')).filter((line) => line.kind === 'same');
      assert.equal(same.length, longestCommon(before, after));
    }),
  );
});

test('ten thousand lines of which all differ come back at once as replaced', () => {
  const lines = (mark: string) => Array.from({ length: 10_000 }, (_, index) => `${mark}${index}`).join('\n');
  const diff = lineDiff(lines('a'), lines('b'));
  assert.equal(diff.length, 20_000);
});

test('side by side, replaced lines face each other and lone ones face nothing', () => {
  assert.deepEqual(sideBySide(lineDiff('a\nb\nc\nd', 'a\nB\nd\ne')), [
    { left: 'a', right: 'a', same: true },
    { left: 'b', right: 'B', same: false },
    { left: 'c', right: null, same: false },
    { left: 'd', right: 'd', same: true },
    { left: null, right: 'e', same: false },
  ]);
});
