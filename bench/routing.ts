/** The routing core under load, in one thread and without a database: 1,000 agents, 200 queues, 10,000 waiting. */
import { performance } from 'node:perf_hooks';
import { defaultPolicy } from '../core/policy/default-policy.ts';
import {
  type Assignment,
  createRouter,
  type RoutingAgent,
  type WaitingConversation,
} from '../core/routing/router.ts';
import type { AgentProfile } from '../core/terms/agent-status.ts';
import type { Policy } from '../core/terms/policy.ts';
import type { Queue } from '../core/terms/queue.ts';
import type { SkillLevel, SkillNeed } from '../core/terms/skill.ts';
import { quantile, rounded } from './figures.ts';

const agentCount = 1000;
const queueCount = 200;
const waitingCount = 10_000;
const skillCount = 40;
const minute = 60_000;
const start = Date.UTC(2026, 10, 2, 1);

/** Numbers from 0 to 1 that are the same in every run (Steele & Vigna's mixing, as in `mulberry32`). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A large service: each agent in about five queues, skills of their queues and a few more, a third with English. */
function service(random: () => number) {
  const upTo = (end: number) => Math.floor(random() * end);
  const members = Array.from({ length: queueCount }, (): string[] => []);
  const agents = Array.from({ length: agentCount }, (_, at): RoutingAgent => {
    const id = `agent-${at}`;
    const skills: Record<string, SkillLevel> = {};
    for (let count = 0; count < 5; count++) {
      const queue = count === 0 ? at % queueCount : upTo(queueCount);
      members[queue]!.push(id);
      skills[`skill-${queue % skillCount}`] = (1 + upTo(5)) as SkillLevel;
    }
    const language = random();
    const profile: AgentProfile = {
      skills,
      languages: language < 0.65 ? ['zh'] : language < 0.95 ? ['zh', 'en'] : ['en', 'zh'],
      capacity: 4,
      maximumConversations: 4,
    };
    return {
      id,
      status: random() < 0.95 ? 'online' : 'away',
      profile,
      load: 0,
      conversations: 0,
      idleSince: start,
      handledToday: upTo(30),
    };
  });
  const queues = members.map(
    (agentIds, at): Queue => ({
      ...defaultPolicy.queues[0]!,
      id: `queue-${at}`,
      agentIds,
      requires: [{ skill: `skill-${at % skillCount}`, level: 2 }],
      prefers: at % 3 === 0 ? [{ skill: `skill-${at % skillCount}`, level: 4 }] : [],
      mode: at % 4 === 0 ? 'auto' : 'preview',
      order: at % 5 === 0 ? 'longest-waiting' : 'priority',
      overflow: [
        { afterMs: 10 * minute, toQueueId: `queue-${(at + skillCount) % queueCount}`, relaxLevels: 0 },
        { afterMs: 30 * minute, relaxLevels: 1 },
      ],
    }),
  );
  const policy: Policy = { ...defaultPolicy, queues };

  let arrived = 0;
  const arrival = (now: number, waitedMs = 0): WaitingConversation => {
    const queue = upTo(queueCount);
    const rank = random();
    const skills: SkillNeed[] =
      random() < 0.15 ? [{ skill: `skill-${queue % skillCount}`, level: (3 + upTo(2)) as SkillLevel }] : [];
    const known = random();
    const agentId = agents[upTo(agentCount)]!.id;
    return {
      id: `conversation-${arrived++}`,
      queueId: `queue-${queue}`,
      priority: rank < 0.05 ? 3 : rank < 0.2 ? 1 : 0,
      waitingSince: now - waitedMs,
      skills,
      language: random() < 0.85 ? 'zh' : 'en',
      weight: random() < 0.9 ? 1 : 0.5,
      preferredAgentId: known < 0.03 ? agentId : null,
      history: known < 0.15 ? { [agentId]: 0.8 } : {},
    };
  };
  return { agents: new Map(agents.map((agent) => [agent.id, agent])), policy, arrival, upTo };
}

