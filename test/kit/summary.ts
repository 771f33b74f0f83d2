import type { ConversationSummary } from '../../core/protocol/views.ts';

/** A summary in which nothing has happened yet, with what the test is about put in. */
export function summaryWith(change: Partial<ConversationSummary> = {}): ConversationSummary {
  return {
    id: 'c',
    inboxId: 'i',
    contact: { id: 'k', name: '林夏', verified: true },
    language: 'zh',
    status: 'open',
    owner: { kind: 'assistant' },
    lastSeq: 1,
    openedAt: 0,
    updatedAt: 0,
    preview: null,
    waitingSince: null,
    customerWaitingSince: null,
    deadlineAt: null,
    mood: null,
    reasons: [],
    priority: 0,
    queueId: null,
    offer: null,
    segment: null,
    labels: [],
    complexity: null,
    helpers: [],
    clocks: [],
    leftMessage: null,
    alert: null,
    rating: null,
    disposition: null,
    readSeq: 0,
    ...change,
  };
}
