import { applyEvent, type ConversationState } from '../core/conversation/state.ts';
import { decideHandoff, type HandoffThresholds } from '../core/handoff/decide-handoff.ts';
import type { Candidate } from '../core/knowledge/index.ts';
import { retrieve } from '../core/knowledge/retrieve.ts';
import type { Decision } from '../core/terms/event.ts';
import type { HandoffReason } from '../core/terms/handoff-reason.ts';
import type { Perception } from '../core/terms/perception.ts';
import type { Knowledge } from '../plugs/knowledge.ts';

/** What the assistant is going to do with one customer message, and everything that led to it. */
export interface ResponsePlan {
  readonly decision: Decision;
  /** For small talk: which phrase. */
  readonly phrase?:
    | 'greeting'
    | 'thanks'
    | 'farewell'
    | 'confirmed'
    | 'identity'
    | 'denied'
    | 'empty'
    | 'attachment';
  readonly reasons: readonly HandoffReason[];
  readonly confidence: number;
  /** What was found, best first. */
  readonly candidates: readonly Candidate[];
  /** The one decided on, or those to choose from. */
  readonly chosen: readonly Candidate[];
  /** What was looked up, in the customer's words (with the earlier question where this one leans on it). */
  readonly question?: string;
  readonly noProgress: boolean;
  readonly repeated: boolean;
  /** The answer should be followed by the offer of a human. */
  readonly offersHuman: boolean;
}

/** Likeness from which two questions count as the same question. */
const sameQuestion = 0.72;
/** A question this short may lean on the one before: 「多久到?」. */
const leaningLength = 12;

const asksWhetherHuman =
  /(你|您)(们)?(是|到底是|究竟是)?(不是)?(个)?(ai|机器人|真人|人工智能|人还是)|是不是(机器人|真人|ai)|(机器人|真人)吗|are you (a |an )?(real |actual )?(human|person|bot|robot|ai|machine)/i;

const yes =
  /^(好|好的|好啊|要|需要|可以|行|嗯+|是|是的|对|麻烦了?|请转|转吧|转|yes|yes,? please|sure|ok|okay|please|please do|yep|yeah)[。.!!~~\s]*$/i;

/** The assistant is left to answer in words that a model may find: nothing is to be said at once. */
export function isForModel({ decision }: ResponsePlan): boolean {
  return decision === 'answer' || decision === 'clarify';
}

/** What a plan looks at: the conversation before the message, or a fresh one where that was resolved or is new. */
export function stateToPlanOn(
  before: ConversationState | null,
  received: ConversationState,
): ConversationState {
  return before && before.status === 'open' ? before : { ...received, moods: [], assistantTurns: 0 };
}

/**
 * Decides what to do with a message, by rules alone: the model is asked afterwards, and only for the wording of an
 * answer. Pure; `seq` is the message's place, `at` its time.
 */
export function planResponse(
  state: ConversationState,
  message: { readonly text: string; readonly at: number; readonly hasAttachments: boolean },
  perception: Perception,
  knowledge: Knowledge,
  thresholds: HandoffThresholds,
): ResponsePlan {
  const text = chosen(state, message.text);
  const turn = { candidates: [] as readonly Candidate[], chosen: [] as readonly Candidate[] };
  const identity = asksWhetherHuman.test(text) && text.length < 40;
  const looksUp = perception.act === 'question' && !identity && !perception.wantsHuman && text.trim() !== '';
  const lookup = looksUp ? lookUp(state, text, perception, knowledge) : undefined;
  const repeated = lookup !== undefined && isRepeated(state, text, lookup.chosen, knowledge);
  const nothingKnown = lookup?.verdict === 'unknown';
  const noProgress =
    repeated ||
    perception.act === 'denial' ||
    (lookup !== undefined && lookup.verdict !== 'answer' && state.choices.length > 0) ||
    nothingKnown;

  const verdict = decideHandoff(
    {
      wantsHuman: perception.wantsHuman,
      acceptsOffer: state.humanOffered && yes.test(text.trim()),
      evidence: perception.evidence.flatMap(({ words }) => words).slice(0, 5),
      emotion: perception.emotion,
      intensity: perception.intensity,
      recentEmotions: [...state.moods.map(({ emotion }) => emotion), perception.emotion],
      turnsWithoutProgress: state.turnsWithoutProgress + (noProgress ? 1 : 0),
      repeatedQuestions: state.repeatedQuestions + (repeated ? 1 : 0),
      turns: state.assistantTurns + 1,
      minutes: (message.at - state.assistantSince) / 60_000,
      confidence: lookup?.confidence ?? 0,
      nothingKnown,
    },
    thresholds,
  );
  const common = {
    confidence: lookup?.confidence ?? 0,
    candidates: lookup?.candidates ?? turn.candidates,
    chosen: lookup?.chosen ?? turn.chosen,
    question: lookup ? lookup.question : undefined,
    noProgress,
    repeated,
    reasons: verdict.reasons,
    offersHuman: verdict.action === 'offer',
  };
  if (verdict.action === 'hand-off') return { ...common, decision: 'hand-off' };
  if (lookup) {
    const decision = lookup.verdict === 'unknown' ? 'offer-human' : lookup.verdict;
    return { ...common, decision, offersHuman: common.offersHuman || decision === 'offer-human' };
  }
  const phrase = identity ? 'identity' : phraseOf(perception, message);
  return {
    ...common,
    decision: 'small-talk',
    phrase,
    offersHuman:
      common.offersHuman || phrase === 'identity' || phrase === 'denied' || phrase === 'attachment',
  };
}

