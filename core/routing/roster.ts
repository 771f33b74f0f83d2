import type { Language } from '../terms/language.ts';
import type { Policy } from '../terms/policy.ts';
import type { SkillNeed } from '../terms/skill.ts';
import type { RoutingAgent } from './contract.ts';
import { hasSkills, speaks } from './eligibility.ts';
import { levelOf } from './needs.ts';
import type { Seat } from './seat.ts';

const everyLanguage: readonly Language[] = ['zh', 'en'];

/**
 * Who is on duty (everybody but the offline), and what of it is rare.
 *
 * The rarity of a skill that somebody asks for (a queue, a rule of triage, a conversation) is the share of those on
 * duty who lack it: 0 if all have it, near 1 if one of many has. A skill that nobody asks for is not rare. The same
 * holds for languages and for the membership in a queue that names its agents.
 */
export class Roster {
  /** Rises whenever a rarity may have changed. */
  version = 0;
  #onDuty = 0;
  #handled = 0;
  readonly #having = new Map<string, number>();
  readonly #asked = new Set<string>();
  readonly #required = new Map<string, readonly SkillNeed[]>();
  readonly #queuesOf = new Map<string, string[]>();

  constructor(policy: Policy) {
    for (const queue of policy.queues) {
      this.#required.set(queue.id, queue.requires);
      this.ask(queue.requires);
      this.ask(queue.prefers);
      for (const agentId of queue.agentIds ?? [])
        this.#queuesOf.set(agentId, [...(this.#queuesOf.get(agentId) ?? []), queue.id]);
    }
    for (const rule of policy.triage)
      this.ask(rule.then.flatMap((action) => (action.do === 'skill' ? [action.need] : [])));
  }

  /** From now on these skills are wanted. */
  ask(needs: readonly SkillNeed[]): void {
    for (const { skill } of needs) {
      if (this.#asked.has(skill)) continue;
      this.#asked.add(skill);
      this.version++;
    }
  }

  /** Counts an agent in (`by` 1) or out (-1). Exactly what was counted in must be counted out. */
  count(agent: RoutingAgent, by: 1 | -1): void {
    if (agent.status === 'offline') return;
    this.#onDuty += by;
    this.#handled += by * agent.handledToday;
    for (const key of this.#assetsOf(agent)) this.#having.set(key, (this.#having.get(key) ?? 0) + by);
    this.version++;
  }

  /** Counts an agent as they are now instead of as they were; the profile is the same. */
  recount(before: RoutingAgent, now: RoutingAgent): void {
    if ((before.status === 'offline') === (now.status === 'offline')) {
      if (now.status !== 'offline') this.#handled += now.handledToday - before.handledToday;
      return;
    }
    this.count(before, -1);
    this.count(now, 1);
  }

  /** Handled today by those on duty, on average. */
  get meanHandled(): number {
    return this.#onDuty === 0 ? 0 : this.#handled / this.#onDuty;
  }

  /** All that an agent could be needed for: rarity of each asked skill × level ÷ 5, of languages and memberships. */
  worthOf(seat: Seat): number {
    if (seat.worthVersion === this.version) return seat.worth;
    let worth = 0;
    for (const [skill, level] of Object.entries(seat.profile.skills))
      worth += (this.#rarityOfSkill(skill) * level) / 5;
    for (const language of languagesOf(seat)) worth += this.#rarity(`language ${language}`);
    for (const queueId of this.#queuesOf.get(seat.id) ?? []) worth += this.#rarityOfQueue(seat, queueId);
    seat.worth = worth;
    seat.worthVersion = this.version;
    return worth;
  }

  /** What of an agent's worth a conversation puts to use: skills up to the asked level, its language, its queue. */
  usedBy(agent: RoutingAgent, queueId: string, asked: readonly SkillNeed[], language: Language): number {
    let used = speaks(agent.profile, language) ? this.#rarity(`language ${language}`) : 0;
    for (const { skill, level } of asked)
      used += (this.#rarityOfSkill(skill) * Math.min(level, levelOf(agent.profile.skills, skill))) / 5;
    if (this.#queuesOf.get(agent.id)?.includes(queueId)) used += this.#rarityOfQueue(agent, queueId);
    return used;
  }

  #rarity(key: string): number {
    return this.#onDuty === 0 ? 0 : 1 - Math.min(1, (this.#having.get(key) ?? 0) / this.#onDuty);
  }

  #rarityOfSkill(skill: string): number {
    return this.#asked.has(skill) ? this.#rarity(`skill ${skill}`) : 0;
  }

  /** A membership is worth nothing to who lacks what the queue requires. */
  #rarityOfQueue(agent: RoutingAgent, queueId: string): number {
    return hasSkills(agent.profile, this.#required.get(queueId) ?? []) ? this.#rarity(`queue ${queueId}`) : 0;
  }

  #assetsOf(agent: RoutingAgent): string[] {
    return [
      ...Object.keys(agent.profile.skills).map((skill) => `skill ${skill}`),
      ...languagesOf(agent).map((language) => `language ${language}`),
      ...(this.#queuesOf.get(agent.id) ?? [])
        .filter((queueId) => hasSkills(agent.profile, this.#required.get(queueId) ?? []))
        .map((queueId) => `queue ${queueId}`),
    ];
  }
}

const languagesOf = (agent: RoutingAgent): readonly Language[] =>
  agent.profile.languages.length === 0 ? everyLanguage : agent.profile.languages;
