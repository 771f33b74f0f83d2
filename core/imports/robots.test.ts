import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAllowed, parseRobots } from './robots.ts';

const may = (text: string, path: string) => isAllowed(parseRobots(text, 'Tandem'), path);

test('the group that names us counts, otherwise the one for all; groups of one name count together', () => {
  const text =
    'User-agent: *\nDisallow: /\n\nUser-agent: tandem\nUser-agent: other\nDisallow: /a\n\nUser-agent: Tandem/1.0\nDisallow: /b\n';
  assert.deepEqual(
    ['/', '/a/x', '/b'].map((path) => may(text, path)),
    [true, false, false],
  );
  assert.equal(may('User-agent: other\nDisallow: /', '/x'), true);
});

test('the longest rule decides, and allow where two tie', () => {
  const text = 'User-agent: *\nDisallow: /help\nAllow: /help/open\nAllow: /same\nDisallow: /same\n';
  assert.deepEqual(
    ['/help/x', '/help/open/1', '/same'].map((path) => may(text, path)),
    [false, true, true],
  );
});

test('a star stands for anything and a dollar for the end, whatever the encoding', () => {
  const text = 'User-agent: *\nDisallow: /*.pdf$\nDisallow: /*?session=\nDisallow: /帮助\nDisallow:\n';
  assert.deepEqual(
    ['/x.pdf', '/x.pdf?y', '/a?session=1', '/%E5%B8%AE%E5%8A%A9/1', '/b'].map((path) => may(text, path)),
    [false, true, false, false, true],
  );
  assert.equal(may('garbage\n\u0000: x\nDisallow: /', '/'), true);
});
