import type { AgentProfile } from '../../terms/agent-status.ts';
import type { Language } from '../../terms/language.ts';
import type { Queue } from '../../terms/queue.ts';
import type { SkillNeed } from '../../terms/skill.ts';
import { levelOf } from '../needs.ts';

/** What a conversation asks for. */
export interface Needs {
  readonly queueId: string;
  readonly skills: readonly SkillNeed[];
  /** `null` where it is not asked for, since nobody at work speaks it. */
  readonly language: Language | null;
}

/**
 * Whether an agent with this profile may serve the conversation after it has waited so long, whatever they are doing
 * now. Written apart from the router on purpose: it is the yardstick by which the simulation finds out what a router
 * forgot.
 */
export function couldServe(
  agentId: string,
  profile: AgentProfile,
  needs: Needs,
  queues: ReadonlyMap<string, Queue>,
  waitedMs: number,
): boolean {
  const { language } = needs;
  if (language !== null && profile.languages.length > 0 && !profile.languages.includes(language))
    return false;
  const own = queues.get(needs.queueId);
  if (own === undefined) return false;
  const begun = own.overflow.filter(({ afterMs }) => afterMs <= waitedMs);
  const relax = begun.reduce((sum, { relaxLevels }) => sum + relaxLevels, 0);
  const admitting = [own, ...begun.flatMap(({ toQueueId }) => queues.get(toQueueId ?? '') ?? [])];
  if (!admitting.some(({ agentIds }) => agentIds === null || agentIds.includes(agentId))) return false;
  if (relax >= 5) return true;
  return [...own.requires, ...needs.skills].every(
    ({ skill, level }) => levelOf(profile.skills, skill) >= Math.max(1, level - relax),
  );
}
