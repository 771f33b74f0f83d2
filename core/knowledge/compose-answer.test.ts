import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Article } from '../terms/article.ts';
import { composeAnswer } from './compose-answer.ts';
import { createKnowledgeIndex } from './index.ts';
import { anArticle, segmentPairs } from './test-articles.ts';

function answer(question: string, article: Partial<Article>, language: 'zh' | 'en' = 'zh') {
  const index = createKnowledgeIndex(segmentPairs);
  index.add(anArticle(article));
  const candidates = index.search(question);
  return composeAnswer({ candidate: candidates[0]!, candidates, language });
}

test('a short article is told as it stands, with its source', () => {
  const { text, citations } = answer('怎么退货', { version: 4 });
  assert.equal(text, '签收后七天内可以在订单页申请退货。');
  assert.deepEqual(citations, [{ articleId: 'returns', articleVersion: 4, ordinal: 0, title: '怎么退货？' }]);
});

test('the section that matches follows the opening under its heading, and steps stay a list', () => {
  const body = '可以退。\n\n## 退货步骤\n1. 打开订单页\n2. 点“申请售后”\n\n## 其他\n无关的内容。';
  const { text, citations } = answer('怎么退货 退货步骤', { body });
  assert.equal(text, '可以退。\n\n**退货步骤**\n1. 打开订单页\n2. 点“申请售后”');
  assert.deepEqual(
    citations.map(({ ordinal }) => ordinal),
    [0, 1],
  );
});

test('a long answer ends after a sentence or a list item and points to its source', () => {
  const sentences = Array.from({ length: 40 }, (_, at) => `第${at}条说明要先看清楚再操作。`);
  const long = answer('怎么退货', { body: sentences.join('') }).text;
  assert.match(long, /操作。\n\n完整说明请看下方的来源。$/);
  assert.ok((long.match(/\p{Script=Han}/gu) ?? []).length <= 365);
  const items = sentences.map((sentence) => `- ${sentence}`).join('\n');
  assert.match(answer('怎么退货', { body: items }).text, /操作。\n\n完整说明/);
});

test('a sentence that announces a list which does not fit is left out', () => {
  const body = `可以退。请按下面做：\n${'1. '.concat('很长的一步'.repeat(80))}`;
  assert.equal(answer('怎么退货', { body }).text, '可以退。\n\n完整说明请看下方的来源。');
});

test('a source in the other language says so in the language of the customer', () => {
  const { text } = answer('退货', {}, 'en');
  assert.match(text, /^We only have this information in Chinese/);
  assert.match(text, /签收后七天内/);
  const english = { language: 'en', title: 'Return an item', body: 'Within 7 days. Keep the tags.' } as const;
  assert.match(answer('return an item', english, 'zh').text, /^这部分内容目前只有英文资料/);
});

test('whatever the article, every line of the answer stands in it', () => {
  const line = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom('- 一项。', '1. 一步', '句子。又一句！', '| a | b |'),
  );
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), (lines) => {
      const body = lines
        .map((text) => text.replaceAll('#', ''))
        .join('\n')
        .concat('\n最后说明退货。');
      const { text, citations } = answer('怎么退货', { body });
      const own = text.replace('完整说明请看下方的来源。', '').split('\n');
      assert.ok(own.every((piece) => body.includes(piece.trim())));
      assert.equal(citations[0]?.articleId, 'returns');
    }),
  );
});
