import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'pg';
import { migrate, migrationsFolder } from '../../adapters/store/migrate.ts';
import type { ConversationState } from '../../core/conversation/state.ts';
import { bootCustomer, connect, type LiveSocket } from '../kit/client.ts';
import { startOwnCluster } from '../kit/cluster.ts';
import { addStaff, command, type Staff } from '../kit/colleagues.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { type KitProcess, startKitProcess } from '../kit/processes.ts';
import { assertSound, policyWith, publishPolicy, until } from '../kit/routing.ts';
import { type ServerProcess, startServerProcess } from '../kit/server-process.ts';

const settings = { AGENT_GRACE_S: '1' };
const roomFor = (conversations: number) => ({
  skills: {},
  languages: [],
  capacity: conversations,
  maximumConversations: conversations,
});

let database: TestDatabase;
let pool: Pool;
let servers: ServerProcess[] = [];
let desks: LiveSocket[] = [];
beforeEach(async () => {
  database = await createTestDatabase();
  pool = new Pool({ ...database.connection, max: 4 });
});
afterEach(async () => {
  for (const desk of desks) desk.socket.terminate();
  for (const server of servers) await server.kill();
  [desks, servers] = [[], []];
  await pool.end();
  await database.drop();
});

async function serve(clockAheadMs?: number): Promise<ServerProcess> {
  const server = await startServerProcess(database.url, settings, clockAheadMs);
  servers.push(server);
  return server;
}

async function agentAt(
  server: ServerProcess,
  room = 4,
  role: 'agent' | 'supervisor' = 'agent',
): Promise<Staff> {
  const agent = await addStaff(pool, role, '坐席', { profile: roomFor(room) });
  desks.push(await connect(server.url, agent));
  return agent;
}

async function wait(server: ServerProcess): Promise<string> {
  const customer = await bootCustomer(server.url);
  assert.equal((await customer.askHuman()).status, 200);
  return customer.conversationId;
}

const stateOf = async (id: string): Promise<ConversationState> =>
  (await pool.query('select state from conversation where id = $1', [id])).rows[0].state;

/** As a desk does: takes every offer as soon as it stands, until all of these are somebody's. */
async function takeAll(
  url: () => string,
  staff: readonly Staff[],
  ids: readonly string[],
  withinMs = 30_000,
) {
  await until(
    'everybody is served',
    async () => {
      let owned = 0;
      for (const id of ids) {
        const state = await stateOf(id);
        if (state.owner.kind === 'agent') owned += 1;
        const asked = staff.find((agent) => agent.id === state.offer?.agentId);
        if (asked) await command(url(), asked, id, 'accept').catch(() => undefined);
      }
      return owned === ids.length;
    },
    withinMs,
  );
}

test('a server killed with offers open leaves nobody behind, and the other routes on', async () => {
  const [first, second] = [await serve(), await serve()];
  await publishPolicy(pool, policyWith({ offerMs: 1500 }));
  await sleep(1200);
  const staff = [await agentAt(second!), await agentAt(second!)];
  const ids = await Promise.all(Array.from({ length: 6 }, () => wait(first!)));
  await until('offers stand', async () => (await Promise.all(ids.map(stateOf))).every(({ offer }) => offer));
  await first!.kill();
  const later = await wait(second!);
  await takeAll(() => second!.url, staff, [...ids, later]);
  await assertSound(pool, 4);
});

test('an agent whose line is dead without being closed keeps nobody waiting', async () => {
  const server = await serve();
  await publishPolicy(pool, policyWith({ offerMs: 1500 }));
  await sleep(1200);
  const gone = await addStaff(pool, 'agent', '失联', { profile: roomFor(2) });
  const desk: KitProcess = startKitProcess('run-agent.ts', server.url, gone.cookie);
  await desk.line();
  const held = await wait(server);
  await until('offered', async () => (await stateOf(held)).offer);
  await command(server.url, gone, held, 'accept');
  const asked = await wait(server);
  await until('offered', async () => (await stateOf(asked)).offer);
  desk.child.kill('SIGSTOP');
  const there = await agentAt(server);
  await takeAll(() => server.url, [there], [asked], 10_000);
  await until('the held one comes back', async () => (await stateOf(held)).owner.kind !== 'agent', 40_000);
  await takeAll(() => server.url, [there], [held], 10_000);
  desk.child.kill('SIGKILL');
  await assertSound(pool, 4);
});

test('two servers that race for an agent’s last place give it once, hundreds of times', async () => {
  const [first, second] = [await serve(), await serve()];
  await publishPolicy(pool, policyWith({ mode: 'pull' }));
  await sleep(1200);
  const agent = await addStaff(pool, 'agent', '坐席', { profile: roomFor(1) });
  for (let round = 0; round < 120; round += 1) {
    const [one, other] = await Promise.all([wait(first!), wait(second!)]);
    const taken = await Promise.all([
      command(first!.url, agent, one, 'accept'),
      command(second!.url, agent, other, 'accept'),
    ]);
    assert.deepEqual(taken.map(({ status }) => status).sort(), [200, 409]);
    assert.equal(taken.find(({ status }) => status === 409)?.body.error?.code, 'agent-full');
    await command(first!.url, agent, taken[0]?.status === 200 ? one : other, 'resolve', {
      disposition: 'solved',
    });
  }
  await assertSound(pool, 1);
});

