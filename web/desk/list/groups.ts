import type { ConversationSummary } from '../../../core/protocol/views.ts';

/** One head of the waiting list with what stands under it. `queueId` is null for what needs somebody now. */
export interface Group {
  readonly key: string;
  readonly queueId: string | null;
  readonly rows: readonly ConversationSummary[];
  /** Since when the first of those who wait at the screen waits; null without any. */
  readonly longestSince: number | null;
}

/** What the waiting list shows: everything, one queue, or what customers left behind. */
export type QueueFilter = 'all' | 'left' | { readonly queueId: string };

/** The customer is not at the screen: a message, or a callback whose time has not come. */
export function isLeft({ leftMessage }: ConversationSummary, now: number): boolean {
  if (!leftMessage) return false;
  return leftMessage.slotFrom === null || leftMessage.slotFrom > now;
}

/**
 * The waiting list by queue, in the order of `queueIds` (queues that are not named come last). What has an alert
 * stands on top of everything; inside a queue those at the screen come first, in the order of `rows`, then callbacks
 * by their time and messages by their age.
 */
export function groupsOf(
  rows: readonly ConversationSummary[],
  queueIds: readonly string[],
  filter: QueueFilter,
  now: number,
): readonly Group[] {
  const wanted = rows.filter((row) =>
    filter === 'all' ? true : filter === 'left' ? row.leftMessage !== null : row.queueId === filter.queueId,
  );
  const alerts = wanted.filter((row) => row.alert !== null);
  const byQueue = new Map<string, ConversationSummary[]>(queueIds.map((id) => [id, []]));
  for (const row of wanted) {
    if (row.alert !== null) continue;
    const id = row.queueId ?? '';
    byQueue.set(id, [...(byQueue.get(id) ?? []), row]);
  }
  const groups = [...byQueue].map(([queueId, its]) => groupOf(queueId, its, now));
  return [...(alerts.length > 0 ? [groupOf(null, alerts, now)] : []), ...groups].filter(
    (group) => group.rows.length > 0,
  );
}

function groupOf(queueId: string | null, rows: readonly ConversationSummary[], now: number): Group {
  const live = rows.filter((row) => !isLeft(row, now));
  const left = rows
    .filter((row) => isLeft(row, now))
    .sort((one, other) => leftOrder(one) - leftOrder(other) || (one.id < other.id ? -1 : 1));
  const since = live.map((row) => row.waitingSince).filter((at) => at !== null);
  return {
    key: queueId ?? 'alerts',
    queueId,
    rows: [...live, ...left],
    longestSince: since.length > 0 ? Math.min(...since) : null,
  };
}

function leftOrder({ leftMessage }: ConversationSummary): number {
  return leftMessage?.slotFrom ?? leftMessage?.at ?? 0;
}
