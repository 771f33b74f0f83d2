import type { Timers } from '../core/conversation/outcome.ts';
import type { QueueTarget } from '../core/conversation/queue-commands.ts';
import type { HandoffModel } from '../core/handoff/handoff-model.ts';
import {
  judgeWritten,
  type Sources,
  sourceText,
  type WrittenRefusal,
} from '../core/knowledge/judge-written.ts';
import { createWritingGuard } from '../core/knowledge/writing-guard.ts';
import { isStrained } from '../core/manner/feeling.ts';
import { createMannerReader, type MannerFault, type MannerRules } from '../core/manner/manner-reader.ts';
import type { Language } from '../core/terms/language.ts';
import type { ActivePolicy } from '../core/terms/policy.ts';
import type { TriageVerdict } from '../core/terms/triage.ts';
import type { ContactFacts } from '../core/triage/facts.ts';
import type { Knowledge } from '../plugs/knowledge.ts';
import { type AppendResult, actorKey, type Log } from '../plugs/log.ts';
import { type ChatModel, ModelError, type ModelFailure } from '../plugs/model.ts';
import { askOpinion } from './ask-opinion.ts';
import { promptFor } from './model-prompt.ts';
import { type OwedAnswer, readOwedAnswer } from './owed-answer.ts';
import { isForModel, type ResponsePlan } from './plan-response.ts';
import { type FromModel, responseEvents } from './response-events.ts';
import { mannerOfAnswer, type WrittenAnswer } from './say-plan.ts';
import type { Understand } from './understand-question.ts';

