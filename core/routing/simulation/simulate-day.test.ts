import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gini } from './report.ts';
import type { Scenario } from './scenario.ts';
import { agent, kind, policy, queue, scenario } from './scenarios-for-tests.ts';
import { simulateDay, tandem } from './simulate-day.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const constant = (meanMs: number) => ({ kind: 'constant', meanMs }) as const;

/** Arrivals of `any` at these seconds. */
const come = (...seconds: readonly number[]): Scenario['arrivals'] => ({
  kind: 'list',
  list: seconds.map((at) => ({ at: at * second, contact: 'any' })),
});

const busy = scenario({
  day: { from: 0, to: 4 * hour },
  contacts: [
    kind('any', {
      handling: { kind: 'lognormal', meanMs: 5 * minute, sdMs: 4 * minute },
      patience: { kind: 'exponential', meanMs: 2 * minute },
      abandons: 0.8,
    }),
  ],
  policy: policy(queue({ mode: 'preview' })),
  arrivals: { kind: 'rates', spans: [{ from: 0, to: 4 * hour, perHour: 120 }] },
  agents: ['a', 'b', 'c', 'd', 'e'].map((id) =>
    agent(id, {
      profile: { skills: {}, languages: [], capacity: 2, maximumConversations: 2 },
      missed: 0.1,
      absence: { kind: 'exponential', meanMs: minute },
    }),
  ),
  disconnects: ['b', 'c', 'd'].map((agentId, index) => ({
    agentId,
    at: (index + 1) * hour,
    forMs: 20 * minute,
    noticedAfterMs: 10 * second,
  })),
});

test('the same seed gives the same day, another seed another', () => {
  assert.deepEqual(simulateDay(busy), simulateDay(busy));
  assert.notDeepEqual(simulateDay(busy).total, simulateDay({ ...busy, seed: 2 }).total);
});

test('every customer is accounted for once, in total, by queue and in the series', () => {
  const { total, queues, series } = simulateDay(busy);
  assert.equal(total.connected + total.abandoned + total.waitingAtEnd, total.arrivals);
  assert.deepEqual(queues.default, total);
  assert.equal(
    series.reduce((sum, { arrivals }) => sum + arrivals, 0),
    total.arrivals,
  );
  assert.equal(series.length, 16);
});

test('nobody is stranded on a busy day with missed offers and a dead line', () => {
  const { stranded, missedOffers, requeued, total } = simulateDay(busy);
  assert.ok(
    missedOffers > 0 && requeued > 0 && total.abandoned > 0,
    JSON.stringify({ missedOffers, requeued, total }),
  );
  assert.equal(stranded, 0);
});

test('one agent serves one after the other, and waits are what they must be', () => {
  const { total, agents, occupancy } = simulateDay(scenario({ arrivals: come(0, 60, 120) }));
  // Five minutes each: the second waits 4 minutes, the third 8.
  assert.equal(total.connected, 3);
  assert.equal(total.medianWaitMs, 4 * minute);
  assert.equal(total.meanWaitMs, 4 * minute);
  assert.equal(total.within20s, 1 / 3);
  assert.equal(total.waited, 2 / 3);
  assert.equal(agents[0]!.handled, 3);
  assert.equal(occupancy, (15 * minute) / (24 * hour));
});

test('an impatient customer leaves, and the agent takes the next one', () => {
  const { total } = simulateDay(
    scenario({
      contacts: [kind('any', { patience: constant(2 * minute), abandons: 1 })],
      arrivals: come(0, 60, 270),
    }),
  );
  assert.equal(total.abandoned, 1);
  assert.equal(total.connected, 2);
  assert.equal(total.p99WaitMs !== null && total.p99WaitMs <= 2 * minute, true);
});

