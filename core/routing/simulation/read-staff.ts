import { languages, readDistribution, readMs, readShare, readSkills, readSpan } from './read-parts.ts';
import { at, type Place, type Reader } from './reader.ts';
import type { Disconnect, ScenarioAgent } from './scenario.ts';

const nothing = { kind: 'constant', meanMs: 0 } as const;
/** A few seconds to see it and to say hello. */
const usualReaction = { kind: 'lognormal', meanMs: 4000, sdMs: 3000 } as const;
const usualAbsence = { kind: 'exponential', meanMs: 90_000 } as const;

const mostAgents = 5000;

const agentEntries = [
  'id',
  'count',
  'shifts',
  'breaks',
  'skills',
  'languages',
  'capacity',
  'maximumConversations',
  'pace',
  'reaction',
  'missed',
  'absence',
  'wrapUp',
];

/** Agents one by one, or alike by the `count`: those of a group are called `id-1`, `id-2` … */
export function readAgents(read: Reader, place: Place): ScenarioAgent[] {
  let total = 0;
  const agents = read.items(place).flatMap((item) => {
    const entries = read.entries(item, agentEntries);
    const count = read.number(at(entries, 'count', item.path), {
      least: 1,
      most: 2000,
      isWhole: true,
      otherwise: 1,
    });
    const agent = readAgent(read, item);
    if (agent.shifts.length === 0)
      read.problem(`${item.path}.shifts`, 'missing', '至少要有一个班次。', 'At least one shift is needed.');
    total += count;
    // Groups are not written out once there are too many: the list would not fit into memory.
    if (total > mostAgents) return [];
    if (entries.count === undefined) return [agent];
    return Array.from({ length: count }, (_, index) => ({ ...agent, id: `${agent.id}-${index + 1}` }));
  });
  if (total > mostAgents)
    read.problem(
      place.path,
      'out-of-range',
      `最多 ${mostAgents} 名坐席。`,
      `There can be at most ${mostAgents} agents.`,
    );
  const seen = new Set<string>();
  for (const { id } of agents) {
    if (seen.has(id))
      read.problem(place.path, 'duplicate', `坐席编号 ${id} 重复。`, `Two agents have the id ${id}.`);
    seen.add(id);
  }
  return agents;
}

function readAgent(read: Reader, item: Place): ScenarioAgent {
  // What is unknown in it was said by the caller.
  const entries = item.value instanceof Object ? (item.value as Readonly<Record<string, unknown>>) : {};
  const of = (name: string) => at(entries, name, item.path);
  const capacity = read.number(of('capacity'), { least: 0.1, most: 1000, otherwise: 4 });
  return {
    id: read.text(of('id')),
    profile: {
      skills: readSkills(read, of('skills')),
      languages: read.items(of('languages')).map((language) => read.oneOf(language, languages)),
      capacity,
      maximumConversations: read.number(of('maximumConversations'), {
        least: 1,
        most: 1000,
        isWhole: true,
        otherwise: Math.max(1, Math.floor(capacity)),
      }),
    },
    shifts: read.items(of('shifts')).map((span) => readSpan(read, span)),
    breaks: read.items(of('breaks')).map((span) => readSpan(read, span)),
    pace: read.number(of('pace'), { least: 0.05, most: 20, otherwise: 1 }),
    reaction: readDistribution(read, of('reaction'), usualReaction),
    missed: readShare(read, of('missed'), 0),
    absence: readDistribution(read, of('absence'), usualAbsence),
    wrapUp: readDistribution(read, of('wrapUp'), nothing),
  };
}

/** `{ "agentId": "general-3", "at": "10:40", "forSeconds": 900, "noticedAfterSeconds": 10 }` */
export function readDisconnects(
  read: Reader,
  place: Place,
  agents: readonly ScenarioAgent[],
): readonly Disconnect[] {
  const ids = new Set(agents.map(({ id }) => id));
  const disconnects = read.items(place).map((item) => {
    const entries = read.entries(item, ['agentId', 'at', 'forSeconds', 'noticedAfterSeconds']);
    const of = (name: string) => at(entries, name, item.path);
    const agentId = read.text(of('agentId'));
    if (agentId !== '' && !ids.has(agentId))
      read.problem(`${item.path}.agentId`, 'not-found', '没有这个坐席。', 'There is no such agent.');
    const forMs = 1000 * read.number(of('forSeconds'), { least: 1, most: 864_000 });
    return {
      agentId,
      at: read.time(of('at')),
      forMs,
      noticedAfterMs: readMs(read, of('noticedAfterSeconds'), 0),
    };
  });
  disconnects.forEach((one, index) => {
    const overlaps = disconnects.some(
      (other, earlier) =>
        earlier < index &&
        other.agentId === one.agentId &&
        other.at < one.at + one.forMs &&
        one.at < other.at + other.forMs,
    );
    if (overlaps)
      read.problem(
        `${place.path}.${index}.at`,
        'out-of-range',
        '同一坐席的两次断线重叠了。',
        'Two of this agent’s dead lines overlap.',
      );
  });
  return disconnects;
}
