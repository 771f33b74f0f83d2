import type { Language } from './language.ts';
import type { Risk } from './triage.ts';

export const emotions = ['angry', 'anxious', 'sad', 'surprised', 'pleased', 'neutral'] as const;

export type Emotion = (typeof emotions)[number];

/** The label of what is none of the intents, where a person gives it. */
export const outOfScope = 'out-of-scope';

/** What an agent may put right of a message: its feeling, its intent, whether it asks for a person. */
export type CorrectedMatter = 'emotion' | 'intent' | 'wish';

/** What was understood of one customer message, with the words that carried each signal. */
export interface Perception {
  readonly language: Language;
  /** The customer asks for a person, in whatever words. */
  readonly wantsHuman: boolean;
  readonly emotion: Emotion;
  /** 0 (calm) to 1 (furious, desperate). */
  readonly intensity: number;
  /**
   * How far it attacks a person, 0 (not at all) to 1 (surely), apart from how angry it is: 0.5 and more is abuse.
   * Absent in what was perceived before abuse was looked for.
   */
  readonly abuse?: number;
  /** What kind of turn this is; only a `question` is looked up in the knowledge base. */
  readonly act: 'question' | 'greeting' | 'thanks' | 'confirmation' | 'denial' | 'farewell' | 'empty';
  /** What it means beyond its question. Absent in what was perceived before risks were looked for. */
  readonly risks?: readonly Risk[];
  /** What is asked, as the installation's own examples tell; absent where nothing was learned yet. */
  readonly intent?: {
    readonly name: string;
    /** 0 to 1: of those with 0.8 four in five are right. */
    readonly probability: number;
    readonly outOfScope: boolean;
    /** 0 to 1; absent in what was perceived before it was kept. */
    readonly outOfScopeProbability?: number;
  };
  /** Matched words, for the explanation: `{ signal: 'wantsHuman', words: ['转人工'] }`. */
  readonly evidence: readonly { readonly signal: string; readonly words: readonly string[] }[];
  /** The version of each learned model that was asked, by its name; absent where rules alone perceived. */
  readonly weights?: Readonly<Record<string, string>>;
}

/** What a configured model made of a message that the rules had read: asked beside them, never instead. */
export interface Opinion {
  /** The model's name. */
  readonly model: string;
  /** Probabilities, 0 to 1: that the customer asks for a person, and that a person should serve, asked for or not. */
  readonly wantsHuman: number;
  readonly needsHuman: number;
  readonly emotion: Emotion;
  /** 0 to 1. */
  readonly intensity: number;
  readonly risks: readonly Risk[];
  /** The name of an intent that is known, or `outOfScope`; absent where the model named none. */
  readonly intent?: string;
}

/** What the rules and the model may see differently. */
export const disagreementMatters = ['wish', 'need', 'mood', 'risk', 'intent'] as const;

export type DisagreementMatter = (typeof disagreementMatters)[number];

/** One matter on which the two differ, and what each of them says: a share, an emotion, a risk or an intent. */
export interface Disagreement {
  readonly on: DisagreementMatter;
  readonly rules: string | number;
  readonly model: string | number;
}

/** A feeling and its strength at one message. */
export interface MoodPoint {
  readonly emotion: Emotion;
  /** 0 to 1. */
  readonly intensity: number;
}

/** How a customer's mood went over a conversation. */
export interface MoodCourse {
  readonly now: MoodPoint;
  /** Whether the strain on the customer grows. */
  readonly trend: 'rising' | 'falling' | 'steady';
  /** The most strained message, with its place among the moods; `null` where nothing strained them. */
  readonly peak: (MoodPoint & { readonly place: number }) | null;
}
