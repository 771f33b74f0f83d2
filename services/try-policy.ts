import type { HandoffModel } from '../core/handoff/handoff-model.ts';
import { type PerceptionModels, perceive } from '../core/perception/perceive.ts';
import type { PolicyTrial, PolicyTrialInput } from '../core/protocol/policies.ts';
import type { EventOf } from '../core/terms/event.ts';
import type { ActivePolicy } from '../core/terms/policy.ts';
import { explainTriage } from '../core/triage/decide-triage.ts';
import type { Knowledge } from '../plugs/knowledge.ts';
import { newConversation, planResponse } from './plan-response.ts';
import { responseEvents } from './response-events.ts';
import { destinationOf, isOpenBy } from './triage-turn.ts';

/** Nothing is queued by a trial, so no time runs. */
const timers = { answerMs: 0, queuePatienceMs: 0, agentSilenceMs: 0, agentGraceMs: 0 };

/**
 * What a policy makes of one message of a new conversation: what is perceived, found and decided, with every segment
 * and rule condition by condition. The same functions as for a real message, over the knowledge base as it is now.
 */
export function tryPolicy(
  { text, language, contact, at, channel, failedAnswers = 0 }: PolicyTrialInput & { readonly at: number },
  active: ActivePolicy,
  isPublished: boolean,
  knowledge: Knowledge,
  models: { readonly perception?: PerceptionModels; readonly handoff?: HandoffModel } = {},
): PolicyTrial {
  const perception = perceive(text, { fallbackLanguage: language ?? 'zh', models: models.perception });
  const isOpen = (calendarId: string, when: number) => isOpenBy(active.policy, calendarId, when);
  const facts = {
    attributes: contact.attributes,
    verified: contact.verified,
    orderValue: contact.orderValue ?? null,
  };
  const state = {
    ...newConversation(at, perception.language, channel),
    turnsWithoutProgress: failedAnswers,
    assistantTurns: failedAnswers,
  };
  const message = { text, at, hasAttachments: false };
  const plan = planResponse(state, message, perception, knowledge, {
    active,
    contact: facts,
    isOpen,
    handoffModel: models.handoff,
  });
  const { verdict, segments, rules } = explainTriage(plan.facts, active, isOpen);
  const said = responseEvents(plan, {
    id: 'trial',
    at,
    of: 1,
    language: perception.language,
    policyVersion: active.version,
    channel: state.channel,
    target: (triage, on) => ({ ...destinationOf(triage, on, active), agentsOnline: 1 }),
    timers,
  }).find((event) => event.kind === 'message-sent') as EventOf<'message-sent'> | undefined;
  const queue = active.policy.queues.find(({ id }) => id === verdict.queueId)!;
  return {
    policyVersion: isPublished ? active.version : null,
    perception,
    complexity: plan.facts.complexity,
    intents: plan.facts.intents(),
    lookup: {
      verdict: plan.verdict,
      confidence: plan.confidence,
      candidates: plan.candidates.slice(0, 4).map(({ passage, confidence }) => ({
        articleId: passage.articleId,
        title: passage.title,
        topic: passage.topic,
        confidence,
      })),
    },
    segments,
    rules,
    verdict,
    decision: plan.decision,
    reasons: plan.reasons,
    says: said?.body.text ?? '',
    queue: {
      id: queue.id,
      name: queue.name,
      isOpen: queue.calendarId === undefined || isOpen(queue.calendarId, at),
    },
  };
}