test('while one server gives, the agent pulls on another: the last place is given once all the same', async () => {
  const [first, second] = [await serve(), await serve()];
  await publishPolicy(pool, policyWith({ mode: 'auto' }));
  await sleep(1200);
  const agent = await agentAt(first!, 1);
  for (let round = 0; round < 60; round += 1) {
    const ids = await Promise.all([wait(first!), wait(second!)]);
    await Promise.all(ids.map((id, index) => command([first, second][index]!.url, agent, id, 'accept')));
    await until('both were served', async () => {
      const states = await Promise.all(ids.map(stateOf));
      for (const state of states)
        if (state.owner.kind === 'agent')
          await command(second!.url, agent, state.id, 'resolve', { disposition: 'solved' });
      return states.every(({ status }) => status === 'resolved');
    });
  }
  await assertSound(pool, 1);
});

test('a server whose clock is wrong, or jumps, neither ends offers early nor loses agents', async () => {
  const right = await serve();
  const wrong = await serve(300_000);
  await publishPolicy(pool, policyWith({ offerMs: 4000 }));
  await sleep(1200);
  const [here, there] = [await agentAt(right), await agentAt(wrong)];
  const ids = [await wait(right), await wait(wrong), await wait(right), await wait(wrong)];
  await until('offers stand', async () => (await Promise.all(ids.map(stateOf))).every(({ offer }) => offer));
  wrong.child.kill('SIGUSR2');
  await sleep(2000);
  const { rows } = await pool.query(`select kind from event where kind = 'offer-ended'`);
  assert.equal(rows.length, 0, 'no offer ended before its time');
  await takeAll(() => wrong.url, [here, there], ids);
  const later = await pool.query('select max(at) as at from event');
  assert.ok(
    Number(later.rows[0].at) < Date.now() + 1000,
    'nothing stands in the log that lies in the future',
  );
  await assertSound(pool, 4);
});

test('the one who routes is frozen and awakened: another routes meanwhile, and nothing is given twice', async () => {
  const [first, second] = [await serve(), await serve()];
  const staff = [await agentAt(second!), await agentAt(second!)];
  const before = await wait(first!);
  await until('offered', async () => (await stateOf(before)).offer);
  first!.child.kill('SIGSTOP');
  const meanwhile = [await wait(second!), await wait(second!)];
  await takeAll(() => second!.url, staff, [before, ...meanwhile], 15_000);
  first!.child.kill('SIGCONT');
  const later = await Promise.all(Array.from({ length: 4 }, (_, index) => wait([first, second][index % 2]!)));
  await takeAll(() => second!.url, staff, later);
  await assertSound(pool, 4);
});

test('a restart of the database with offers open and customers waiting strands nobody', async () => {
  const cluster = await startOwnCluster();
  const own = new Pool({ ...cluster.connection, max: 4 });
  own.on('error', () => undefined);
  await migrate(own, migrationsFolder);
  const ends: (() => Promise<unknown>)[] = [];
  const usual = pool;
  try {
    pool = own;
    const pair = [
      await startServerProcess(cluster.url, settings),
      await startServerProcess(cluster.url, settings),
    ] as const;
    for (const server of pair) ends.push(() => server.kill());
    await publishPolicy(pool, policyWith({ offerMs: 2000 }));
    const staff = [await agentAt(pair[0], 2), await agentAt(pair[1], 2)];
    const ids = await Promise.all(Array.from({ length: 8 }, (_, index) => wait(pair[index % 2]!)));
    await until('offers stand', async () => (await Promise.all(ids.map(stateOf))).some(({ offer }) => offer));
    await cluster.kill();
    await cluster.restart();
    let round = 0;
    await until(
      'all were served',
      async () => {
        const { rows } = await own.query<{ state: ConversationState }>(
          `select state from conversation where status = 'open'`,
        );
        for (const { state } of rows) {
          const agent = staff.find(
            ({ id }) =>
              id === state.offer?.agentId || (state.owner.kind === 'agent' && state.owner.agentId === id),
          );
          if (!agent) continue;
          round += 1;
          await command(pair[round % 2]!.url, agent, state.id, 'accept').catch(() => undefined);
          await command(pair[round % 2]!.url, agent, state.id, 'resolve', { disposition: 'solved' }).catch(
            () => undefined,
          );
        }
        return rows.length === 0;
      },
      40_000,
    );
    await assertSound(own, 2);
  } finally {
    pool = usual;
    for (const end of ends) await end();
    await own.end();
    await cluster.stop();
  }
});
