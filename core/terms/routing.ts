import type { Language } from './language.ts';

/** Each from 0 to 1; their weighted product is the score. */
export interface RoutingFactors {
  /** Required and preferred skills, language. */
  readonly fit: number;
  /** Room that is left. */
  readonly load: number;
  /** Has served this contact before. */
  readonly history: number;
  /** Idle the longest, and handled least today. */
  readonly idle: number;
  /** Nobody's rare skill is spent on what others can do. */
  readonly spare: number;
}

export interface RoutingScore {
  readonly agentId: string;
  readonly score: number;
  readonly factors: RoutingFactors;
}

/** Why an agent could not be given a conversation. */
export type RoutingExclusion =
  | 'offline'
  | 'busy'
  | 'away'
  | 'wrap-up'
  | 'full'
  /** Has room, but is kept free for a heavier conversation that has waited longer. */
  | 'kept'
  | 'not-in-queue'
  | 'skill'
  | 'language'
  | 'declined';

/** Why a conversation is whose it is. Stored with the offer or the assignment. */
export interface RoutingExplanation {
  readonly policyVersion: number;
  readonly waitedMs: number;
  /** Overflow stages that had begun. */
  readonly stage: number;
  readonly chosen: RoutingScore;
  /** The next best, at most four. */
  readonly others: readonly RoutingScore[];
  /** The language of the conversation, where nobody at work who may take it speaks it: it was not asked for. */
  readonly unspoken?: Language;
  /** How many agents could not, by reason. */
  readonly excluded: Readonly<Partial<Record<RoutingExclusion, number>>>;
}

/** How the router weighs. Exponents of the factors: 0 leaves one out, 2 counts it twice. */
export interface RoutingSettings {
  readonly weights: {
    readonly fit: number;
    readonly load: number;
    readonly history: number;
    readonly idle: number;
    readonly spare: number;
  };
  /** Waiting so long halves how much the fit counts: better soon than perfect. */
  readonly patienceOfFitMs: number;
  /** How much of an agent's capacity a conversation takes, by channel (`web`, `phone`, …). 1 where none is named. */
  readonly channelWeights: Readonly<Record<string, number>>;
  /** An agent who declined or missed an offer is not asked again for this conversation for so long. */
  readonly declinedForMs: number;
  /** Writing again within this time after an agent's resolution goes back to the same agent, if free. */
  readonly returnToAgentMs: number;
  /** An agent who misses this many offers in a row is set away, so that customers do not wait for an empty chair. */
  readonly missedOffersToAway: number;
}
