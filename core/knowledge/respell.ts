import type { Lexicon, Respelling } from './lexicon.ts';
import { respellHan } from './respell-han.ts';
import { respellLatin } from './respell-latin.ts';
import { shippedSynonyms } from './synonyms.ts';
import { normaliseText, type Segment } from './terms-of-text.ts';

/** What a customer wants to know stands in so many characters. */
const longestQuestion = 200;

/**
 * A question as it may have been meant, by what an index holds: pinyin, characters that sound alike, slips in Latin
 * words. Undefined where nothing would be changed.
 */
export function respell(question: string, lexicon: Lexicon, segment: Segment): Respelling | undefined {
  const text = normaliseText(question.slice(0, longestQuestion)).trim();
  const synonyms = segment.synonyms ?? shippedSynonyms;
  const han = respellHan(text, lexicon, segment.inDictionary ?? segment);
  const latin = respellLatin(han?.text ?? text, lexicon, (stem) => synonyms.ofStems([stem]).length > 0);
  if (!han || !latin) return han ?? latin;
  return { text: latin.text, certainty: han.certainty * latin.certainty };
}
