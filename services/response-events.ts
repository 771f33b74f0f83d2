import { nobodyHere } from '../core/conversation/notices.ts';
import type { Timers } from '../core/conversation/outcome.ts';
import { enqueue, type QueueTarget, standingOfTarget } from '../core/conversation/queue-commands.ts';
import type { Considered, EventBodies, NewEvent } from '../core/terms/event.ts';
import type { Language } from '../core/terms/language.ts';
import type { TriageVerdict } from '../core/terms/triage.ts';
import type { ResponsePlan } from './plan-response.ts';
import { sayPlan, type WrittenAnswer } from './say-plan.ts';

const assistant = { kind: 'assistant' } as const;
/** Articles kept beside a decision, and the confidence from which one besides the first is worth it. */
const mostConsidered = 4;
const leastConsidered = 0.02;

export interface ResponseContext {
  /** Events get ids derived from this one, so that a repeat makes the same. */
  readonly id: string;
  readonly at: number;
  /** The message that is answered. */
  readonly of: number;
  readonly language: Language;
  readonly policyVersion: number;
  readonly channel: string;
  readonly target: (verdict: TriageVerdict, channel: string, language: Language) => QueueTarget;
  readonly timers: Timers;
}

/** What a model contributed: its words, or why they were not used, and what it made of the message. */
export interface FromModel {
  readonly written?: WrittenAnswer | undefined;
  readonly fallback?: string | undefined;
  readonly opinion?: EventBodies['second-opinion'] | undefined;
}

/**
 * The events that carry a plan out: the decision with its reasons, then the words to the customer or the handoff.
 * Without `written` the built-in answerer composes from the passages; `fallback` says why a model's answer is not used.
 */
export function responseEvents(plan: ResponsePlan, context: ResponseContext, model?: FromModel): NewEvent[] {
  const { id, at, language } = context;
  const decided: NewEvent = {
    id: `${id}/decided`,
    kind: 'decided',
    actor: assistant,
    at,
    body: {
      of: context.of,
      decision: plan.decision,
      confidence: Math.round(plan.confidence * 1000) / 1000,
      reasons: plan.reasons,
      considered: consideredOf(plan.candidates),
      noProgress: plan.noProgress,
      repeated: plan.repeated,
      question: plan.question,
      answerer: model?.written ? 'model' : 'built-in',
      fallback: model?.fallback,
      policyVersion: context.policyVersion,
      ...(plan.own && { own: plan.own }),
      triage: kept(plan.triage),
      ...(plan.needsHuman && { needsHuman: plan.needsHuman }),
    },
  };
  const decision = [...opinionEvents(context, model?.opinion), decided, ...labelled(plan, context)];
  const say = (body: EventBodies['message-sent']): NewEvent => ({
    id: `${id}/sent`,
    kind: 'message-sent',
    actor: assistant,
    at,
    body: { language, ...body },
  });

  if (plan.decision !== 'hand-off')
    return [...decision, say(sayPlan(plan, { language, canCome: true }, model?.written))];
  const by = plan.reasons.some(({ code }) => code === 'customer-asked') ? 'contact' : 'assistant';
  const target = context.target(plan.triage, context.channel, language);
  const canCome = nobodyHere(standingOfTarget(target)) === null;
  return [
    ...decision,
    say(sayPlan(plan, { language, canCome })),
    ...enqueue({ id: `${id}/handoff`, at }, by, plan.reasons, target, context.timers, assistant),
  ];
}

function opinionEvents(
  { id, at }: ResponseContext,
  body: EventBodies['second-opinion'] | undefined,
): NewEvent[] {
  return body ? [{ id: `${id}/opinion`, kind: 'second-opinion', actor: assistant, at, body }] : [];
}

/** What is worth keeping of what was found: each article once, and none that nothing spoke for. */
function consideredOf(candidates: ResponsePlan['candidates']): EventBodies['decided']['considered'] {
  const articles = new Map<string, Considered>();
  for (const { passage, confidence } of candidates) {
    const { articleId, title } = passage;
    if (articles.has(articleId) || (articles.size > 0 && confidence < leastConsidered)) continue;
    articles.set(articleId, { articleId, title, confidence: Math.round(confidence * 1000) / 1000 });
  }
  return [...articles.values()].slice(0, mostConsidered);
}

/** As it is stored: of the complexity only what adds to it. */
function kept(verdict: TriageVerdict): TriageVerdict {
  const { score, parts } = verdict.complexity;
  return { ...verdict, complexity: { score, parts: parts.filter(({ points }) => points > 0) } };
}

function labelled({ labels }: ResponsePlan, { id, at }: ResponseContext): NewEvent[] {
  if (labels === undefined) return [];
  return [{ id: `${id}/labels`, kind: 'labels-changed', actor: { kind: 'system' }, at, body: { labels } }];
}
