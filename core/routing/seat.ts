import type { AgentProfile, AgentStatus } from '../terms/agent-status.ts';
import type { RoutingAgent } from './contract.ts';
import { type MomentaryExclusion, momentaryExclusion } from './eligibility.ts';
import type { Member } from './pool.ts';
import type { Waiting } from './waiting.ts';

/** An agent's places in all pools of one weight: free in all of them, or in none for the same reason. */
export interface Places {
  readonly weight: number;
  excluded: MomentaryExclusion | null;
  members: Member[];
  /** The number of each member's pool. */
  numbers: number[];
}

/** An agent in the router's books: what was put in, what was reserved since, and where they can serve. */
export class Seat implements RoutingAgent {
  readonly id: string;
  status: AgentStatus;
  profile: AgentProfile;
  load: number;
  conversations: number;
  idleSince: number;
  handledToday: number;
  /** Where the agent is able, by weight; few, since few weights are in use. */
  readonly places: Places[] = [];
  /** `Roster.worthOf`, and the version of the roster that it was computed for. */
  worth = 0;
  worthVersion = -1;
  /** What the agent is kept free for; nothing lighter is given meanwhile (`Keeping`). */
  keptFor: Waiting | null = null;
  /** When it is looked at again whether that is still right. */
  keptUntil = 0;

  constructor(agent: RoutingAgent) {
    this.id = agent.id;
    this.status = agent.status;
    this.profile = agent.profile;
    this.load = agent.load;
    this.conversations = agent.conversations;
    this.idleSince = agent.idleSince;
    this.handledToday = agent.handledToday;
  }

  /** Takes over everything but the profile. */
  update(agent: RoutingAgent): void {
    this.status = agent.status;
    this.load = agent.load;
    this.conversations = agent.conversations;
    this.idleSince = agent.idleSince;
    this.handledToday = agent.handledToday;
  }
}

/** As `momentaryExclusion`; who is kept for something heavier is excluded too. */
export function exclusionNow(seat: Seat, weight: number): MomentaryExclusion | null {
  const excluded = momentaryExclusion(seat, weight);
  if (excluded !== null || seat.keptFor === null) return excluded;
  return weight < seat.keptFor.conversation.weight ? 'kept' : null;
}

/** Whether two profiles let the same be done. */
export function sameProfile(left: AgentProfile, right: AgentProfile): boolean {
  if (left === right) return true;
  if (left.capacity !== right.capacity || left.maximumConversations !== right.maximumConversations)
    return false;
  if (left.languages.length !== right.languages.length) return false;
  if (left.languages.some((language, at) => language !== right.languages[at])) return false;
  const skills = Object.keys(left.skills);
  return (
    skills.length === Object.keys(right.skills).length &&
    skills.every((skill) => left.skills[skill] === right.skills[skill])
  );
}
