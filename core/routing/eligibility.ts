import type { AgentProfile, AgentStatus } from '../terms/agent-status.ts';
import type { Language } from '../terms/language.ts';
import type { SkillNeed } from '../terms/skill.ts';
import type { RoutingAgent } from './contract.ts';
import { levelOf } from './needs.ts';

/** What an agent must be for conversations that wait alike. */
export interface Demand {
  /** Ids of the agents who are let in; `null` lets everybody in. */
  readonly admits: ReadonlySet<string> | null;
  /** As asked, before any overflow lowered a level. */
  readonly needs: readonly SkillNeed[];
  /** As asked at this stage. */
  readonly required: readonly SkillNeed[];
  readonly language: Language;
  /** Nobody at work who may take it speaks the language: whoever fits best does without. */
  readonly anyLanguage: boolean;
  readonly weight: number;
}

/** Why an agent cannot as long as their profile and the policy stay as they are; `null` if they can. */
export type StandingExclusion = 'not-in-queue' | 'skill' | 'language';

/** Why an agent cannot just now; `null` if they can. */
export type MomentaryExclusion = Exclude<AgentStatus, 'online'> | 'full' | 'kept';

/** Sums of weights such as 0.1 are compared with this much room. */
const rounding = 1e-9;

export const isAdmitted = ({ admits }: Pick<Demand, 'admits'>, agentId: string): boolean =>
  admits === null || admits.has(agentId);

export const hasSkills = (profile: AgentProfile, required: readonly SkillNeed[]): boolean =>
  required.every(({ skill, level }) => levelOf(profile.skills, skill) >= level);

export const speaks = (profile: AgentProfile, language: Language): boolean =>
  profile.languages.length === 0 || profile.languages.includes(language);

export function standingExclusion(
  demand: Demand,
  agentId: string,
  profile: AgentProfile,
): StandingExclusion | null {
  if (!isAdmitted(demand, agentId)) return 'not-in-queue';
  if (!hasSkills(profile, demand.required)) return 'skill';
  return demand.anyLanguage || speaks(profile, demand.language) ? null : 'language';
}

export function momentaryExclusion(agent: RoutingAgent, weight: number): MomentaryExclusion | null {
  if (agent.status !== 'online') return agent.status;
  return hasRoom(agent, weight) ? null : 'full';
}

/**
 * Whether the weight fits beside what the agent has, by capacity and by number. Who has nothing at all may take any
 * weight: else what is heavier than every capacity would wait for ever.
 */
export const hasRoom = (agent: RoutingAgent, weight: number): boolean =>
  agent.conversations < agent.profile.maximumConversations &&
  (agent.load + weight <= agent.profile.capacity + rounding || isIdle(agent));

const isIdle = ({ conversations, load }: RoutingAgent): boolean => conversations === 0 && load <= rounding;

/** How much must end before the weight fits: units of capacity or conversations, whichever is more. */
export function missingRoom(agent: RoutingAgent, weight: number): number {
  const { capacity, maximumConversations } = agent.profile;
  // What is heavier than the capacity needs an agent who has nothing.
  const byWeight = Math.min(agent.load, Math.max(0, agent.load + weight - capacity));
  return Math.max(byWeight, agent.conversations + 1 - maximumConversations);
}
