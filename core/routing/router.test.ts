import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RoutingAgent, WaitingConversation } from './contract.ts';
import { type Assignment, createRouter, type Router } from './router.ts';
import { agent, minute, policyOf, profile, queue, waiting } from './test-world.ts';

const service = queue({ id: 'service' });

function routerWith(
  agents: readonly RoutingAgent[],
  conversations: readonly WaitingConversation[],
  queues = [service],
): Router {
  const router = createRouter(policyOf(queues));
  for (const one of agents) router.putAgent(one);
  for (const one of conversations) router.putConversation(one);
  return router;
}

function all(router: Router, now: number): Assignment[] {
  const given: Assignment[] = [];
  for (let next = router.next(now); next !== null; next = router.next(now)) given.push(next);
  return given;
}

const pairs = (given: readonly Assignment[]) =>
  given.map(({ conversationId, agentId }) => `${conversationId} → ${agentId}`);

test('who waits longest is served first, and priority counts like so much earlier arrival', () => {
  const one = agent('ann', { profile: profile({ capacity: 9, maximumConversations: 9 }) });
  const router = routerWith(
    [one],
    [
      waiting('late', { waitingSince: 3 * minute }),
      waiting('first', { waitingSince: 0 }),
      waiting('vip', { waitingSince: 3 * minute, priority: 1 }),
    ],
  );
  assert.deepEqual(
    [...router.positions(4 * minute)],
    [
      ['first', 1],
      ['vip', 2],
      ['late', 3],
    ],
  );
  assert.deepEqual(pairs(all(router, 4 * minute)), ['first → ann', 'vip → ann', 'late → ann']);
});

test('a queue by longest waiting does not ask for priority', () => {
  const router = routerWith(
    [agent('ann')],
    [waiting('vip', { waitingSince: 2, priority: 9 }), waiting('first', { waitingSince: 1 })],
    [queue({ id: 'service', order: 'longest-waiting' })],
  );
  assert.equal(router.next(10)?.conversationId, 'first');
});

test('across queues the effective priority now decides, and it changes with each queue’s ageing', () => {
  const queues = [queue({ id: 'service', ageingMs: minute }), queue({ id: 'slow', ageingMs: 10 * minute })];
  const both = [
    waiting('quickly ageing', { waitingSince: 0 }),
    waiting('slowly ageing', { waitingSince: 0, queueId: 'slow', priority: 1 }),
  ];
  assert.equal(routerWith([agent('ann')], both, queues).next(minute / 2)?.conversationId, 'slowly ageing');
  assert.equal(routerWith([agent('ann')], both, queues).next(2 * minute)?.conversationId, 'quickly ageing');
});

test('what nobody can take blocks nothing behind it', () => {
  const router = routerWith(
    [
      agent('ann', { profile: profile({ languages: ['zh'] }) }),
      agent('bo', { profile: profile({ languages: ['en'] }), status: 'away' }),
    ],
    [
      waiting('needs a skill', { priority: 9, skills: [{ skill: 'returns', level: 1 }] }),
      waiting('in English', { priority: 8, language: 'en' }),
      waiting('ordinary'),
    ],
  );
  assert.deepEqual(pairs(all(router, 1)), ['ordinary → ann']);
  assert.equal(router.waiting(), 2);
});

test('weight and number both bound what an agent has', () => {
  const small = agent('ann', { profile: profile({ capacity: 5, maximumConversations: 3 }) });
  const calls = [waiting('call', { weight: 4 }), waiting('second call', { weight: 4 })];
  assert.equal(all(routerWith([small], calls), 1).length, 1);
  const texts = ['a', 'b', 'c', 'd'].map((id) => waiting(id));
  assert.equal(all(routerWith([small], texts), 1).length, 3);
  assert.equal(all(routerWith([{ ...small, load: 4, conversations: 1 }], texts), 1).length, 1);
});

test('weights that are no sum of halves still fit exactly', () => {
  const one = agent('ann', { profile: profile({ capacity: 0.3, maximumConversations: 9 }) });
  const router = routerWith(
    [one],
    ['a', 'b', 'c', 'd'].map((id) => waiting(id, { weight: 0.1 })),
  );
  assert.equal(all(router, 1).length, 3);
});

