import type { AgentProfile } from '../terms/agent-status.ts';
import type { Language } from '../terms/language.ts';
import type { SkillNeed } from '../terms/skill.ts';
import { standingExclusion } from './eligibility.ts';
import { demandOf } from './pools.ts';
import type { Stage } from './stages.ts';

/** What a conversation asks for beside its queue. */
export interface Asked {
  readonly skills: readonly SkillNeed[];
  readonly language: Language;
}

/**
 * Those who could take a conversation in a queue, now or in time: by membership and skills as its last stage of
 * overflow has them, and by language as long as one of them who is at work speaks it – the rule of the router.
 *
 * @param asked absent: whoever serves the queue in any language, with nothing asked beyond what it requires
 */
export function whoCouldTake<Agent extends { readonly id: string; readonly profile: AgentProfile }>(
  lastStage: Stage,
  asked: Asked | undefined,
  agents: Iterable<Agent>,
  isAtWork: (agent: Agent) => boolean,
): Agent[] {
  const { skills = [], language = 'zh' } = asked ?? {};
  const anybody = demandOf(lastStage, { skills, language, weight: 1 }, true);
  const able = [...agents].filter(({ id, profile }) => standingExclusion(anybody, id, profile) === null);
  if (asked === undefined) return able;
  const demand = { ...anybody, anyLanguage: false };
  const speaking = able.filter(({ id, profile }) => standingExclusion(demand, id, profile) === null);
  return speaking.some(isAtWork) ? speaking : able;
}
