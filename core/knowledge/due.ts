import type { Article } from '../terms/article.ts';
import { type Edition, livingOf } from './in-force.ts';

/** So long before its last moment an article is said to end soon: a week to write the next one. */
export const endsSoonMs = 7 * 24 * 3_600_000;

/** What time has to say about an article, for a list to mark it. Times in epoch milliseconds. */
export interface Due {
  /** The version that answers now. */
  readonly inForce: { readonly version: number; readonly until: number | null } | null;
  /** The version that will answer next. */
  readonly scheduled: { readonly version: number; readonly from: number } | null;
  /** What is in force ends within a week, and nothing follows. */
  readonly endsSoon: boolean;
  /** Its owner promised to look at it, and the day has come. */
  readonly reviewDue: boolean;
}

export function dueOf(
  article: Pick<Article, 'reviewAt' | 'status'> & { readonly editions: readonly Edition[] },
  at: number,
): Due {
  const living = livingOf(article.editions, at);
  const current = living.find(({ effectiveFrom }) => (effectiveFrom ?? at) <= at);
  const next = living.find(({ effectiveFrom }) => (effectiveFrom ?? at) > at);
  const until = current?.endsAt ?? null;
  return {
    inForce: current ? { version: current.version, until } : null,
    scheduled: next ? { version: next.version, from: next.effectiveFrom! } : null,
    endsSoon: until !== null && until - at <= endsSoonMs && next?.effectiveFrom !== until,
    reviewDue: article.reviewAt != null && article.reviewAt <= at && article.status !== 'archived',
  };
}
