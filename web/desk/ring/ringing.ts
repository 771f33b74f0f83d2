import type { ConversationSummary } from '../../../core/protocol/views.ts';
import { isLeft } from '../list/groups.ts';

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
 * the answer; what waits in a queue from which agents take for themselves rings only for who is online, a call from its time on. `rows` are the
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
          (row) =>
            row.offer === null && !isLeft(row, now) && row.queueId !== null && pullQueueIds.has(row.queueId),
        )
        .map((summary) => {
          const since = summary.leftMessage?.slotFrom ?? summary.waitingSince ?? 0;
          return { summary, until: null, key: `${summary.id}@${since}` };
        })
    : [];
  return [...offered, ...free];
}
