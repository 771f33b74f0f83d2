import type {
  JudgedQuestion,
  PastQuestion,
  PreviewChange,
  PreviewedAnswer,
  PreviewVerdict,
} from '../terms/preview.ts';

export interface ComparedAnswer {
  readonly change: PreviewChange;
  readonly verdict: PreviewVerdict;
}

/** Whether an answer is right in sight of the judgement. Asking back about the right article is half right: not wrong. */
export function isRight(answer: PreviewedAnswer, judged: Pick<JudgedQuestion, 'articleId'>): boolean {
  if (judged.articleId === null) return answer.kind !== 'answer';
  return answer.kind === 'answer' && answer.articleId === judged.articleId;
}

/**
 * How the answer to one question changes; null where the customer would notice nothing. A person's judgement settles
 * whether that is better or worse. Without one, an answer where there was none is likely better and the reverse likely
 * worse; another answer is likely better where the one before went badly, likely worse where it went well. Other words of
 * an article that nobody edits are a side effect, of which nothing is known.
 */
export function compareAnswers(
  before: PreviewedAnswer,
  after: PreviewedAnswer,
  {
    judged,
    went,
    edited,
  }: {
    readonly judged?: Pick<JudgedQuestion, 'articleId'>;
    readonly went: PastQuestion['went'];
    /** The article that is edited. */
    readonly edited: string;
  },
): ComparedAnswer | null {
  const change = changeOf(before, after);
  if (change === null) return null;
  if (judged) {
    const [was, is] = [isRight(before, judged), isRight(after, judged)];
    if (was !== is) return { change, verdict: is ? 'better' : 'worse' };
    // Right or wrong as before: other words of the right article may still matter.
    return { change, verdict: 'unclear' };
  }
  if (change === 'gained') return { change, verdict: 'likely-better' };
  if (change === 'lost') return { change, verdict: went === 'badly' ? 'unclear' : 'likely-worse' };
  if (change === 'clarified') return { change, verdict: 'unclear' };
  if (change === 'reworded' && after.articleId !== edited) return { change, verdict: 'unclear' };
  const verdict = went === 'badly' ? 'likely-better' : went === 'well' ? 'likely-worse' : 'unclear';
  return { change, verdict };
}

function changeOf(before: PreviewedAnswer, after: PreviewedAnswer): PreviewChange | null {
  if (before.kind !== 'answer' && after.kind === 'answer') return 'gained';
  if (before.kind === 'answer' && after.kind !== 'answer') return 'lost';
  if (before.kind !== after.kind) return 'clarified';
  if (after.kind !== 'answer') return null;
  if (before.articleId !== after.articleId) return 'other-article';
  return before.text === after.text ? null : 'reworded';
}

const weightOfVerdict: Readonly<Record<PreviewVerdict, number>> = {
  worse: 0,
  'likely-worse': 1,
  unclear: 2,
  'likely-better': 3,
  better: 4,
};

/** What a reviewer has to see first: what a person judged to get worse, then by how many asked. */
export function byConcern<T extends { readonly verdict: PreviewVerdict; readonly times: number }>(
  one: T,
  other: T,
): number {
  return weightOfVerdict[one.verdict] - weightOfVerdict[other.verdict] || other.times - one.times;
}
