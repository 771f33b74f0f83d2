import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { serviceWords } from './service-words.ts';

/**
 * Cuts Chinese text into words with jieba in search mode: long words give their parts too.
 * `extraWords` are names that must stay whole, such as products of the shop. The returned function is pure.
 */
export function createSegmenter(extraWords: readonly string[] = []): (text: string) => string[] {
  const jieba = Jieba.withDict(dict);
  const lines = [...serviceWords, ...extraWords]
    .map((word) => word.trim())
    .filter((word) => /^[^\s]{2,20}$/.test(word))
    .map((word) => `${word} 100000 n`);
  jieba.loadDict(Buffer.from(`${lines.join('\n')}\n`));
  return (text) => jieba.cutForSearch(text, true);
}
