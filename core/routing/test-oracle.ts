/** The rules of routing as plainly as they can be written: everything anew for every question, nothing kept. */
import type { Language } from '../terms/language.ts';
import type { ActivePolicy } from '../terms/policy.ts';
import type { Queue } from '../terms/queue.ts';
import type { RoutingExclusion } from '../terms/routing.ts';
import type { RoutingAgent, WaitingConversation } from './contract.ts';

export interface World {
  readonly active: ActivePolicy;
  readonly agents: Map<string, RoutingAgent>;
  readonly waiting: Map<string, WaitingConversation>;
}

const queueOf = ({ active }: World, { queueId }: WaitingConversation): Queue =>
  active.policy.queues.find(({ id }) => id === queueId) ?? active.policy.queues[0]!;

/** Why an agent cannot; null if they can. */
export function exclusion(
  world: World,
  conversation: WaitingConversation,
  agent: RoutingAgent,
  now: number,
): RoutingExclusion | null {
  const { queues, routing } = world.active.policy;
  const queue = queueOf(world, conversation);
  const since = Math.max(conversation.waitingSince, conversation.notBefore ?? 0);
  const begun = queue.overflow.filter(({ afterMs }) => since + afterMs <= now);
  const lowered = begun.reduce((sum, { relaxLevels }) => sum + relaxLevels, 0);
  const open = [queue, ...begun.map(({ toQueueId }) => queues.find(({ id }) => id === toQueueId))];
  const isMember = open.some(
    (one) => one !== undefined && (one.agentIds === null || one.agentIds.includes(agent.id)),
  );
  if (!isMember) return 'not-in-queue';
  for (const { skill, level } of [...queue.requires, ...conversation.skills])
    if (lowered < 5 && (agent.profile.skills[skill] ?? 0) < Math.max(1, level - lowered)) return 'skill';
  if (!speaks(agent, conversation.language) && isSpokenAtWork(world, conversation)) return 'language';
  if (agent.status !== 'online') return agent.status;
  const hasNothing = agent.load === 0 && agent.conversations === 0;
  if (!hasNothing && agent.load + conversation.weight > agent.profile.capacity + 1e-9) return 'full';
  if (agent.conversations >= agent.profile.maximumConversations) return 'full';
  const declined = conversation.declined?.some(
    ({ agentId, at }) => agentId === agent.id && at + routing.declinedForMs > now,
  );
  return declined ? 'declined' : null;
}

const speaks = ({ profile }: RoutingAgent, language: Language): boolean =>
  profile.languages.length === 0 || profile.languages.includes(language);

/** Whether anybody at work speaks its language who may take it, at once or after any overflow. */
function isSpokenAtWork(world: World, conversation: WaitingConversation): boolean {
  const { queues } = world.active.policy;
  const queue = queueOf(world, conversation);
  const open = [queue, ...queue.overflow.map(({ toQueueId }) => queues.find(({ id }) => id === toQueueId))];
  const lowered = queue.overflow.reduce((sum, { relaxLevels }) => sum + relaxLevels, 0);
  return [...world.agents.values()].some(
    (agent) =>
      agent.status !== 'offline' &&
      speaks(agent, conversation.language) &&
      open.some((one) => one && (one.agentIds === null || one.agentIds.includes(agent.id))) &&
      [...queue.requires, ...conversation.skills].every(
        ({ skill, level }) =>
          lowered >= 5 || (agent.profile.skills[skill] ?? 0) >= Math.max(1, level - lowered),
      ),
  );
}

/** How much must end at this agent before the conversation fits; null where it is not for room that it does not. */
export function missing(
  world: World,
  conversation: WaitingConversation,
  agent: RoutingAgent,
  now: number,
): number | null {
  if (exclusion(world, conversation, agent, now) !== 'full') return null;
  const idle = { ...agent, load: 0, conversations: 0 };
  if (exclusion(world, conversation, idle, now) !== null) return null;
  const { capacity, maximumConversations } = agent.profile;
  const byWeight = Math.min(agent.load, agent.load + conversation.weight - capacity);
  return Math.max(0, byWeight, agent.conversations + 1 - maximumConversations);
}

/**
 * What is heavier and more urgent, has lost its patience, can be given to nobody, and would fit this agent but
 * for the room: for one of those somebody may be kept.
 */
export function heavierFor(
  world: World,
  lighter: WaitingConversation,
  agent: RoutingAgent,
  now: number,
): WaitingConversation[] {
  return [...world.waiting.values()].filter((one) => {
    const { mode, patienceMs = 60_000 } = queueOf(world, one);
    return (
      one.weight > lighter.weight &&
      mode !== 'pull' &&
      now - Math.max(one.waitingSince, one.notBefore ?? 0) >= patienceMs &&
      urgency(world, one, now) > urgency(world, lighter, now) + 1e-7 &&
      missing(world, one, agent, now) !== null &&
      !able(world, one, now).some((other) => heavierFor(world, one, other, now).length === 0)
    );
  });
}

