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
  readonly weight: number;
}

/** Why an agent cannot as long as their profile and the policy stay as they are; `null` if they can. */
export type StandingExclusion = 'not-in-queue' | 'skill' | 'language';

/** Why an agent cannot just now; `null` if they can. */
export type MomentaryExclusion = Exclude<AgentStatus, 'online'> | 'full';

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
  return speaks(profile, demand.language) ? null : 'language';
}

export function momentaryExclusion(agent: RoutingAgent, weight: number): MomentaryExclusion | null {
  if (agent.status !== 'online') return agent.status;
  return hasRoom(agent, weight) ? null : 'full';
}

/** Whether the weight fits beside what the agent has, by capacity and by number. */
export const hasRoom = (agent: RoutingAgent, weight: number): boolean =>
  agent.conversations < agent.profile.maximumConversations &&
  agent.load + weight <= agent.profile.capacity + rounding;
