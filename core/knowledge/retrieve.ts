import type { Language } from '../terms/language.ts';
import { type AnswerDecision, type AnswerThresholds, decideAnswer } from './decide-answer.ts';
import type { Candidate, KnowledgeIndex } from './index.ts';

export interface Retrieved {
  readonly candidates: readonly Candidate[];
  readonly decision: AnswerDecision;
}

const otherLanguage: Readonly<Record<Language, Language>> = { zh: 'en', en: 'zh' };
const worth = { answer: 2, clarify: 1, unknown: 0 };

/** Looks in the customer's language first, and in the other one only where that decides better. */
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
  return worth[other.decision.kind] > worth[own.decision.kind] ? other : own;

  function inLanguage(only: Language): Retrieved {
    const candidates = index.search(text, { languages: [only], limit });
    return { candidates, decision: decideAnswer({ candidates, thresholds }) };
  }
}
