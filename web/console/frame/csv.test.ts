import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csv } from './csv.ts';

test('cells are quoted where they must be, and empty where there is nothing', () => {
  assert.equal(
    csv([['a,b', 'say "hi"', null, 0.5], ['两行\n话']]),
    '\uFEFF"a,b","say ""hi""",,0.5\r\n"两行\n话"\r\n',
  );
});

test('what a spreadsheet would run as a formula stays words, and a negative figure a figure', () => {
  assert.equal(csv([['=1+1', '+86', '@x', -3]]), "\uFEFF'=1+1,'+86,'@x,-3\r\n");
});