export interface AnswerBuiltIn {
  readonly log: Log;
  readonly knowledge: Knowledge;
  /** Finds what questions mean, where that is asked for. */
  readonly understand?: Understand | undefined;
  readonly timers: Timers;
  readonly policy: () => ActivePolicy;
  /** Where a handoff goes now, and how many could take it. */
  readonly target: (verdict: TriageVerdict, channel: string, language: Language) => QueueTarget;
  readonly isOpen: (calendarId: string, at: number) => boolean;
  readonly contactFacts: (contactId: string) => Promise<ContactFacts>;
  /** Predicts when a person is needed. */
  readonly handoffModel?: HandoffModel | undefined;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export interface AnswerWithModel extends AnswerBuiltIn {
  readonly model: ChatModel;
  /** Whether the model is also asked what it makes of the message. */
  readonly asksOpinion?: boolean;
  /** The names of the intents that were learned, for the model to choose from. */
  readonly intents?: () => readonly string[];
}

export interface AnswerRequest {
  readonly conversationId: string;
  /** The customer message that is answered: the `unanswered` of the conversation's state. */
  readonly of: number;
  /** Names the words on their way; the message that replaces them carries it. */
  readonly answerId: string;
  /** More words to show as being written. */
  readonly onText: (words: string) => void;
  /** What was shown will not be said: at most once, and before any other answer is appended. */
  readonly onWithdrawn: () => void;
  /** A person was asked for or took over, or the customer wrote again: nothing is appended after this. */
  readonly signal: AbortSignal;
}

/** Why a model's words were not used: its own failure, or what was wrong with them. Stored as `fallback`. */
export type Fallback = ModelFailure | `model-${WrittenRefusal | MannerFault}`;

export type AnswerResult = AppendResult | { readonly kind: 'aborted' };

/** The store needs a moment too; a tenth of the whole time, at most this much. In ms. */
const longestMargin = 1500;

/**
 * Answers what the assistant owes with the words of a model, shown while they are written and said only when every
 * rule lets them through. Whatever the model does, the built-in answer or the offer of a person stands in the log
 * before the message's deadline; when somebody else has the conversation by then, nothing is appended.
 *
 * Rejects only when the log cannot be reached; the deadline then still stands in it, and is kept by its keeper.
 */
export async function answerWithModel(needs: AnswerWithModel, request: AnswerRequest): Promise<AnswerResult> {
  const { conversationId, of, signal } = request;
  const owed = await readOwedAnswer(needs, conversationId, of);
  if (!owed) return notOwed;
  if (!isForModel(owed.about.plan)) return signal.aborted ? aborted : append(needs, owed, owed.about.plan);

  let isShown = false;
  const withdraw = () => {
    if (isShown) request.onWithdrawn();
    isShown = false;
  };
  const show = (words: string) => {
    if (words === '') return;
    isShown = true;
    request.onText(words);
  };
  // The opinion is asked while the answer is written: it costs the customer no time.
  const second = secondOpinion(needs, owed, signal);
  try {
    const proposal = await propose(needs, owed, show, AbortSignal.any([signal, second.handsOff]));
    if (signal.aborted) return aborted;
    const { plan, opinion } = await second.outcome();
    if (plan.decision === 'hand-off') {
      withdraw();
      return await append(needs, owed, plan, { opinion });
    }
    if (typeof proposal === 'string') {
      withdraw();
      return await append(needs, owed, planWithout(plan, proposal), { fallback: proposal, opinion });
    }
    const written = { ...proposal, answerId: request.answerId };
    const result = await append(needs, owed, planWith(plan), { written, opinion });
    if (result.kind === 'appended') isShown = false;
    return result;
  } finally {
    second.close();
    withdraw();
  }
}

/** After the answer is written, the opinion is waited for so long at most. In ms. */
const longestAfter = 600;

/**
 * Asks the model what it makes of the message, beside the answer. `handsOff` fires when a person should take over in
 * sight of it; `outcome` resolves with the plan in sight of the opinion, or as it was where none came.
 */
function secondOpinion(needs: AnswerWithModel, owed: OwedAnswer, signal: AbortSignal) {
  const { about } = owed;
  const alone = { plan: about.plan, opinion: undefined };
  const over = new AbortController();
  const handsOff = new AbortController();
  const asked = needs.asksOpinion
    ? askOpinion(needs.model, owed, about, {
        signal: AbortSignal.any([signal, over.signal]),
        intents: needs.intents?.() ?? [],
      }).then((opinion) => {
        if (!opinion) return alone;
        const plan = about.planWith(opinion);
        if (plan.decision === 'hand-off') handsOff.abort();
        const { disagreements } = plan;
        return { plan, opinion: { of: about.message.seq, opinion, disagreements } };
      })
    : Promise.resolve(alone);
  return {
    handsOff: handsOff.signal,
    async outcome() {
      const timer = setTimeout(() => over.abort(), Math.min(longestAfter, needs.timers.answerMs / 10));
      try {
        return await asked;
      } finally {
        clearTimeout(timer);
      }
    },
    close: () => over.abort(),
  };
}

/** The same without a model: for the answer that a process owed when it died. */
export async function answerBuiltIn(
  needs: AnswerBuiltIn,
  conversationId: string,
  of: number,
  fallback: string,
): Promise<AppendResult> {
  const owed = await readOwedAnswer(needs, conversationId, of);
  return owed ? append(needs, owed, owed.about.plan, { fallback }) : notOwed;
}

const aborted = { kind: 'aborted' } as const;
const notOwed = { kind: 'refused', code: 'not-assistants-turn', state: null } as const;

/** What the model wrote, if it may be said; else why not. Never throws, and ends in time even if the model does not. */
async function propose(
  needs: AnswerWithModel,
  owed: OwedAnswer,
  show: (words: string) => void,
  signal: AbortSignal,
): Promise<Omit<WrittenAnswer, 'answerId'> | Fallback> {
  const { timers, now, knowledge } = needs;
  const deadline = owed.message.body.deadline?.at ?? owed.message.at + timers.answerMs;
  const left = deadline - Math.min(longestMargin, timers.answerMs / 10) - now();
  if (left <= 0) return 'model-timeout';
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), left);
  const prompt = promptFor(owed, knowledge);
  const sources = { ...prompt, segment: knowledge.segment };
  try {
    const call = { turns: prompt.turns, signal: AbortSignal.any([signal, limit.signal]) };
    return await readAnswer(needs.model.stream(call), call.signal, sources, mannerRules(owed, sources), show);
  } catch (error) {
    if (limit.signal.aborted) return 'model-timeout';
    return error instanceof ModelError ? error.failure : 'model-error';
  } finally {
    clearTimeout(timer);
    limit.abort();
  }
}

