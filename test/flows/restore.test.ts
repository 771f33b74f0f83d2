import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Pool } from 'pg';
import { createLog } from '../../adapters/store/log.ts';
import { createWholeLog, logStart } from '../../adapters/store/whole-log.ts';
import { createTestDatabase } from '../kit/database.ts';

test('a log restored into a younger database is read to its end, in the order of each conversation', async () => {
  const database = await createTestDatabase();
  const pool = new Pool({ ...database.connection, max: 4 });
  try {
    const log = createLog(pool, { onAppended: () => undefined });
    const wholeLog = createWholeLog(pool);
    const conversationId = crypto.randomUUID();
    const contact = { kind: 'contact', id: crypto.randomUUID() } as const;
    const open = { inboxId: 'web', contactId: contact.id, language: 'zh' } as const;
    await log.append({
      conversationId,
      commandId: 'opening-1',
      actorKey: `contact:${contact.id}`,
      decide: () => ({
        events: [
          { id: 'opening-1', kind: 'conversation-opened', actor: contact, at: 1, body: open },
          { id: 'message-1', kind: 'message-received', actor: contact, at: 1, body: { text: '在吗' } },
        ],
      }),
    });
    assert.equal(await wholeLog.settleAfterRestore(), false);
    // What a restore from a busier cluster looks like.
    await pool.query('alter table event disable trigger event_is_append_only');
    await pool.query(`update event set xact = (pg_current_xact_id()::text::bigint + 5000000)::text::xid8`);
    await pool.query('alter table event enable trigger event_is_append_only');
    assert.equal((await wholeLog.read(logStart)).events.length, 0);

    assert.equal(await wholeLog.settleAfterRestore(), true);
    assert.deepEqual(
      (await wholeLog.read(logStart)).events.map(({ seq }) => seq),
      [1, 2],
    );
    await assert.rejects(pool.query('delete from event'), /append-only/);
  } finally {
    await pool.end();
    await database.drop();
  }
});
