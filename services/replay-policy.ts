import { applyEvent } from '../core/conversation/apply-event.ts';
import type { ConversationState } from '../core/conversation/state.ts';
import { decideHandoff } from '../core/handoff/decide-handoff.ts';
import type { HandoffModel } from '../core/handoff/handoff-model.ts';
import { risksOf } from '../core/perception/risk.ts';
import type { ReplayOutcome } from '../core/protocol/policies.ts';
import type { ConversationEvent, EventOf } from '../core/terms/event.ts';
import type { Language } from '../core/terms/language.ts';
import type { Perception } from '../core/terms/perception.ts';
import type { ActivePolicy } from '../core/terms/policy.ts';
import type { TriageVerdict } from '../core/terms/triage.ts';
import { decideTriage } from '../core/triage/decide-triage.ts';
import type { ContactFacts } from '../core/triage/facts.ts';
import type { Knowledge } from '../plugs/knowledge.ts';
import { lookUp } from './look-up.ts';
import { scopeOf } from './scope-of.ts';
import { factsOfTurn, isOpenBy, once, topicsOf, triageOfTap } from './triage-turn.ts';
import { weighHandoff } from './weigh-handoff.ts';
import { weighTriage } from './weigh-triage.ts';

/** One conversation as it went and as it would have gone. */
export interface Replayed {
  readonly turns: number;
  /** The customer's words at which the two part, else the first. */
  readonly preview: string;
  readonly before: ReplayOutcome;
  readonly after: ReplayOutcome;
}

export const notHandedOff: ReplayOutcome = {
  handedOff: false,
  turn: null,
  at: null,
  queueId: null,
  priority: null,
  reasons: [],
};

/** What a turn of the past is looked up in, told what its words mean where somebody knows. */
export type ReplayKnowledge = (
  state: ConversationState,
  asked: { readonly text: string; readonly language: Language },
  knowledge: Knowledge,
) => Knowledge;

const byWordsAlone: ReplayKnowledge = (_state, _asked, knowledge) => knowledge;

/**
 * A stored conversation through a changed policy, up to its first handoff, or until a person took it otherwise.
 *
 * As stored: what was perceived, how the look-up ended (confidence, repeated, no progress), complexity, labels, taps.
 * Redone: the thresholds and the rules; risks where the log is older than they are; the look-up only where a rule asks
 * for the topic. As of now: what is known of the contact, and the knowledge base. What the customer would have said
 * to other answers nobody knows: where the log hands over and the policy does not, the replay ends with the assistant.
 */
export function replayConversation(
  events: readonly ConversationEvent[],
  active: ActivePolicy,
  contact: ContactFacts,
  knowledge: Knowledge,
  handoffModel?: HandoffModel,
  knowing: ReplayKnowledge = byWordsAlone,
): Replayed {
  const isOpen = (calendarId: string, at: number) => isOpenBy(active.policy, calendarId, at);
  const outcomeOf = (triage: TriageVerdict, rest: Pick<ReplayOutcome, 'turn' | 'at' | 'reasons'>) => ({
    ...rest,
    handedOff: true,
    queueId: triage.queueId,
    priority: triage.priority,
  });
  const texts: string[] = [];
  let state: ConversationState | null = null;
  let before = notHandedOff;
  let after = notHandedOff;
  for (const [place, event] of events.entries()) {
    if (event.kind === 'message-received' && state?.owner.kind === 'assistant') {
      texts.push(event.body.text);
      if (!after.handedOff) {
        const turn = turnOf(state, event, events, place);
        if (turn) {
          const { verdict, triage } = decideTurn(
            turn,
            active,
            contact,
            knowledge,
            isOpen,
            handoffModel,
            knowing,
          );
          if (verdict.action === 'hand-off')
            after = outcomeOf(triage, { turn: texts.length, at: event.at, reasons: verdict.reasons });
        }
      }
    }
    if (event.kind === 'handoff-requested') {
      const queued = events.slice(place).find((one) => one.kind === 'queued') as
        | EventOf<'queued'>
        | undefined;
      const { reasons } = event.body;
      const rest = { turn: texts.length, at: event.at, reasons };
      before = {
        ...rest,
        handedOff: true,
        queueId: queued?.body.queueId ?? null,
        priority: queued?.body.priority ?? null,
      };
      if (!after.handedOff && event.actor.kind === 'contact') {
        const language = state?.language ?? 'zh';
        const triage = triageOfTap(state, event.at, language, { active, contact, isOpen }, knowledge);
        after = outcomeOf(triage, rest);
      }
      break;
    }
    state = applyEvent(state, event);
    if (state.owner.kind === 'agent') break;
  }
  const parting = Math.min(before.turn ?? Infinity, after.turn ?? Infinity);
  const preview = texts[Number.isFinite(parting) ? Math.max(0, parting - 1) : 0] ?? '';
  return { turns: texts.length, preview, before, after };
}

