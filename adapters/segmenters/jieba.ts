import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { synonymsWith } from '../../core/knowledge/synonyms.ts';
import type { Segment } from '../../core/knowledge/terms-of-text.ts';
import { remembering } from '../../core/learning/remembering.ts';
import type { Dictionary } from '../../core/terms/dictionary.ts';
import { serviceWords } from './service-words.ts';

/** So many texts of so many characters are remembered, or twice as many: one or two megabytes. */
const mostKept = 3_000;
const longestKept = 60;

/**
 * Cuts Chinese text into words with jieba in search mode: long words give their parts too.
 * The dictionary's words are names that must stay whole, such as products of the shop. The returned function is pure, and
 * remembers short texts: a message is cut for several readers, and again with each of the next turns of its conversation.
 */
export function createSegmenter(dictionary: Partial<Dictionary> = {}): Segment {
  const jieba = Jieba.withDict(dict);
  const lines = [...serviceWords, ...(dictionary.words ?? []), ...(dictionary.synonyms ?? []).flat()]
    .map((word) => word.trim())
    .filter((word) => /^[^\s]{2,20}$/.test(word))
    .map((word) => `${word} 100000 n`);
  jieba.loadDict(Buffer.from(`${lines.join('\n')}\n`));
  const cut = (text: string): readonly string[] => jieba.cutForSearch(text, true);
  const cutOnce = remembering(mostKept, cut);
  const segment = (text: string) => (text.length > longestKept ? cut(text) : cutOnce(text));
  const own = dictionary.synonyms ?? [];
  return Object.assign(segment, {
    inDictionary: (text: string) => jieba.cut(text, false),
    ...(own.length > 0 ? { synonyms: synonymsWith(own) } : {}),
  });
}
