import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Article } from '../terms/article.ts';
import { createKnowledgeIndex } from './index.ts';
import { readPairText } from './pair-text.ts';
import { simplified } from './simplified.ts';
import { simplifiedPairs } from './simplified-pairs.ts';
import { gramsOf } from './surface.ts';
import { termsOf } from './terms-of-text.ts';

const segment = (text: string) => text.match(/.{1,2}/gu) ?? [];

const article = (id: string, title: string): Article => ({
  id,
  title,
  body: title,
  similarQuestions: [],
  language: 'zh',
  topic: '',
  status: 'published',
  version: 1,
});
const index = createKnowledgeIndex(segment);
for (const [id, title] of [
  ['return', '七天无理由退货运费谁出'],
  ['discount', '满两百元减多少'],
  ['other', '一天能送到吗'],
  ['hong-kong', '門市營業時間'],
] as const)
  index.add(article(id, title));
const found = (text: string) => index.search(text)[0]?.passage.articleId;

test('traditional and simplified characters are the same words, whichever the article has', () => {
  assert.equal(found('無理由退貨運費誰出'), 'return');
  assert.equal(found('门市营业时间'), 'hong-kong');
  assert.deepEqual(termsOf('運費', segment), termsOf('运费', segment));
  assert.deepEqual(gramsOf('運費'), gramsOf('运费'));
  assert.deepEqual(readPairText('運費誰出', segment), readPairText('运费谁出', segment));
});

test('simplified text stays as it is, and reading twice changes nothing', () => {
  const both = '著名的乾隆年间，云栖后台里面只有几面。Hello 𠮷';
  assert.equal(simplified(both), both);
  assert.equal(simplifiedPairs.length % 2, 0);
  assert.equal(simplified(simplified(simplifiedPairs)), simplified(simplifiedPairs));
});

test('a count is found however it is written', () => {
  for (const [text, count] of [
    ['七天', '7天'],
    ['7 天', '7天'],
    ['两百元', '200元'],
    ['满 200元', '200元'],
    ['十五个工作日', '15工作日'],
    ['二十三次', '23次'],
  ] as const)
    assert.ok(termsOf(text, segment).includes(count), text);
  assert.equal(found('满200元减多少'), 'discount');
  assert.equal(found('7 天 运费'), 'return');
});

test('what counts nothing gives no count', () => {
  for (const text of ['一点', '一下', '五金店', '三星手机', '万一', '十分满意'])
    assert.ok(!termsOf(text, segment).some((term) => /^\d/.test(term)), text);
});
