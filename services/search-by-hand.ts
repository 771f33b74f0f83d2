import type { Candidate } from '../core/knowledge/index.ts';
import { type SoughtWords, soughtWords } from '../core/knowledge/marks-in.ts';
import type { Language } from '../core/terms/language.ts';
import type { Knowledge } from '../plugs/knowledge.ts';
import type { Understand } from './understand-question.ts';

/** What somebody of the staff finds who looks for words by hand. */
export interface FoundByHand {
  /** Best first, over both languages. */
  readonly candidates: readonly Candidate[];
  /** The words as they may have been meant, where some of what was found was found by these. */
  readonly meant: string | null;
  readonly sought: SoughtWords;
}

/** Confidences of one search share out one question; from here on a piece is worth a look, to whoever judges themselves. */
export const worthLooking = 0.02;

/** Of the weight of the words, what an article holds that holds them all: a single word stands in many, and none is likely. */
export const holdsAll = 0.99;

/**
 * Looks for words as a customer's question is looked for: as they are written and as they may have been meant (slips,
 * pinyin, initials, what sounds alike), by words and, where that is configured, by meaning; in both languages, for an
 * agent reads both. `knowledge` says who looks and where. Never rejects; waits for a meaning as long as `understand` does.
 */
export async function searchByHand(
  wholeKnowledge: Knowledge,
  text: string,
  { limit, understand }: { readonly limit: number; readonly understand?: Understand | undefined },
): Promise<FoundByHand> {
  const words = text.trim();
  if (words === '') return { candidates: [], meant: null, sought: soughtWords([], wholeKnowledge.segment) };
  const reading = readingOf(words, wholeKnowledge);
  const language: Language = /\p{Script=Han}/u.test(reading?.text ?? words) ? 'zh' : 'en';
  const meanings = await understand?.([words, ...(reading ? [reading.text] : [])], language);
  const knowledge = meanings?.size ? wholeKnowledge.knowing(meanings) : wholeKnowledge;
  const asWritten = knowledge.search(words, { limit });
  const asMeant = reading
    ? knowledge
        .search(reading.text, { limit })
        .map((one) => ({ ...one, confidence: one.confidence * reading.certainty }))
    : [];
  const best = new Map<string, Candidate>();
  for (const one of [...asWritten, ...asMeant]) {
    const key = `${one.passage.articleId}#${one.passage.ordinal}`;
    const known = best.get(key);
    if (!known || one.confidence > known.confidence) best.set(key, one);
  }
  const candidates = [...best.values()]
    .filter(({ confidence, coverage }) => confidence >= worthLooking || coverage.article > holdsAll)
    .sort((one, other) => other.confidence - one.confidence)
    .slice(0, limit);
  const isOfUse = candidates.some((one) => asMeant.includes(one));
  return {
    candidates,
    meant: isOfUse ? reading!.text : null,
    sought: soughtWords([words, ...(isOfUse ? [reading!.text] : [])], knowledge.segment),
  };
}

/** Letters alone are no customer's question, and so are not read as initials there; in a field for words they are. */
function readingOf(words: string, knowledge: Pick<Knowledge, 'respell'>) {
  const asAsked = knowledge.respell(words);
  if (asAsked || !initials.test(words)) return asAsked;
  const among = knowledge.respell(words + asking);
  return among && { ...among, text: among.text.slice(0, -asking.length) };
}

const initials = /^[a-z]{3,5}$/i;
const asking = '呢';
