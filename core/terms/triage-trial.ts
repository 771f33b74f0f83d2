import type { Bilingual } from './language.ts';
import type { TriageAction, TriageCondition } from './triage.ts';

/** One condition beside what it found. */
export interface ConditionTrial {
  readonly condition: TriageCondition;
  readonly holds: boolean;
  /** What the condition looked at; null where there was nothing to look at. */
  readonly actual: string | number | boolean | readonly string[] | null;
}

export interface SegmentTrial {
  readonly id: string;
  readonly name: Bilingual;
  readonly holds: boolean;
  /** The first that holds is the segment. */
  readonly counts: boolean;
  readonly conditions: readonly ConditionTrial[];
}

export interface RuleTrial {
  readonly id: string;
  readonly name: Bilingual;
  readonly enabled: boolean;
  readonly holds: boolean;
  readonly conditions: readonly ConditionTrial[];
  /** What it does; `counts` is false where a rule before it had settled the same, or a higher priority stands. */
  readonly actions: readonly { readonly action: TriageAction; readonly counts: boolean }[];
}
