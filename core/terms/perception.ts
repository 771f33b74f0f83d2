import type { Language } from './language.ts';
import type { Risk } from './triage.ts';

export type Emotion = 'angry' | 'anxious' | 'sad' | 'surprised' | 'pleased' | 'neutral';

/** What was understood of one customer message, with the words that carried each signal. */
export interface Perception {
  readonly language: Language;
  /** The customer asks for a person, in whatever words. */
  readonly wantsHuman: boolean;
  readonly emotion: Emotion;
  /** 0 (calm) to 1 (furious, desperate). */
  readonly intensity: number;
  /** What kind of turn this is; only a `question` is looked up in the knowledge base. */
  readonly act: 'question' | 'greeting' | 'thanks' | 'confirmation' | 'denial' | 'farewell' | 'empty';
  /** What it means beyond its question. Absent in what was perceived before risks were looked for. */
  readonly risks?: readonly Risk[];
  /** Matched words, for the explanation: `{ signal: 'wantsHuman', words: ['转人工'] }`. */
  readonly evidence: readonly { readonly signal: string; readonly words: readonly string[] }[];
}
