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
  const matter = withoutOpening(text);
  const own = inLanguage(language);
  if (own.decision.kind !== 'unknown') return own;
  const other = inLanguage(otherLanguage[language]);
  const held = other.candidates[0]?.coverage.article ?? 0;
  // What the own language holds as much of, it knows as well, if not well enough to speak.
  const isBetter = held >= heldAcross && held > (own.candidates[0]?.coverage.article ?? 0);
  return isBetter && other.decision.kind === 'answer' ? other : own;

  function inLanguage(only: Language): Retrieved {
    const candidates = index.search(matter, { languages: [only], limit });
    return { candidates, decision: decideAnswer({ candidates, thresholds }) };
  }
}

/**
 * 「我想」「请问」「我上次买的」: says that somebody wants something, or that it is theirs, and nothing of what it is.
 */
const opening =
  /^(?:(?:你好|您好|请问(?:一下)?|我想(?:问一?下?|知道|要)?|我要|想问一?下?|帮我|麻烦|我(?:上次|上个?月|上周|昨天|前天|前几天|刚刚?|之前|去年|最近)?(?:在?你们?(?:家|店里?|这里|这儿)?)?买的(?!时候|东西|人|多))[\s,，。!！~～]*)+/;

/** The text without such an opening, unless nothing else is left. */
function withoutOpening(text: string): string {
  const rest = text.trim().replace(opening, '');
  return rest.length > 1 ? rest : text;
}
