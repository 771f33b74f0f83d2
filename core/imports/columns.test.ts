import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRowCheck } from './check-row.ts';
import { isUsable, recogniseColumns } from './columns.ts';
import { splitDocument } from './split-document.ts';

test('columns are known by their names in Chinese and English, however they are written', () => {
  assert.deepEqual(recogniseColumns(['标准问（必填）', '相似问1', '相似问2', '答 案', '一级分类', '备注']), [
    'title',
    'similar',
    'similar',
    'body',
    'topic',
    null,
  ]);
  assert.deepEqual(recogniseColumns(['Question', 'ANSWER', 'Similar_Questions', 'Language', 'id']), [
    'title',
    'body',
    'similar',
    'language',
    'id',
  ]);
  assert.equal(isUsable(recogniseColumns(['名字', '电话'])), false);
});

test('a row is taken whole or told why not, and a repeated one names the first', () => {
  const check = createRowCheck((title) => `i-${title}`, { topic: 'general' });
  const row = (more: object) => check({ row: 2, content: {}, ...more });
  const taken = row({ title: ' 怎么\n退？ ', body: '七天\u0000内', similar: ['能退吗', '能退吗', ' '] });
  assert.deepEqual(taken, {
    row: 2,
    article: {
      id: 'i-怎么 退？',
      language: 'zh',
      title: '怎么 退？',
      similarQuestions: ['能退吗'],
      body: '七天内',
      topic: 'general',
    },
  });
  const codes = [
    { title: '怎么 退？', body: 'x' },
    { body: 'x' },
    { title: 'x' },
    { title: 'x'.repeat(301), body: 'x' },
    { title: 'y', body: 'x'.repeat(50_001) },
    { title: 'z', body: 'x', language: 'fr' },
    { title: 'w', body: 'x', id: 'a/b' },
  ].map((one) => {
    const checked = row(one);
    return 'problem' in checked ? checked.problem.code : 'taken';
  });
  assert.deepEqual(codes, [
    'same-id',
    'no-title',
    'no-body',
    'long-title',
    'long-body',
    'unknown-language',
    'bad-id',
  ]);
});

test('a document that is too long is cut at its headings and loses no word', () => {
  const words = Array.from({ length: 40 }, (_, at) => `第 ${at} 段的内容。`);
  const text = words
    .map((word, at) =>
      at % 10 === 0 ? `# 第 ${at / 10} 章\n\n${word}` : at % 5 === 0 ? `## 节 ${at}\n\n${word}` : word,
    )
    .join('\n\n');
  const parts = splitDocument('手册', text, 'whole', 60);
  assert.ok(parts.every(({ body }) => body.length <= 60));
  for (const word of words) assert.equal(parts.filter(({ body }) => body.includes(word)).length, 1, word);
  assert.equal(new Set(parts.map(({ path }) => path)).size, parts.length);
  assert.deepEqual(splitDocument('手册', '一段话', 'whole'), [
    { title: '手册', path: '手册', body: '一段话' },
  ]);
});