test('only who is online is given anything', () => {
  for (const status of ['busy', 'away', 'wrap-up', 'offline'] as const) {
    const router = routerWith([agent('ann', { status })], [waiting('a')]);
    assert.equal(router.next(1), null);
    assert.deepEqual(router.explain('a', 1), [{ agentId: 'ann', exclusion: status }]);
    router.putAgent(agent('ann'));
    assert.equal(router.next(1)?.agentId, 'ann');
  }
});

test('the first reason that lasts longest is the one that is told', () => {
  const members = queue({ id: 'service', agentIds: ['ann', 'bo', 'chen', 'dai', 'eva', 'fang'] });
  const skilled = { returns: 3 } as const;
  const router = routerWith(
    [
      agent('ann', { profile: profile({ skills: { returns: 2 } }) }),
      agent('bo', { profile: profile({ skills: skilled, languages: ['en'] }), status: 'away' }),
      agent('chen', { profile: profile({ skills: skilled }), conversations: 4, load: 4 }),
      agent('dai', { profile: profile({ skills: skilled }) }),
      agent('eva', { profile: profile({ skills: skilled }) }),
      agent('fang', { profile: profile({ skills: skilled }), status: 'wrap-up' }),
      agent('gao', { profile: profile({ skills: skilled }) }),
    ],
    [
      waiting('a', {
        skills: [{ skill: 'returns', level: 3 }],
        declined: [{ agentId: 'dai', at: 0 }],
      }),
    ],
    [members],
  );
  const verdicts = router.explain('a', minute);
  assert.deepEqual(
    verdicts.map((one) => [one.agentId, 'exclusion' in one ? one.exclusion : 'able']),
    [
      ['eva', 'able'],
      ['ann', 'skill'],
      ['bo', 'language'],
      ['chen', 'full'],
      ['dai', 'declined'],
      ['fang', 'wrap-up'],
      ['gao', 'not-in-queue'],
    ],
  );
  const { explanation } = router.next(minute)!;
  assert.deepEqual(explanation.excluded, {
    skill: 1,
    language: 1,
    full: 1,
    declined: 1,
    'wrap-up': 1,
    'not-in-queue': 1,
  });
  assert.equal(explanation.policyVersion, 7);
  assert.equal(explanation.waitedMs, minute);
});

test('an overflow lets in another queue’s agents and lowers levels, when its time has come', () => {
  const queues = [
    queue({
      id: 'service',
      agentIds: ['ann'],
      requires: [{ skill: 'returns', level: 4 }],
      overflow: [
        { afterMs: minute, toQueueId: 'sales', relaxLevels: 0 },
        { afterMs: 2 * minute, relaxLevels: 2 },
        { afterMs: 3 * minute, relaxLevels: 5 },
      ],
    }),
    queue({ id: 'sales', agentIds: ['bo', 'chen', 'dai'] }),
  ];
  const only = (one: RoutingAgent) => routerWith([one], [waiting('a')], queues);
  const expert = profile({ skills: { returns: 4 } });
  assert.equal(only(agent('bo', { profile: expert })).nextChangeAt(0), minute);
  assert.equal(only(agent('bo', { profile: expert })).next(minute - 1), null);
  assert.equal(only(agent('bo', { profile: expert })).next(minute)?.explanation.stage, 1);
  const some = agent('chen', { profile: profile({ skills: { returns: 2 } }) });
  assert.equal(only(some).next(2 * minute - 1), null);
  assert.equal(only(some).next(2 * minute)?.explanation.stage, 2);
  const router = only(agent('dai'));
  assert.equal(router.next(3 * minute - 1), null);
  assert.equal(router.nextChangeAt(3 * minute - 1), 3 * minute);
  assert.equal(router.next(3 * minute)?.explanation.stage, 3);
  assert.equal(router.nextChangeAt(3 * minute), null);
});

test('a callback waits for its slot, keeps its place in line, and overflows from the slot on', () => {
  const overflowing = queue({
    id: 'service',
    agentIds: ['ann'],
    overflow: [{ afterMs: minute, toQueueId: 'everybody', relaxLevels: 0 }],
  });
  const router = routerWith(
    [agent('bo')],
    [waiting('call me', { notBefore: 60 * minute }), waiting('later', { waitingSince: 50 * minute })],
    [overflowing, queue({ id: 'everybody' })],
  );
  assert.deepEqual([...router.positions(59 * minute)], [['later', 1]]);
  assert.deepEqual(
    [...router.positions(60 * minute)],
    [
      ['call me', 1],
      ['later', 2],
    ],
  );
  assert.equal(router.nextChangeAt(59 * minute), 60 * minute);
  assert.deepEqual(pairs(all(router, 60 * minute)), ['later → bo']);
  assert.equal(router.nextChangeAt(60 * minute), 61 * minute);
  assert.deepEqual(pairs(all(router, 61 * minute)), ['call me → bo']);
});

