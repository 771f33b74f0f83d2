import type { Language } from './language.ts';
import type { Skills } from './skill.ts';

/**
 * - `online` is offered conversations
 * - `busy` keeps what they have and is offered nothing
 * - `away` is connected but not at the desk, with a reason
 * - `wrap-up` writes up the last conversation, until a moment or until they say that they are done
 * - `offline` has no connection
 */
export type AgentStatus = 'online' | 'busy' | 'away' | 'wrap-up' | 'offline';

/** Why an agent says that they are away. `other` comes with a note. */
export type ChosenAwayReason = 'break' | 'meal' | 'meeting' | 'training' | 'coaching' | 'other';

/** Why an agent is away. `missed-offers`: the system set them so, since they let several offers in a row pass. */
export type AwayReason = ChosenAwayReason | 'missed-offers';

/** What an administrator settles for an agent. */
export interface AgentProfile {
  readonly skills: Skills;
  /** Languages that the agent serves in, the best first. Empty means every language. */
  readonly languages: readonly Language[];
  /** How much work at once, in the units of `RoutingSettings.channelWeights`. */
  readonly capacity: number;
  /** How many conversations at once, whatever they weigh. */
  readonly maximumConversations: number;
}

/** Room for four conversations by text, or one call beside one of them. */
export const defaultProfile: AgentProfile = {
  skills: {},
  languages: [],
  capacity: 4,
  maximumConversations: 4,
};
