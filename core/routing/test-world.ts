/** What the tests of routing are played with. */
import type { AgentProfile, AgentStatus } from '../terms/agent-status.ts';
import type { ActivePolicy, Policy } from '../terms/policy.ts';
import type { Queue } from '../terms/queue.ts';
import type { SkillLevel, SkillNeed } from '../terms/skill.ts';
import type { RoutingAgent, WaitingConversation } from './contract.ts';

export const minute = 60_000;

export const queue = (changes: Partial<Queue> & { readonly id: string }): Queue => ({
  name: { zh: changes.id, en: changes.id },
  agentIds: null,
  requires: [],
  prefers: [],
  mode: 'preview',
  offerMs: 15_000,
  order: 'priority',
  ageingMs: 2 * minute,
  overflow: [],
  whenClosed: 'message',
  whenNobody: 'message',
  whenSilent: 'requeue',
  wrapUpMs: 0,
  ...changes,
});

export const policyOf = (queues: readonly Queue[], changes: Partial<Policy> = {}): ActivePolicy => ({
  version: 7,
  policy: {
    handoff: {
      turnsWithoutProgress: 3,
      repeatedQuestions: 2,
      angerIntensity: 0.6,
      angryMessages: 2,
      turns: 14,
      minutes: 25,
    },
    segments: [],
    triage: [],
    queues,
    calendars: [],
    sla: [],
    routing: {
      weights: { fit: 1, load: 1, history: 0.5, idle: 0.5, spare: 0.5 },
      patienceOfFitMs: minute,
      channelWeights: {},
      declinedForMs: 2 * minute,
      returnToAgentMs: 30 * minute,
      missedOffersToAway: 3,
    },
    ...changes,
  },
});

export const profile = (changes: Partial<AgentProfile> = {}): AgentProfile => ({
  skills: {},
  languages: [],
  capacity: 4,
  maximumConversations: 4,
  ...changes,
});

export const agent = (id: string, changes: Partial<RoutingAgent> = {}): RoutingAgent => ({
  id,
  status: 'online',
  profile: profile(),
  load: 0,
  conversations: 0,
  idleSince: 0,
  handledToday: 0,
  ...changes,
});

export const waiting = (id: string, changes: Partial<WaitingConversation> = {}): WaitingConversation => ({
  id,
  queueId: 'service',
  priority: 0,
  waitingSince: 0,
  skills: [],
  language: 'zh',
  weight: 1,
  ...changes,
});

/** Chance that repeats itself by its seed (`mulberry32`). */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** From 0 to 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from 0, below `end`. */
  upTo(end: number): number {
    return Math.floor(this.next() * end);
  }

  happens(share: number): boolean {
    return this.next() < share;
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.upTo(items.length)]!;
  }

  some<Item>(items: readonly Item[], share: number): Item[] {
    return items.filter(() => this.happens(share));
  }

  level(): SkillLevel {
    return (1 + this.upTo(5)) as SkillLevel;
  }

  needs(share: number): SkillNeed[] {
    return this.some(skills, share).map((skill) => ({ skill, level: this.level() }));
  }
}

const skills = ['returns', 'invoice', 'vip'];
export const agentIds = ['ann', 'bo', 'chen', 'dai', 'eva', 'fang', 'gao', 'han', 'ines', 'jin'];
const absences: readonly AgentStatus[] = ['busy', 'away', 'wrap-up', 'offline'];

/** Three queues of every kind. */
export const anyPolicy = (chance: Chance): ActivePolicy =>
  policyOf(
    ['service', 'sales', 'care'].map((id) =>
      queue({
        id,
        agentIds: chance.happens(0.4) ? null : chance.some(agentIds, 0.6),
        requires: chance.needs(0.12),
        prefers: chance.needs(0.2),
        mode: chance.pick(['preview', 'auto', 'auto', 'pull']),
        order: chance.pick(['priority', 'longest-waiting']),
        ageingMs: chance.pick([minute, 2 * minute, 5 * minute]),
        overflow: chance.some(
          [
            { afterMs: minute, relaxLevels: 2 },
            { afterMs: 3 * minute, toQueueId: chance.pick(['service', 'sales', 'care']), relaxLevels: 0 },
            { afterMs: 5 * minute, relaxLevels: 3 },
          ],
          0.5,
        ),
      }),
    ),
  );

export const anyAgent = (chance: Chance, id: string, now: number): RoutingAgent => {
  const conversations = chance.upTo(4);
  return agent(id, {
    status: chance.happens(0.7) ? 'online' : chance.pick(absences),
    profile: profile({
      skills: Object.fromEntries(chance.needs(0.6).map(({ skill, level }) => [skill, level])),
      languages: chance.pick([[], [], ['zh'], ['en'], ['zh', 'en'], ['en', 'zh']]),
      capacity: 2 + chance.upTo(4),
      maximumConversations: 2 + chance.upTo(4),
    }),
    conversations,
    load: conversations * chance.pick([0.5, 1, 2]),
    idleSince: now - chance.upTo(10 * minute),
    handledToday: chance.upTo(20),
  });
};

export const anyConversation = (chance: Chance, id: string, now: number): WaitingConversation =>
  waiting(id, {
    queueId: chance.pick(['service', 'sales', 'care', 'a queue that is no more']),
    priority: chance.pick([0, 0, 0, 1, 2, 5]),
    waitingSince: now - chance.upTo(6 * minute),
    skills: chance.needs(0.08),
    language: chance.pick(['zh', 'zh', 'en']),
    weight: chance.pick([0.5, 1, 1, 2]),
    preferredAgentId: chance.happens(0.4) ? chance.pick(agentIds) : null,
    history: chance.happens(0.5) ? { [chance.pick(agentIds)]: chance.next() } : undefined,
    declined: chance.happens(0.2)
      ? [{ agentId: chance.pick(agentIds), at: now - chance.upTo(3 * minute) }]
      : undefined,
    notBefore: chance.happens(0.1) ? now + chance.upTo(4 * minute) : undefined,
  });