test('a missed offer moves on to the next agent when its time has passed', () => {
  const agents = [agent('a', { missed: 1, absence: constant(hour) }), agent('b', { missed: 0 })];
  // Whoever is asked first: one of two customers at the same moment meets the empty chair.
  const { total, missedOffers } = simulateDay(
    scenario({
      policy: policy(queue({ mode: 'preview' })),
      agents,
      contacts: [kind('any', { handling: constant(5 * second) })],
      arrivals: come(0, 0.001),
    }),
  );
  assert.equal(missedOffers, 1);
  assert.equal(total.connected, 2);
});

test('whoever misses too many offers is set away until they are back', () => {
  const agents = [agent('a', { missed: 1, absence: constant(hour) })];
  const { missedOffers, total } = simulateDay(
    scenario({
      policy: policy(queue({ mode: 'preview' })),
      agents,
      arrivals: come(0, 20, 40, 60, 80, 100),
    }),
  );
  // Three within the first hour; then they are back, and their chair is empty again each time it is asked.
  assert.ok(missedOffers >= 3 && missedOffers < 100, `${missedOffers}`);
  assert.equal(total.arrivals, 6);
});

test('a conversation whose agent vanishes is another’s after the grace', () => {
  const agents = [agent('a'), agent('b', { shifts: [{ from: 30 * second, to: 24 * hour }] })];
  const { requeued, total, stranded } = simulateDay(
    scenario({
      agents,
      arrivals: come(0),
      disconnects: [{ agentId: 'a', at: minute, forMs: 2 * hour, noticedAfterMs: 10 * second }],
    }),
  );
  assert.equal(requeued, 1);
  assert.equal(total.lost, 0);
  assert.equal(stranded, 0);
});

test('a product that leaves it with the vanished agent strands it', () => {
  const agents = [agent('a'), agent('b', { shifts: [{ from: 30 * second, to: 24 * hour }] })];
  const { requeued, stranded, strandedWhy } = simulateDay(
    scenario({
      agents,
      arrivals: come(0),
      disconnects: [{ agentId: 'a', at: minute, forMs: 2 * hour, noticedAfterMs: 10 * second }],
    }),
    { ...tandem, graceMs: null },
  );
  assert.equal(requeued, 0);
  assert.equal(stranded, 1);
  assert.equal(strandedWhy['nobody-at-desk'], 1);
});

test('a router that gives nothing is found out', () => {
  const { strandedWhy } = simulateDay(scenario({ arrivals: come(0, 10) }), {
    ...tandem,
    createRouter: (active) => ({ ...tandem.createRouter(active), next: () => null }),
  });
  assert.equal(strandedWhy.overlooked, 2);
});

test('calls among chats strand nobody: who waits while an agent is kept for a call is not forgotten', () => {
  const handling = { kind: 'exponential', meanMs: 5 * minute } as const;
  const report = simulateDay(
    scenario({
      day: { from: 0, to: 4 * hour },
      contacts: [
        kind('chat', { share: 0.9, handling, queueId: 'default' }),
        kind('call', { share: 0.1, handling, queueId: 'calls', weight: 4 }),
      ],
      policy: policy(queue({ mode: 'auto' }), queue({ id: 'calls', mode: 'auto' })),
      arrivals: { kind: 'rates', spans: [{ from: 0, to: 4 * hour, perHour: 60 }] },
      agents: ['a', 'b'].map((id) =>
        agent(id, { profile: { skills: {}, languages: [], capacity: 4, maximumConversations: 4 } }),
      ),
    }),
  );
  assert.equal(report.stranded, 0);
  assert.equal(report.total.connected, report.total.arrivals);
});

test('in a language that nobody at work speaks customers are served, not sent away', () => {
  const { total, stranded } = simulateDay(
    scenario({
      contacts: [kind('any', { language: 'en' })],
      arrivals: come(0, 10),
      agents: [
        agent('a', { profile: { skills: {}, languages: ['zh'], capacity: 4, maximumConversations: 4 } }),
      ],
    }),
  );
  assert.deepEqual([total.connected, total.withAssistant, total.messages, stranded], [2, 0, 0, 0]);
});

