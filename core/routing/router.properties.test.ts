import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Assignment, createRouter } from './router.ts';
import {
  able,
  exclusion,
  givable,
  heavierFor,
  isKept,
  score,
  surelyGivable,
  urgency,
  type World,
} from './test-oracle.ts';
import {
  agent,
  agentIds,
  anyAgent,
  anyConversation,
  anyPolicy,
  Chance,
  minute,
  policyOf,
  queue,
  waiting,
} from './test-world.ts';

const start = 1_800_000_000_000;

/** Plays a router and the plain rules side by side through arrivals, departures, changes of mind and of policy. */
function play(seed: number, steps: number, look: (table: Table) => void) {
  const chance = new Chance(seed);
  const world = { active: anyPolicy(chance), agents: new Map(), waiting: new Map() } as World & {
    active: World['active'];
  };
  const table: Table = {
    chance,
    world,
    router: createRouter(world.active),
    now: start,
    given: [],
    asked: skillsAsked(world),
  };
  for (let step = 0; step < steps; step++) {
    table.now += chance.upTo(40_000);
    for (let more = chance.upTo(5); more >= 0; more--) change(table, 10 * step + more);
    look(table);
  }
}

interface Table {
  readonly chance: Chance;
  world: World;
  readonly router: ReturnType<typeof createRouter>;
  now: number;
  given: Assignment[];
  /** Skills that anybody has asked for since the policy came. */
  asked: Set<string>;
}

const skillsAsked = ({ active, waiting: all }: World): Set<string> =>
  new Set(
    [
      ...active.policy.queues.flatMap(({ requires, prefers }) => [...requires, ...prefers]),
      ...[...all.values()].flatMap(({ skills }) => skills),
    ].map(({ skill }) => skill),
  );

function change(table: Table, step: number) {
  const { chance, router, world, now } = table;
  const dice = chance.next();
  if (dice < 0.45) {
    const conversation = anyConversation(chance, `conversation ${chance.happens(0.1) ? 0 : step}`, now);
    for (const { skill } of conversation.skills) table.asked.add(skill);
    router.putConversation(conversation);
    world.waiting.set(conversation.id, conversation);
  } else if (dice < 0.8) {
    const one = anyAgent(chance, chance.pick(agentIds), now);
    const before = world.agents.get(one.id);
    const next = before && chance.happens(0.6) ? { ...one, profile: { ...before.profile } } : one;
    router.putAgent(next);
    world.agents.set(next.id, next);
  } else if (dice < 0.84) {
    const id = chance.pick(agentIds);
    router.removeAgent(id);
    world.agents.delete(id);
  } else if (dice < 0.88 && world.waiting.size > 0) {
    const id = chance.pick([...world.waiting.keys()]);
    router.removeConversation(id);
    world.waiting.delete(id);
  } else if (dice < 0.97 && table.given.length > 0) {
    giveBack(table);
  } else if (dice > 0.985) {
    table.world = { ...world, active: anyPolicy(chance) };
    table.asked = skillsAsked(table.world);
    router.setPolicy(table.world.active);
  }
}

function giveBack({ chance, given, world, router, now, asked }: Table) {
  const assignment = given.splice(chance.upTo(given.length), 1)[0]!;
  const declined = chance.happens(0.5);
  router.giveBack(assignment, now, declined);
  router.giveBack(assignment, now, declined);
  const { conversation, idleSince } = assignment.before;
  const one = world.agents.get(assignment.agentId);
  if (one !== undefined)
    world.agents.set(one.id, {
      ...one,
      load: Math.max(0, one.load - conversation.weight),
      conversations: Math.max(0, one.conversations - 1),
      idleSince: declined ? one.idleSince : idleSince,
    });
  const waits = world.waiting.get(conversation.id) ?? conversation;
  for (const { skill } of waits.skills) asked.add(skill);
  const refusal = { agentId: assignment.agentId, at: now };
  world.waiting.set(
    waits.id,
    declined ? { ...waits, declined: [...(waits.declined ?? []), refusal] } : waits,
  );
}

