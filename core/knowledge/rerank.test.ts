import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createKnowledgeIndex } from './index.ts';
import type { Rerank } from './rerank.ts';

const segment = (text: string) => [...text];
const article = (id: string, title: string) => ({
  id,
  title,
  language: 'zh' as const,
  similarQuestions: [],
  body: `${title}：见正文。`,
  topic: 'shop',
  status: 'published' as const,
  version: 1,
});

/** Knows everything better: the last of what was found is the right one. */
const contrary: Rerank = (_, found) => found.map((_, rank) => ({ added: rank * 3, odds: rank * 3 - 2 }));

function indexWith(rerank?: Rerank) {
  const index = createKnowledgeIndex(segment, rerank);
  index.add(article('wash', '羽绒睡袋怎么洗？'));
  index.add(article('service', '有羽绒清洗服务吗，多少钱？'));
  index.add(article('dry', '羽绒睡袋洗了怎么晾？'));
  return index;
}

test('what was learned puts what is alike in another order', () => {
  const [plain] = indexWith().search('羽绒睡袋清洗');
  const [learned] = indexWith(contrary).search('羽绒睡袋清洗');
  assert.notEqual(learned!.passage.articleId, plain!.passage.articleId);
});

test('the line that the customer wrote stays first, and sure, whatever was learned', () => {
  const [first, second] = indexWith(contrary).search('羽绒睡袋怎么洗');
  assert.equal(first!.passage.articleId, 'wash');
  assert.ok(first!.confidence > 0.9, String(first!.confidence));
  assert.ok(second!.confidence < first!.confidence);
});
