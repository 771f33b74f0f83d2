import type { ActivePolicy, Policy } from '../terms/policy.ts';
import { shippedRules, shippedSegments } from './shipped-rules.ts';

const minute = 60_000;

/** The policy of an installation that has settled nothing: rules for what is urgent, and one queue, always open. */
export const defaultPolicy: Policy = {
  handoff: {
    turnsWithoutProgress: 3,
    repeatedQuestions: 2,
    angerIntensity: 0.6,
    angryMessages: 2,
    turns: 14,
    minutes: 25,
    prediction: { enabled: true, lateCost: 1 },
  },
  segments: shippedSegments,
  triage: shippedRules,
  queues: [
    {
      id: 'default',
      name: { zh: '客户服务', en: 'Customer service' },
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
    },
  ],
  calendars: [],
  sla: [
    { id: 'first-response', target: 'first-response', limitMs: minute, warnAt: 0.75 },
    { id: 'next-response', target: 'next-response', limitMs: 3 * minute, warnAt: 0.75 },
    { id: 'resolution', target: 'resolution', limitMs: 24 * 60 * minute, warnAt: 0.75 },
  ],
  routing: {
    weights: { fit: 1, load: 1, history: 0.5, idle: 0.5, spare: 0.5 },
    patienceOfFitMs: minute,
    channelWeights: { web: 1, app: 1, wechat: 1, phone: 4 },
    declinedForMs: 2 * minute,
    returnToAgentMs: 30 * minute,
    missedOffersToAway: 3,
  },
};

/** What is in force before any version was published. */
export const firstPolicy: ActivePolicy = { version: 1, policy: defaultPolicy };
