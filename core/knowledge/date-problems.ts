import type { ArticleReach } from '../terms/article.ts';
import { type Edition, editionAt, livingOf } from './in-force.ts';

/**
 * What is wrong (`isError`) or worth knowing about the dates of a version that is to be published. Codes:
 * - `ends-before-it-begins`: no moment lies between the first and the last
 * - `over-already`: its last moment has passed
 * - `gap`: between the end of what is in force and this one's beginning nothing answers
 * - `replaces-scheduled`: a version that waits for its day will never come
 */
export interface DateProblem {
  readonly code: 'ends-before-it-begins' | 'over-already' | 'gap' | 'replaces-scheduled';
  readonly isError: boolean;
  /** The version that is replaced. */
  readonly version?: number;
  /** Epoch milliseconds: from when to when nothing answers, or when the replaced one was to begin. */
  readonly from?: number;
  readonly until?: number;
}

type Dates = Pick<ArticleReach, 'effectiveFrom' | 'expiresAt'>;

/** Whether a first moment lies before a last one; a date that is missing is in nobody's way. */
export function areInOrder({ effectiveFrom, expiresAt }: Dates): boolean {
  return effectiveFrom == null || expiresAt == null || effectiveFrom < expiresAt;
}

/**
 * @param editions what answers of the article now or later
 * @param at epoch milliseconds: when it would be published
 */
export function dateProblems(wanted: Dates, editions: readonly Edition[], at: number): DateProblem[] {
  const problems: DateProblem[] = [];
  if (!areInOrder(wanted)) problems.push({ code: 'ends-before-it-begins', isError: true });
  else if (wanted.expiresAt != null && wanted.expiresAt <= at)
    problems.push({ code: 'over-already', isError: true });
  const start = Math.max(wanted.effectiveFrom ?? at, at);
  const current = editionAt(editions, at);
  if (current?.expiresAt != null && current.expiresAt < start)
    problems.push({ code: 'gap', isError: false, from: current.expiresAt, until: start });
  for (const { version, effectiveFrom } of livingOf(editions, at))
    if (effectiveFrom != null && effectiveFrom > at && effectiveFrom >= start)
      problems.push({ code: 'replaces-scheduled', isError: false, version, from: effectiveFrom });
  return problems;
}
