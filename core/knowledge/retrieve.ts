import type { Language } from '../terms/language.ts';
import { type AnswerDecision, type AnswerThresholds, decideAnswer } from './decide-answer.ts';
import type { Candidate, KnowledgeIndex } from './index.ts';

export interface Retrieved {
  readonly candidates: readonly Candidate[];
  readonly decision: AnswerDecision;
}

const otherLanguage: Readonly<Record<Language, Language>> = { zh: 'en', en: 'zh' };

/** Looks in the customer's language first, and in the other one only where that has an answer and this has none. */
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
  if (own.decision.kind === 'answer') return own;
  const other = inLanguage(otherLanguage[language]);
  return other.decision.kind === 'answer' || own.candidates.length === 0 ? other : own;

  function inLanguage(only: Language): Retrieved {
    const candidates = index.search(text, { languages: [only], limit });
    return { candidates, decision: decideAnswer({ candidates, thresholds }) };
  }
}
