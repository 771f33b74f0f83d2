import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { PolicyReplay, PolicyTrial } from '../../core/protocol/policies.ts';
import type { ConversationEvent, EventKind, EventOf } from '../../core/terms/event.ts';
import type { Policy } from '../../core/terms/policy.ts';
import type { TriageRule } from '../../core/terms/triage.ts';
import { bootCustomer, call } from '../kit/client.ts';
import { addStaff, type Staff } from '../kit/colleagues.ts';
import { invitePeople } from '../kit/people.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
let administrator: Staff;
before(async () => {
  server = await startTestServer();
  administrator = await addStaff(server.plugs.pool, 'administrator');
});
after(() => server.stop());

const ask = <T>(method: string, path: string, body?: unknown) =>
  call<T>(server.url, method, path, { cookie: administrator.cookie, body });

async function publish(change: (policy: Policy) => Policy): Promise<number> {
  const { version, policy } = server.plugs.policy();
  const answer = await ask<{ version: number }>('POST', '/api/policies', {
    policy: change(policy),
    basedOn: version,
  });
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body.version;
}

async function eventsOf<K extends EventKind>(conversationId: string, kind: K): Promise<EventOf<K>[]> {
  const events = await server.plugs.log.read(conversationId, 0);
  return events.filter((event: ConversationEvent): event is EventOf<K> => event.kind === kind);
}

const rule = (id: string, rest: Pick<TriageRule, 'when' | 'then'>): TriageRule => ({
  id,
  name: { zh: `规则 ${id}`, en: `Rule ${id}` },
  enabled: true,
  ...rest,
});
const boot = () => bootCustomer(server.url, { inboxId: 'demo' });

test('a complaint goes to a person at once: reason, queue, priority, label and version are in the log', async () => {
  const customer = await boot();
  await customer.say('上次的投诉到现在没人处理');
  const { conversationId } = customer;
  const [decided] = await eventsOf(conversationId, 'decided');
  assert.equal(decided!.body.decision, 'hand-off');
  assert.equal(decided!.body.policyVersion, server.plugs.policy().version);
  assert.deepEqual(decided!.body.triage?.risks, ['complaint']);
  const reason = decided!.body.reasons[0]!;
  assert.equal(reason.code, 'complaint');
  assert.equal(reason.rule?.id, 'complaint');
  assert.deepEqual(reason.evidence, ['投诉']);
  const [queued] = await eventsOf(conversationId, 'queued');
  const { queueId, priority, policyVersion, weight } = queued!.body;
  assert.deepEqual([queueId, priority, policyVersion, weight], ['care', 5, decided!.body.policyVersion, 1]);
  const state = await server.plugs.log.state(conversationId);
  assert.ok(state!.labels.includes('投诉'));
  assert.deepEqual(state!.risks, ['complaint']);
  const [said] = await eventsOf(conversationId, 'message-sent');
  assert.match(said!.body.text, /抱歉/);
});

test('a question about complaints is answered', async () => {
  const customer = await boot();
  await customer.say('投诉电话是多少');
  assert.deepEqual(await eventsOf(customer.conversationId, 'handoff-requested'), []);
});

test('a gold member whom the assistant cannot answer is with a person at once; others are asked', async () => {
  const people = await invitePeople(server);
  try {
    const gold = await people.customer({ as: 'lanye-10007' });
    await gold.say(crypto.randomUUID(), '萤火虫养殖补贴政策');
    await gold.until('the queue', (event) => event.kind === 'queued');
    const [queued] = await eventsOf(gold.conversationId, 'queued');
    assert.equal(queued!.body.queueId, 'care');
    assert.equal(queued!.body.segment, 'vip');
    assert.equal(queued!.body.priority, 2);
    assert.ok(queued!.body.reasons.some(({ code, rule: by }) => code === 'rule' && by?.id === 'vip-failed'));
    const plain = await people.customer({ as: 'lanye-10188' });
    await plain.say(crypto.randomUUID(), '萤火虫养殖补贴政策');
    await plain.until('the offer', (event) => event.kind === 'message-sent');
    assert.deepEqual(await eventsOf(plain.conversationId, 'queued'), []);
  } finally {
    await people.leave();
  }
});

test('a tap on 转人工 goes where the talk was about', async () => {
  const returns = await boot();
  await returns.say('七天无理由怎么退');
  await returns.askHuman();
  const [queued] = await eventsOf(returns.conversationId, 'queued');
  assert.equal(queued!.body.queueId, 'aftersales');
  const [requested] = await eventsOf(returns.conversationId, 'handoff-requested');
  assert.equal(requested!.body.triage?.queueId, 'aftersales');
  const fresh = await boot();
  await fresh.askHuman();
  assert.equal((await eventsOf(fresh.conversationId, 'queued'))[0]!.body.queueId, 'presales');
});

