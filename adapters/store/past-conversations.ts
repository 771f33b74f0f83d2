import type { Pool } from 'pg';
import type { ConversationEvent } from '../../core/terms/event.ts';
import { eventOfRow } from './log.ts';

export interface PastConversation {
  readonly id: string;
  readonly contactId: string;
  readonly openedAt: number;
}

/** Whole conversations of the past, for whoever plays them again. */
export function createPastConversations(pool: Pool) {
  return {
    /** Opened at or after `from`, the newest first, at most `limit`. */
    async since(from: number, limit: number): Promise<PastConversation[]> {
      const { rows } = await pool.query<{ id: string; contact_id: string; opened_at: string }>(
        `select id, contact_id, opened_at from conversation where opened_at >= $1
         order by opened_at desc, id limit $2`,
        [from, limit],
      );
      return rows.map((row) => ({
        id: row.id,
        contactId: row.contact_id,
        openedAt: Number(row.opened_at),
      }));
    },
    /** The events of these conversations in their order, at most the first `most` of each. */
    async events(ids: readonly string[], most = 500): Promise<Map<string, ConversationEvent[]>> {
      const { rows } = await pool.query(
        `select conversation_id, seq, id, kind, actor, at, body from event
         where conversation_id = any($1::uuid[]) and seq <= $2 order by conversation_id, seq`,
        [ids, most],
      );
      const byConversation = new Map<string, ConversationEvent[]>();
      for (const row of rows) {
        const event = eventOfRow(row);
        const list = byConversation.get(event.conversationId);
        if (list) list.push(event);
        else byConversation.set(event.conversationId, [event]);
      }
      return byConversation;
    },
  };
}

export type PastConversations = ReturnType<typeof createPastConversations>;
