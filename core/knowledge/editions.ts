import type { Article } from '../terms/article.ts';

/** A published version of an article with the time in which it answers: from `from` until before `until`. */
export interface Edition {
  readonly article: Article;
  /** Epoch milliseconds; the infinities where there is no limit. */
  readonly from: number;
  readonly until: number;
  /** The one that counts where nobody asks for a time. */
  readonly isMain: boolean;
}

const startOf = ({ effectiveFrom }: Article) => effectiveFrom ?? Number.NEGATIVE_INFINITY;
const endOf = ({ expiresAt }: Article) => expiresAt ?? Number.POSITIVE_INFINITY;

/**
 * The editions of one article in the order of their times, which never overlap: each ends where the next begins, and
 * of two that begin together the later version counts. Versions that are not published, or that are never in force,
 * are none. Without a time the one without a beginning counts, else the one that begins last.
 */
export function editionsOf(versions: readonly Article[]): Edition[] {
  const inOrder = versions
    .filter(({ status }) => status === 'published')
    .sort((one, other) => compare(startOf(one), startOf(other)) || one.version - other.version);
  const kept = inOrder.flatMap((article, place) => {
    const next = inOrder[place + 1];
    const from = startOf(article);
    const until = next ? Math.min(endOf(article), startOf(next)) : endOf(article);
    return from < until ? [{ article, from, until }] : [];
  });
  const main = kept.find(({ from }) => from === Number.NEGATIVE_INFINITY) ?? kept.at(-1);
  return kept.map((edition) => ({ ...edition, isMain: edition === main }));
}

/** Unlike a difference also right for two infinities. */
const compare = (one: number, other: number) => (one < other ? -1 : one > other ? 1 : 0);