test('the preferred agent is first if able, and no obstacle if not', () => {
  const asked = waiting('a', { preferredAgentId: 'bo' });
  const busyOne = agent('bo', { load: 3, conversations: 3, handledToday: 50 });
  const given = routerWith([agent('ann'), busyOne, agent('chen')], [asked]).next(minute)!;
  assert.equal(given.agentId, 'bo');
  assert.equal(given.explanation.chosen.agentId, 'bo');
  assert.deepEqual(
    given.explanation.others.map(({ agentId }) => agentId),
    ['ann', 'chen'],
  );
  assert.equal(routerWith([agent('ann'), agent('bo', { status: 'away' })], [asked]).next(1)?.agentId, 'ann');
});

test('who has served the contact goes before an equal stranger', () => {
  const router = routerWith([agent('ann'), agent('bo')], [waiting('a', { history: { bo: 0.5 } })]);
  assert.equal(router.next(1)?.agentId, 'bo');
});

test('the longer idle and the less burdened go first, equals by their id', () => {
  assert.equal(routerWith([agent('bo'), agent('ann')], [waiting('a')]).next(1)?.agentId, 'ann');
  const idle = [agent('ann', { idleSince: 5 * minute }), agent('bo', { idleSince: minute })];
  assert.equal(routerWith(idle, [waiting('a')]).next(6 * minute)?.agentId, 'bo');
  const burdened = [agent('ann', { load: 1, conversations: 1 }), agent('bo')];
  assert.equal(routerWith(burdened, [waiting('a')]).next(1)?.agentId, 'bo');
  const worked = [agent('ann', { handledToday: 9 }), agent('bo', { handledToday: 3 })];
  assert.equal(routerWith(worked, [waiting('a')]).next(1)?.agentId, 'bo');
});

test('what an expert alone can do is not lost to what anybody can: the least flexible goes first', () => {
  const vip = queue({ id: 'vip', requires: [{ skill: 'vip', level: 3 }] });
  const expert = agent('ann', { profile: profile({ skills: { vip: 5 }, capacity: 1 }) });
  const plain = [agent('bo', { profile: profile({ capacity: 1 }) })];
  const router = routerWith([expert, ...plain], [waiting('ordinary', { priority: 1 })], [service, vip]);
  assert.equal(router.next(1)?.agentId, 'bo');
  router.putConversation(waiting('important', { queueId: 'vip' }));
  assert.equal(router.next(1)?.agentId, 'ann');
});

test('a skill that nobody asks for spares nobody', () => {
  const router = routerWith(
    [agent('ann', { profile: profile({ skills: { juggling: 5 } }) }), agent('bo')],
    [waiting('a')],
  );
  assert.equal(router.next(1)?.explanation.chosen.factors.spare, 1);
});

test('a better fit is worth waiting load at first, and counts for little after long waiting', () => {
  const preferring = queue({ id: 'service', prefers: [{ skill: 'returns', level: 4 }] });
  const agents = [
    agent('fitting', { load: 1, conversations: 1, profile: profile({ skills: { returns: 4 } }) }),
    agent('free'),
  ];
  const a = [waiting('a')];
  assert.equal(routerWith(agents, a, [preferring]).next(0)?.agentId, 'fitting');
  assert.equal(routerWith(agents, a, [preferring]).next(20 * minute)?.agentId, 'free');
});

test('queues in pull mode are never given, and have places', () => {
  const pull = queue({ id: 'service', mode: 'pull' });
  const router = routerWith([agent('ann')], [waiting('a'), waiting('b')], [pull]);
  assert.equal(router.next(9 * minute), null);
  assert.deepEqual(
    [...router.positions(1)],
    [
      ['a', 1],
      ['b', 2],
    ],
  );
  assert.equal(router.explain('a', 1)[0]?.agentId, 'ann');
});

