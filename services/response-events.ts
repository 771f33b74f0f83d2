import type { Timers } from '../core/conversation/outcome.ts';
import { enqueue, type QueueTarget } from '../core/conversation/queue-commands.ts';
import { composeAnswer } from '../core/knowledge/compose-answer.ts';
import type { Citation } from '../core/terms/article.ts';
import type { Considered, EventBodies, NewEvent } from '../core/terms/event.ts';
import type { Bilingual, Language } from '../core/terms/language.ts';
import type { TriageVerdict } from '../core/terms/triage.ts';
import { assistantText, handoffText } from '../core/text/assistant.ts';
import type { ResponsePlan } from './plan-response.ts';

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

/** An answer in the words of a model, already checked against its sources. */
export interface WrittenAnswer {
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly answerId: string;
}

/**
 * The events that carry a plan out: the decision with its reasons, then the words to the customer or the handoff.
 * Without `written` the built-in answerer composes from the passages; `fallback` says why a model's answer is not used.
 */
export function responseEvents(
  plan: ResponsePlan,
  context: ResponseContext,
  model?: { readonly written?: WrittenAnswer; readonly fallback?: string },
): NewEvent[] {
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
      triage: kept(plan.triage),
    },
  };
  const decision = [decided, ...labelled(plan, context)];
  const say = (body: EventBodies['message-sent']): NewEvent => ({
    id: `${id}/sent`,
    kind: 'message-sent',
    actor: assistant,
    at,
    body: { language, ...body },
  });

  switch (plan.decision) {
    case 'hand-off': {
      const first = plan.reasons[0]?.code ?? 'customer-asked';
      const by = plan.reasons.some(({ code }) => code === 'customer-asked') ? 'contact' : 'assistant';
      const handoff = { id: `${id}/handoff`, at };
      const target = context.target(plan.triage, context.channel, language);
      return [
        ...decision,
        say({ text: handoffText[first][language] }),
        ...enqueue(handoff, by, plan.reasons, target, context.timers, assistant),
      ];
    }
    case 'clarify': {
      const titles = [
        ...new Map(plan.chosen.map(({ passage }) => [passage.articleId, passage.title])).values(),
      ];
      const question = titles.length === 1 ? assistantText.clarifyOne : assistantText.clarify;
      return [
        ...decision,
        say({
          text: question[language],
          choices: titles.slice(0, 3),
          offersHuman: plan.offersHuman || undefined,
        }),
      ];
    }
    case 'answer': {
      const answer =
        model?.written ??
        composeAnswer({ candidate: plan.chosen[0]!, candidates: plan.candidates, language });
      const isAgain = plan.repeated || (plan.toldAgain && !model?.written);
      const text = [
        !model?.written && openingFor(plan.mood)?.[language],
        answer.text,
        isAgain && assistantText.stillUnsolved[language],
      ]
        .filter(Boolean)
        .join('\n\n');
      return [
        ...decision,
        say({
          text,
          citations: answer.citations,
          offersHuman: plan.offersHuman || undefined,
          answerId: model?.written?.answerId,
        }),
      ];
    }
    case 'offer-human':
      return [
        ...decision,
        say({
          text: admissionFor(plan.mood)[language],
          offersHuman: true,
        }),
      ];
    case 'small-talk':
      return [
        ...decision,
        say({
          text: assistantText[plan.phrase ?? 'empty'][language],
          offersHuman: plan.offersHuman || undefined,
        }),
      ];
  }
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

/** From here on a feeling is met before the matter; below it that would only slow the customer down. */
const felt = 0.4;

const isStrained = ({ emotion, intensity }: ResponsePlan['mood']) =>
  (emotion === 'anxious' || emotion === 'angry' || emotion === 'sad') && intensity >= felt;

/** What stands before an answer for a customer who is worried or annoyed. */
function openingFor(mood: ResponsePlan['mood']): Bilingual | undefined {
  if (!isStrained(mood)) return undefined;
  return mood.emotion === 'anxious' ? assistantText.openingCalm : assistantText.openingSorry;
}

function admissionFor(mood: ResponsePlan['mood']): Bilingual {
  if (!isStrained(mood)) return assistantText.unknown;
  return mood.emotion === 'anxious' ? assistantText.unknownButUrgent : assistantText.unknownButSorry;
}
