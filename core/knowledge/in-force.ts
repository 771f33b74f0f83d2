import type { ArticleReach, ArticleStatus } from '../terms/article.ts';

/** The window in which a published version answers, as its writer wants it. Epoch milliseconds. */
export interface Edition extends Pick<ArticleReach, 'effectiveFrom' | 'expiresAt'> {
  readonly version: number;
}

/** An edition with the time from which it no longer answers: its own last day, or the next one's first. */
export type InForce<E extends Edition> = E & { readonly endsAt: number | null };

const beginningOf = ({ effectiveFrom }: Edition) => effectiveFrom ?? Number.NEGATIVE_INFINITY;

/**
 * The versions of an article that answer now or later, once `saved` was saved at `at`, oldest first.
 *
 * A published version stands for everything from its first moment on: what was to begin no earlier is replaced, what
 * began earlier answers until then. So no two ever answer together. A draft and what waits for review change nothing;
 * an archived or expired version ends them all.
 *
 * @param before what answered before, with the windows as their writers wanted them: an end that a scheduled version
 *   set is found anew, so that putting the schedule off does not leave a gap
 */
export function editionsAfter<E extends Edition>(
  before: readonly E[],
  saved: E & { readonly status: ArticleStatus },
  at: number,
): InForce<E>[] {
  if (saved.status === 'archived' || saved.status === 'expired') return [];
  if (saved.status !== 'published') return livingOf(before, at);
  const start = Math.max(beginningOf(saved), at);
  const earlier = before.filter((edition) => edition.version < saved.version && beginningOf(edition) < start);
  return livingOf([...earlier, saved], at);
}

/** Those of an article's editions that are not over at `at`, oldest first, each with its end. */
export function livingOf<E extends Edition>(editions: readonly E[], at: number): InForce<E>[] {
  const sorted = editions.toSorted((one, other) => one.version - other.version);
  return sorted
    .map((edition, place) => {
      const next = Math.min(...sorted.slice(place + 1).map(beginningOf));
      const end = Math.min(edition.expiresAt ?? Number.POSITIVE_INFINITY, next);
      return { ...edition, endsAt: end === Number.POSITIVE_INFINITY ? null : end };
    })
    .filter((edition) => (edition.endsAt ?? Number.POSITIVE_INFINITY) > Math.max(at, beginningOf(edition)));
}

/** The edition that answers at `at`; undefined where none does. */
export function editionAt<E extends Edition>(editions: readonly E[], at: number): InForce<E> | undefined {
  return livingOf(editions, at).find((edition) => beginningOf(edition) <= at);
}

/** When the next of these editions begins or ends after `at`; null when time changes nothing any more. */
export function nextTurn(editions: readonly Edition[], at: number): number | null {
  const turns = livingOf(editions, at)
    .flatMap((edition) => [edition.effectiveFrom, edition.endsAt])
    .filter((turn) => typeof turn === 'number' && turn > at) as number[];
  return turns.length > 0 ? Math.min(...turns) : null;
}
