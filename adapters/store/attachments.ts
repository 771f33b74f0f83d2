import type { Pool } from 'pg';
import type { Attachment } from '../../core/terms/attachment.ts';
import { inTransaction } from './in-transaction.ts';

interface AttachmentRow {
  id: string;
  conversation_id: string;
  name: string;
  media_type: string;
  size: number;
}

const chunkBytes = 512 * 1024;

const attachmentOf = (row: AttachmentRow): Attachment & { readonly conversationId: string } => ({
  id: row.id,
  name: row.name,
  mediaType: row.media_type,
  size: row.size,
  conversationId: row.conversation_id,
});

/** Files in the database, in chunks: as durable as the log, and there for every server process. */
export function createAttachments(pool: Pool) {
  return {
    async add(attachment: Attachment & { conversationId: string }, bytes: Buffer, at: number): Promise<void> {
      await inTransaction(pool, async (client) => {
        await client.query('insert into attachment values ($1, $2, $3, $4, $5, $6)', [
          attachment.id,
          attachment.conversationId,
          attachment.name,
          attachment.mediaType,
          attachment.size,
          at,
        ]);
        for (let ordinal = 0; ordinal * chunkBytes < bytes.length; ordinal += 1) {
          const chunk = bytes.subarray(ordinal * chunkBytes, (ordinal + 1) * chunkBytes);
          await client.query('insert into attachment_chunk values ($1, $2, $3)', [
            attachment.id,
            ordinal,
            chunk,
          ]);
        }
      });
    },
    async find(ids: readonly string[]) {
      const { rows } = await pool.query<AttachmentRow>(
        'select * from attachment where id = any($1::uuid[])',
        [ids],
      );
      return rows.map(attachmentOf);
    },
    async *bytes(id: string): AsyncGenerator<Buffer> {
      for (let ordinal = 0; ; ordinal += 1) {
        const { rows } = await pool.query<{ bytes: Buffer }>(
          'select bytes from attachment_chunk where attachment_id = $1 and ordinal = $2',
          [id, ordinal],
        );
        if (!rows[0]) return;
        yield rows[0].bytes;
      }
    },
  };
}

export type Attachments = ReturnType<typeof createAttachments>;
