import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOrigin } from './origin.ts';

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
