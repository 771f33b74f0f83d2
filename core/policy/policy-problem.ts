import type { Bilingual } from '../terms/language.ts';

/** What is wrong with a policy, and where. */
export interface PolicyProblem {
  /** Where it stands, by keys and places from 0: `queues.0.overflow.1.toQueueId`. Empty for the whole. */
  readonly path: string;
  readonly code: PolicyProblemCode;
  /** An `error` keeps the policy from being published; a `warning` is worth a look. */
  readonly severity: 'error' | 'warning';
  readonly message: Bilingual;
}

/** Stable; `shape` is the one of a value that is missing or of another kind than it must be. */
export type PolicyProblemCode =
  | 'shape'
  | 'duplicate-id'
  | 'unknown-queue'
  | 'unknown-calendar'
  | 'unknown-segment'
  | 'unknown-agent'
  | 'unknown-time-zone'
  | 'overflow-cycle'
  | 'overflow-to-itself'
  | 'overflow-order'
  | 'overflow-without-effect'
  | 'span-reversed'
  | 'spans-overlap'
  | 'never-open'
  | 'rule-without-action'
  | 'rule-unreachable'
  | 'actions-contradict'
  | 'condition-without-limit'
  | 'limits-reversed'
  | 'limit-out-of-range'
  | 'condition-in-segment'
  | 'weights-all-zero'
  | 'hands-over-nearly-all'
  | 'duplicate-day';
