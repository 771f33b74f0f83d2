import { setImmediate as breathe } from 'node:timers/promises';
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
  return segmenterOn(Jieba.withDict(dict), dictionary);
}

/** So many bytes of the dictionary are read at once: a few milliseconds. */
const sliceBytes = 30_000;

/** The same, read in slices between which the process answers: as a whole it holds everything up for 0.2 s and more. */
export async function createSegmenterBeside(dictionary: Partial<Dictionary> = {}): Promise<Segment> {
  const jieba = new Jieba();
  for (let from = 0; from < dict.length; ) {
    const lineEnd = dict.indexOf(newline, Math.min(dict.length, from + sliceBytes));
    const to = lineEnd < 0 ? dict.length : lineEnd + 1;
    jieba.loadDict(dict.subarray(from, to));
    from = to;
    await breathe();
  }
  return segmenterOn(jieba, dictionary);
}
const newline = '\n'.charCodeAt(0);

function segmenterOn(jieba: Jieba, dictionary: Partial<Dictionary>): Segment {
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
