import type { Language } from '../terms/language.ts';
import { type AnswerDecision, type AnswerThresholds, decideAnswer } from './decide-answer.ts';
import type { Candidate, KnowledgeIndex } from './index.ts';

export interface Retrieved {
  readonly candidates: readonly Candidate[];
  readonly decision: AnswerDecision;
}

const otherLanguage: Readonly<Record<Language, Language>> = { zh: 'en', en: 'zh' };

/**
 * Of the question's weight, what an article of the other language must hold: the two share names and matters only, and
 * a lead over articles that share even less says nothing. Measured on the demo questions.
 */
const heldAcross = 0.35;

/** Looks in the customer's language first, and in the other one only where this one knows nothing. */
export function retrieve({
  index,
  text,
  language,
  thresholds,
  limit = 8,
}: {
  index: Pick<KnowledgeIndex, 'search'>;
  text: string;
  language: Language;
  thresholds?: AnswerThresholds;
  limit?: number;
}): Retrieved {
  const own = inLanguage(language);
  if (own.decision.kind !== 'unknown') return own;
  const other = inLanguage(otherLanguage[language]);
  const isHeld = (other.candidates[0]?.coverage.article ?? 0) >= heldAcross;
  return isHeld && other.decision.kind === 'answer' ? other : own;

  function inLanguage(only: Language): Retrieved {
    const candidates = index.search(text, { languages: [only], limit });
    return { candidates, decision: decideAnswer({ candidates, thresholds }) };
  }
}
