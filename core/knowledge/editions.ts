import type { Article } from '../terms/article.ts';
import { livingOf } from './in-force.ts';

/** A published version of an article with the time in which it answers: from `from` until before `until`. */
export interface Edition {
  readonly article: Article;
  /** Epoch milliseconds; the infinities where there is no limit. */
  readonly from: number;
  readonly until: number;
  /** The one that counts where nobody asks for a time. */
  readonly isMain: boolean;
}

/**
 * The editions of one article as an index holds them, in the order of their times, by the rule of `in-force.ts`: they
 * never overlap, and a later version stands for everything from its own beginning on. Versions that are not published,
 * or that are never in force, are none. Without a time the one without a beginning counts, else the one that begins
 * last.
 */
export function editionsOf(versions: readonly Article[]): Edition[] {
  const published = versions
    .filter(({ status }) => status === 'published')
    .map((article) => {
      const { version, effectiveFrom = null, expiresAt = null } = article;
      return { article, version, effectiveFrom, expiresAt };
    });
  const kept = livingOf(published, Number.NEGATIVE_INFINITY).map(({ article, effectiveFrom, endsAt }) => ({
    article,
    from: effectiveFrom ?? Number.NEGATIVE_INFINITY,
    until: endsAt ?? Number.POSITIVE_INFINITY,
  }));
  const main = kept.find(({ from }) => from === Number.NEGATIVE_INFINITY) ?? kept.at(-1);
  return kept.map((edition) => ({ ...edition, isMain: edition === main }));
}
