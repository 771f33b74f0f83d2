import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupsIn, wordsIn } from './parse.ts';

test('pasted lines are words, each once; what cannot be one word is told', () => {
  assert.deepEqual(wordsIn('稳健增利三号\n福满人生，福满人生\n\n一\n有 空格\tＡＩ助手'), {
    words: ['稳健增利三号', '福满人生', 'AI助手'],
    wrong: ['一', '有 空格'],
  });
});

test('each pasted line is a group, whichever separator it has', () => {
  assert.deepEqual(
    groupsIn('理赔、赔付,claim\r\n\r\n重疾\t大病\tcritical illness\n只有一个\n赔付、claim、理赔'),
    {
      groups: [
        ['赔付', 'claim', '理赔'],
        ['重疾', '大病', 'critical illness'],
      ],
      wrong: [4],
    },
  );
});
