import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client, Pool } from 'pg';
import { createLog } from '../../adapters/store/log.ts';
import { createWholeLog, isLogCursor, logStart } from '../../adapters/store/whole-log.ts';
import type { NewEvent } from '../../core/terms/event.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';

let database: TestDatabase;
let pool: Pool;
before(async () => {
  database = await createTestDatabase();
  pool = new Pool({ ...database.connection, max: 12 });
});
after(async () => {
  await pool.end();
  await database.drop();
});

const contactId = crypto.randomUUID();
const note = (id: string): NewEvent => ({
  id,
  kind: 'note-added',
  actor: { kind: 'system' },
  at: 1,
  body: { text: id },
});
const opened = (id: string): NewEvent => ({
  id: `${id}/open`,
  kind: 'conversation-opened',
  actor: { kind: 'contact', id: contactId },
  at: 1,
  body: { inboxId: 'web', contactId, language: 'zh' },
});

test('a reader of the whole log skips nothing, doubles nothing and keeps the order of each conversation', async () => {
  const logs = [1, 2, 3].map(() => createLog(pool, { onAppended: () => undefined, writers: 2 }));
  const wholeLog = createWholeLog(pool);
  const conversations = Array.from({ length: 12 }, () => crypto.randomUUID());
  let writing = true;
  let written = 0;

  // Transactions that have an id and an event, and stay open while others overtake them.
  const slow = async () => {
    const client = new Client(database.connection);
    await client.connect();
    for (let index = 0; index < 12; index += 1) {
      const id = crypto.randomUUID();
      await client.query('begin');
      await client.query(
        `insert into event (conversation_id, seq, id, kind, actor, at, body) values ($1, 1, 'slow', 'conversation-opened', '{}', 1, '{}')`,
        [id],
      );
      await new Promise((wake) => setTimeout(wake, 20 + Math.random() * 60));
      const isKept = index % 3 !== 2;
      await client.query(isKept ? 'commit' : 'rollback');
      if (isKept) written += 1;
    }
    await client.end();
  };
  const writer = async (log: (typeof logs)[number], seed: number) => {
    for (let index = 0; index < 150; index += 1) {
      // Several conversations at once share a transaction.
      await Promise.all(
        [0, 1, 2].map(async (step) => {
          const conversationId = conversations[(index * 3 + step * 5 + seed) % conversations.length]!;
          const id = crypto.randomUUID();
          const result = await log.append({
            conversationId,
            commandId: id,
            actorKey: 'system',
            decide: (state) => ({ events: state ? [note(id)] : [opened(id), note(id)] }),
          });
          assert.equal(result.kind, 'appended');
          if (result.kind === 'appended') written += result.events.length;
        }),
      );
    }
  };

  const seen = new Map<string, number>();
  let read = 0;
  let largestWait = 0;
  const reader = async () => {
    let cursor = logStart;
    // What is read is certain; how soon it is depends on every open transaction of the cluster, other tests' included.
    for (const until = Date.now() + 20_000; writing || (read < written && Date.now() < until); ) {
      const page = await wholeLog.read(cursor, 37);
      for (const { conversationId, seq } of page.events) {
        assert.equal(seq, (seen.get(conversationId) ?? 0) + 1, `order of ${conversationId}`);
        seen.set(conversationId, seq);
        read += 1;
      }
      cursor = page.cursor;
      largestWait = Math.max(largestWait, written - read);
      if (page.events.length === 0) await new Promise((wake) => setTimeout(wake, 5));
    }
  };
  const reading = [reader()];
  await Promise.all([...logs.map((log, index) => writer(log, index)), slow(), slow()]);
  writing = false;
  await Promise.all(reading);
  assert.equal(read, written);
  assert.ok(largestWait > 0, 'the reader did wait for open transactions');
  const { rows } = await pool.query('select count(*)::int as count from event');
  assert.equal(rows[0].count, written);
  for (const log of logs) await log.close();
});

