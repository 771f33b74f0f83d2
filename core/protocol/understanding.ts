import type { HandoffFactor } from '../terms/handoff-factor.ts';
import type { Language } from '../terms/language.ts';
import type { SatisfactionSign } from '../terms/satisfaction.ts';
import type { UsefulSource } from '../terms/useful-source.ts';

/** What an installation learns further from its own conversations. */
export type LearnedModel = 'intent' | 'emotion' | 'handoff' | 'retrieval';

/** What people's judgements teach as they stand, without a training: whole messages, from the same second on. */
export type TaughtMatter = 'wish' | 'risk';

/** What an example says something of. */
export type ExampleMatter = LearnedModel | TaughtMatter;

/** What somebody may see otherwise of a message. */
export type DisputedModel = Exclude<ExampleMatter, 'retrieval'>;

/** Where an example comes from. */
export type ExampleSource =
  /** Written or imported by an administrator. */
  | 'console'
  /** An article's title and similar questions, labelled by its topic. */
  | 'knowledge'
  /** An agent put right what was understood of a message. */
  | 'correction'
  /** A customer's rating says that the assistant should have handed over, or was right not to. */
  | 'rating'
  /** Handed over, and the agent only sent the article that the assistant had at hand. */
  | 'needless-handoff'
  /** The configured model understood a message otherwise, and a person said what is right. */
  | 'judged'
  /** What became of an article beside a question: `label` is its id. */
  | UsefulSource;

/** One row that a model learns from, or is measured by. */
export interface TrainingExample {
  readonly id: string;
  readonly model: ExampleMatter;
  /** The customer's words; personal data removed. */
  readonly text: string;
  /**
   * An intent's name, an emotion, an article's id, `human` and `assistant` (who ought to have served), of a wish `human`
   * or `none` (whether a person is asked for), of a risk its name or `none`.
   */
  readonly label: string;
  /** What the label stands for, where that is an article: its title. */
  readonly title?: string;
  readonly source: ExampleSource;
  readonly conversationId: string | null;
  /** The message's number in its conversation. */
  readonly seq: number | null;
  readonly author: string;
  readonly at: number;
  /** In the frozen set: versions are measured by it, and none learns from it. */
  readonly isFrozen: boolean;
  /** Of a wish or a risk: what came of it. */
  readonly ruling?: Ruling;
}

/** What a judged wish or risk comes to today. */
export interface Ruling {
  /** What all that is built in makes of the words by itself. */
  readonly builtIn: 'agrees' | 'misses' | 'false-alarm';
  /** Whether a message with these words is understood as it was judged. */
  readonly holds: boolean;
}

/** What somebody made of a message: a label as examples have it. */
export interface Judgement {
  readonly label: string;
  /** 0..1: how sure of an intent or a person needed, how strong a feeling; null where nothing was said of it. */
  readonly share: number | null;
}

/** A message that the configured model understands otherwise than Tandem, for a person to judge. */
export interface DisputedMessage {
  readonly id: string;
  /** What the judgement is about. */
  readonly model: DisputedModel;
  /** The customer's words; personal data removed. */
  readonly text: string;
  readonly tandem: Judgement;
  /** `by` is the model's name. */
  readonly opinion: Judgement & { readonly by: string };
  readonly conversationId: string;
  readonly seq: number;
  readonly at: number;
}

/** What waits for a judgement (`GET /api/understanding/disputed`), newest first. */
export interface DisputedList {
  readonly disputed: readonly DisputedMessage[];
  /** The `after` of the following page; null at the end. */
  readonly next: string | null;
  /** How many wait, on all pages. */
  readonly waiting: number;
  /** Whether a model is asked for its opinion at all. */
  readonly asksOpinion: boolean;
}

/** One training of a model. Shares are 0..1. */
export interface ModelVersion {
  readonly model: LearnedModel;
  /** From 1; 0 is what ships with Tandem. */
  readonly version: number;
  readonly trainedAt: number;
  /** Who asked for it; `null` where it was trained by itself after examples had changed. */
  readonly author: string | null;
  readonly examples: number;
  readonly frozen: number;
  /**
   * On the frozen set: accuracy, macroF1, hitsAt1, calibrationError … Of an order also what the other questions said in
   * turn: `heldBackWon` and `heldBackLost` of them, and `isChance` 1 where that is no proof.
   */
  readonly figures: Readonly<Record<string, number>>;
  /** The same of the version that was in force when this one was trained, on the same rows. */
  readonly before: Readonly<Record<string, number>>;
  readonly standing: 'in-force' | 'earlier' | 'refused';
}

/** What stands about one model (`GET /api/understanding/models`). */
export interface ModelOverview {
  readonly model: LearnedModel;
  /** 0: what ships with Tandem, or nothing where nothing ships. */
  readonly inForce: number;
  readonly isTraining: boolean;
  /** Examples that came or went since the newest version was trained. */
  readonly changedSince: number;
  readonly examples: number;
  readonly frozen: number;
  /** Newest first. */
  readonly versions: readonly ModelVersion[];
}

/** An intent with how many examples it has (`GET /api/understanding/intents`). */
export interface IntentSummary {
  readonly name: string;
  readonly examples: number;
  readonly fromKnowledge: number;
}

/** Something of the course that carried a signal; a negative weight spoke against it. */
export interface SignalFactor {
  readonly factor: HandoffFactor | SatisfactionSign;
  readonly weight: number;
}

/** One signal of a message, and the words that carried it (`POST /api/understanding/explain`). */
export interface ExplainedSignal {
  readonly signal:
    | 'language'
    | 'act'
    | 'human-request'
    | 'emotion'
    | 'abuse'
    | 'risk'
    | 'matter'
    | 'intent'
    | 'out-of-scope'
    /** Of the course of a conversation: as if the assistant had answered once and the customer went on with this. */
    | 'handoff'
    | 'satisfaction';
  readonly value: string;
  /** 0..1; null where the signal is a plain yes. */
  readonly probability: number | null;
  /** `taught`: somebody judged these very words. */
  readonly by: 'rules' | 'learned' | 'both' | 'taught';
  /** The strongest first; a negative weight spoke against it. Weights of one signal compare with each other only. */
  readonly parts: readonly { readonly words: string; readonly weight: number }[];
  /** What carried it besides words, in log odds, the strongest first. */
  readonly factors?: readonly SignalFactor[];
}

export interface Explanation {
  readonly text: string;
  readonly language: Language;
  readonly signals: readonly ExplainedSignal[];
  /** Versions that spoke, by model; 0 is what ships with Tandem. */
  readonly versions: Readonly<Partial<Record<LearnedModel, number>>>;
  /** How long the whole perception took. */
  readonly tookMs: number;
}