/** Takes one assignment and enters it into the plain books. */
function take(table: Table): Assignment | null {
  const { router, world, now } = table;
  const assignment = router.next(now);
  if (assignment === null) return null;
  const conversation = world.waiting.get(assignment.conversationId)!;
  const one = world.agents.get(assignment.agentId)!;
  world.waiting.delete(conversation.id);
  world.agents.set(one.id, {
    ...one,
    load: one.load + conversation.weight,
    conversations: one.conversations + 1,
    idleSince: now,
  });
  table.given.push(assignment);
  return assignment;
}

const nearly = 1e-7;

test('every choice is the one that the plain rules make, and it goes on until nobody can be served', () => {
  let choices = 0;
  let besideKept = 0;
  for (let seed = 1; seed <= 10; seed++)
    play(seed, 120, (table) => {
      for (;;) {
        const { world, now, asked } = table;
        const before = { ...world, agents: new Map(world.agents), waiting: new Map(world.waiting) };
        const could = givable(before, now);
        const assignment = take(table);
        const must = surelyGivable(before, now);
        if (assignment === null)
          return assert.deepEqual(must, [], `somebody waits for nothing, seed ${seed}`);
        choices++;
        const chosen = could.find(({ id }) => id === assignment.conversationId);
        assert.ok(chosen, `given what cannot be given, seed ${seed}`);
        const highest = Math.max(...must.map((one) => urgency(before, one, now)));
        assert.ok(urgency(before, chosen, now) >= highest - nearly, `a more urgent one waits, seed ${seed}`);
        const scores = new Map(
          able(before, chosen, now).map((one) => [one.id, score(before, chosen, one, asked, now)]),
        );
        const its = scores.get(assignment.agentId);
        assert.ok(its !== undefined, `given to who cannot, seed ${seed}`);
        const { explanation } = assignment;
        const counts: Record<string, number> = {};
        for (const one of before.agents.values()) {
          const why = exclusion(before, chosen, one, now);
          if (why !== null) counts[why] = (counts[why] ?? 0) + 1;
        }
        // Who has declined and is kept as well counts as kept.
        const { kept: allKept = 0, declined = 0, ...excluded } = explanation.excluded;
        const { declined: allDeclined = 0, ...expected } = counts;
        const kept = allKept - (allDeclined - declined);
        assert.deepEqual(excluded, expected, `other reasons, seed ${seed}`);
        assert.ok(kept >= 0 && declined <= allDeclined);
        if (kept > 0) besideKept++;
        const given = before.agents.get(assignment.agentId)!;
        assert.ok(!isKept(before, chosen, given, now), `something heavier needs the agent, seed ${seed}`);
        const free = [...scores].filter(
          ([id]) => heavierFor(before, chosen, before.agents.get(id)!, now).length === 0,
        );
        assert.ok(scores.size - free.length >= kept, `kept for nothing, seed ${seed}`);
        if (chosen.preferredAgentId && free.some(([id]) => id === chosen.preferredAgentId))
          assert.equal(assignment.agentId, chosen.preferredAgentId);
        else if (assignment.agentId !== chosen.preferredAgentId)
          for (const [, other] of free)
            assert.ok(its >= other - nearly, `a better one is free, seed ${seed}`);
        assert.ok(Math.abs(explanation.chosen.score - its) < 1e-4);
        assert.equal(explanation.others.length, Math.min(4, scores.size - kept - 1));
      }
    });
  assert.ok(choices > 500, `only ${choices} choices were made`);
  assert.ok(besideKept > 20, `only ${besideKept} choices beside somebody who is kept`);
});

test('explaining gives every agent the verdict of the plain rules', () => {
  for (let seed = 100; seed <= 104; seed++)
    play(seed, 60, (table) => {
      const { world, router, now, asked } = table;
      for (const conversation of world.waiting.values()) {
        const verdicts = router.explain(conversation.id, now);
        assert.equal(verdicts.length, world.agents.size);
        for (const verdict of verdicts) {
          const one = world.agents.get(verdict.agentId)!;
          const why = exclusion(world, conversation, one, now);
          if ('exclusion' in verdict)
            assert.ok(
              verdict.exclusion === why ||
                (verdict.exclusion === 'kept' && (why === null || why === 'declined')),
            );
          else {
            assert.equal(why, null);
            assert.ok(Math.abs(verdict.score.score - score(world, conversation, one, asked, now)) < 1e-4);
          }
        }
      }
      if (table.chance.happens(0.5)) take(table);
    });
});

