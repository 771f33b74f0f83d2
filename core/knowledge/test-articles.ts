import type { Article } from '../terms/article.ts';

/** A published Chinese article for tests, changed where the test says so. */
export function anArticle(changes: Partial<Article> = {}): Article {
  return {
    id: 'returns',
    language: 'zh',
    title: '怎么退货？',
    similarQuestions: [],
    body: '签收后七天内可以在订单页申请退货。',
    topic: 'returns',
    status: 'published',
    version: 1,
    ...changes,
  };
}

/** Cuts Chinese into pairs of characters: enough of a segmenter for tests of the core. */
export const segmentPairs = (text: string): string[] => text.match(/.{1,2}/gu) ?? [];
