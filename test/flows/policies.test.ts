import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { SimulationReport } from '../../core/routing/simulation/report.ts';
import type { Policy } from '../../core/terms/policy.ts';
import { type CallOptions, call } from '../kit/client.ts';
import { addStaff, type Staff } from '../kit/colleagues.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

interface Problem {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

interface Listed {
  active: number;
  versions: { version: number; note: string; author: string; createdAt: number }[];
}

let server: TestServer;
let administrator: Staff;
before(async () => {
  server = await startTestServer({ TANDEM_DEMO: 'false' });
  administrator = await addStaff(server.plugs.pool, 'administrator', '王主管');
});
after(() => server.stop());

const ask = <T>(method: string, path: string, body?: unknown, options: CallOptions = {}) =>
  call<T>(server.url, method, path, { cookie: administrator.cookie, body, ...options });
const list = async () => (await ask<Listed>('GET', '/api/policies')).body;
const active = async () => {
  const { active: version } = await list();
  return (await ask<{ version: number; policy: Policy }>('GET', `/api/policies/${version}`)).body;
};
const publish = (policy: unknown, basedOn: number, note = '') =>
  ask<{ version: number }>('POST', '/api/policies', { policy, basedOn, note });
const withTurns = (policy: Policy, turns: number): Policy => ({
  ...policy,
  handoff: { ...policy.handoff, turns },
});

test('an installation begins with version 1, stored and readable', async () => {
  const { active: version, versions } = await list();
  assert.equal(version, 1);
  assert.equal(versions.length, 1);
  assert.equal((await active()).policy.queues[0]!.id, 'default');
});

test('a published policy is in force at once here and within a second on another process', async () => {
  const another = await server.startAnother();
  const { version, policy } = await active();
  const answer = await publish(withTurns(policy, 20), version, '多聊几轮');
  const began = performance.now();
  assert.equal(answer.status, 201);
  assert.equal(server.plugs.policy().version, version + 1);
  while (another.plugs.policy().version === version) {
    assert.ok(performance.now() - began < 1000, 'within a second');
    await new Promise((wake) => setTimeout(wake, 5));
  }
  assert.equal(another.plugs.policy().policy.handoff.turns, 20);
  const { versions } = await list();
  assert.deepEqual(
    { ...versions[0], createdAt: 0 },
    { version: version + 1, note: '多聊几轮', author: '王主管', createdAt: 0 },
  );
});

test('a process whose notices are lost follows by looking, within a second', async () => {
  const another = await server.startAnother();
  await another.plugs.bus.close();
  const { version, policy } = await active();
  await publish(withTurns(policy, 21), version);
  const began = performance.now();
  while (another.plugs.policy().version === version) {
    assert.ok(performance.now() - began < 1500, 'by the next look');
    await new Promise((wake) => setTimeout(wake, 5));
  }
});

test('of two who publish over the same version the second is told, and nothing of either is lost', async () => {
  const { version, policy } = await active();
  const answers = await Promise.all([
    publish(withTurns(policy, 30), version),
    publish(withTurns(policy, 31), version),
  ]);
  assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409]);
  const refused = answers.find(({ status }) => status === 409)!;
  assert.equal(refused.body.error?.code, 'version-conflict');
  assert.deepEqual(refused.body.error?.details, { active: version + 1 });
  assert.equal((await list()).active, version + 1);
});

test('going back is a new version with the old content', async () => {
  const { version } = await active();
  const first = (await ask<{ policy: Policy }>('GET', '/api/policies/1')).body.policy;
  const answer = await ask<{ version: number }>('POST', '/api/policies/1/restore', {});
  assert.equal(answer.body.version, version + 1);
  assert.deepEqual((await active()).policy, first);
  assert.equal((await list()).versions[0]!.note, '恢复到版本 1');
  const changes = await ask<{ changes: { path: string; kind: string }[] }>(
    'GET',
    `/api/policies/${version + 1}/changes?since=${version}`,
  );
  assert.deepEqual(
    changes.body.changes.map(({ path, kind }) => [path, kind]),
    [['handoff.turns', 'changed']],
  );
});

test('a policy that cannot be is refused with the place and the words in the reader’s language', async () => {
  const { version, policy } = await active();
  const [queue] = policy.queues;
  const broken = {
    ...policy,
    queues: [{ ...queue, overflow: [{ afterMs: 1000, toQueueId: 'nowhere', relaxLevels: 0 }] }],
  };
  const refused = await publish(broken, version);
  assert.equal(refused.status, 400);
  assert.equal(refused.body.error?.code, 'policy-invalid');
  const { problems } = refused.body.error!.details as { problems: Problem[] };
  assert.deepEqual(
    problems.map(({ path, code }) => [path, code]),
    [['queues.0.overflow.0.toQueueId', 'unknown-queue']],
  );
  const shapeless = await ask<{ problems: Problem[] }>('POST', '/api/policies/check', {
    policy: { ...policy, queues: [{ ...queue, mode: 'shout' }] },
  });
  assert.equal(shapeless.body.problems[0]!.path, 'queues.0.mode');
  assert.equal(shapeless.body.problems[0]!.code, 'shape');
  assert.match(shapeless.body.problems[0]!.message, /\p{Script=Han}/u);
  const english = await ask<{ problems: Problem[] }>(
    'POST',
    '/api/policies/check',
    { policy: broken },
    { headers: { 'accept-language': 'en' } },
  );
  assert.equal(english.body.problems[0]!.message, 'There is no queue “nowhere”.');
  assert.equal((await list()).active, version, 'nothing was published');
});

test('a skill may be named in any script, and is one word', async () => {
  const { version, policy } = await active();
  const asking = (skill: string) => ({
    ...policy,
    queues: policy.queues.map((queue) => ({ ...queue, prefers: [{ skill, level: 2 }] })),
  });
  assert.equal((await publish(asking('退换货'), version)).status, 201);
  assert.equal((await active()).policy.queues[0]?.prefers[0]?.skill, '退换货');
  assert.equal((await publish(asking('退 换'), version + 1)).status, 400);
});

test('only administrators publish; supervisors read and check; agents do neither', async () => {
  const supervisor = await addStaff(server.plugs.pool, 'supervisor');
  const agent = await addStaff(server.plugs.pool, 'agent');
  const { version, policy } = await active();
  const by = (one: Staff) => ({ cookie: one.cookie });
  assert.equal((await ask('GET', '/api/policies', undefined, by(supervisor))).status, 200);
  assert.equal((await ask('POST', '/api/policies/check', { policy }, by(supervisor))).status, 200);
  assert.equal(
    (await ask('POST', '/api/policies', { policy, basedOn: version }, by(supervisor))).status,
    403,
  );
  assert.equal((await ask('GET', '/api/policies', undefined, by(agent))).status, 403);
});

test('a day is simulated beside the server on the policy in force; a scenario that cannot be is told why', async () => {
  const file = join(import.meta.dirname, '../../eval/scenarios/quiet-day.json');
  const scenario = JSON.parse(readFileSync(file, 'utf8'));
  const played = ask<SimulationReport>('POST', '/api/simulations', {
    scenario,
  });
  const { status, body } = await played;
  assert.equal(status, 200, JSON.stringify(body).slice(0, 500));
  assert.ok(body.total.arrivals > 0);
  assert.equal(body.stranded, 0);
  const refused = await ask('POST', '/api/simulations', { scenario: { ...scenario, agents: [] } });
  assert.equal(refused.body.error?.code, 'bad-input');
});
