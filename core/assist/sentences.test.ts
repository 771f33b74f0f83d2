import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isShareable, placeholdersIn, sentencesOf } from './sentences.ts';

test('sentences keep their signs; lines are sentences', () => {
  assert.deepEqual(sentencesOf('您好！请稍等。\n好的，“行。”谢谢'), [
    '您好！',
    '请稍等。',
    '好的，“行。”',
    '谢谢',
  ]);
  assert.deepEqual(sentencesOf('It costs 3.5 yuan. Please wait.'), ['It costs 3.5 yuan.', 'Please wait.']);
});

test('what is still to be filled in is found once, other brackets are not', () => {
  assert.deepEqual(placeholdersIn('[订单号] 和 [订单号]，[1] [备注] [order number]'), [
    '[订单号]',
    '[order number]',
  ]);
});

test('only sentences that are nobody’s own are shared', () => {
  assert.equal(isShareable('请您把断的一节拍照发给我。'), true);
  assert.equal(isShareable('您的订单[订单号]已发货。'), false);
  for (const place of ['[车牌]', '[护照号]', '[账号]', '[姓名]'])
    assert.equal(isShareable(`给您登记的是${place}，请看一下。`), false);
  assert.equal(isShareable('尾号 8876 的卡已退款。'), false);
  assert.equal(isShareable('请加我 li@example.com 联系。'), false);
  assert.equal(isShareable('好的。'), false);
  assert.equal(isShareable('长'.repeat(121)), false);
});
