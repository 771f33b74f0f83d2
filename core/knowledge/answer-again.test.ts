import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerAgain } from './answer-again.ts';
import { createKnowledgeIndex } from './index.ts';
import { anArticle, segmentPairs } from './test-articles.ts';

const body =
  '签收后七天内可以退。微信三个工作日到账。\n\n| 方式 | 到账 |\n|---|---|\n| 信用卡 | 七个工作日 |\n| 礼品卡 | 即时 |\n\n## 退货地址\n退货寄到嘉兴仓。';

/** The answer to a second question on the article, of which these passages were told. */
function again(question: string, told: readonly number[]) {
  const index = createKnowledgeIndex(segmentPairs);
  index.add(anArticle({ body }));
  index.add(anArticle({ id: 'fees', title: '退货运费谁出？', body: '运费由您承担。' }));
  const candidates = index.search(`怎么退货 ${question}`);
  const candidate = candidates.find(({ passage }) => passage.articleId === 'returns')!;
  const options = { candidate, candidates, told: new Set(told), question, segment: segmentPairs } as const;
  return answerAgain({ ...options, language: 'zh' });
}

test('a part that was not told yet is told alone', () => {
  const left = again('退货地址', [0]);
  assert.ok(left.kind === 'more');
  assert.equal(left.answer.text, '退货寄到嘉兴仓。');
  assert.deepEqual(
    left.answer.citations.map(({ ordinal }) => ordinal),
    [1],
  );
});

test('of what was told, the line that the question is about is told again, a row of a table in words', () => {
  const left = again('信用卡', [0, 1]);
  assert.ok(left.kind === 'point');
  assert.equal(left.answer.text, '信用卡：七个工作日');
});

test('where no line stands out nothing is told again', () => {
  const left = again('怎么弄', [0, 1]);
  assert.ok(left.kind === 'nothing');
  assert.equal(left.citations[0]?.articleId, 'returns');
});

test('who says that it is not so gets no more of the same', () => {
  assert.equal(again('不是，我问的是信用卡', [0]).kind, 'nothing');
  assert.equal(again("it's not 信用卡", [0, 1]).kind, 'nothing');
});
