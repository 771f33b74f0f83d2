import type { Policy } from '../../../../core/terms/policy.ts';

/** A policy that is being changed, and the version that the changes started from. */
export interface Draft {
  readonly basedOn: number;
  readonly policy: Policy;
}

const parts: Readonly<Record<keyof Policy, 'list' | 'object'>> = {
  handoff: 'object',
  segments: 'list',
  triage: 'list',
  queues: 'list',
  calendars: 'list',
  sla: 'list',
  routing: 'object',
};

/** The draft that was kept as text, or null where it cannot be one: damaged, or of an older release. */
export function readDraft(text: string | null): Draft | null {
  if (text === null) return null;
  try {
    const draft = JSON.parse(text) as Partial<Draft> | null;
    const policy = draft?.policy as unknown as Record<string, unknown> | undefined;
    if (!draft || !Number.isInteger(draft.basedOn) || !policy || typeof policy !== 'object') return null;
    const whole = Object.entries(parts).every(([name, kind]) =>
      kind === 'list'
        ? Array.isArray(policy[name])
        : typeof policy[name] === 'object' && policy[name] !== null,
    );
    return whole ? (draft as Draft) : null;
  } catch {
    return null;
  }
}

/** Whether two pieces of a policy say the same, whatever the order of their keys; absent and `undefined` are one. */
export function sameContent(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
