import { respellInitials } from './initials.ts';
import type { Lexicon, Respelling } from './lexicon.ts';
import { respellHan } from './respell-han.ts';
import { respellLatin } from './respell-latin.ts';
import { shippedSynonyms } from './synonyms.ts';
import { normaliseText, type Segment } from './terms-of-text.ts';

/** What a customer wants to know stands in so many characters. */
const longestQuestion = 200;

/**
 * A question as it may have been meant, by what an index holds: initials and pinyin, characters that sound alike, slips
 * in Latin words. Undefined where nothing would be changed.
 */
export function respell(question: string, lexicon: Lexicon, segment: Segment): Respelling | undefined {
  const written = normaliseText(question.slice(0, longestQuestion)).trim();
  const synonyms = segment.synonyms ?? shippedSynonyms;
  let text = written;
  let certainty = 1;
  for (const reading of [
    (so: string) => respellInitials(so, lexicon, synonyms),
    (so: string) => respellHan(so, lexicon, segment.inDictionary ?? segment),
    (so: string) =>
      respellLatin(
        so,
        lexicon,
        (stem) => synonyms.words.get(stem)?.some((matter) => lexicon.holding(matter) > 0) === true,
      ),
  ]) {
    const meant = reading(text);
    if (!meant) continue;
    text = meant.text;
    certainty *= meant.certainty;
  }
  return text === written ? undefined : { text, certainty };
}
