import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseLines } from './parse-lines.ts';

test('two columns of a spreadsheet become examples, whatever the line ends are', () => {
  assert.deepEqual(parseLines('快递到哪了\t物流\r\n\r\n 能退吗 \t 退换 \t备注\n').examples, [
    { text: '快递到哪了', label: '物流' },
    { text: '能退吗', label: '退换' },
  ]);
});

test('lines without both sides are told by their number, empty ones counted', () => {
  assert.deepEqual(parseLines('\n没有意图\nabc\t\n\tabc\nok\tfine').wrong, [2, 3, 4]);
});

test('quotes of a spreadsheet are taken off, those that were said stay', () => {
  assert.deepEqual(parseLines('"say ""hi"""\tgreeting\n"\tquote').examples, [
    { text: 'say "hi"', label: 'greeting' },
    { text: '"', label: 'quote' },
  ]);
});

test('of the same words twice the last intent counts', () => {
  assert.deepEqual(parseLines('a\tone\na\ttwo').examples, [{ text: 'a', label: 'two' }]);
});
