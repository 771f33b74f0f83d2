/**
 * Routing as it runs: two server processes on one database, a backlog that is given at once while agents pull from the
 * same queue on both. Every conversation must be somebody's in the end, each once, and nobody may have too many.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import { createAgents } from '../adapters/store/agents.ts';
import { createLog } from '../adapters/store/log.ts';
import { migrate, migrationsFolder } from '../adapters/store/migrate.ts';
import { createPolicies } from '../adapters/store/policies.ts';
import { databaseNow } from '../adapters/store/seats.ts';
import { askHuman } from '../core/conversation/queue-commands.ts';
import { defaultPolicy } from '../core/policy/default-policy.ts';
import { startPostgres } from '../server/embedded-postgres/start.ts';
import { freshToken, hashOfToken } from '../server/http/caller.ts';
import { rounded } from './figures.ts';
import { startServerProcess } from './measure.ts';

const agentCount = 100;
const room = 40;
const backlog = 3000;
const pullers = 4;
const timers = {
  answerMs: 1000,
  queuePatienceMs: 3600_000,
  agentSilenceMs: 3600_000,
  agentGraceMs: 3600_000,
};

/** @throws when a conversation was lost or given twice, or an agent was given too many */
export async function routingDatabaseFigures(say: (line: string) => void): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-bench-routing-'));
  const postgres = await startPostgres({ dataDirectory: join(folder, 'postgres'), log: () => undefined });
  const pool = new Pool({ ...postgres.connection, max: 4 });
  pool.on('error', () => undefined);
  try {
    await migrate(pool, migrationsFolder);
    const cookies = await addAgents(pool);
    const policies = createPolicies(pool);
    await policies.putFirst(defaultPolicy, '', 'bench', Date.now());
    const queue = { ...defaultPolicy.queues[0]!, mode: 'auto' as const, firstWordMs: 3600_000 };
    await policies.publish(
      { ...defaultPolicy, queues: [queue] },
      { note: '', author: 'bench', basedOn: 1, at: Date.now() },
    );
    say('a backlog …');
    const ids = await fill(pool);
    say('routing through the database …');
    return await drain(pool, postgres.url, ids, cookies);
  } finally {
    await pool.end();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Agents who are away, with a session and, for what is measured, a connection that never lapses. */
async function addAgents(pool: Pool): Promise<string[]> {
  const agents = createAgents(pool);
  const cookies: string[] = [];
  for (let index = 0; index < agentCount; index += 1) {
    const id = crypto.randomUUID();
    const at = Date.now();
    await agents.add(
      { id, name: `坐席 ${index}`, email: `${index}@bench.test`, role: 'agent', passwordHash: 'none' },
      at,
    );
    const token = freshToken();
    await agents.openSession(hashOfToken(token), id, at, at + 3600_000);
    cookies.push(`tandem=${token}`);
  }
  await pool.query(`update agent set presence = 'away', capacity = ${room}, maximum_conversations = ${room}`);
  await pool.query(
    `insert into agent_connection select id, gen_random_uuid(), ${databaseNow} + 3600000 from agent`,
  );
  return cookies;
}

/** Conversations in which a customer asked for a person. */
async function fill(pool: Pool): Promise<string[]> {
  const log = createLog(pool, { onAppended: () => undefined });
  const ids = Array.from({ length: backlog }, () => crypto.randomUUID());
  await Promise.all(
    ids.map((conversationId) => {
      const contactId = crypto.randomUUID();
      const command = { id: crypto.randomUUID(), at: Date.now() };
      const target = { queueId: 'default', priority: 0, agentsOnline: 1 };
      return log.append({
        conversationId,
        commandId: command.id,
        actorKey: `contact:${contactId}`,
        decide: (state) =>
          askHuman(state, contactId, command, target, timers, { inboxId: 'web', language: 'zh' }),
      });
    }),
  );
  await log.close();
  return ids;
}

async function drain(pool: Pool, url: string, ids: readonly string[], cookies: readonly string[]) {
  const environment = { DATABASE_URL: url, TANDEM_DEMO: 'false' };
  const servers = [await startServerProcess(environment), await startServerProcess(environment)];
  try {
    // Both have read the backlog before there is anybody to take it.
    await new Promise((resolve) => setTimeout(resolve, 6000));
    await pool.query(`update agent set presence = 'online'`);
    await pool.query(`select pg_notify('tandem', '{"origin":"bench","notices":[{"type":"presence"}]}')`);
    let done = false;
    const pulling = Array.from({ length: pullers }, async (_, index) => {
      for (let place = ids.length - 1 - index; !done && place >= 0; place -= pullers) {
        await fetch(`${servers[index % 2]!.url}/api/conversations/${ids[place]}/accept`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', cookie: cookies[place % cookies.length]! },
          body: JSON.stringify({ id: crypto.randomUUID() }),
        });
      }
    });
    const end = performance.now() + 120_000;
    for (;;) {
      const { rows } = await pool.query(
        `select count(*)::int as left from conversation where owner_kind = 'queue'`,
      );
      if (rows[0].left === 0) break;
      if (performance.now() > end) throw new Error(`${rows[0].left} conversations were lost`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    done = true;
    await Promise.all(pulling);
    return await figures(pool);
  } finally {
    for (const server of servers) await server.stop();
  }
}

async function figures(pool: Pool) {
  const { rows } = await pool.query(
    `select count(*)::int as assigned, count(distinct conversation_id)::int as conversations,
       count(*) filter (where body->>'how' = 'pull')::int as pulled, (max(at) - min(at))::float8 as took
     from event where kind = 'assigned'`,
  );
  const [row] = rows;
  const fullest = await pool.query(
    'select max(count)::int as most from (select count(*) from conversation group by owner_agent_id) as carried',
  );
  if (row.assigned !== backlog || row.conversations !== backlog)
    throw new Error(`${backlog} waited, ${row.conversations} were given, ${row.assigned} times`);
  if (fullest.rows[0].most > room) throw new Error(`an agent was given ${fullest.rows[0].most} of ${room}`);
  return {
    routingThroughDatabasePerSecond: rounded((backlog * 1000) / row.took, 0),
    routingThroughDatabase: {
      conversations: backlog,
      pulledByAgents: row.pulled,
      twice: row.assigned - row.conversations,
      lost: backlog - row.conversations,
    },
  };
}
