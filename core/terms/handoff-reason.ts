import type { HandoffFactor } from './handoff-factor.ts';
import type { Bilingual } from './language.ts';
import type { DisagreementMatter } from './perception.ts';
import type { Risk } from './triage.ts';

/** Why a conversation went to a human. Codes are stored in the log; the words for them stand in `core/text/reasons.ts`. */
export type HandoffReasonCode =
  | 'customer-asked'
  | 'no-progress'
  | 'repeated-question'
  | 'low-confidence'
  | 'nothing-known'
  | 'anger'
  | 'long-conversation'
  /** No rule fired, but together what is known makes it likely that a person should serve. */
  | 'predicted'
  /** The model sees the message otherwise than the rules; `matters` names what. */
  | 'second-opinion'
  | 'model-failed'
  | 'agent-transferred'
  | 'agent-silent'
  | 'agent-left'
  /** Wrote again soon after the agent's resolution: the same matter, for the same agent. */
  | 'customer-returned'
  /** A rule of the policy says that a person serves; `rule` names it. */
  | 'rule'
  /** A rule says so because of what the message means beyond its question. */
  | Risk;

/** One reason with the figures that it rests on, e.g. `{ code: 'no-progress', figures: { turns: 3, threshold: 3 } }`. */
export interface HandoffReason {
  readonly code: HandoffReasonCode;
  readonly figures?: Readonly<Record<string, number>>;
  /** Words of the customer that led to it. */
  readonly evidence?: readonly string[];
  /** For `predicted`: what speaks most for a person, strongest first. */
  readonly factors?: readonly HandoffFactor[];
  /** For `second-opinion`: on what the two differ. */
  readonly matters?: readonly DisagreementMatter[];
  /** The rule that asked for a person, as it was called then. */
  readonly rule?: { readonly id: string; readonly name: Bilingual };
}
