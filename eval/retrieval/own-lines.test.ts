import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { createSegmenter } from '../../adapters/segmenters/jieba.ts';
import { createKnowledgeIndex } from '../../core/knowledge/index.ts';
import { createRerank } from '../../core/knowledge/rerank.ts';
import { loadArticles } from '../../demo/load-articles.ts';
import { loadPairModel } from '../../server/models.ts';

test('every question line of the demo, asked word for word, finds its own article first', () => {
  const segment = createSegmenter();
  const model = loadPairModel((file, error) => assert.fail(`${file}: ${String(error)}`));
  assert.ok(model);
  const index = createKnowledgeIndex(segment, createRerank(model, segment));
  const articles = loadArticles(join(import.meta.dirname, '../../demo/articles'));
  for (const article of articles) index.add({ status: 'published', version: 1, ...article });
  const missed = articles.flatMap(({ id, language, title, similarQuestions }) =>
    [title, ...similarQuestions].filter(
      (line) => index.search(line, { languages: [language] })[0]?.passage.articleId !== id,
    ),
  );
  assert.deepEqual(missed, []);
});
