import assert from 'node:assert/strict';
import { test } from 'node:test';
import { meaningFault } from './keeps-meaning.ts';

const same = (one: string, other: string) => meaningFault(one, other, true);
const across = (one: string, other: string) => meaningFault(one, other, false);

test('other words with the same figures and the same no keep the meaning', () => {
  assert.equal(same('亲，签收后 7 天内可以退货，拆封的不能退哦。', '签收七天内可退，已拆封不能退。'), null);
  assert.equal(
    same(
      'We can refund you within 7 days, but opened items cannot be returned.',
      'You can get a refund in 7 days. Opened items cannot be returned.',
    ),
    null,
  );
});

test('a changed, lost or new figure is noticed', () => {
  assert.equal(same('签收后 7 天内可以退货。', '签收后 15 天内可以退货。'), 'changed-figures');
  assert.equal(same('签收后 7 天内可以退货。', '签收后可以退货。'), 'changed-figures');
  assert.equal(same('签收后可以退货。', '签收后 30 天内可以退货。'), 'changed-figures');
});

test('a no that became a yes is noticed, and the other way round', () => {
  assert.equal(same('拆封以后不能退货。', '拆封以后可以退货。'), 'changed-negation');
  assert.equal(same('拆封以后可以退货。', '拆封以后不能退货。'), 'changed-negation');
  assert.equal(same('不能退款，但可以换货。', '可以退款，但不能换货。'), 'changed-negation');
  assert.equal(same('Opened items cannot be returned.', 'Opened items can be returned.'), 'changed-negation');
});

test('models and addresses stay, and none is made up', () => {
  assert.equal(same('您的 GORE-TEX 外套已寄出。', '您的外套已寄出。'), 'lost-name');
  assert.equal(same('请到官网申请。', '请到 www.evil.example.com 申请。'), 'foreign-link');
});

test('a translation keeps figures in digits or words, names and the no', () => {
  assert.equal(
    across('签收后七天内可以退货，LY-200 除外。', 'You can return it within 7 days, except LY-200.'),
    null,
  );
  assert.equal(across('拆封后不能退货。', 'Opened items cannot be returned.'), null);
  assert.equal(across('拆封后不能退货。', 'Opened items can be returned.'), 'changed-negation');
  assert.equal(across('签收后 7 天内可以退货。', 'You can return it within 17 days.'), 'changed-figures');
});
