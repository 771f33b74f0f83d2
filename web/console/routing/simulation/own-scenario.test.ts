import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultPolicy } from '../../../../core/policy/default-policy.ts';
import type { Policy } from '../../../../core/terms/policy.ts';
import { difference, simulatedFigures } from './compared-figures.ts';
import { ownScenario } from './own-scenario.ts';
import { play } from './play.ts';

const team = Array.from({ length: 9 }, (_, index) => ({
  id: `agent-${index}`,
  profile: { skills: {}, languages: [], capacity: 3, maximumConversations: 3 },
}));
const dials = { kind: 'usual', perHour: 40, handlingMinutes: 5, patienceMinutes: 4 } as const;
const instant: Policy = {
  ...defaultPolicy,
  queues: defaultPolicy.queues.map((queue) => ({ ...queue, mode: 'auto' as const })),
};

test('the own team on each kind of day can be played, with nobody stranded', () => {
  for (const kind of ['usual', 'rush', 'outage'] as const) {
    const scenario = ownScenario(defaultPolicy, team, { ...dials, kind });
    const played = play({ scenario, policies: [defaultPolicy] }, () => 0);
    assert.ok('reports' in played, JSON.stringify(played));
    const [report] = played.reports;
    assert.ok(report!.total.arrivals > 250, `${kind}: ${report!.total.arrivals}`);
    assert.equal(report!.stranded, 0, kind);
    assert.equal(report!.series.length, 48);
  }
});

test('two policies meet the same customers, and the same order gives the same figures', () => {
  const order = { scenario: ownScenario(defaultPolicy, team, dials), policies: [defaultPolicy, instant] };
  const [once, again] = [play(order, () => 0), play(order, () => 0)];
  assert.deepEqual(once, again);
  assert.ok('reports' in once);
  assert.equal(once.reports[0]!.total.arrivals, once.reports[1]!.total.arrivals);
});

test('a scenario with queues of its own is played, and one that is wrong says where', () => {
  const scenario = {
    ...ownScenario(defaultPolicy, team, dials),
    policy: { queues: [{ id: 'foreign' }] },
    contacts: [{ id: 'one', queueId: 'foreign', handling: { meanSeconds: 60, sdSeconds: 30 } }],
  };
  assert.ok('reports' in play({ scenario, policies: [defaultPolicy] }, () => 0));
  const wrong = play({ scenario: { ...scenario, policy: undefined }, policies: [defaultPolicy] }, () => 0);
  assert.ok('problems' in wrong);
  assert.deepEqual(
    wrong.problems.map(({ path }) => path),
    ['contacts.0.queueId'],
  );
  assert.ok('problems' in play({ scenario: 'nonsense', policies: [defaultPolicy] }, () => 0));
});

test('a difference says how much and whether that is good', () => {
  const figure = (name: string) => simulatedFigures.find((one) => one.name === name)!;
  assert.deepEqual(difference(figure('within30s'), 0.8, 0.925, 'zh'), {
    words: '+12.5 个百分点',
    judgement: 'better',
  });
  assert.deepEqual(difference(figure('p95WaitMs'), 30_000, 45_000, 'en'), {
    words: '+15 seconds',
    judgement: 'worse',
  });
  assert.equal(difference(figure('occupancy'), 0.5, 0.6, 'zh')?.judgement, 'neither');
  assert.equal(difference(figure('within30s'), 0.80001, 0.80002, 'zh'), null);
  assert.equal(difference(figure('abandonment'), null, 0.1, 'zh'), null);
});