test('an event of an open transaction is not passed over', async () => {
  const wholeLog = createWholeLog(pool);
  const start = await wholeLog.now();
  const client = new Client(database.connection);
  await client.connect();
  await client.query('begin');
  const slow = crypto.randomUUID();
  await client.query(
    `insert into event (conversation_id, seq, id, kind, actor, at, body) values ($1, 1, 'x', 'conversation-opened', '{}', 1, '{}')`,
    [slow],
  );
  const log = createLog(pool, { onAppended: () => undefined });
  const fast = crypto.randomUUID();
  await log.append({
    conversationId: fast,
    commandId: 'fast-one',
    actorKey: 'system',
    decide: () => ({ events: [opened('fast-one')] }),
  });
  assert.deepEqual((await wholeLog.read(start)).events, [], 'nothing is certain while an older one is open');
  assert.deepEqual(
    (await wholeLog.changedSince(start)).map(({ conversationId }) => conversationId),
    [fast],
  );
  await client.query('commit');
  await client.end();
  let { events } = await wholeLog.read(start);
  for (const until = Date.now() + 20_000; events.length < 2 && Date.now() < until; ) {
    await new Promise((wake) => setTimeout(wake, 10));
    ({ events } = await wholeLog.read(start));
  }
  assert.deepEqual(events.map(({ conversationId }) => conversationId).sort(), [slow, fast].sort());
  await log.close();
});

test('transactions come in the order of their numbers, and what is not asked for is passed over for good', async () => {
  const other = await createTestDatabase();
  const client = new Pool({ ...other.connection, max: 2 });
  try {
    const wholeLog = createWholeLog(client);
    const conversations = [7, 88, 99, 100, 101].map((xact) => ({ xact, id: crypto.randomUUID() }));
    // Ids of the past, as many digits long as there are: read in pieces, none may hide behind a longer one.
    for (const { xact, id } of conversations) {
      await client.query(
        `insert into event (conversation_id, seq, id, kind, actor, at, body, xact)
         select $1, n, 'e' || n, case n when 2 then 'rated' else 'note-added' end, '{}', 1, '{}', $2::xid8 from generate_series(1, 3) as n`,
        [id, String(xact)],
      );
    }
    const inOrder = conversations.flatMap(({ id }) => [`${id} 1`, `${id} 2`, `${id} 3`]);
    for (const [limit, kinds] of [
      [2, undefined],
      [2, ['rated']],
      [1, ['rated']],
      [100, ['rated']],
    ] as const) {
      const read: string[] = [];
      let cursor = logStart;
      for (;;) {
        const page = await wholeLog.read(cursor, limit, kinds);
        read.push(...page.events.map(({ conversationId, seq }) => `${conversationId} ${seq}`));
        if (page.cursor === cursor) break;
        cursor = page.cursor;
      }
      const wanted = kinds ? inOrder.filter((place) => place.endsWith(' 2')) : inOrder;
      assert.deepEqual(read, wanted);
    }
    const { cursor } = await wholeLog.read(logStart, 100, ['rated']);
    const last = conversations.at(-1)!;
    assert.equal(cursor, `${last.xact}_${last.id}_3`, 'the cursor is behind the last event of any kind');
    assert.equal((await wholeLog.read(cursor, 100)).cursor, cursor, 'and stays there');
    assert.equal((await wholeLog.read(logStart, 100, ['assigned'])).cursor, cursor);
    const second = await wholeLog.read(logStart, 4, ['rated']);
    assert.equal(
      second.cursor,
      `${conversations[1]!.xact}_${conversations[1]!.id}_1`,
      'a page ends by its size',
    );
  } finally {
    await client.end();
    await other.drop();
  }
});

test('only a cursor of the log is taken for one', () => {
  assert.ok(isLogCursor(logStart));
  for (const text of [
    '',
    '1',
    '1_2_3',
    '99999999999999999999_00000000-0000-0000-0000-000000000000_0',
    `1_${'-'.repeat(36)}_1`,
    "1_00000000-0000-0000-0000-000000000000_1'",
  ])
    assert.equal(isLogCursor(text), false, text);
});