/**
 * A steady state: somebody finishes, somebody new comes, and everything that can be given is given, one in fifty is
 * declined. All of it is counted: the books, the order, the choice, the explanation.
 */
function steadyState(waiting: number, occupied: number, milliseconds: number) {
  const { agents, policy, arrival, upTo } = service(chance(17));
  const router = createRouter({ version: 1, policy });
  const active: { agentId: string; weight: number }[] = [];
  let now = start;
  let given = 0;
  const keep = ({ agentId, before: { conversation } }: Assignment) => {
    const agent = agents.get(agentId)!;
    agents.set(agentId, {
      ...agent,
      load: agent.load + conversation.weight,
      conversations: agent.conversations + 1,
      idleSince: now,
      handledToday: agent.handledToday + 1,
    });
    active.push({ agentId, weight: conversation.weight });
  };
  const giveAll = () => {
    for (let next = router.next(now); next !== null; next = router.next(now)) {
      given++;
      if (given % 50 === 0) router.giveBack(next, now, true);
      else keep(next);
    }
  };
  const finish = () => {
    const at = upTo(active.length);
    const { agentId, weight } = active[at]!;
    active[at] = active.at(-1)!;
    active.pop();
    const agent = agents.get(agentId)!;
    const left = { ...agent, load: agent.load - weight, conversations: agent.conversations - 1 };
    agents.set(agentId, left);
    router.putAgent(left);
  };

  const beganCold = performance.now();
  for (const agent of agents.values()) router.putAgent(agent);
  while (active.length < occupied && router.waiting() < waiting + occupied) {
    router.putConversation(arrival(now, upTo(40 * minute)));
    if (waiting === 0) giveAll();
  }
  giveAll();
  while (router.waiting() < waiting) router.putConversation(arrival(now, upTo(40 * minute)));
  giveAll();
  const coldMs = performance.now() - beganCold;

  const step = () => {
    now += 150;
    finish();
    while (active.length + router.waiting() < occupied + waiting) router.putConversation(arrival(now));
    giveAll();
  };
  for (let warm = 0; warm < 3000; warm++) step();
  const times: number[] = [];
  given = 0;
  const cpu = process.threadCpuUsage();
  const began = performance.now();
  let at = began;
  while (at - began < milliseconds) {
    const before = given;
    step();
    const done = performance.now();
    if (given > before) times.push(((done - at) * 1000) / (given - before));
    at = done;
  }
  const { user, system } = process.threadCpuUsage(cpu);
  return {
    perCpuSecond: rounded((given * 1_000_000) / (user + system), 0),
    perSecond: rounded((given * 1000) / (at - began), 0),
    p50: rounded(quantile(times, 0.5)),
    p99: rounded(quantile(times, 0.99)),
    coldMs: rounded(coldMs, 0),
    waiting: router.waiting(),
    busy: active.length,
  };
}

/**
 * Flat figures of the core. `quiet`: half of the seats are taken and whoever comes is served at once. A second of the
 * thread's own processor time is what a second is on an idle machine.
 */
export function routingFigures() {
  const peak = steadyState(waitingCount, 3600, 3000);
  const quiet = steadyState(0, 1800, 1500);
  return {
    routingAssignmentsPerSecond: peak.perSecond,
    routingAssignmentsPerCpuSecond: peak.perCpuSecond,
    routingAssignmentP50Microseconds: peak.p50,
    routingAssignmentP99Microseconds: peak.p99,
    routingWaiting: peak.waiting,
    routingActive: peak.busy,
    routingColdStartMs: peak.coldMs,
    routingQuietAssignmentsPerSecond: quiet.perSecond,
    routingQuietAssignmentsPerCpuSecond: quiet.perCpuSecond,
    routingQuietP99Microseconds: quiet.p99,
    routingQuietActive: quiet.busy,
  };
}