test('who waits for a skill that nobody has is stranded, and is not once overflow asks for less', () => {
  const needs = { contacts: [kind('any', { skills: [{ skill: 'dutch', level: 3 }] })], arrivals: come(0) };
  assert.equal(simulateDay(scenario(needs)).strandedWhy['nobody-ever'], 1);
  const overflow = [{ afterMs: minute, relaxLevels: 5 }];
  const helped = simulateDay(scenario({ ...needs, policy: policy(queue({ overflow })) }));
  assert.equal(helped.stranded, 0);
  assert.equal(helped.total.meanWaitMs, minute);
});

test('at night a message is left, and answered when somebody comes', () => {
  const { total, stranded } = simulateDay(
    scenario({
      policy: policy(queue({ whenNobody: 'message' })),
      agents: [agent('a', { shifts: [{ from: 9 * hour, to: 18 * hour }] })],
      contacts: [kind('any', { patience: constant(minute), abandons: 1 })],
      arrivals: come(3 * 3600, 10 * 3600, 20 * 3600),
    }),
  );
  assert.equal(total.messages, 2);
  assert.equal(total.messagesAnswered, 1);
  assert.equal(total.waitingAtEnd, 1);
  assert.equal(total.abandoned, 0);
  assert.equal(stranded, 0);
  assert.equal(total.within20s, 1 / 3);
});

test('a call-back waits for the next shift, and with the assistant nobody waits', () => {
  const night = (whenNobody: 'callback' | 'assistant') =>
    simulateDay(
      scenario({
        policy: policy(queue({ whenNobody })),
        agents: [agent('a', { shifts: [{ from: 9 * hour, to: 18 * hour }] })],
        arrivals: come(3 * 3600),
      }),
    ).total;
  assert.equal(night('callback').messagesAnswered, 1);
  assert.equal(night('assistant').withAssistant, 1);
});

test('in a pull queue agents take what waits themselves', () => {
  const { total } = simulateDay(
    scenario({
      policy: policy(queue({ mode: 'pull' })),
      arrivals: come(0, 10),
      agents: [agent('a'), agent('b')],
    }),
  );
  assert.equal(total.connected, 2);
  assert.equal(total.meanWaitMs, 0);
});

test('who is skilled takes less time, and company makes it longer', () => {
  const base = scenario({
    arrivals: come(0),
    contacts: [kind('any', { skills: [{ skill: 'returns', level: 1 }] })],
    handling: { levels: [2, 1, 1, 1, 0.5], withoutSkill: 3, eachAlongside: 0.5 },
  });
  const room = { languages: [], capacity: 2, maximumConversations: 2 } as const;
  const busyMs = (level: 1 | 5, arrivals: Scenario['arrivals']) => {
    const one = agent('a', { profile: { ...room, skills: { returns: level } } });
    const report = simulateDay({ ...base, arrivals, agents: [one] });
    return report.occupancy! * report.agents[0]!.availableMs;
  };
  assert.ok(Math.abs(busyMs(1, come(0)) - 10 * minute) < 1);
  assert.ok(Math.abs(busyMs(5, come(0)) - 2.5 * minute) < 1);
  // The second begins beside the first and takes half as long again.
  assert.ok(Math.abs(busyMs(1, come(0, 0)) - 15 * minute) < 1);
});

test('nobody is given anything in a break or after the shift', () => {
  const { total } = simulateDay(
    scenario({
      agents: [
        agent('a', { shifts: [{ from: 0, to: hour }], breaks: [{ from: 10 * minute, to: 20 * minute }] }),
      ],
      arrivals: come(600, 3601),
    }),
  );
  assert.equal(total.connected, 1);
  assert.equal(total.meanWaitMs, 10 * minute);
  assert.equal(total.waitingAtEnd, 1);
});

test('the Gini coefficient is 0 where all have alike and near 1 where one has everything', () => {
  assert.equal(gini([3, 3, 3]), 0);
  assert.ok(Math.abs(gini([0, 0, 0, 8])! - 0.75) < 1e-12);
  assert.ok(Math.abs(gini([1, 2, 3, 4])! - 0.25) < 1e-12);
  assert.equal(gini([]), null);
});
