import type { Language } from './language.ts';

/**
 * `draft` is being written, `review` waits for a reviewer, `published` answers while it is in force, `expired` has
 * passed its last day, `archived` answers nobody and is kept.
 */
export type ArticleStatus = 'draft' | 'review' | 'published' | 'expired' | 'archived';

/** Who may be told it: customers and staff, or staff alone (内部). */
export type Audience = 'everyone' | 'staff';

/**
 * When and where a version of an article answers. What is missing does not narrow: no inboxes are all inboxes, no date
 * is no limit.
 */
export interface ArticleReach {
  /** `everyone` where it is missing. */
  readonly audience?: Audience;
  readonly inboxIds?: readonly string[];
  /** Names of products, as the team writes them. */
  readonly products?: readonly string[];
  /** Epoch milliseconds: in force from then on. A later one is the scheduled next version. */
  readonly effectiveFrom?: number | null;
  /** Epoch milliseconds: no longer in force from then on. */
  readonly expiresAt?: number | null;
}

/** One piece of knowledge (知识): a question that customers ask and its answer in Markdown. */
export interface Article extends ArticleReach {
  readonly id: string;
  readonly language: Language;
  /** The question or topic, as a customer would say it. */
  readonly title: string;
  /** Other ways in which customers ask the same. */
  readonly similarQuestions: readonly string[];
  /** Markdown; headings cut it into passages. */
  readonly body: string;
  readonly topic: string;
  readonly status: ArticleStatus;
  /** Rises by one with every saved change. */
  readonly version: number;
  /** The article of the same content in the other language. */
  readonly translationOf?: string;
  /** The conversation from which a draft was learned. */
  readonly sourceConversationId?: string;
  /** The agent who answers for it, and when they promised to look at it again (epoch milliseconds). */
  readonly ownerId?: string | null;
  readonly reviewAt?: number | null;
}

/** A part of an article that can answer by itself: the unit of retrieval and of citation. */
export interface Passage extends Pick<ArticleReach, 'audience' | 'products' | 'effectiveFrom' | 'expiresAt'> {
  readonly articleId: string;
  readonly articleVersion: number;
  readonly language: Language;
  readonly topic: string;
  /** Position in the article, from 0. */
  readonly ordinal: number;
  readonly title: string;
  /** The headings above the passage, outermost first; empty for the opening. */
  readonly headings: readonly string[];
  readonly similarQuestions: readonly string[];
  /** Markdown of the passage itself. */
  readonly text: string;
}

/** What a sentence of an answer rests on: shown as a link to the source. */
export interface Citation {
  readonly articleId: string;
  readonly articleVersion: number;
  readonly ordinal: number;
  readonly title: string;
}
