import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchesIn } from './matches-in.ts';

const plain = (match: RegExpExecArray | RegExpMatchArray) => ({
  all: [...match],
  index: match.index,
  groups: { ...match.groups },
});

test('the matches are those of matchAll, with groups, lookbehind, empty matches and surrogate pairs', () => {
  const texts = ['', 'a1b22', '😀a😀', '叫王敏，叫李雷', 'aaaa', '\u{1f600}\u{1f600}'];
  for (const text of texts)
    for (const pattern of [
      /\d+/g,
      /(?<name>[a-z])(\d)?/g,
      /(?<=叫).{2}/gu,
      /x*/g,
      /x*/gu,
      /x*/gv,
      /aa/g,
      /$/g,
    ])
      assert.deepEqual(
        matchesIn(text, pattern).map(plain),
        [...text.matchAll(pattern)].map(plain),
        `${pattern} in ${text}`,
      );
});

test('a pattern that was left in the middle of another text begins at the beginning', () => {
  const pattern = /\d/g;
  pattern.exec('123');
  assert.equal(matchesIn('45', pattern).length, 2);
  assert.equal(pattern.lastIndex, 0);
});
