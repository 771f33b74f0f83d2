import assert from 'node:assert/strict';
import { test } from 'node:test';
import { widgetText } from './widget.ts';

test('both languages of every sentence have the same places to fill', () => {
  const places = (sentence: string) => [...sentence.matchAll(/\{(\w+)/g)].map(([, name]) => name).sort();
  for (const [name, { zh, en }] of Object.entries(widgetText)) assert.deepEqual(places(zh), places(en), name);
});
