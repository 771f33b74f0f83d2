/** What `POST /api/policies/check` finds, at a path such as `queues.0.overflow.1.toQueueId`. */
export interface Problem {
  readonly path: string;
  readonly code: string;
  /** An `error` keeps the policy from being published; a `warning` is worth a look. */
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

/** The problems at a path and, with `under`, of everything inside it. */
export function problemsAt(problems: readonly Problem[], path: string, under = false): readonly Problem[] {
  return problems.filter((one) => one.path === path || (under && one.path.startsWith(`${path}.`)));
}

/** The pages of the section on which a policy is edited. */
export type EditedPage = 'queues' | 'triage' | 'calendars' | 'sla' | 'weights';

const pages: Readonly<Record<string, EditedPage>> = {
  queues: 'queues',
  triage: 'triage',
  segments: 'triage',
  handoff: 'triage',
  calendars: 'calendars',
  sla: 'sla',
  routing: 'weights',
};

/** The page of the section where a problem is solved, and the place in its list if it has one. */
export function placeOf(path: string): {
  readonly page: EditedPage;
  readonly part: string;
  readonly index: number | null;
} {
  const [part = '', index] = path.split('.');
  const number = index !== undefined && /^\d+$/.test(index) ? Number(index) : null;
  return { page: pages[part] ?? 'queues', part, index: number };
}
