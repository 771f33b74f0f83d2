import type { Policy } from '../../terms/policy.ts';
import type { Queue } from '../../terms/queue.ts';
import type { ContactKind, Scenario, ScenarioAgent } from './scenario.ts';

const hour = 3_600_000;
const nothing = { kind: 'constant', meanMs: 0 } as const;

/** A queue that is given out at once and asks for nothing. */
export function queue(changes: Partial<Queue> = {}): Queue {
  return {
    id: 'default',
    name: { zh: '客户服务', en: 'Customer service' },
    agentIds: null,
    requires: [],
    prefers: [],
    mode: 'auto',
    offerMs: 15_000,
    order: 'priority',
    ageingMs: 120_000,
    overflow: [],
    whenClosed: 'wait',
    whenNobody: 'wait',
    whenSilent: 'requeue',
    wrapUpMs: 0,
    ...changes,
  };
}

export function policy(...queues: readonly Queue[]): Policy {
  return {
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
      patienceOfFitMs: 60_000,
      channelWeights: {},
      declinedForMs: 120_000,
      returnToAgentMs: 0,
      missedOffersToAway: 3,
    },
  };
}

/** One who has room for one, answers in the same moment and works from 0:00 to 24:00. */
export function agent(id: string, changes: Partial<ScenarioAgent> = {}): ScenarioAgent {
  return {
    id,
    profile: { skills: {}, languages: [], capacity: 1, maximumConversations: 1 },
    shifts: [{ from: 0, to: 24 * hour }],
    breaks: [],
    pace: 1,
    reaction: nothing,
    missed: 0,
    absence: nothing,
    wrapUp: nothing,
    ...changes,
  };
}

/** Somebody patient whom it takes five minutes to serve. */
export function kind(id: string, changes: Partial<ContactKind> = {}): ContactKind {
  return {
    id,
    share: 1,
    queueId: 'default',
    skills: [],
    language: 'zh',
    segment: null,
    priority: 0,
    weight: 1,
    patience: nothing,
    abandons: 0,
    leavesMessage: 1,
    returning: 0,
    handling: { kind: 'constant', meanMs: 300_000 },
    ...changes,
  };
}

export function scenario(changes: Partial<Scenario>): Scenario {
  return {
    name: 'test',
    seed: 1,
    day: { from: 0, to: 24 * hour },
    measureFrom: 0,
    policy: policy(queue()),
    replyMs: 300_000,
    handling: { levels: [1, 1, 1, 1, 1], withoutSkill: 1, eachAlongside: 0 },
    contacts: [kind('any')],
    arrivals: { kind: 'list', list: [] },
    agents: [agent('a')],
    disconnects: [],
    ...changes,
  };
}
