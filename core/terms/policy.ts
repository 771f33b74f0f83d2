import type { Calendar } from './calendar.ts';
import type { HandoffThresholds } from './handoff-thresholds.ts';
import type { Queue } from './queue.ts';
import type { RoutingSettings } from './routing.ts';
import type { SlaRule } from './sla.ts';
import type { Segment, TriageRule } from './triage.ts';

/** Everything that is decided about who serves whom, and when. One document, versioned as a whole. */
export interface Policy {
  readonly handoff: HandoffThresholds;
  readonly segments: readonly Segment[];
  readonly triage: readonly TriageRule[];
  /** The first is where a conversation waits that no rule sends elsewhere. */
  readonly queues: readonly Queue[];
  readonly calendars: readonly Calendar[];
  readonly sla: readonly SlaRule[];
  readonly routing: RoutingSettings;
}

/** The policy in force, with the number that every decision stores. */
export interface ActivePolicy {
  readonly version: number;
  readonly policy: Policy;
}