/** The plan for a question out of nowhere: what a new customer would be told. */
export function planQuestion(
  text: string,
  at: number,
  perception: Perception,
  knowledge: Knowledge,
  thresholds: HandoffThresholds,
): ResponsePlan {
  const nobody = applyEvent(null, {
    conversationId: '',
    seq: 1,
    id: '',
    kind: 'conversation-opened',
    actor: { kind: 'system' },
    at,
    body: { inboxId: '', contactId: '', language: perception.language },
  });
  return planResponse(nobody, { text, at, hasAttachments: false }, perception, knowledge, thresholds);
}

function phraseOf(
  perception: Perception,
  message: { readonly text: string; readonly hasAttachments: boolean },
): ResponsePlan['phrase'] {
  if (message.hasAttachments && message.text.trim() === '') return 'attachment';
  switch (perception.act) {
    case 'greeting':
      return 'greeting';
    case 'thanks':
      return 'thanks';
    case 'farewell':
      return 'farewell';
    case 'confirmation':
      return 'confirmed';
    case 'denial':
      return 'denied';
    default:
      return 'empty';
  }
}

/** 「2」 or 「第二个」 after the assistant offered a choice means that question. */
function chosen(state: ConversationState, text: string): string {
  const match = /^\s*(?:第|选|no\.?\s*|number\s*)?\s*([1-3一二三两])\s*(?:个|项|条)?\s*[。.!!]?\s*$/i.exec(
    text,
  );
  if (!match || state.choices.length === 0) return text;
  const digit = match[1]!;
  const index =
    '123'.indexOf(digit) >= 0
      ? Number(digit) - 1
      : Math.max(0, '一二三'.indexOf(digit === '两' ? '二' : digit));
  return state.choices[index] ?? text;
}

interface Lookup {
  readonly question: string;
  readonly verdict: 'answer' | 'clarify' | 'unknown';
  readonly confidence: number;
  readonly candidates: readonly Candidate[];
  readonly chosen: readonly Candidate[];
}

function lookUp(
  state: ConversationState,
  text: string,
  perception: Perception,
  knowledge: Knowledge,
): Lookup {
  const alone = lookUpOne(text, perception, knowledge);
  const before = state.questions.at(-1);
  if (alone.verdict === 'answer' || before === undefined || text.length > leaningLength) return alone;
  const leaning = lookUpOne(`${before} ${text}`, perception, knowledge);
  const helps = leaning.verdict === 'answer' && leaning.candidates[0]!.confidence > alone.confidence;
  // Only where the new words add something: otherwise the old answer would come back for anything short.
  const adds = knowledge
    .search(text, { limit: 5 })
    .some(({ passage }) => passage.articleId === leaning.candidates[0]?.passage.articleId);
  return helps && adds ? leaning : alone;
}

/** In the customer's language, or in the other one where that knows more; the answer then says so. */
function lookUpOne(question: string, { language }: Perception, index: Knowledge): Lookup {
  const { candidates, decision } = retrieve({ index, text: question, language, limit: 6 });
  const chosen =
    decision.kind === 'answer'
      ? [decision.candidate]
      : decision.kind === 'clarify'
        ? decision.candidates
        : [];
  return { question, verdict: decision.kind, confidence: decision.figures.confidence, candidates, chosen };
}

/** Asked before in like words, or in other words that lead to the very answer that was given already. */
function isRepeated(
  state: ConversationState,
  text: string,
  candidates: readonly Candidate[],
  knowledge: Knowledge,
): boolean {
  // A choice that the assistant itself offered is an answer to its question, not the question again.
  if (state.choices.includes(text)) return false;
  if (state.questions.some((earlier) => knowledge.similarity(earlier, text) >= sameQuestion)) return true;
  const best = candidates[0]?.passage;
  return best !== undefined && state.answered.includes(`${best.articleId}#${best.ordinal}`);
}
