import type { Candidate } from './index.ts';

/** Confidence 0..1 from which the assistant speaks. Measured on the demo questions by `eval/retrieval.ts`. */
export interface AnswerThresholds {
  /** From here on it answers directly. */
  readonly answer: number;
  /** From here on it asks back which matter is meant; below it says that it does not know. */
  readonly clarify: number;
}

export const defaultAnswerThresholds: AnswerThresholds = { answer: 0.7, clarify: 0.25 };

/** The figures on which a decision rests, for the log and for the explanation on the desk. */
export type AnswerFigures = Readonly<{
  confidence: number;
  runnerUp: number;
  answerFrom: number;
  clarifyFrom: number;
}>;

export type AnswerDecision =
  | { readonly kind: 'answer'; readonly candidate: Candidate; readonly figures: AnswerFigures }
  /** One to three candidates of different articles, most likely first. */
  | { readonly kind: 'clarify'; readonly candidates: readonly Candidate[]; readonly figures: AnswerFigures }
  | { readonly kind: 'unknown'; readonly figures: AnswerFigures };

/** 「运费」 alone: an article that holds all that was said is worth asking about, however unsure it is. */
const allOfQuestion = 0.99;
const mostChoices = 3;
/** A further choice may be this much less likely than what is worth asking about at all. */
const choiceShare = 0.1;

/** Whether to answer, to ask back or to admit not knowing. `candidates` as `search` returns them. */
export function decideAnswer({
  candidates,
  thresholds = defaultAnswerThresholds,
}: {
  candidates: readonly Candidate[];
  thresholds?: AnswerThresholds;
}): AnswerDecision {
  const [best, ...others] = onePerArticle(candidates);
  const figures: AnswerFigures = {
    confidence: best?.confidence ?? 0,
    runnerUp: others[0]?.confidence ?? 0,
    answerFrom: thresholds.answer,
    clarifyFrom: thresholds.clarify,
  };
  if (!best) return { kind: 'unknown', figures };
  const holdsAll = best.coverage.article >= allOfQuestion;
  if (best.confidence < thresholds.clarify && !holdsAll) return { kind: 'unknown', figures };
  if (best.confidence >= thresholds.answer) return { kind: 'answer', candidate: best, figures };
  const choices = others.filter(
    ({ confidence, coverage }) =>
      confidence >= thresholds.clarify * choiceShare || (holdsAll && coverage.article >= allOfQuestion),
  );
  return { kind: 'clarify', candidates: [best, ...choices].slice(0, mostChoices), figures };
}

function onePerArticle(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>();
  const translated = new Set<string>();
  return candidates.filter(({ passage }) => {
    if (seen.has(passage.articleId) || translated.has(passage.title)) return false;
    seen.add(passage.articleId);
    translated.add(passage.title);
    return true;
  });
}
