import type { ConversationSummary } from '../../../core/protocol/views.ts';

/** The newest summary known of each conversation, by its id. */
export type Summaries = ReadonlyMap<string, ConversationSummary>;

/**
 * The summaries after one more has arrived, from a list or from the live connection, in whatever order. An older one
 * (by `lastSeq`) changes nothing, and what the reader has seen never becomes unseen, so duplicates and reordering are
 * harmless. Returns the same map when nothing changed.
 */
export function applySummary(summaries: Summaries, arrived: ConversationSummary): Summaries {
  const known = summaries.get(arrived.id);
  if (known && arrived.lastSeq < known.lastSeq) {
    return arrived.readSeq > known.readSeq
      ? new Map(summaries).set(arrived.id, { ...known, readSeq: arrived.readSeq })
      : summaries;
  }
  const readSeq = Math.max(arrived.readSeq, known?.readSeq ?? 0);
  return new Map(summaries).set(arrived.id, { ...arrived, readSeq });
}

/** Many at once, as a page of the list brings them: one copy of the map instead of one for each. */
export function applySummaries(summaries: Summaries, arrived: readonly ConversationSummary[]): Summaries {
  const next = new Map(summaries);
  for (const one of arrived) {
    const known = next.get(one.id);
    if (known && one.lastSeq < known.lastSeq) {
      if (one.readSeq > known.readSeq) next.set(one.id, { ...known, readSeq: one.readSeq });
    } else next.set(one.id, { ...one, readSeq: Math.max(one.readSeq, known?.readSeq ?? 0) });
  }
  return next;
}

/** Marks a conversation as seen up to `seq`, at once and before the server has answered. */
export function markRead(summaries: Summaries, conversationId: string, seq: number): Summaries {
  const known = summaries.get(conversationId);
  if (!known || known.readSeq >= seq) return summaries;
  return new Map(summaries).set(conversationId, { ...known, readSeq: seq });
}