test('a published rule acts on the next message, and the decision stores its version', async () => {
  const customer = await boot();
  await customer.say('云栖 2 有多重');
  const version = await publish((policy) => ({
    ...policy,
    triage: [
      rule('group', {
        when: [{ on: 'words', is: ['团购'] }],
        then: [
          { do: 'human' },
          { do: 'skill', need: { skill: 'business', level: 3 } },
          { do: 'label', label: '大客户' },
        ],
      }),
      ...policy.triage,
    ],
  }));
  await customer.say('公司想团购 50 顶帐篷');
  const decided = (await eventsOf(customer.conversationId, 'decided')).at(-1)!;
  assert.equal(decided.body.policyVersion, version);
  assert.deepEqual(decided.body.triage?.ruleIds[0], 'group');
  const [queued] = await eventsOf(customer.conversationId, 'queued');
  assert.deepEqual(queued!.body.skills, [{ skill: 'business', level: 3 }]);
  const state = await server.plugs.log.state(customer.conversationId);
  assert.deepEqual(state!.skills, [{ skill: 'business', level: 3 }]);
  assert.ok(state!.labels.includes('大客户'));
});

test('trying a message tells every rule condition by condition, and stores nothing', async () => {
  const { policy } = server.plugs.policy();
  const draft = {
    ...policy,
    triage: [
      rule('night', {
        when: [{ on: 'open', calendarId: 'shop', is: false }],
        then: [{ do: 'priority', priority: 7 }],
      }),
      ...policy.triage,
    ],
  };
  const input = {
    policy: draft,
    text: '头灯冒烟了！我要投诉',
    contact: { attributes: { tier: '黑金卡' }, verified: true, orderValue: 300 },
    // A Sunday night in Shanghai.
    at: Date.UTC(2026, 10, 22, 18),
  };
  const { status, body } = await ask<PolicyTrial>('POST', '/api/policies/try', input);
  assert.equal(status, 200, JSON.stringify(body));
  assert.equal(body.policyVersion, null);
  const night = body.rules.find(({ id }) => id === 'night')!;
  assert.deepEqual(night.conditions[0]!.actual, false);
  assert.equal(night.holds, true);
  assert.deepEqual(body.perception.risks, ['complaint', 'safety']);
  assert.equal(body.verdict.segment, 'vip');
  assert.equal(body.verdict.priority, 9);
  assert.equal(body.queue.id, 'care');
  assert.equal(body.decision, 'hand-off');
  assert.equal(body.reasons[0]!.code, 'safety');
  assert.match(body.says, /安全/);
  assert.deepEqual(
    body.segments.map(({ id, counts }) => [id, counts]),
    [
      ['vip', true],
      ['big-order', false],
    ],
  );
  const calm = await ask<PolicyTrial>('POST', '/api/policies/try', {
    text: '七天无理由怎么退',
    contact: { attributes: {}, verified: false },
  });
  assert.equal(calm.body.decision, 'answer');
  assert.ok(calm.body.complexity.parts.length > 0);
});

test('the log through its own policy changes nothing; through another it counts who goes elsewhere, sooner or not at all', async () => {
  const talks = [
    ['你好', '七天无理由怎么退', '转人工'],
    ['我要投诉你们'],
    ['云栖 2 有多重', '谢谢'],
    ['萤火虫养殖补贴政策', '好的'],
    ['优惠券用不了', '优惠券还是用不了啊', '就是用不了啊'],
  ];
  for (const texts of talks) {
    const customer = await boot();
    for (const text of texts) await customer.say(text);
  }
  const own = await ask<PolicyReplay>('POST', '/api/policies/replay', { days: 1 });
  assert.equal(own.status, 200);
  assert.ok(own.body.conversations >= talks.length);
  const since = await server.plugs.policies.find(server.plugs.policy().version);
  assert.deepEqual(
    own.body.changed.filter(({ openedAt }) => openedAt > since!.createdAt),
    [],
    'what was decided under a policy comes out the same',
  );
  const { policy } = server.plugs.policy();
  const answer = await ask<PolicyReplay>('POST', '/api/policies/replay', {
    days: 1,
    policy: {
      ...policy,
      handoff: {
        ...policy.handoff,
        repeatedQuestions: 9,
        turnsWithoutProgress: 9,
        prediction: { enabled: false, lateCost: 1 },
      },
      triage: [
        rule('tents', { when: [{ on: 'words', is: ['多重'] }], then: [{ do: 'human' }] }),
        ...policy.triage,
      ],
    },
  });
  const { changed, more, fewer, before: was, after: is } = answer.body;
  const find = (preview: string) =>
    changed.find((one) => one.preview === preview && one.openedAt > since!.createdAt);
  assert.equal(find('云栖 2 有多重')?.after.handedOff, true);
  assert.equal(find('云栖 2 有多重')?.after.turn, 1);
  const coupon = find('就是用不了啊');
  assert.deepEqual([coupon?.before.turn, coupon?.after.handedOff], [3, false]);
  assert.ok(more >= 1 && fewer >= 1);
  assert.equal(is.handoffs - was.handoffs, more - fewer);
});
