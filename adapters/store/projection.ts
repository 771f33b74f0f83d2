import { dueAt } from '../../core/conversation/due-at.ts';
import type { ConversationState } from '../../core/conversation/state.ts';

const columns: readonly (readonly [name: string, type: string, of: (state: ConversationState) => unknown])[] =
  [
    ['id', 'uuid', (state) => state.id],
    ['inbox_id', 'text', (state) => state.inboxId],
    ['contact_id', 'uuid', (state) => state.contactId],
    ['status', 'text', (state) => state.status],
    ['owner_kind', 'text', (state) => state.owner.kind],
    ['owner_agent_id', 'uuid', (state) => (state.owner.kind === 'agent' ? state.owner.agentId : null)],
    ['offered_agent_id', 'uuid', (state) => state.offer?.agentId ?? null],
    ['weight', 'real', (state) => state.weight],
    ['queue_id', 'text', (state) => state.queueId],
    ['priority', 'integer', (state) => state.priority],
    ['waiting_since', 'bigint', (state) => state.waitingSince],
    ['opened_at', 'bigint', (state) => state.openedAt],
    ['resolved_at', 'bigint', (state) => state.resolution?.at ?? null],
    ['due_at', 'bigint', (state) => dueAt(state)],
    ['last_seq', 'integer', (state) => state.lastSeq],
    ['updated_at', 'bigint', (state) => state.updatedAt],
    ['last_agent_id', 'uuid', (state) => state.lastAgentId],
    ['customer_waiting_since', 'bigint', (state) => state.customerWaitingSince],
    ['handled_ms', 'bigint', (state) => state.handledMs],
    ['handed_over_at', 'bigint', (state) => state.firstHandoff?.at ?? null],
    ['left_message_at', 'bigint', (state) => state.leftMessage?.at ?? null],
    ['slot_from', 'bigint', (state) => state.leftMessage?.slotFrom ?? null],
    ['language', 'text', (state) => state.language],
    ['skills', 'jsonb', (state) => state.skills],
    ['troubled', 'boolean', (state) => state.alert !== null || state.clocks.some(({ breached }) => breached)],
    ['state', 'json', (state) => state],
  ];

/** How a conversation's state lies in its row: one list for the append, the rebuild and the comparison. */
export const projectionColumns = {
  names: columns.map(([name]) => name).join(', '),
  types: columns.map(([name, type]) => `${name} ${type}`).join(', '),
  updates: columns
    .filter(([name]) => name !== 'id')
    .map(([name]) => `${name} = excluded.${name}`)
    .join(', '),
  rowOf(state: ConversationState): Record<string, unknown> {
    const row: Record<string, unknown> = {};
    for (const [name, , of] of columns) row[name] = of(state);
    return row;
  },
};
