import type { Language } from '../terms/language.ts';
import { bodyOf, type DraftParts, sentencesOf } from './draft-article.ts';

/** What a draft says that an article does not say yet, and what both say. */
export interface Addition {
  readonly parts: DraftParts;
  /** Sentences of the draft that the article holds in its own words. */
  readonly known: readonly { readonly drafted: string; readonly published: string }[];
}

/** From here on two sentences say the same. */
const sameSentence = 0.62;
const mostSentences = 120;

/**
 * Compares a draft with an article on the same matter: what the article holds already is left out. An addition without
 * a step, a condition or a warning of its own brings nothing.
 */
export function additionTo(
  article: { readonly body: string },
  parts: DraftParts,
  similarity: (one: string, other: string) => number,
): Addition {
  const published = sentencesOf(article.body.replace(/^[#>\s]*|[*_`|]/gm, ' '))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
    .slice(0, mostSentences);
  const known: { drafted: string; published: string }[] = [];
  const isNew = (sentence: string) => {
    const same = published.find((one) => holdsSame(one, sentence, similarity));
    if (same) known.push({ drafted: sentence, published: same });
    return same === undefined;
  };
  return {
    parts: {
      steps: parts.steps.filter(isNew),
      conditions: parts.conditions.filter(isNew),
      avoid: parts.avoid.filter(isNew),
    },
    known,
  };
}

export const bringsNothing = ({ parts }: Pick<Addition, 'parts'>): boolean =>
  parts.steps.length + parts.conditions.length + parts.avoid.length === 0;

/** The article with the addition behind it. */
export function mergedBody(body: string, parts: DraftParts, language: Language): string {
  if (bringsNothing({ parts })) return body;
  return `${body.trimEnd()}\n\n${bodyOf(parts, language)}`;
}

/** The sentence, or a clause of it: 「10 天系统自动确认收货，可以申请延长」 says all of 「10 天自动确认收货」. */
function holdsSame(one: string, other: string, similarity: (one: string, other: string) => number): boolean {
  if (saysSame(one, other, similarity)) return true;
  const clauses = one.split(/[，,；;]/);
  return clauses.length > 1 && clauses.some((clause) => saysSame(clause, other, similarity));
}

/** Alike, and with the same figures: 7 天 and 15 天 are no repeat but a contradiction. */
function saysSame(one: string, other: string, similarity: (one: string, other: string) => number): boolean {
  const figures = (text: string) => (text.match(/\d+(?:\.\d+)?/g) ?? []).sort().join();
  if (one.includes(other)) return true;
  return similarity(one, other) >= sameSentence && figures(one) === figures(other);
}
