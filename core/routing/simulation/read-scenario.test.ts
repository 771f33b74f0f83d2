import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readScenario } from './read-scenario.ts';
import { policy, queue } from './scenarios-for-tests.ts';

const base = policy(queue());

const smallest = {
  seed: 1,
  day: { from: '09:00', to: '18:00' },
  contacts: [{ id: 'any', handling: { distribution: 'exponential', meanSeconds: 300 } }],
  arrivals: [{ from: '09:00', to: '18:00', perHour: 30 }],
  agents: [{ id: 'a', count: 3, shifts: [{ from: '09:00', to: '18:00' }] }],
};

const pathsOf = (json: unknown) => {
  const result = readScenario(json, base);
  return 'problems' in result ? result.problems.map(({ path, code }) => `${path} ${code}`) : [];
};

test('the smallest scenario is filled up with what is usual', () => {
  const result = readScenario(smallest, base);
  assert.ok('scenario' in result, JSON.stringify(result));
  assert.deepEqual(
    result.scenario.agents.map(({ id }) => id),
    ['a-1', 'a-2', 'a-3'],
  );
  assert.equal(result.scenario.day.from, 9 * 3_600_000);
  assert.equal(result.scenario.contacts[0]!.queueId, 'default');
  assert.equal(result.scenario.contacts[0]!.abandons, 0);
  assert.equal(result.scenario.policy, base);
});

test('a partial policy stands over the base', () => {
  const result = readScenario(
    {
      ...smallest,
      policy: {
        queues: [
          { id: 'returns', requires: [{ skill: 'returns', level: 2 }], overflow: [{ afterMs: 60_000 }] },
        ],
        routing: { weights: { idle: 1 } },
      },
    },
    base,
  );
  assert.ok('scenario' in result, JSON.stringify(result));
  const { queues, routing, handoff } = result.scenario.policy;
  assert.equal(queues[0]!.offerMs, 15_000);
  assert.deepEqual(queues[0]!.overflow, [{ afterMs: 60_000, relaxLevels: 0 }]);
  assert.deepEqual(routing.weights, { ...base.routing.weights, idle: 1 });
  assert.equal(handoff, base.handoff);
});

test('everything that is wrong is told at once, with its path', () => {
  assert.deepEqual(
    pathsOf({
      ...smallest,
      seed: 1.5,
      colour: 'red',
      day: { from: '18:00', to: '09:00' },
      contacts: [{ id: 'any', queueId: 'nowhere', handling: { distribution: 'normal', meanSeconds: -1 } }],
      agents: [{ id: 'a', shifts: [{ from: '9', to: '18:00' }], skills: { returns: 9 }, languages: ['fr'] }],
      disconnects: [{ agentId: 'b', at: '10:00', forSeconds: 60 }],
    }).sort(),
    [
      'agents.0.languages.0 wrong-type',
      'agents.0.shifts.0.from wrong-type',
      'agents.0.skills.returns out-of-range',
      'colour unknown',
      'contacts.0.handling.distribution wrong-type',
      'contacts.0.handling.meanSeconds out-of-range',
      'contacts.0.handling.sdSeconds missing',
      'contacts.0.queueId not-found',
      'day.to out-of-range',
      'disconnects.0.agentId not-found',
      'seed wrong-type',
    ],
  );
});

test('what is no object at all is refused, not thrown at', () => {
  for (const json of [null, 7, 'day', [], { agents: 3, arrivals: {}, contacts: [null], day: [] }])
    assert.ok(pathsOf(json).length > 0);
});

test('duplicates and overlaps are told', () => {
  const twice = [...smallest.agents, ...smallest.agents];
  assert.ok(pathsOf({ ...smallest, agents: twice }).includes('agents duplicate'));
  const disconnects = [
    { agentId: 'a-1', at: '10:00', forSeconds: 600 },
    { agentId: 'a-1', at: '10:05', forSeconds: 600 },
  ];
  assert.deepEqual(pathsOf({ ...smallest, disconnects }), ['disconnects.1.at out-of-range']);
  const queues = [{ id: 'x', overflow: [{ afterMs: 1, toQueueId: 'y' }] }, { id: 'x' }];
  const paths = pathsOf({ ...smallest, policy: { queues } });
  assert.ok(paths.includes('policy.queues.1.id duplicate'));
  assert.ok(paths.includes('policy.queues.0.overflow.0.toQueueId not-found'));
});

test('more than a service desk ever has is refused', () => {
  const crowd = Array.from({ length: 3 }, (_, index) => ({
    ...smallest.agents[0],
    id: `g${index}`,
    count: 2000,
  }));
  assert.deepEqual(pathsOf({ ...smallest, agents: crowd }), ['agents out-of-range']);
  const arrivals = [{ from: '09:00', to: '18:00', perHour: 1_000_000 }];
  assert.deepEqual(pathsOf({ ...smallest, arrivals }), ['arrivals out-of-range']);
});

test('a list of arrivals names moments and kinds', () => {
  const result = readScenario({ ...smallest, arrivals: [{ at: '09:00:05', contact: 'any' }] }, base);
  assert.ok('scenario' in result);
  assert.deepEqual(result.scenario.arrivals, {
    kind: 'list',
    list: [{ at: 9 * 3_600_000 + 5000, contact: 'any' }],
  });
  assert.deepEqual(pathsOf({ ...smallest, arrivals: [{ at: '09:00', contact: 'nobody' }] }), [
    'arrivals.0.contact not-found',
  ]);
});
