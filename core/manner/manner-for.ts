import type { Language } from '../terms/language.ts';
import { fill } from '../text/fill.ts';
import { closingText, leadText, matterWord, type Phrasings } from '../text/manner.ts';
import { acknowledgementText, bereavedText } from '../text/manner-acknowledgements.ts';
import { turnText } from '../text/manner-turns.ts';
import { apologisesIn } from './apology.ts';
import { type ChosenPhrase, choosePhrase } from './choose-phrase.ts';
import { type Felt, isStrained, leastFelt, wasFeltBefore } from './feeling.ts';

/** What the manner of one turn rests on. */
export interface MannerFacts extends Felt {
  /** The feelings of the earlier messages, oldest first. */
  readonly course: readonly Felt[];
  /** The assistant has said sorry in this conversation. */
  readonly apologisedBefore: boolean;
  /** As `troubleIn` names it. */
  readonly trouble: string | null;
  /** What the message is about, as codes of `matterWord`. */
  readonly matters: readonly string[];
  /** The message tells of a death. */
  readonly isBereaved?: boolean;
  /** The conversation and the turn: the same choose the same words. */
  readonly seed: string;
  /** Ids of the phrases said before, oldest first. */
  readonly spoken: readonly string[];
}

export type MannerAction = 'answer' | 'clarify' | 'offer-human' | 'hand-off';

export interface MannerOf {
  readonly language: Language;
  readonly action: MannerAction;
  /** The answer opens with how long things take. */
  readonly hasTime?: boolean;
  /** The message shows the button to a person. */
  readonly offersHuman?: boolean;
  /** The answer was given before. */
  readonly isAgain?: boolean;
  /** One title to choose, not several. */
  readonly isOnlyChoice?: boolean;
}

/** How the words are to be, whoever writes them. */
export interface MannerStyle {
  readonly tone: 'plain' | 'brief' | 'calm' | 'warm' | 'explaining' | 'light';
  /** Short sentences, the solution first, nothing cheerful. */
  readonly isStrained: boolean;
  /** Nobody has said sorry yet, and there is a reason to. */
  readonly apologises: boolean;
}

export interface Manner {
  /** What meets the feeling, before everything else; null where there is none to meet. */
  readonly acknowledgement: string | null;
  /** What leads to the answer, or the question or offer itself. */
  readonly lead: string | null;
  readonly style: MannerStyle;
  /** What happens next, and who does it. */
  readonly closing: string | null;
  /** Ids of the phrases chosen, for the log. */
  readonly phrases: readonly string[];
}

type Met = keyof typeof acknowledgementText;

/**
 * How one turn of the assistant meets the customer's mood: the feeling and its cause are named first, sorry is said
 * once in a conversation, then comes the answer, then what happens next. A calm customer is not slowed down.
 * Pure and deterministic.
 */
export function mannerFor(facts: MannerFacts, of: MannerOf): Manner {
  const chosen: ChosenPhrase[] = [];
  const say = (slot: string, phrasings: Phrasings, inOrder = false): string => {
    const phrase = choosePhrase(slot, phrasings, { ...facts, language: of.language }, inOrder);
    chosen.push(phrase);
    return phrase.text;
  };
  const acknowledgement = acknowledge(facts, of, say);
  const lead = leadOf(facts, of, say);
  const closing = closingOf(facts, of, say);
  return {
    acknowledgement,
    lead,
    closing,
    style: {
      tone: toneOf(facts),
      isStrained: isStrained(facts),
      apologises: acknowledgement !== null && apologisesIn(acknowledgement),
    },
    phrases: chosen.map(({ id }) => id),
  };
}

const bereaved = 'bereaved';

type Say = (slot: string, phrasings: Phrasings, inOrder?: boolean) => string;

/** The feeling that is met; being pleased needs no meeting, it would only slow the customer down. */
function metIn({ emotion, intensity }: Felt): Met | null {
  return intensity >= leastFelt && emotion in acknowledgementText ? (emotion as Met) : null;
}

function acknowledge(facts: MannerFacts, { language, action }: MannerOf, say: Say): string | null {
  if (facts.isBereaved) {
    // Once is sympathy, twice is a formula.
    const isSaid = facts.spoken.some((id) => id.startsWith(`${bereaved}/`));
    return isSaid ? null : say(bereaved, bereavedText);
  }
  const met = metIn(facts);
  if (met === null || (met === 'surprised' && action === 'hand-off')) return null;
  const isAgain = met === 'anxious' ? wasFeltBefore(facts, facts.course) : facts.apologisedBefore;
  const stage = isAgain ? 'again' : 'first';
  const texts = acknowledgementText[met][stage];
  if (facts.trouble !== null)
    return filled(say(`${met}.${stage}.trouble`, texts.trouble), 'trouble', facts.trouble);
  const matter = Object.keys(matterWord).find((code) => facts.matters.includes(code));
  if (matter !== undefined)
    return filled(say(`${met}.${stage}.matter`, texts.matter), 'matter', matterWord[matter]![language]);
  return say(`${met}.${stage}.plain`, texts.plain);
}

/** `{trouble}` as it is, `{Trouble}` with a capital: it begins the sentence. */
export function filled(phrase: string, name: 'trouble' | 'matter', value: string): string {
  const capital = name[0]!.toUpperCase() + name.slice(1);
  return fill(phrase, { [name]: value, [capital]: value[0]!.toUpperCase() + value.slice(1) });
}

function leadOf(facts: MannerFacts, { action, hasTime, isOnlyChoice }: MannerOf, say: Say): string | null {
  const strained = isStrained(facts);
  switch (action) {
    case 'answer': {
      const met = metIn(facts);
      if (met === null) return null;
      if (met !== 'surprised' && facts.trouble === null) return say('lead.answer', leadText.answer);
      return met === 'anxious' && hasTime
        ? say('lead.anxious-time', leadText.anxiousWithTime)
        : say(`lead.${met}`, leadText[met]);
    }
    case 'clarify':
      if (isOnlyChoice) return say('clarify-one', turnText.clarifyOne, true);
      return strained
        ? say('clarify-strained', turnText.clarifyStrained)
        : say('clarify', turnText.clarify, true);
    case 'offer-human':
      return strained
        ? say('unknown-strained', turnText.unknownStrained)
        : say('unknown', turnText.unknown, true);
    case 'hand-off':
      return null;
  }
}

function closingOf(facts: MannerFacts, { action, offersHuman, isAgain }: MannerOf, say: Say): string | null {
  if (action !== 'answer') return null;
  if (isStrained(facts)) {
    if (offersHuman) return say('closing.with-person', closingText.withPerson);
    return facts.trouble === null
      ? say('closing.more', closingText.more)
      : say('closing.asks', closingText.asks);
  }
  return isAgain ? say('closing.unsolved', closingText.unsolved, true) : null;
}

function toneOf({ emotion, intensity }: Felt): MannerStyle['tone'] {
  if (intensity < leastFelt) return 'plain';
  const tones = {
    angry: 'brief',
    anxious: 'calm',
    sad: 'warm',
    surprised: 'explaining',
    pleased: 'light',
    neutral: 'plain',
  } as const;
  return tones[emotion];
}
