import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstGap, insertionOf } from './insertion.ts';

/** The draft after an insertion, the selected words in «». */
function after(draft: string, text: string, before: string | null = null): string {
  const { from, to, text: put, select } = insertionOf(draft, text, before);
  const next = draft.slice(0, from) + put + draft.slice(to);
  return `${next.slice(0, select.from)}«${next.slice(select.from, select.to)}»${next.slice(select.to)}`;
}

test('into an empty draft it comes as it is, the caret behind it', () => {
  assert.equal(after('', '可以退。'), '可以退。«»');
});

test('it comes after what is written, on a line of its own, and never over it', () => {
  assert.equal(after('您好，  ', '可以退。'), '您好，\n可以退。«»');
});

test('a second one takes the place of the first, if nobody changed that', () => {
  assert.equal(after('您好\n可以退。', '可以换。', '可以退。'), '您好\n可以换。«»');
});

test('what was changed by hand is kept', () => {
  assert.equal(after('都可以退的。', '可以换。', '可以退。'), '都可以退的。\n可以换。«»');
});

test('the first gap to be filled in is selected', () => {
  assert.equal(after('', '请提供【订单号】和【姓名】。'), '请提供«【订单号】»和【姓名】。');
  assert.equal(after('您好', 'Hi {name}!'), '您好\nHi «{name}»!');
  assert.equal(after('', '金额为____元'), '金额为«____»元');
});

test('a text without gaps has none', () => {
  assert.equal(firstGap('订单 A1 已发出。'), null);
});
