import type { Calendar } from '../terms/calendar.ts';
import type { Decision } from '../terms/event.ts';
import type { HandoffReason } from '../terms/handoff-reason.ts';
import type { Bilingual, Language } from '../terms/language.ts';
import type { Perception } from '../terms/perception.ts';
import type { Complexity, TriageVerdict } from '../terms/triage.ts';
import type { RuleTrial, SegmentTrial } from '../terms/triage-trial.ts';

/** What every colleague's desk must know of the policy in force (`GET /api/desk/policy`). */
export interface DeskPolicy {
  readonly version: number;
  readonly segments: readonly { readonly id: string; readonly name: Bilingual }[];
  /** Labels that rules give, to choose from. */
  readonly labels: readonly string[];
  /** With these a promise of time counts at the desk as it does at the server: in business hours. */
  readonly calendars: readonly Calendar[];
}

/** A message and its circumstances, as somebody tries them out on a policy (`POST /api/policies/try`). */
export interface PolicyTrialInput {
  readonly text: string;
  readonly language?: Language;
  readonly contact: {
    readonly attributes: Readonly<Record<string, string>>;
    readonly verified: boolean;
    readonly orderValue?: number;
  };
  /** Epoch milliseconds; now without it. */
  readonly at?: number;
  /** `web` without it. */
  readonly channel?: string;
  /** Turns before this one that did not help. */
  readonly failedAnswers?: number;
}

/** Everything that a policy makes of a message. */
export interface PolicyTrial {
  /** null: a draft that was never published. */
  readonly policyVersion: number | null;
  readonly perception: Perception;
  readonly complexity: Complexity;
  readonly intents: readonly string[];
  readonly lookup: {
    /** null: nothing was looked up, since the message asks nothing. */
    readonly verdict: 'answer' | 'clarify' | 'unknown' | null;
    readonly confidence: number;
    readonly candidates: readonly {
      readonly articleId: string;
      readonly title: string;
      readonly topic: string;
      readonly confidence: number;
    }[];
  };
  readonly segments: readonly SegmentTrial[];
  readonly rules: readonly RuleTrial[];
  readonly verdict: TriageVerdict;
  readonly decision: Decision;
  readonly reasons: readonly HandoffReason[];
  /** What the customer would read. */
  readonly says: string;
  /** Where it would wait if it went to a person. */
  readonly queue: { readonly id: string; readonly name: Bilingual; readonly isOpen: boolean };
}

/** What happened, or would happen, to one conversation until it first went to a person. */
export interface ReplayOutcome {
  readonly handedOff: boolean;
  /** The customer's message at which it did, from 1; null where it did not. */
  readonly turn: number | null;
  /** Of that message; epoch milliseconds. */
  readonly at: number | null;
  readonly queueId: string | null;
  readonly priority: number | null;
  readonly reasons: readonly HandoffReason[];
}

/** Turns of customers run through a changed policy (`POST /api/policies/replay`). */
export interface PolicyReplay {
  readonly conversations: number;
  readonly turns: number;
  /** How the handoffs divide by queue; `byQueue` counts the first handoff of each conversation. */
  readonly before: { readonly handoffs: number; readonly byQueue: Readonly<Record<string, number>> };
  readonly after: { readonly handoffs: number; readonly byQueue: Readonly<Record<string, number>> };
  /** Handed over now and not before; before and not now; both, but sooner, later, elsewhere or more or less urgent. */
  readonly more: number;
  readonly fewer: number;
  readonly otherwise: number;
  /** Those that differ, the newest first, at most as many as were asked for. */
  readonly changed: readonly {
    readonly conversationId: string;
    readonly openedAt: number;
    /** The customer's words at which the two part. */
    readonly preview: string;
    readonly before: ReplayOutcome;
    readonly after: ReplayOutcome;
  }[];
  /** The log held more than was read. */
  readonly isCut: boolean;
  /**
   * Turns of which a rule asks the topic and whose meaning the embedding model did not tell in time: their words alone
   * counted. null where articles are searched by words alone.
   */
  readonly unknownMeanings: number | null;
  /** Milliseconds that it took. */
  readonly tookMs: number;
}