async function readAnswer(
  words: AsyncIterable<string>,
  signal: AbortSignal,
  sources: Sources,
  rules: MannerRules,
  show: (words: string) => void,
): Promise<Omit<WrittenAnswer, 'answerId'> | Fallback> {
  const manner = createMannerReader(rules);
  const guard = createWritingGuard(sources);
  const reader = words[Symbol.asyncIterator]();
  // A model that does not heed its signal is left behind.
  const stopped = new Promise<never>((_, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  stopped.catch(() => undefined);
  let isShown = false;
  const showGuarded = (words: string) => {
    if (words === '') return;
    if (!isShown && manner.isUnmet && rules.acknowledgement) show(`${rules.acknowledgement}\n\n`);
    isShown = true;
    show(words);
  };
  try {
    for (;;) {
      const next = await Promise.race([reader.next(), stopped]);
      const words = next.done ? manner.end() : manner.add(next.value);
      if (manner.fault) return `model-${manner.fault}`;
      const guarded = guard.add(words);
      if (guarded.kind === 'stop') return `model-${guarded.reason}`;
      showGuarded(guarded.text);
      if (next.done) break;
    }
  } finally {
    void reader.return?.().catch(() => undefined);
  }
  const judged = judgeWritten(manner.text, sources);
  if (judged.kind === 'refused') return `model-${judged.reason}`;
  return { text: judged.text, citations: judged.citations, isUnmet: manner.isUnmet };
}

/** In which manner the words are to be: that of the built-in answer. */
function mannerRules({ about }: OwedAnswer, sources: Sources): MannerRules {
  const { plan } = about;
  const { acknowledgement } = mannerOfAnswer(plan, sources.language, '');
  return {
    language: sources.language,
    isStrained: isStrained(plan.manner),
    isToBeMet: acknowledgement !== null,
    apologisedBefore: plan.manner.apologisedBefore,
    acknowledgement,
    trouble: plan.manner.trouble,
    sources: sourceText(sources),
  };
}

/** The rules answer from here on even where the model found nothing: well above their own threshold. */
const certain = 0.85;

/** The model answered where the rules alone would have asked back, too. */
function planWith(plan: ResponsePlan): ResponsePlan {
  return { ...plan, decision: 'answer', noProgress: plan.repeated };
}

/** What is done instead of the model's answer. */
function planWithout(plan: ResponsePlan, fallback: Fallback): ResponsePlan {
  // It wanted to act, which only people can.
  if (fallback === 'model-claimed-action') return { ...plan, offersHuman: true };
  const isCertain = plan.decision === 'clarify' || plan.confidence >= certain;
  if (fallback !== 'model-no-answer' || isCertain) return plan;
  // It read what was found and saw no answer in it; the rules were not certain either.
  const reason = { code: 'low-confidence', figures: { confidence: plan.confidence } } as const;
  // For some customers the rules let one failure be enough.
  const { handsOff, reasons, ...triage } = plan.failed();
  return {
    ...plan,
    ...triage,
    decision: handsOff ? 'hand-off' : 'offer-human',
    noProgress: true,
    offersHuman: true,
    reasons: [...reasons, reason],
  };
}

function append(
  needs: AnswerBuiltIn,
  owed: OwedAnswer,
  plan: ResponsePlan,
  model?: FromModel,
): Promise<AppendResult> {
  const { id, seq } = owed.message;
  const events = responseEvents(
    plan,
    {
      id,
      at: needs.now(),
      of: seq,
      language: owed.about.perception.language,
      policyVersion: owed.policyVersion,
      channel: owed.channel,
      target: needs.target,
      timers: needs.timers,
    },
    model,
  );
  return needs.log.append({
    conversationId: owed.conversationId,
    commandId: events.find(({ kind }) => kind === 'decided')!.id,
    actorKey: actorKey({ kind: 'assistant' }),
    decide: (state) => {
      if (!state) return { refused: 'not-found' };
      const isOwed = state.status === 'open' && state.owner.kind === 'assistant' && state.unanswered === seq;
      return isOwed ? { events } : { refused: 'not-assistants-turn' };
    },
  });
}
