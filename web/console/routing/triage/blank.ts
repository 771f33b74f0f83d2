import type { Policy } from '../../../../core/terms/policy.ts';
import type { TriageAction, TriageCondition } from '../../../../core/terms/triage.ts';

export type ConditionKind = TriageCondition['on'];
export type ActionKind = TriageAction['do'];

/** What conditions look at, in the groups in which they are offered. */
export const conditionGroups = {
  message: ['topic', 'intent', 'words', 'risk', 'emotion', 'complexity', 'confidence', 'language'],
  customer: ['segment', 'attribute', 'verified', 'orderValue', 'label'],
  course: ['failedAnswers', 'turns', 'reopenings'],
  circumstance: ['channel', 'open'],
} as const satisfies Readonly<Record<string, readonly ConditionKind[]>>;

/** What can be known of a contact before anything is said: the only conditions of a segment. */
export const contactConditions: readonly ConditionKind[] = [
  'attribute',
  'verified',
  'orderValue',
  'channel',
  'language',
];

export const actionKinds: readonly ActionKind[] = [
  'human',
  'assistant',
  'queue',
  'priority',
  'skill',
  'label',
];

/** A condition of a kind as it is first offered, with a value where one is obvious. */
export function blankCondition(on: ConditionKind, policy: Policy): TriageCondition {
  switch (on) {
    case 'language':
      return { on, is: ['en'] };
    case 'risk':
      return { on, is: ['complaint'] };
    case 'emotion':
      return { on, is: ['angry'], minimumIntensity: 0.6 };
    case 'attribute':
      return { on, name: '', is: [] };
    case 'verified':
      return { on, is: true };
    case 'open':
      return { on, calendarId: policy.calendars[0]?.id ?? '', is: false };
    case 'orderValue':
      return { on, atLeast: 1000 };
    case 'complexity':
      return { on, atLeast: 60 };
    case 'failedAnswers':
    case 'reopenings':
      return { on, atLeast: 1 };
    case 'turns':
      return { on, atLeast: 5 };
    case 'confidence':
      return { on, atMost: 0.5 };
    case 'segment':
      return { on, is: policy.segments[0] ? [policy.segments[0].id] : [] };
    default:
      return { on, is: [] };
  }
}

/** An action of a kind as it is first offered. */
export function blankAction(kind: ActionKind, policy: Policy): TriageAction {
  switch (kind) {
    case 'queue':
      return { do: kind, queueId: policy.queues[1]?.id ?? policy.queues[0]?.id ?? '' };
    case 'priority':
      return { do: kind, priority: 1 };
    case 'skill':
      return { do: kind, need: { skill: '', level: 2 } };
    case 'label':
      return { do: kind, label: '' };
    default:
      return { do: kind };
  }
}
