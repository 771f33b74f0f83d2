/**
 * - `first-response`: from the handoff to the first words of a person
 * - `next-response`: from the customer's message to the agent's reply
 * - `resolution`: from the handoff to the end; stands still while the customer is waited for
 */
export type SlaTarget = 'first-response' | 'next-response' | 'resolution';

/** One promise of time. The first rule that fits a conversation counts for its target. */
export interface SlaRule {
  readonly id: string;
  readonly target: SlaTarget;
  /** In business hours of `calendarId`; without one around the clock. */
  readonly limitMs: number;
  readonly calendarId?: string;
  /** The rule holds for these queues, segments and priorities; an absent one fits all. */
  readonly queueIds?: readonly string[];
  readonly segments?: readonly string[];
  readonly minimumPriority?: number;
  /** Share of the limit after which the desk is warned, e.g. 0.75. */
  readonly warnAt: number;
}

/** A promise of time that runs (or stands still) in a conversation. Times are epoch milliseconds. */
export interface SlaClock {
  readonly target: SlaTarget;
  readonly ruleId: string;
  readonly startedAt: number;
  readonly limitMs: number;
  readonly calendarId?: string;
  readonly warnAt: number;
  readonly dueAt: number;
  readonly warned: boolean;
  readonly breached: boolean;
  /** While the clock stands still: since when, and the business time that was left of the warning and of the limit. */
  readonly paused?: { readonly at: number; readonly toWarnMs: number; readonly toDueMs: number };
}
