import type { Language } from '../terms/language.ts';
import type { OwnedThing } from '../terms/owned-thing.ts';
import type { Emotion } from '../terms/perception.ts';
import type { Complexity, Risk } from '../terms/triage.ts';

/** What is known of a contact without asking the store. */
export interface ContactFacts {
  /** What the host site told, such as `tier`. */
  readonly attributes: Readonly<Record<string, string>>;
  /** The host site vouched for who this is. */
  readonly verified: boolean;
  /** The dearest of the orders that the host site told of, in its currency; null where none is known. */
  readonly orderValue: number | null;
  /** What they have or wait for, by the same host site. */
  readonly owned?: readonly OwnedThing[];
}

/** Of whom nothing is known. */
export const nobodysFacts: ContactFacts = { attributes: {}, verified: false, orderValue: null };

/** Everything that the rules of triage may ask of one turn. */
export interface TriageFacts {
  /** The words as they were said; empty where a person was asked for by a tap. */
  readonly text: string;
  /** The same as the rules of perception read them: lower case, simplified, without gaps. */
  readonly read: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly channel: string;
  readonly language: Language;
  /** The topics and ids of the articles that the question leads to; none where it leads nowhere. Asked only by need. */
  readonly topics: () => readonly string[];
  /** What the turn is (`question`, `thanks` …) and what it is about (`logistics`, `product` …). */
  readonly intents: () => readonly string[];
  readonly risks: readonly Risk[];
  readonly emotion: Emotion;
  readonly intensity: number;
  readonly labels: readonly string[];
  readonly contact: ContactFacts;
  readonly complexity: Complexity;
  /** Turns in a row that brought the customer no further, this one included. */
  readonly failedAnswers: number;
  /** The customer's messages to the assistant, this one included. */
  readonly turns: number;
  /** 0..1; null where nothing was looked up. */
  readonly confidence: number | null;
  readonly reopenings: number;
}