/** Whether this agent is the one whom such a conversation keeps: of all the one who misses the least room. */
export function isKept(
  world: World,
  lighter: WaitingConversation,
  agent: RoutingAgent,
  now: number,
): boolean {
  return heavierFor(world, lighter, agent, now).some((heavy) => {
    const its = missing(world, heavy, agent, now)!;
    return [...world.agents.values()].every((other) => {
      if (other.id === agent.id) return true;
      const others = missing(world, heavy, other, now);
      if (others === null) return true;
      const difference = others - its || other.load - agent.load;
      return difference > 0 || (difference === 0 && other.id > agent.id);
    });
  });
}

export const able = (world: World, conversation: WaitingConversation, now: number): RoutingAgent[] =>
  [...world.agents.values()].filter((agent) => exclusion(world, conversation, agent, now) === null);

/** Priority + waited ÷ ageing, or waited ÷ ageing alone. */
export function urgency(world: World, conversation: WaitingConversation, now: number): number {
  const { order, ageingMs } = queueOf(world, conversation);
  const waited = (now - conversation.waitingSince) / ageingMs;
  return order === 'priority' ? conversation.priority + waited : waited;
}

/** Everything that could be given now. */
export const givable = (world: World, now: number): WaitingConversation[] =>
  [...world.waiting.values()].filter(
    (conversation) =>
      queueOf(world, conversation).mode !== 'pull' &&
      (conversation.notBefore ?? now) <= now &&
      able(world, conversation, now).length > 0,
  );

/** What could be given now to somebody whom nothing heavier could need: this must not wait. */
export const surelyGivable = (world: World, now: number): WaitingConversation[] =>
  givable(world, now).filter((one) =>
    able(world, one, now).some((agent) => heavierFor(world, one, agent, now).length === 0),
  );

/** The product of the factors, by their definitions. */
export function score(
  world: World,
  conversation: WaitingConversation,
  agent: RoutingAgent,
  asked: ReadonlySet<string>,
  now: number,
): number {
  const { weights, patienceOfFitMs } = world.active.policy.routing;
  const queue = queueOf(world, conversation);
  const onDuty = [...world.agents.values()].filter(({ status }) => status !== 'offline');

  const needed = levels([...queue.requires, ...conversation.skills]);
  const preferred = levels(queue.prefers);
  const met = (levelsAsked: Map<string, number>) =>
    levelsAsked.size === 0
      ? 1
      : [...levelsAsked].reduce(
          (sum, [skill, level]) => sum + Math.min(1, (agent.profile.skills[skill] ?? 0) / level),
          0,
        ) / levelsAsked.size;
  const tongue = [undefined, conversation.language].includes(agent.profile.languages[0]) ? 1 : 0.85;
  const fit = Math.max(0.1, met(needed) * (0.5 + met(preferred) / 2) * tongue);

  const load = Math.min(
    1 - agent.load / agent.profile.capacity,
    1 - agent.conversations / agent.profile.maximumConversations,
  );
  const history = (1 + (conversation.history?.[agent.id] ?? 0)) / 2;
  const mean = onDuty.reduce((sum, { handledToday }) => sum + handledToday, 0) / onDuty.length;
  const idleMs = now - agent.idleSince;
  const idle = (idleMs / (idleMs + 120_000) + (mean + 1) / (mean + 1 + agent.handledToday)) / 2;

  const rarity = (has: (one: RoutingAgent) => boolean) => 1 - onDuty.filter(has).length / onDuty.length;
  const serves = (one: RoutingAgent, { agentIds, requires }: Queue) =>
    (agentIds?.includes(one.id) ?? false) &&
    requires.every(({ skill, level }) => (one.profile.skills[skill] ?? 0) >= level);
  const used = levels([...queue.requires, ...conversation.skills, ...queue.prefers]);
  let unused = 0;
  for (const [skill, level] of Object.entries(agent.profile.skills))
    if (asked.has(skill))
      unused +=
        (rarity((one) => skill in one.profile.skills) * Math.max(0, level - (used.get(skill) ?? 0))) / 5;
  for (const language of ['zh', 'en'] as const)
    if (language !== conversation.language && speaks(agent, language))
      unused += rarity((one) => speaks(one, language));
  for (const other of world.active.policy.queues)
    if (other !== queue && serves(agent, other)) unused += rarity((one) => serves(one, other));
  const spare = 1 / (1 + unused);

  const strength = 0.5 ** ((now - conversation.waitingSince) / patienceOfFitMs);
  return (
    fit ** (weights.fit * strength) *
    load ** weights.load *
    history ** weights.history *
    idle ** weights.idle *
    spare ** weights.spare
  );
}

function levels(needs: readonly { skill: string; level: number }[]): Map<string, number> {
  const highest = new Map<string, number>();
  for (const { skill, level } of needs) highest.set(skill, Math.max(level, highest.get(skill) ?? 0));
  return highest;
}