test('giving back restores everything: the same is given again', () => {
  const router = routerWith([agent('ann'), agent('bo')], [waiting('a'), waiting('b')]);
  const first = router.next(minute)!;
  router.giveBack(first, minute, false);
  assert.deepEqual(router.next(minute), first);
});

test('who declined is not asked again for a while, and nobody else waits for them', () => {
  const router = routerWith([agent('ann')], [waiting('a')]);
  router.giveBack(router.next(minute)!, minute, true);
  assert.equal(router.next(minute), null);
  router.putAgent(agent('bo'));
  const second = router.next(minute)!;
  assert.equal(second.agentId, 'bo');
  assert.deepEqual(second.explanation.excluded, { declined: 1 });
  router.giveBack(second, 2 * minute, true);
  assert.equal(router.nextChangeAt(2 * minute), 3 * minute);
  assert.equal(router.next(3 * minute)?.agentId, 'ann');
});

test('giving back twice gives back once', () => {
  const one = agent('ann', { profile: profile({ capacity: 2, maximumConversations: 2 }) });
  const router = routerWith(
    [one],
    ['a', 'b', 'c', 'd'].map((id) => waiting(id)),
  );
  const [first] = all(router, 1);
  router.giveBack(first!, 1, false);
  router.giveBack(first!, 1, false);
  assert.equal(all(router, 1).length, 1);
});

test('a conversation that is put anew while it was given is what it is by then', () => {
  const router = routerWith([agent('ann')], [waiting('a')]);
  const given = router.next(1)!;
  router.putConversation(waiting('a', { language: 'en', priority: 3 }));
  router.giveBack(given, 1, true);
  assert.equal(router.waiting(), 1);
  assert.equal(router.explain('a', 2)[0]?.agentId, 'ann');
  const again = router.next(10 * minute)!;
  assert.equal(again.before.conversation.language, 'en');
});

test('a new policy decides over what waits already', () => {
  const router = routerWith(
    [agent('ann'), agent('bo')],
    [waiting('a')],
    [queue({ id: 'service', agentIds: [] })],
  );
  assert.equal(router.next(1), null);
  router.setPolicy({ ...policyOf([queue({ id: 'service', agentIds: ['bo'] })]), version: 8 });
  const given = router.next(1)!;
  assert.deepEqual([given.agentId, given.explanation.policyVersion], ['bo', 8]);
});

test('a queue that is no more is served by the first queue’s rules', () => {
  const router = routerWith([agent('ann')], [waiting('a', { queueId: 'gone' })]);
  assert.deepEqual(router.next(1)?.queueId, 'gone');
});

test('a policy without a queue is refused, and the one before stays', () => {
  assert.throws(() => createRouter(policyOf([])), RangeError);
  const router = routerWith([agent('ann')], [waiting('a')]);
  assert.throws(() => router.setPolicy(policyOf([])), RangeError);
  assert.equal(router.next(1)?.agentId, 'ann');
});

test('what was removed is neither given nor counted', () => {
  const router = routerWith([agent('ann'), agent('bo')], [waiting('a'), waiting('b')]);
  router.removeConversation('a');
  router.removeConversation('unknown');
  router.removeAgent('ann');
  router.removeAgent('unknown');
  assert.equal(router.waiting(), 1);
  assert.deepEqual(pairs(all(router, 1)), ['b → bo']);
  assert.deepEqual(router.explain('a', 1), []);
});

test('a conversation that does not wait here is explained as if it did', () => {
  const router = routerWith([agent('ann')], []);
  assert.equal(router.explain(waiting('accepted long ago'), minute)[0]?.agentId, 'ann');
});

test('a clock that jumps back harms nobody', () => {
  const router = routerWith(
    [agent('ann', { idleSince: 5 * minute })],
    [waiting('a', { waitingSince: 5 * minute })],
  );
  const given = router.next(0)!;
  assert.equal(given.explanation.waitedMs, 0);
  assert.ok(given.explanation.chosen.score > 0);
});

test('however many different things are asked for, who waits stays known', () => {
  const router = routerWith([agent('ann', { status: 'away' })], [waiting('patient')]);
  for (let count = 0; count < 10_100; count++) {
    router.putConversation(waiting('passing', { skills: [{ skill: `skill ${count}`, level: 1 }] }));
    router.nextChangeAt(1);
  }
  router.putAgent(agent('ann'));
  assert.deepEqual(pairs(all(router, 1)), ['patient → ann']);
});
