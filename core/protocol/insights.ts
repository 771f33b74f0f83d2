import type { ArticleTrouble } from '../terms/article-trouble.ts';
import type { Language } from '../terms/language.ts';
import type { QuestionCause } from '../terms/question-outcome.ts';

/** All times in these shapes are epoch milliseconds. */

/** A message that stands for others, without personal data, with where it was said. */
export interface Example {
  readonly text: string;
  readonly conversationId: string;
  readonly at: number;
}

/** What an hour of an agent costs: an assumption until somebody sets it. */
export interface InsightSettings {
  readonly hourlyRate: number;
  /** As it is written before the amount: ¥, $ … */
  readonly currency: string;
  /** Nobody has set it: the figures rest on our assumption. */
  readonly isAssumed: boolean;
}

/** Questions that ask the same and were not, or badly, answered. */
export interface Gap {
  readonly id: string;
  readonly language: Language;
  readonly name: string;
  /** Questions of the period that were not, or badly, answered; of those how many not at all. */
  readonly size: number;
  readonly unanswered: number;
  /** All questions about it in the period, answered ones too. */
  readonly asked: number;
  /** `size` of the period before. */
  readonly before: number;
  /** `size` by day, oldest first. */
  readonly trend: readonly number[];
  readonly causes: readonly { readonly cause: QuestionCause; readonly count: number }[];
  readonly examples: readonly Example[];
  readonly agentMs: number;
  /** The article that was used to answer it, badly. */
  readonly articleId: string | null;
  /** The draft that was begun from it. */
  readonly draftId: string | null;
}

/** A topic that rises, or rose. */
export interface RisingAlert {
  readonly id: string;
  readonly name: string;
  readonly language: Language;
  /** The first message of the rise, when it was raised, and when it was over. */
  readonly startedAt: number;
  readonly raisedAt: number;
  readonly endedAt: number | null;
  /** Conversations within the span in which it shows best, and how many are usual. */
  readonly windowMinutes: number;
  readonly count: number;
  readonly expected: number;
  /** So often a week chance alone would raise as much. */
  readonly chancePerWeek: number;
  /** Conversations since it began. */
  readonly total: number;
  /** By ten minutes, oldest first, up to the present or its end. */
  readonly trend: readonly number[];
  readonly examples: readonly Example[];
  /** The drafted article. */
  readonly articleId: string | null;
  readonly acknowledgedBy: string | null;
  readonly dismissedBy: string | null;
}

/** Something that customers ask for and no article offers. */
export interface Demand {
  readonly key: string;
  readonly object: string;
  readonly count: number;
  readonly before: number;
  readonly trend: readonly number[];
  readonly examples: readonly Example[];
}

/** An article that needs somebody. */
export interface ArticleHealth {
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  readonly answered: number;
  readonly updatedAt: number;
  readonly troubles: readonly ArticleTrouble[];
  readonly agentMs: number;
}

export type InsightKind = 'gap' | 'demand' | 'article';
