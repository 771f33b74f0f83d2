import type { TriageCondition } from '../terms/triage.ts';
import type { TriageFacts } from './facts.ts';

/** What a condition is held against: the facts, and what was settled on the way. */
export interface ConditionContext {
  readonly facts: TriageFacts;
  /** The contact's segment; null before it is known, and for contacts of none. */
  readonly segment: string | null;
  /** Labels of the conversation and of the rules that held before. */
  readonly labels: readonly string[];
  /** Whether a calendar is open at a moment. A calendar that does not exist is open. */
  readonly isOpen: (calendarId: string, at: number) => boolean;
}

/** Whether a condition holds. Nothing that is not known fulfils a condition, whichever way it is put. */
export function holds(condition: TriageCondition, context: ConditionContext): boolean {
  const { facts } = context;
  switch (condition.on) {
    case 'topic':
      return facts.topics().some((topic) => condition.is.includes(topic));
    case 'channel':
      return condition.is.includes(facts.channel);
    case 'segment':
      return context.segment !== null && condition.is.includes(context.segment);
    case 'label':
      return condition.is.some((label) => context.labels.includes(label));
    case 'intent': {
      const intents = facts.intents();
      return condition.is.some((intent) => intents.includes(intent));
    }
    case 'language':
      return condition.is.includes(facts.language);
    case 'risk':
      return facts.risks.some((risk) => condition.is.includes(risk));
    case 'emotion':
      return (
        condition.is.includes(facts.emotion) &&
        (condition.minimumIntensity === undefined || facts.intensity >= condition.minimumIntensity)
      );
    case 'words':
      return wordsFound(condition, facts).length > 0;
    case 'attribute': {
      const value = attributeOf(facts, condition.name);
      return value !== undefined && lowered(condition).includes(value.trim().toLowerCase());
    }
    case 'verified':
      return facts.contact.verified === condition.is;
    case 'open':
      return context.isOpen(condition.calendarId, facts.at) === condition.is;
    default: {
      const value = numberOf(condition.on, facts);
      return (
        value !== null && value >= (condition.atLeast ?? -Infinity) && value <= (condition.atMost ?? Infinity)
      );
    }
  }
}

/** What a condition looked at, for the explanation. */
export function actualOf(
  condition: TriageCondition,
  context: ConditionContext,
): string | number | boolean | readonly string[] | null {
  const { facts } = context;
  switch (condition.on) {
    case 'topic':
      return facts.topics();
    case 'channel':
      return facts.channel;
    case 'segment':
      return context.segment;
    case 'label':
      return context.labels;
    case 'intent':
      return facts.intents();
    case 'language':
      return facts.language;
    case 'risk':
      return facts.risks;
    case 'emotion':
      return [facts.emotion, String(facts.intensity)];
    case 'words':
      return wordsFound(condition, facts);
    case 'attribute':
      return attributeOf(facts, condition.name) ?? null;
    case 'verified':
      return facts.contact.verified;
    case 'open':
      return context.isOpen(condition.calendarId, facts.at);
    default:
      return numberOf(condition.on, facts);
  }
}

type NumberCondition = Extract<TriageCondition, { readonly atLeast?: number }>;

function numberOf(on: NumberCondition['on'], facts: TriageFacts): number | null {
  switch (on) {
    case 'orderValue':
      return facts.contact.orderValue;
    case 'complexity':
      return facts.complexity.score;
    case 'failedAnswers':
      return facts.failedAnswers;
    case 'turns':
      return facts.turns;
    case 'confidence':
      return facts.confidence;
    case 'reopenings':
      return facts.reopenings;
  }
}

/** The values of a condition in lower case, made once for each condition of a policy. */
const loweredValues = new WeakMap<object, readonly string[]>();

function lowered(condition: { readonly is: readonly string[] }): readonly string[] {
  let values = loweredValues.get(condition);
  if (!values) {
    values = condition.is.map((value) => value.normalize('NFKC').trim().toLowerCase());
    loweredValues.set(condition, values);
  }
  return values;
}

/** Which of its words stand in the message, as it was typed or as it is read. A Latin word stands there whole. */
function wordsFound(condition: { readonly is: readonly string[] }, facts: TriageFacts): string[] {
  if (facts.text === '') return [];
  const typed = facts.text.toLowerCase();
  return lowered(condition).filter((word) => standsIn(facts.read, word) || standsIn(typed, word));
}

/** Attributes may be called anything, also `constructor`. */
function attributeOf({ contact: { attributes } }: TriageFacts, name: string): string | undefined {
  return Object.hasOwn(attributes, name) ? attributes[name] : undefined;
}

const isLatin = (character: string | undefined) =>
  character !== undefined && character >= 'a' && character <= 'z';

/** A word that was found inside other words this often is not looked for further: it costs time and means nothing. */
const mostCut = 100;

function standsIn(text: string, word: string): boolean {
  if (word === '') return false;
  let cut = 0;
  for (let at = text.indexOf(word); at >= 0 && cut < mostCut; at = text.indexOf(word, at + 1), cut++) {
    const cutsBefore = isLatin(word[0]) && isLatin(text[at - 1]);
    const cutsAfter = isLatin(word.at(-1)) && isLatin(text[at + word.length]);
    if (!cutsBefore && !cutsAfter) return true;
  }
  return false;
}
