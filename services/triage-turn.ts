import type { QueueTarget } from '../core/conversation/queue-commands.ts';
import type { ConversationState } from '../core/conversation/state.ts';
import type { HandoffModel } from '../core/handoff/handoff-model.ts';
import { mattersOf } from '../core/perception/intent.ts';
import { readText } from '../core/perception/read-text.ts';
import { isOpen } from '../core/sla/calendar.ts';
import type { Passage } from '../core/terms/article.ts';
import type { Language } from '../core/terms/language.ts';
import type { Opinion, Perception } from '../core/terms/perception.ts';
import type { ActivePolicy, Policy } from '../core/terms/policy.ts';
import type { TriageVerdict } from '../core/terms/triage.ts';
import { complexityOf, knownComplexity } from '../core/triage/complexity.ts';
import { decideTriage } from '../core/triage/decide-triage.ts';
import type { ContactFacts, TriageFacts } from '../core/triage/facts.ts';
import type { Knowledge } from '../plugs/knowledge.ts';
import { type Lookup, lookUp } from './look-up.ts';
import { scopeOf } from './scope-of.ts';

/** What triage rests on beside the conversation. */
export interface TriageContext {
  readonly active: ActivePolicy;
  readonly contact: ContactFacts;
  /** Whether a calendar of the policy is open; one that does not exist is. */
  readonly isOpen: (calendarId: string, at: number) => boolean;
  /** Predicts when a person is needed; without it only rules and thresholds hand over. */
  readonly handoffModel?: HandoffModel | undefined;
  /** What a model made of the message; it counts beside the rules. */
  readonly opinion?: Opinion | undefined;
}

/** Whether a calendar of the policy is open at a moment; one that does not exist is. */
export function isOpenBy(policy: Policy, calendarId: string, at: number): boolean {
  const calendar = policy.calendars.find(({ id }) => id === calendarId);
  return !calendar || isOpen(calendar, at);
}

/** From this confidence on an article is within reach of the question. */
const reach = 0.3;
const mostInReach = 4;

/** The facts of one turn of the customer's. Costly ones are found only if a rule asks for them. */
export function factsOfTurn(
  state: ConversationState,
  message: { readonly text: string; readonly at: number },
  perception: Perception,
  turn: { readonly lookup: Lookup | undefined; readonly noProgress: boolean },
  contact: ContactFacts,
  knowledge: Knowledge,
): TriageFacts {
  const { lookup, noProgress } = turn;
  const { text, at } = message;
  const read = readText(text);
  const failedAnswers = state.turnsWithoutProgress + (noProgress ? 1 : 0);
  const matters = once(() => mattersOrBefore(state, text));
  return {
    text,
    read,
    at,
    channel: state.channel,
    language: perception.language,
    topics: once(() =>
      lookup ? topicsOf(lookup) : topicsBefore(state, text, perception.language, knowledge),
    ),
    intents: once(() => [perception.act, ...matters(), ...learnedIntent(perception)]),
    risks: perception.risks ?? [],
    emotion: perception.emotion,
    intensity: perception.intensity,
    labels: state.labels,
    contact,
    complexity: complexityOf({ read, failedAnswers: state.turnsWithoutProgress, passages: inReach(lookup) }),
    failedAnswers,
    turns: state.assistantTurns + 1,
    confidence: lookup?.confidence ?? null,
    reopenings: state.reopenings,
  };
}

/** A learned intent counts for a rule from here on; below it is more likely another. */
const likelyIntent = 0.5;

/** What the installation's own examples tell of the message: a rule may name it. */
function learnedIntent({ intent }: Perception): string[] {
  return intent && !intent.outOfScope && intent.probability >= likelyIntent ? [intent.name] : [];
}

/** The facts where a person is asked for without a word: what the conversation was about until now. */
export function factsOfTap(
  state: ConversationState | null,
  at: number,
  language: Language,
  contact: ContactFacts,
  wholeKnowledge: Knowledge,
): TriageFacts {
  const knowledge = wholeKnowledge.within(scopeOf(state));
  const mood = state?.moods.at(-1);
  return {
    text: '',
    read: '',
    at,
    channel: state?.channel ?? 'web',
    language: state?.language ?? language,
    topics: once(() => (state ? topicsBefore(state, '', state.language, knowledge) : [])),
    intents: once(() => (state ? mattersOrBefore(state, '') : [])),
    risks: state?.risks ?? [],
    emotion: mood?.emotion ?? 'neutral',
    intensity: mood?.intensity ?? 0,
    labels: state?.labels ?? [],
    contact,
    complexity: knownComplexity(state?.complexity ?? 0),
    failedAnswers: state?.turnsWithoutProgress ?? 0,
    turns: state?.assistantTurns ?? 0,
    confidence: null,
    reopenings: state?.reopenings ?? 0,
  };
}

/** Where a tap on 转人工 leads. The tap itself settles that a person serves; triage says where and how urgent. */
export function triageOfTap(
  state: ConversationState | null,
  at: number,
  language: Language,
  context: TriageContext,
  knowledge: Knowledge,
): TriageVerdict {
  return decideTriage(
    factsOfTap(state, at, language, context.contact, knowledge),
    context.active,
    context.isOpen,
  );
}

/** Where a verdict sends the conversation; how the queue stands is added by whoever knows it. */
export function destinationOf(
  verdict: TriageVerdict,
  channel: string,
  { policy, version }: ActivePolicy,
): Omit<QueueTarget, 'agentsOnline'> {
  return {
    queueId: verdict.queueId,
    priority: verdict.priority,
    skills: verdict.skills,
    segment: verdict.segment,
    weight: policy.routing.channelWeights[channel] ?? 1,
    policyVersion: version,
  };
}

/** All labels with those of the verdict; undefined where it adds none. */
export function labelsWith(labels: readonly string[], verdict: TriageVerdict): readonly string[] | undefined {
  const more = verdict.labels.filter((label) => !labels.includes(label));
  return more.length > 0 ? [...labels, ...more] : undefined;
}

export function topicsOf({ verdict, chosen }: Lookup): string[] {
  if (verdict === 'unknown') return [];
  return [...new Set(chosen.flatMap(({ passage }) => [passage.topic, passage.articleId]))];
}

/** What was asked before: 「转人工」 names no matter itself. */
function topicsBefore(
  state: ConversationState,
  text: string,
  language: Language,
  knowledge: Knowledge,
): string[] {
  const question = mattersOf(text).length > 0 ? text : state.questions.at(-1);
  return question === undefined
    ? []
    : topicsOf(lookUp({ questions: [], answered: [], choices: [] }, question, language, knowledge));
}

function mattersOrBefore(state: ConversationState, text: string): string[] {
  const own = mattersOf(text);
  return own.length > 0 ? own : mattersOf(state.questions.at(-1) ?? '');
}

/** The best passage of each article within reach, best first. */
function inReach(lookup: Lookup | undefined): Passage[] {
  const passages = new Map<string, Passage>();
  for (const { passage, confidence } of lookup?.candidates ?? [])
    if (confidence >= reach && passages.size < mostInReach && !passages.has(passage.articleId))
      passages.set(passage.articleId, passage);
  return [...passages.values()];
}

/** A value that is found when it is first asked for, and then kept. */
export function once<T>(find: () => T): () => T {
  let found: { readonly value: T } | undefined;
  return () => {
    found ??= { value: find() };
    return found.value;
  };
}
