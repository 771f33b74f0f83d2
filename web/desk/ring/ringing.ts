import type { ConversationSummary } from '../../../core/protocol/views.ts';

/** Something that rings: offered to this agent until a moment, or free to be taken by anybody. */
export interface Ringing {
  readonly summary: ConversationSummary;
  /** Epoch milliseconds; null where no time runs out. */
  readonly until: number | null;
  /** The same conversation that comes back rings again. */
  readonly key: string;
}

/**
 * What rings for this agent, what runs out first on top. An offer rings whatever the status, since somebody waits for
 * the answer; what waits in a queue from which agents take for themselves rings only for who is online. `rows` are the
 * waiting conversations in the order in which they are to be served.
 */
export function ringingOf(
  rows: readonly ConversationSummary[],
  me: { readonly id: string; readonly isOnline: boolean },
  pullQueueIds: ReadonlySet<string>,
  now: number,
): readonly Ringing[] {
  const offered = rows
    .flatMap((summary) => {
      const { offer } = summary;
      if (offer?.agentId !== me.id || offer.until <= now) return [];
      return [{ summary, until: offer.until, key: `${summary.id}@${offer.at}` }];
    })
    .sort((left, right) => left.until - right.until);
  const free = me.isOnline
    ? rows
        .filter(
          ({ offer, queueId, leftMessage }) =>
            offer === null && leftMessage === null && queueId !== null && pullQueueIds.has(queueId),
        )
        .map((summary) => ({ summary, until: null, key: `${summary.id}@${summary.waitingSince ?? 0}` }))
    : [];
  return [...offered, ...free];
}
