import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textOn } from './accent.ts';
import { isOrigin } from './origin.ts';

test('dark accents carry white text and light ones black', () => {
  assert.deepEqual(['#000000', '#4f46e5', '#0f766e', '#ffd84d', '#ffffff'].map(textOn), [
    '#ffffff',
    '#ffffff',
    '#ffffff',
    '#0c1413',
    '#0c1413',
  ]);
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
