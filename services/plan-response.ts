import { applyEvent } from '../core/conversation/apply-event.ts';
import type { ConversationState } from '../core/conversation/state.ts';
import { decideHandoff, type HandoffVerdict } from '../core/handoff/decide-handoff.ts';
import type { HandoffPrediction } from '../core/handoff/predict-handoff.ts';
import type { AnswerAgain } from '../core/knowledge/answer-again.ts';
import type { Candidate } from '../core/knowledge/index.ts';
import { isOwnNumber } from '../core/knowledge/own-number.ts';
import { type OwnProduct, ownReason } from '../core/knowledge/own-products.ts';
import { meanOfOdds } from '../core/learning/odds.ts';
import { tellsOfDeath } from '../core/manner/bereavement.ts';
import { leastFelt } from '../core/manner/feeling.ts';
import type { MannerFacts } from '../core/manner/manner-for.ts';
import { troubleIn } from '../core/manner/trouble.ts';
import { asksWhoSpeaks } from '../core/perception/asks-who-speaks.ts';
import { disagreementsOf, withOpinion } from '../core/perception/second-opinion.ts';
import type { Decision } from '../core/terms/event.ts';
import type { HandoffReason } from '../core/terms/handoff-reason.ts';
import type { Language } from '../core/terms/language.ts';
import type { Disagreement, Opinion, Perception } from '../core/terms/perception.ts';
import type { TriageVerdict } from '../core/terms/triage.ts';
import { decideTriage } from '../core/triage/decide-triage.ts';
import { nobodysFacts, type TriageFacts } from '../core/triage/facts.ts';
import type { Knowledge } from '../plugs/knowledge.ts';
import { askedAgain } from './asked-again.ts';
import { inDoubt } from './in-doubt.ts';
import { type Lookup, lookUp, mayLean } from './look-up.ts';
import { ownFirst } from './own-first.ts';
import { scopeOf } from './scope-of.ts';
import { type Further, lookUpSeveral } from './several-matters.ts';
import { factsOfTurn, labelsWith, once, type TriageContext } from './triage-turn.ts';
import { weighHandoff } from './weigh-handoff.ts';
import { weighTriage } from './weigh-triage.ts';

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
  /** What the look-up says by itself; null where nothing was looked up. */
  readonly verdict: Lookup['verdict'] | null;
  /** What was found, best first. */
  readonly candidates: readonly Candidate[];
  /** The one decided on, or those to choose from. */
  readonly chosen: readonly Candidate[];
  /** The product of the customer's that spoke for the first of what was found. */
  readonly own?: OwnProduct | undefined;
  /** What was looked up, in the customer's words (with the earlier question where this one leans on it). */
  readonly question?: string;
  readonly noProgress: boolean;
  readonly repeated: boolean;
  /** The answer is the one that was given before. */
  readonly toldAgain: boolean;
  /** What is left to say where the article was told of before; undefined where it was not. */
  readonly again?: AnswerAgain | undefined;
  /** What else the message asked; undefined where it asked one thing. */
  readonly further?: Further | undefined;
  /** How the customer feels, about what, and what was said to it before: the words meet it. */
  readonly manner: MannerFacts;
  /** How likely a person is needed; absent where that was not asked. */
  readonly needsHuman?: { readonly probability: number; readonly raw: number; readonly weights: string };
  /** The answer should be followed by the offer of a human. */
  readonly offersHuman: boolean;
  /** Where the model's opinion differs from the rules; empty where none was asked. */
  readonly disagreements: readonly Disagreement[];
  /** What the rules of the policy say. */
  readonly triage: TriageVerdict;
  /** The labels of the conversation from now on, where triage gives it one. */
  readonly labels?: readonly string[];
  /** What the rules were asked about, for the explanation. */
  readonly facts: TriageFacts;
  /** The plan for when the answer turns out to be none: then the turn has failed, and a rule may ask for a person. */
  readonly failed: () => Pick<ResponsePlan, 'triage' | 'reasons' | 'labels'> & { readonly handsOff: boolean };
}

/** Yes to a question that the assistant asked: whether a person is wanted, or whether one matter is meant. */
const yes =
  /^(好[的啊呀滴嘞吧]?|要的?|需要的?|可以的?|行的?|行吧|嗯+好?的?|是的?|对的?|麻烦了?|请[转吧]|转吧?|yes|yes,? please|sure|ok|okay|please|please do|yep|yeah|go ahead|that would be great)[。.!！~～\s]*$/i;
