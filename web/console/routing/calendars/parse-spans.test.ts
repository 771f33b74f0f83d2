import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSpans } from './parse-spans.ts';

test('a split shift is read however it is punctuated, and put in order', () => {
  const expected = [
    { from: 540, to: 720 },
    { from: 810, to: 1080 },
  ];
  for (const text of [
    '09:00-12:00 13:30-18:00',
    '13:30-18:00，9-12',
    '9：00~12：00、13:30 – 18',
    '9至12 13:30到18',
  ])
    assert.deepEqual(parseSpans(text), expected, text);
});

test('an empty text is a closed day and 24:00 is midnight', () => {
  assert.deepEqual(parseSpans('  '), []);
  assert.deepEqual(parseSpans('18:00-24:00'), [{ from: 1080, to: 1440 }]);
});

test('what is no span, passes midnight or overlaps is told with the piece that is wrong', () => {
  assert.deepEqual(parseSpans('9-12 later'), { problem: 'notATime', text: 'later' });
  assert.deepEqual(parseSpans('09:75-12:00'), { problem: 'notATime', text: '09:75-12:00' });
  assert.deepEqual(parseSpans('9-25'), { problem: 'notATime', text: '9-25' });
  assert.deepEqual(parseSpans('22:00-06:00'), { problem: 'pastMidnight', text: '22:00-06:00' });
  assert.deepEqual(parseSpans('9-12 11:30-18'), { problem: 'overlaps', text: '11:30-18' });
});