test('nobody has more than they can bear, and nothing is given twice while it is given', () => {
  for (let seed = 200; seed <= 210; seed++)
    play(seed, 150, (table) => {
      const waitedBefore = new Set(table.world.waiting.keys());
      for (let next = take(table); next !== null; next = take(table)) {
        assert.ok(waitedBefore.delete(next.conversationId), 'given though it does not wait');
        const one = table.world.agents.get(next.agentId)!;
        assert.ok(one.load <= one.profile.capacity + 1e-9 || one.conversations === 1);
        assert.ok(one.conversations <= one.profile.maximumConversations);
      }
      assert.equal(table.router.waiting(), table.world.waiting.size);
    });
});

test('the next change is announced: before it nothing can be given, and time alone never surprises', () => {
  for (let seed = 300; seed <= 315; seed++)
    play(seed, 60, (table) => {
      while (take(table) !== null);
      const at = table.router.nextChangeAt(table.now);
      const until = at ?? table.now + 30 * minute;
      assert.ok(until > table.now);
      // What ages faster may overtake what somebody is kept for: that is seen at the next look, which is announced.
      const { world, now } = table;
      const must = surelyGivable(world, until - 1).filter((one) =>
        able(world, one, until - 1).some((able) => heavierFor(world, one, able, now).length === 0),
      );
      assert.deepEqual(must, [], `unannounced, seed ${seed}`);
    });
});

test('places are one to the number of those who wait, the more urgent before the less', () => {
  for (let seed = 400; seed <= 406; seed++)
    play(seed, 80, ({ world, router, now }) => {
      const places = router.positions(now);
      for (const { id: queueId } of world.active.policy.queues) {
        const line = [...world.waiting.values()]
          .filter((one) => {
            const known = world.active.policy.queues.some(({ id }) => id === one.queueId);
            return (known ? one.queueId : world.active.policy.queues[0]!.id) === queueId;
          })
          .filter(({ notBefore }) => (notBefore ?? now) <= now)
          .sort((left, right) => places.get(left.id)! - places.get(right.id)!);
        line.forEach((one, index) => {
          assert.equal(places.get(one.id), index + 1);
          const before = line[index - 1];
          if (before !== undefined)
            assert.ok(urgency(world, before, now) >= urgency(world, one, now) - nearly);
        });
      }
    });
});

test('nobody starves: an ordinary conversation is served although urgent ones never cease to come', () => {
  const router = createRouter(policyOf([queue({ id: 'service', ageingMs: minute })]));
  const one = agent('ann', { profile: { skills: {}, languages: [], capacity: 1, maximumConversations: 1 } });
  router.putAgent(one);
  router.putConversation(waiting('ordinary', { waitingSince: start }));
  for (let turn = 0; turn < 60; turn++) {
    const now = start + turn * minute;
    for (let more = 0; more < 2; more++)
      router.putConversation(waiting(`urgent ${turn} ${more}`, { priority: 10, waitingSince: now }));
    router.putAgent(one);
    if (router.next(now)?.conversationId !== 'ordinary') continue;
    // Ten steps of priority are ten minutes of ageing; who came in those ten minutes was before it, two a minute.
    assert.ok(turn <= 21, `served only after ${turn} minutes`);
    return;
  }
  assert.fail('never served');
});

test('the same calls give the same assignments', () => {
  const record = (seed: number) => {
    const given: string[] = [];
    play(seed, 100, (table) => {
      for (let next = take(table); next !== null; next = take(table)) given.push(JSON.stringify(next));
    });
    return given;
  };
  assert.deepEqual(record(500), record(500));
  assert.ok(record(500).length > 5);
});
