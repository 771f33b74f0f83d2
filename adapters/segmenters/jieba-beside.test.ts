import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadQuestions } from '../../demo/load-questions.ts';
import { createSegmenter, createSegmenterBeside } from './jieba.ts';

test('read in slices, the dictionary cuts every text as it does when it is read at once, and the process answers meanwhile', async () => {
  const own = { words: ['云栖二号'], synonyms: [['扣具', '固定器']] };
  const whole = createSegmenter(own);
  let turns = 0;
  let isOver = false;
  const turn = () => {
    turns += 1;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  const sliced = await createSegmenterBeside(own);
  isOver = true;
  assert.ok(turns > 100, `${turns} turns`);
  for (const { text } of loadQuestions()) {
    assert.deepEqual(sliced(text), whole(text));
    assert.deepEqual(sliced.inDictionary?.(text), whole.inDictionary?.(text));
  }
  assert.deepEqual(sliced('云栖二号的扣具'), whole('云栖二号的扣具'));
});
