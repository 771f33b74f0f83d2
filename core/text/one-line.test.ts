import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oneLine } from './one-line.ts';

test('a table becomes its words, without its ruling', () => {
  assert.equal(
    oneLine('重 1.95 kg。\n\n## 详细参数\n\n| 项目 | 数值 |\n|---|---|\n| 内帐 | 215×130 cm |'),
    '重 1.95 kg。 详细参数 项目 · 数值 内帐 · 215×130 cm',
  );
});

test('marks of lists, emphasis, code and links go, their words stay', () => {
  assert.equal(
    oneLine('- **先** 关灯\n- 按 `电源` 键\n> 见 [说明](https://example.com/a)'),
    '先 关灯 按 电源 键 见 说明',
  );
});

test('what only looks like a mark stays', () => {
  assert.equal(oneLine('a | b'), 'a | b');
  assert.equal(oneLine('-5 度也能用，2 * 3 = 6'), '-5 度也能用，2 * 3 = 6');
  assert.equal(oneLine('#1 号帐篷'), '#1 号帐篷');
});
