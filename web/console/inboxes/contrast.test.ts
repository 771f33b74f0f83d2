import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contrastWithWhite } from './contrast.ts';
import { isOrigin } from './origin.ts';

test('white on black is 21, white on white is 1, white on the teal of the agents is readable', () => {
  assert.equal(contrastWithWhite('#000000'), 21);
  assert.equal(contrastWithWhite('#ffffff'), 1);
  assert.equal(contrastWithWhite('#777777').toFixed(2), '4.48');
  assert.ok(contrastWithWhite('#0f766e') >= 4.5);
});

test('an origin has a scheme and a host and nothing behind them', () => {
  assert.deepEqual(
    [
      'https://shop.example.com',
      'http://localhost:3000',
      'https://a.b/',
      'shop.example.com',
      'ftp://a.b',
      '*',
    ].map(isOrigin),
    [true, true, false, false, false, false],
  );
});
