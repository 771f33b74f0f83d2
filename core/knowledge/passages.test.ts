import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cutIntoPassages } from './passages.ts';
import { anArticle } from './test-articles.ts';

const cut = (body: string) => cutIntoPassages(anArticle({ body }));

test('headings cut an article, the opening comes first and headings nest', () => {
  const passages = cut('先看这里。\n\n## 步骤\n1. 打开\n2. 提交\n\n### 注意\n别急。\n\n## 费用\n免费。');
  assert.deepEqual(
    passages.map(({ ordinal, headings, text }) => ({ ordinal, headings, text })),
    [
      { ordinal: 0, headings: [], text: '先看这里。' },
      { ordinal: 1, headings: ['步骤'], text: '1. 打开\n2. 提交' },
      { ordinal: 2, headings: ['步骤', '注意'], text: '别急。' },
      { ordinal: 3, headings: ['费用'], text: '免费。' },
    ],
  );
});

test('a first heading that repeats the title opens no section', () => {
  const [opening] = cutIntoPassages(anArticle({ title: '怎么退货？', body: '# 怎么退货？\n七天内可退。' }));
  assert.deepEqual(opening?.headings, []);
  assert.equal(opening?.text, '七天内可退。');
});

test('a long section is cut between paragraphs, and a long list or table stays whole', () => {
  const paragraph = '这一段说明怎么保养睡袋。'.repeat(25);
  assert.equal(cut([paragraph, paragraph, paragraph].join('\n\n')).length, 3);
  const list = Array.from({ length: 80 }, (_, at) => `- 第 ${at} 项要检查的地方`).join('\n');
  const table = [
    '| 型号 | 价格 |',
    '|---|---|',
    ...Array.from({ length: 80 }, (_, at) => `| K${at} | ¥${at} |`),
  ];
  const passages = cut(`${paragraph}\n\n${list}\n\n${paragraph}\n\n${table.join('\n')}`);
  assert.ok(passages.some(({ text }) => text.includes(list)));
  assert.ok(passages.some(({ text }) => text.includes(table.join('\n'))));
});

test('a paragraph without end is cut after a sentence', () => {
  const passages = cut('这是一句话。'.repeat(1_000));
  assert.ok(passages.length > 3);
  assert.ok(passages.every(({ text }) => text.endsWith('。')));
});

test('a heading inside a code block is no heading, and an empty body has no passages', () => {
  assert.equal(cut('```\n# not a heading\n```').length, 1);
  assert.deepEqual(cut('  \n\n'), []);
});

test('no body makes cutting throw, lose its order or lose a word', () => {
  const line = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom('## 标题', '- 项', '1. 步骤', '| a | b |', '```', '', '# '),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const passages = cut(lines.join('\n'));
      assert.deepEqual(
        passages.map(({ ordinal }) => ordinal),
        passages.map((_, at) => at),
      );
      assert.ok(passages.every(({ text }) => text.trim() !== ''));
    }),
  );
});
