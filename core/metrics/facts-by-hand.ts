import type { ConversationFacts } from './conversation-facts.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
/** 2026-11-02 00:00 in China, a Monday. */
export const monday = Date.UTC(2026, 10, 1, 16);

/** A conversation for the hand-computed examples: opened on Monday at ten, answered and closed by the assistant. */
export function conversation(
  changes: Partial<ConversationFacts> & { readonly id: string },
): ConversationFacts {
  const openedAt = changes.openedAt ?? monday + 10 * hour;
  return {
    contactId: `contact of ${changes.id}`,
    openedAt,
    issue: 'delivery',
    resolution: { at: openedAt + 10 * minute, disposition: 'solved', by: 'assistant' },
    handoff: null,
    firstHumanReplyAt: null,
    handledMs: 0,
    lastDecision: 'answer',
    rating: null,
    estimatedSolved: null,
    reopenings: 0,
    ...changes,
  };
}

/** The same, handed over after five minutes, answered by a person `wait` later and handled for `handledMs`. */
export function handedOver(
  changes: Partial<ConversationFacts> & { readonly id: string },
  wait = minute,
): ConversationFacts {
  const plain = conversation(changes);
  const at = plain.openedAt + 5 * minute;
  return {
    ...plain,
    handoff: { at, reasons: ['customer-asked'] },
    firstHumanReplyAt: at + wait,
    handledMs: 4 * minute,
    resolution: { at: at + wait + 10 * minute, disposition: 'solved', by: 'agent' },
    lastDecision: 'hand-off',
    ...changes,
  };
}
