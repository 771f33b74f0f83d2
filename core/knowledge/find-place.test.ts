import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Article } from '../terms/article.ts';
import { findPlace } from './find-place.ts';
import { cutIntoPassages } from './passages.ts';

const passages = (body: string) => {
  const article: Article = {
    id: 'a',
    language: 'zh',
    title: '退款多久到账？',
    similarQuestions: [],
    body,
    topic: '退款',
    status: 'published',
    version: 1,
  };
  return cutIntoPassages(article);
};
const before = passages('一般 3 天到账。\n\n## 支付宝\n当天到账。\n\n## 银行卡\n3 个工作日。');

test('words that did not change are found wherever they stand now', () => {
  const now = passages(
    '一般 3 天到账。\n\n## 微信\n当天。\n\n## 支付宝\n当天到账。\n\n## 银行卡\n5 个工作日。',
  );
  assert.deepEqual(findPlace(before, 1, now), { ordinal: 2, change: 'same' });
});

test('words that changed are found by their heading, and it is said that they changed', () => {
  const now = passages('一般 5 天到账。\n\n## 银行卡\n5 个工作日。\n\n## 支付宝\n两小时内到账。');
  assert.deepEqual(findPlace(before, 1, now), { ordinal: 2, change: 'changed' });
  assert.deepEqual(findPlace(before, 0, now), { ordinal: 0, change: 'changed' });
});

test('a heading that moved under another is still found', () => {
  const now = passages('一般 5 天到账。\n\n# 到账时间\n## 支付宝\n两小时内到账。');
  assert.deepEqual(findPlace(before, 1, now), { ordinal: 1, change: 'changed' });
});

test('the third part of a long section is found as its third part, or its last', () => {
  const long = (word: string) => `${word.repeat(600)}。`;
  const cut = passages(`## 条款\n${long('甲')}\n\n${long('乙')}\n\n${long('丙')}`);
  const now = passages(`## 条款\n${long('丁')}\n\n${long('戊')}`);
  assert.equal(cut.length, 3);
  assert.deepEqual(findPlace(cut, 1, now), { ordinal: 1, change: 'changed' });
  assert.deepEqual(findPlace(cut, 2, now), { ordinal: 1, change: 'changed' });
});

test('what was taken out, or never was, is gone', () => {
  const now = passages('一般 5 天到账。');
  assert.deepEqual(findPlace(before, 2, now), { ordinal: null, change: 'gone' });
  assert.deepEqual(findPlace(before, 9, now), { ordinal: null, change: 'gone' });
});