/** 「好的，谢谢」 says yes as much as 「好的」 does. */
const closingThanks =
  /[，,。.!！\s]*(?:谢谢(?:你|您|啦|了)?|多谢|麻烦(?:你|您)?(?:了|啦)|辛苦了?|thanks(?: a lot)?|thank you)[。.!！~～\s]*$/i;
const withoutThanks = (text: string): string => text.replace(closingThanks, '') || text;
/** Yes to a person who was only mentioned: 「好的」 after an answer thanks for the answer. */
const clearYes = /^(要|需要|麻烦了?|请转|转吧|转|yes,? please|please|please do)[。.!！~～\s]*$/i;

/** No to an offered person. 「不对」 or "still not working" says that the answer was no good, whatever was offered. */
const declining =
  /^(?:[那先嗯哦噢]|暂时|还是|谢谢|ok|oh|well)?[，, ]*(?:不(?:用|要|需要|必|想|麻烦)?|无需|算了|免了|否|no|nope|nah|not (?:now|really|yet)|no need|don'?t)(?:了|啦|的|吧|先|找|转|人工|人|麻烦|你们?|您)*[，,。.!！~～\s]*(?:谢谢(?:你|您|啦|了)?|多谢|thanks?|thank you)?[。.!！~～\s]*$/i;

/** Turns that ask for nothing: neither what went wrong before nor the length of the conversation matters to them. */
const polite: readonly Perception['act'][] = ['greeting', 'thanks', 'confirmation', 'farewell'];

/** The assistant is left to answer in words that a model may find: nothing is to be said at once. */
export function isForModel({ decision }: ResponsePlan): boolean {
  return decision === 'answer' || decision === 'clarify';
}

/** The words of a choice are the assistant's own: nobody feels, asks for a person or threatens by tapping one. */
const calmed = (perception: Perception): Perception => ({
  ...perception,
  wantsHuman: false,
  emotion: 'neutral',
  intensity: 0,
  risks: (perception.risks ?? []).filter((risk) => risk === 'safety' || risk === 'self-harm'),
});

/** What a plan looks at: the conversation before the message, or a fresh one where that was resolved or is new. */
export function stateToPlanOn(
  before: ConversationState | null,
  received: ConversationState,
): ConversationState {
  // What the message is about was told with it.
  return before && before.status === 'open'
    ? { ...before, products: received.products }
    : { ...received, moods: [], assistantTurns: 0 };
}

/**
 * Decides what to do with a message, by rules alone: the model is asked afterwards, and only for the wording of an
 * answer. Pure; `seq` is the message's place, `at` its time.
 */
export function planResponse(
  state: ConversationState,
  message: { readonly text: string; readonly at: number; readonly hasAttachments: boolean },
  perceived: Perception,
  wholeKnowledge: Knowledge,
  triageContext: TriageContext,
): ResponsePlan {
  const scope = scopeOf(state);
  const ofInbox = wholeKnowledge.within(scope);
  // What the page is about is known better than what the customer has.
  const known = scope.products ? ofInbox : ownFirst(ofInbox, triageContext.contact.owned);
  const text = chosen(state, message.text);
  const isTapped = state.choices.includes(message.text);
  // The words of a choice are nobody's to have an opinion on.
  const opinion = isTapped ? undefined : triageContext.opinion;
  const perception = isTapped ? calmed(perceived) : opinion ? withOpinion(perceived, opinion) : perceived;
  const turn = { candidates: [] as readonly Candidate[], chosen: [] as readonly Candidate[] };
  const identity = asksWhoSpeaks(text) && text.length < 40;
  // Tapped, its words come as the message; they are the assistant's own, and nobody feels or demands by them.
  const isChoice = text !== message.text || state.choices.includes(message.text);
  // Few words lean on what was said before, and mean nothing by themselves.
  const isByItself = !isChoice && (state.questions.length === 0 || !mayLean(text));
  const knowledge = isByItself ? inDoubt(known, text, perceived.intent) : known;
  const asks = isChoice || (perception.act === 'question' && !isBareNumber.test(text));
  const looksUp = asks && !identity && !perception.wantsHuman && text.trim() !== '';
  const { language } = perception;
  const several = looksUp && !isChoice ? lookUpSeveral(text, language, knowledge) : undefined;
  const found = looksUp ? (several?.lookup ?? lookUp(state, text, language, knowledge)) : undefined;
  const isPraised = found?.verdict === 'unknown' && isPraise(text, perception);
  const lookup = isPraised ? undefined : found;
  const again = lookup && askedAgain(state, text, lookup, language, knowledge);
  const repeated = again?.isRepeated ?? false;
  const isPolite = !lookup && polite.includes(perception.act);
  const accepted = state.lastDecision === 'offer-human' ? yes : clearYes;
  const nothingKnown = lookup?.verdict === 'unknown';
  const declinesPerson = perception.act === 'denial' && state.humanOffered && declining.test(text.trim());
  const noProgress =
    repeated ||
    (perception.act === 'denial' && !declinesPerson) ||
    (lookup !== undefined && lookup.verdict !== 'answer' && state.choices.length > 0) ||
    nothingKnown;

  const { active, contact, isOpen, handoffModel } = triageContext;
  // Courtesies ask for nothing, and a first message is nobody's failure yet: the thresholds see to both.
  const isPredicted = handoffModel !== undefined && !isPolite && !isChoice && state.assistantTurns > 0;
  const prediction = isPredicted
    ? weighHandoff(
        handoffModel,
        state,
        {
          text,
          at: message.at,
          confidence: lookup?.confidence ?? null,
          nothingKnown,
          noProgress,
          isSameAnswer: again?.isToldAgain ?? false,
        },
        perception,
        knowledge,
      )
    : undefined;
  const disagreements = opinion ? disagreementsOf(perceived, prediction?.probability, opinion) : [];
  const byThresholds = decideHandoff(
    {
      wantsHuman: perception.wantsHuman,
      acceptsOffer: state.humanOffered && !isChoice && accepted.test(withoutThanks(text.trim())),
      evidence: perception.evidence.flatMap(({ words }) => words).slice(0, 5),
      emotion: perception.emotion,
      intensity: perception.intensity,
      recentEmotions: [...state.moods.map(({ emotion }) => emotion), perception.emotion],
      turnsWithoutProgress: state.turnsWithoutProgress + (noProgress ? 1 : 0),
      repeatedQuestions: isPolite ? 0 : state.repeatedQuestions + (repeated ? 1 : 0),
      turns: isPolite ? 0 : state.assistantTurns + 1,
      minutes: isPolite ? 0 : (message.at - state.assistantSince) / 60_000,
      confidence: lookup?.confidence ?? 0,
      nothingKnown,
      ...(prediction && { prediction: opinion ? inSight(prediction, opinion) : prediction }),
      differsOn: disagreements.map(({ on }) => on),
    },
    active.policy.handoff,
  );
  const triaged = (failed: boolean, otherwise: HandoffVerdict) => {
    const turn = { lookup, noProgress: failed };
    const facts = factsOfTurn(state, { text, at: message.at }, perception, turn, contact, knowledge);
    const triage = decideTriage(facts, active, isOpen);
    const labels = labelsWith(state.labels, triage);
    return {
      facts,
      triage,
      ...(labels ? { labels } : {}),
      verdict: weighTriage(otherwise, triage, perception, active.policy),
    };
  };
  const { verdict, ...triage } = triaged(noProgress, byThresholds);
  const common = {
    ...triage,
    failed: () => {
      const {
        verdict: then,
        facts: _,
        ...rest
      } = triaged(true, { action: 'offer', reasons: verdict.reasons });
      return { ...rest, reasons: then.reasons, handsOff: then.action === 'hand-off' };
    },
    confidence: lookup?.confidence ?? 0,
    verdict: lookup?.verdict ?? null,
    candidates: lookup?.candidates ?? turn.candidates,
    chosen: lookup?.chosen ?? turn.chosen,
    question: lookup ? lookup.question : undefined,
    own:
      lookup && !scope.products
        ? ownReason(
            lookup.chosen[0] ?? lookup.candidates[0],
            lookup.question,
            triageContext.contact.owned,
            knowledge.products,
          )
        : undefined,
    noProgress,
    repeated,
    reasons: verdict.reasons,
    disagreements,
    offersHuman: verdict.action === 'offer',
    toldAgain: again?.isToldAgain ?? false,
    again: again?.left,
    further: several?.further,
    manner: mannerFacts(state, text, lookup?.question, perception, triage.facts),
    ...(prediction &&
      handoffModel && {
        needsHuman: {
          probability: thousandths(prediction.probability),
          raw: thousandths(prediction.raw),
          weights: handoffModel.version,
        },
      }),
  };
  if (verdict.action === 'hand-off') return { ...common, decision: 'hand-off' };
  if (lookup) {
    // Articles know nothing of an order: whatever its number happens to hit would be no answer.
    const isUnknown = lookup.verdict === 'unknown' || isOwnNumber(text);
    const decision = isUnknown ? 'offer-human' : lookup.verdict;
    const offersHuman = common.offersHuman || common.toldAgain || decision === 'offer-human';
    return { ...common, decision, offersHuman };
  }
  const phrase = identity
    ? 'identity'
    : isPraised
      ? 'thanks'
      : declinesPerson
        ? 'confirmed'
        : phraseOf(perception, message);
  return {
    ...common,
    decision: 'small-talk',
    phrase,
    offersHuman:
      common.offersHuman || phrase === 'identity' || phrase === 'denied' || phrase === 'attachment',
  };
}

const longestPraise = 24;
const asksSomething =
  /[?？吗呢]|什么|怎么|多[久少大]|哪|几|能不能|可不可以|请问|想[要问买]|\b(?:what|how|when|where|which|why|who|can|could|do|does|is|are|will)\b/i;

/** 「谢谢，但是没用」, "perfect, another delay": no praise. */
const takesBack =
  /但|不过|可是|没|不|又|还是|坏|等了|破|\b(?:but|not|again|another|still|broken|wrong|delay|denied|lost)\b|n't/i;

/** 「谢谢，太棒了」 asks for nothing, and nothing need be known about it. */
function isPraise(text: string, { emotion, intensity }: Perception): boolean {
  return (
    emotion === 'pleased' &&
    !takesBack.test(text) &&
    intensity >= leastFelt &&
    text.trim().length <= longestPraise &&
    !asksSomething.test(text)
  );
}

function mannerFacts(
  state: ConversationState,
  text: string,
  question: string | undefined,
  { emotion, intensity, language }: Perception,
  facts: TriageFacts,
): MannerFacts {
  // States stored before manners were remembered have none.
  const spoken = state.spoken ?? { apologised: false, phrases: [] };
  // 「急死了怎么办」 leans on the question before, and so does its trouble.
  const trouble = once(
    () => troubleIn(text, language) ?? (question === undefined ? null : troubleIn(question, language)),
  );
  return {
    emotion,
    intensity,
    course: state.moods,
    apologisedBefore: spoken.apologised,
    // Read only where a feeling is met or a person takes over: most messages need none.
    get trouble() {
      return trouble();
    },
    matters: intensity >= leastFelt ? facts.intents() : [],
    isBereaved: tellsOfDeath(text),
    seed: `${state.id}:${state.lastSeq}`,
    spoken: spoken.phrases,
  };
}

/** The probability in sight of what the model thinks of it. What the installation learns from stays the rules' own. */
const inSight = (prediction: HandoffPrediction, { needsHuman }: Opinion): HandoffPrediction => ({
  ...prediction,
  probability: meanOfOdds(prediction.probability, needsHuman),
});

const thousandths = (share: number) => Math.round(share * 1000) / 1000;

/** The plan for a question out of nowhere: what a new customer would be told. */
export function planQuestion(
  text: string,
  at: number,
  perception: Perception,
  knowledge: Knowledge,
  triageContext: Omit<TriageContext, 'contact'> & Partial<Pick<TriageContext, 'contact'>>,
): ResponsePlan {
  const context = { contact: nobodysFacts, ...triageContext };
  const nobody = newConversation(at, perception.language);
  return planResponse(nobody, { text, at, hasAttachments: false }, perception, knowledge, context);
}

/** The state of a conversation in which nothing was said yet. */
export function newConversation(at: number, language: Language, channel = 'web'): ConversationState {
  return applyEvent(null, {
    conversationId: '',
    seq: 1,
    id: '',
    kind: 'conversation-opened',
    actor: { kind: 'system' },
    at,
    body: { inboxId: '', contactId: '', language, channel },
  });
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

/** A number without a choice to make is no question. */
const isBareNumber = /^\s*(?:\d{1,2}|第[一二三1-3]个)\s*[。.!！]?\s*$/;

/** 「2」 or 「第二个」 after the assistant offered a choice means that question, and so does yes to a single one. */
function chosen(state: ConversationState, text: string): string {
  if (state.choices.length === 1 && yes.test(text.trim())) return state.choices[0]!;
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
