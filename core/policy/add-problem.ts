import type { Bilingual } from '../terms/language.ts';
import type { PolicyProblem, PolicyProblemCode } from './policy-problem.ts';

/** Notes a problem; an error unless said otherwise. */
export type Add = (
  path: string,
  code: PolicyProblemCode,
  message: Bilingual,
  severity?: PolicyProblem['severity'],
) => void;

/** The ids that a policy gives. */
export interface Known {
  readonly queueIds: ReadonlySet<string>;
  readonly calendarIds: ReadonlySet<string>;
  readonly segmentIds: ReadonlySet<string>;
}

export const noQueue = (id: string): Bilingual => ({
  zh: `没有队列「${id}」。`,
  en: `There is no queue “${id}”.`,
});
export const noSegment = (id: string): Bilingual => ({
  zh: `没有客户分组「${id}」。`,
  en: `There is no segment “${id}”.`,
});
export const mustBePositive: Bilingual = { zh: '必须大于 0。', en: 'Must be more than 0.' };

export function checkCalendarId(path: string, id: string, known: Known, add: Add): void {
  if (!known.calendarIds.has(id))
    add(path, 'unknown-calendar', { zh: `没有日历「${id}」。`, en: `There is no calendar “${id}”.` });
}