/** What is known of one turn from the log. */
interface StoredTurn {
  readonly state: ConversationState;
  readonly message: EventOf<'message-received'>;
  readonly perception: Perception;
  readonly decided: EventOf<'decided'>['body'] | undefined;
  /** What was answered then had been answered before, by its first source. */
  readonly isSameAnswer: boolean;
}

function turnOf(
  state: ConversationState,
  message: EventOf<'message-received'>,
  events: readonly ConversationEvent[],
  place: number,
): StoredTurn | undefined {
  const rest = events.slice(place + 1);
  const perceived = rest.find(
    (event): event is EventOf<'perceived'> => event.kind === 'perceived' && event.body.of === message.seq,
  );
  if (!perceived) return undefined;
  const decided = rest.find(
    (event): event is EventOf<'decided'> => event.kind === 'decided' && event.body.of === message.seq,
  );
  const { of: _, ...perception } = perceived.body;
  const withRisks = perception.risks
    ? perception
    : { ...perception, ...foundRisks(message.body.text, perception) };
  const isFresh = events[place - 1]?.kind === 'reopened';
  return {
    state: isFresh ? { ...state, moods: [] } : state,
    message,
    perception: withRisks,
    decided: decided?.body,
    isSameAnswer: decided?.body.repeated || answersAgain(state, rest),
  };
}

function answersAgain({ answered }: ConversationState, rest: readonly ConversationEvent[]): boolean {
  const next = rest.find(({ kind }) => kind === 'message-sent' || kind === 'message-received');
  const source = next?.kind === 'message-sent' ? next.body.citations?.[0] : undefined;
  return source !== undefined && answered.includes(`${source.articleId}#${source.ordinal}`);
}

function foundRisks(text: string, { evidence }: Perception): Pick<Perception, 'risks' | 'evidence'> {
  const found = risksOf(text);
  return {
    risks: found.map(({ risk }) => risk),
    evidence: [...evidence, ...found.map(({ risk, words }) => ({ signal: risk, words }))],
  };
}

const polite: readonly Perception['act'][] = ['greeting', 'thanks', 'confirmation', 'farewell'];

function decideTurn(
  { state, message, perception, decided, isSameAnswer }: StoredTurn,
  active: ActivePolicy,
  contact: ContactFacts,
  wholeKnowledge: Knowledge,
  isOpen: (calendarId: string, at: number) => boolean,
  handoffModel: HandoffModel | undefined,
  knowing: ReplayKnowledge,
) {
  const knowledge = wholeKnowledge.within(scopeOf(state));
  const { text } = message.body;
  const { at } = message;
  const isLookedUp = decided?.question !== undefined;
  const isPolite = !isLookedUp && polite.includes(perception.act);
  const noProgress = decided?.noProgress ?? false;
  const has = (code: string) => decided?.reasons.some((reason) => reason.code === code) ?? false;
  const isChoice = isLookedUp && state.choices.includes(decided.question);
  const isPredicted = handoffModel !== undefined && !isPolite && !isChoice && state.assistantTurns > 0;
  const confidence = isLookedUp ? decided.confidence : null;
  const nothingKnown = has('nothing-known');
  const byThresholds = decideHandoff(
    {
      wantsHuman: perception.wantsHuman,
      acceptsOffer: !perception.wantsHuman && has('customer-asked'),
      evidence: perception.evidence.flatMap(({ words }) => words).slice(0, 5),
      emotion: perception.emotion,
      intensity: perception.intensity,
      recentEmotions: [...state.moods.map(({ emotion }) => emotion), perception.emotion],
      turnsWithoutProgress: state.turnsWithoutProgress + (noProgress ? 1 : 0),
      repeatedQuestions: isPolite ? 0 : state.repeatedQuestions + (decided?.repeated ? 1 : 0),
      turns: isPolite ? 0 : state.assistantTurns + 1,
      minutes: isPolite ? 0 : (at - state.assistantSince) / 60_000,
      confidence: decided?.confidence ?? 0,
      nothingKnown,
      ...(isPredicted && {
        prediction: weighHandoff(
          handoffModel,
          state,
          { text, at, confidence, nothingKnown, noProgress, isSameAnswer },
          perception,
          knowledge,
        ),
      }),
    },
    active.policy.handoff,
  );
  const turn = { lookup: undefined, noProgress };
  const read = factsOfTurn(state, { text, at }, perception, turn, contact, knowledge);
  const facts = {
    ...read,
    confidence,
    complexity: decided?.triage?.complexity ?? read.complexity,
    topics: isLookedUp
      ? once(() => {
          const { language } = perception;
          return topicsOf(lookUp(state, text, language, knowing(state, { text, language }, knowledge)));
        })
      : read.topics,
  };
  const triage = decideTriage(facts, active, isOpen);
  return { triage, verdict: weighTriage(byThresholds, triage, perception, active.policy) };
}

/** Whether two outcomes differ in what a customer or an agent would notice. */
export function differs(before: ReplayOutcome, after: ReplayOutcome): boolean {
  return (
    before.handedOff !== after.handedOff ||
    before.turn !== after.turn ||
    before.queueId !== after.queueId ||
    before.priority !== after.priority
  );
}
