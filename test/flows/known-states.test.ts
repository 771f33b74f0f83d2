import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Pool } from 'pg';
import { createLog } from '../../adapters/store/log.ts';
import { migrate, migrationsFolder, readMigrations } from '../../adapters/store/migrate.ts';
import { rebuildProjections } from '../../adapters/store/rebuild.ts';
import { applyEvent } from '../../core/conversation/apply-event.ts';
import type { ConversationState } from '../../core/conversation/state.ts';
import type { ConversationEvent, NewEvent } from '../../core/terms/event.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';

let database: TestDatabase;
let pool: Pool;
before(async () => {
  database = await createTestDatabase();
  pool = new Pool({ ...database.connection, max: 8 });
});
after(async () => {
  await pool.end();
  await database.drop();
});

const contactId = crypto.randomUUID();
const opened = (at: number): NewEvent => ({
  id: crypto.randomUUID(),
  kind: 'conversation-opened',
  actor: { kind: 'contact', id: contactId },
  at,
  body: { inboxId: 'web', contactId, language: 'zh' },
});
const said = (text: string, at: number): NewEvent => ({
  id: crypto.randomUUID(),
  kind: 'message-received',
  actor: { kind: 'contact', id: contactId },
  at,
  body: { text },
});

const append = (
  log: ReturnType<typeof createLog>,
  conversationId: string,
  decide: (state: ConversationState | null) => NewEvent,
) => {
  const commandId = crypto.randomUUID();
  return log.append({
    conversationId,
    commandId,
    actorKey: 'contact',
    decide: (state) => ({ events: [{ ...decide(state), id: commandId }] }),
  });
};

test('a process that knows a state decides on what others wrote since, also within one millisecond', async () => {
  const logs = [1, 2, 3].map(() => createLog(pool, { onAppended: () => undefined }));
  const id = crypto.randomUUID();
  await append(logs[0]!, id, () => opened(1));
  const seen: number[] = [];
  const rounds = 40;
  await Promise.all(
    logs.map(async (log, place) => {
      for (let round = 0; round < rounds; round++)
        await append(log, id, (state) => {
          seen.push(state!.lastSeq);
          // Always the same time: only the number of the last event tells the states apart.
          return said(`${place} ${round}`, 2);
        });
    }),
  );
  assert.deepEqual(
    seen,
    Array.from({ length: logs.length * rounds }, (_, n) => n + 1),
  );
  const events = await logs[0]!.read(id, 0);
  const fromEvents = events.reduce<ConversationState | null>(
    (state, event: ConversationEvent) => applyEvent(state, event),
    null,
  );
  assert.deepEqual(await logs[1]!.state(id), JSON.parse(JSON.stringify(fromEvents)));
  await Promise.all(logs.map((log) => log.close()));
});

test('a transaction that failed leaves no state behind that never was', async () => {
  const log = createLog(pool, { onAppended: () => undefined });
  const id = crypto.randomUUID();
  await append(log, id, () => opened(1));
  const impossible = append(log, id, () => ({ ...said('x', 2), at: Number.NaN }) as NewEvent);
  await assert.rejects(impossible);
  const result = await append(log, id, (state) => {
    assert.equal(state!.lastSeq, 1);
    return said('y', 2);
  });
  assert.equal(result.kind === 'appended' && result.events[0]!.seq, 2);
  await log.close();
});

test('a state kept in its older form is found again after the migration, and agrees with the log', async () => {
  const old = await createTestDatabase('empty');
  const folder = mkdtempSync(join(tmpdir(), 'tandem-migrations-'));
  const oldPool = new Pool({ ...old.connection, max: 2 });
  try {
    for (const { file } of readMigrations(migrationsFolder).slice(0, 2))
      cpSync(join(migrationsFolder, file), join(folder, file));
    await migrate(oldPool, folder);
    const id = crypto.randomUUID();
    const events = [opened(5), said('在吗', 6)];
    const placed = events.map(
      (event, n) => ({ ...event, conversationId: id, seq: n + 1 }) as ConversationEvent,
    );
    const state = placed.reduce<ConversationState | null>(
      (before, event) => applyEvent(before, event),
      null,
    )!;
    for (const { seq, id: eventId, kind, actor, at, body } of placed)
      await oldPool.query(
        'insert into event (conversation_id, seq, id, kind, actor, at, body) values ($1, $2, $3, $4, $5, $6, $7)',
        [id, seq, eventId, kind, actor, at, body],
      );
    await oldPool.query(
      `insert into conversation (id, inbox_id, contact_id, status, owner_kind, priority, opened_at, last_seq, updated_at, state, due_at, weight)
       values ($1, 'web', $2, 'open', $3, 0, 5, 2, 6, $4, $5, 1)`,
      [id, contactId, state.owner.kind, JSON.stringify(state), null],
    );
    await migrate(oldPool, migrationsFolder);
    assert.deepEqual(await rebuildProjections(oldPool, false), { conversations: 1, different: [] });
  } finally {
    await oldPool.end();
    await old.drop();
    rmSync(folder, { recursive: true });
  }
});
