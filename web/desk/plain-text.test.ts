import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainText } from './plain-text.ts';

test('emphasis disappears and lists keep their marks', () => {
  assert.equal(plainText('请这样做：\n\n1. **拍照**\n2. 寄回'), '请这样做：\n1. 拍照\n2. 寄回');
  assert.equal(plainText('- 甲\n- 乙'), '- 甲\n- 乙');
});

test('a row of a table becomes a line', () => {
  assert.equal(
    plainText('| 配件 | 价格 |\n|---|---|\n| 收纳袋 | ¥39 |\n| 腰封 | ¥89 |'),
    '收纳袋 · ¥39\n腰封 · ¥89',
  );
});

test('plain words stay as they are', () => {
  assert.equal(plainText('签收 7 天内可以退，3 < 5 & 4 > 2'), '签收 7 天内可以退，3 < 5 & 4 > 2');
});
