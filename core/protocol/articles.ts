import type { ArticleStatus } from '../terms/article.ts';
import type { Language } from '../terms/language.ts';
import type { ArticleView } from './views.ts';

/** A page of articles, and what the whole knowledge base offers to narrow it by. */
export interface ArticleList {
  readonly articles: readonly ArticleView[];
  /** Of all that match. */
  readonly total: number;
  readonly topics: readonly string[];
  readonly products: readonly string[];
  /** Whatever the filter; under `published` also what answers below a newer draft. */
  readonly counts: Readonly<Record<ArticleStatus, number>>;
  /** Of a search: the sought words as they stand in the titles of this page. */
  readonly marks?: readonly string[];
  /** Of a search: its words as they may have been meant, where something was found by these. */
  readonly meant?: string;
}

/** Where a passage that an answer cited stands in the text that is in force now. */
export interface CitedPlace {
  /** Null where nothing of it is left. */
  readonly ordinal: number | null;
  /** `same` to the letter, `changed` since it was cited, or `gone`. */
  readonly change: 'same' | 'changed' | 'gone';
}

/** An article as everybody may read it: what is in force. */
export interface PublicArticle {
  readonly id: string;
  readonly language: Language;
  readonly title: string;
  readonly body: string;
  readonly topic: string;
  readonly version: number;
  /** Since when this text stands. */
  readonly updatedAt: number;
  readonly effectiveFrom: number | null;
  /** From when on it no longer holds. */
  readonly expiresAt: number | null;
  /** Where the passage that was asked for stands now. */
  readonly place?: CitedPlace;
}
