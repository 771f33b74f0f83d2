import type { Language } from './language.ts';

/** `draft` waits for a reviewer, `published` answers customers, `archived` answers nobody and is kept. */
export type ArticleStatus = 'draft' | 'published' | 'archived';

/** One piece of knowledge (知识): a question that customers ask and its answer in Markdown. */
export interface Article {
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
}

/** A part of an article that can answer by itself: the unit of retrieval and of citation. */
export interface Passage {
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
