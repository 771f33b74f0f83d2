import type { Policy } from '../../terms/policy.ts';
import { languages, readDistribution, readMs, readNeeds, readShare, readSpan } from './read-parts.ts';
import { readPolicy } from './read-policy.ts';
import { readAgents, readDisconnects } from './read-staff.ts';
import { at, createReader, type Place, type Reader, type ScenarioProblem } from './reader.ts';
import type { ContactKind, HandlingFactors, Scenario } from './scenario.ts';

export type ReadScenario =
  | { readonly scenario: Scenario }
  | { readonly problems: readonly ScenarioProblem[] };

/** As the installation's setting is where nobody changed it. */
const usualReplyMs = 300_000;
/** More would be no day of a service desk, but a way to keep a server busy. */
const mostArrivals = 1_000_000;

/**
 * A scenario from its file (see `docs/simulation.md`), with `base` for whatever its policy leaves open. Strict: what is
 * missing, unknown, of the wrong type or out of range is told with its path, all at once.
 */
export function readScenario(json: unknown, base: Policy): ReadScenario {
  const read = createReader();
  const entries = read.entries({ value: json, path: '' }, [
    'name',
    'seed',
    'day',
    'measureFrom',
    'replySeconds',
    'policy',
    'handling',
    'contacts',
    'arrivals',
    'agents',
    'disconnects',
  ]);
  const of = (name: string) => at(entries, name, '');
  const day = readSpan(read, of('day'));
  const policy = readPolicy(read, of('policy'), base);
  const contacts = readContacts(read, of('contacts'), policy);
  const agents = readAgents(read, of('agents'));
  if (agents.length === 0)
    read.problem('agents', 'missing', '至少要有一名坐席。', 'At least one agent is needed.');
  const scenario: Scenario = {
    name: read.text(of('name'), 'scenario'),
    seed: read.number(of('seed'), { least: 0, most: 4_294_967_295, isWhole: true }),
    day,
    measureFrom: read.time(of('measureFrom'), day.from),
    policy,
    replyMs: readMs(read, of('replySeconds'), usualReplyMs),
    handling: readHandling(read, of('handling')),
    contacts,
    arrivals: readArrivals(read, of('arrivals'), contacts),
    agents,
    disconnects: readDisconnects(read, of('disconnects'), agents),
  };
  return read.problems.length === 0 ? { scenario } : { problems: read.problems };
}

function readHandling(read: Reader, place: Place): HandlingFactors {
  const entries =
    place.value === undefined ? {} : read.entries(place, ['levels', 'withoutSkill', 'eachAlongside']);
  const factor = (where: Place, otherwise: number) =>
    read.number(where, { least: 0.05, most: 20, otherwise });
  const levels = read.items(at(entries, 'levels', place.path)).map((item) => factor(item, 1));
  if (levels.length !== 0 && levels.length !== 5)
    read.problem(
      `${place.path}.levels`,
      'out-of-range',
      '需要 5 个数，对应等级 1 到 5。',
      'Five numbers are needed, for the levels 1 to 5.',
    );
  const [one = 1, two = 1, three = 1, four = 1, five = 1] = levels;
  return {
    levels: [one, two, three, four, five],
    withoutSkill: factor(at(entries, 'withoutSkill', place.path), 1),
    eachAlongside: read.number(at(entries, 'eachAlongside', place.path), {
      least: 0,
      most: 5,
      otherwise: 0,
    }),
  };
}

const contactEntries = [
  'id',
  'share',
  'queueId',
  'skills',
  'language',
  'segment',
  'priority',
  'weight',
  'patience',
  'abandons',
  'leavesMessage',
  'returning',
  'handling',
];

function readContacts(read: Reader, place: Place, policy: Policy): ContactKind[] {
  const queueIds = policy.queues.map(({ id }) => id);
  const kinds = read.items(place).map((item): ContactKind => {
    const entries = read.entries(item, contactEntries);
    const of = (name: string) => at(entries, name, item.path);
    const queueId = read.text(of('queueId'), queueIds[0]);
    if (!queueIds.includes(queueId))
      read.problem(`${item.path}.queueId`, 'not-found', '没有这个队列。', 'There is no such queue.');
    const hasPatience = entries.patience !== undefined;
    return {
      id: read.text(of('id')),
      share: read.number(of('share'), { least: 0, most: 1e6, otherwise: 1 }),
      queueId,
      skills: readNeeds(read, of('skills')),
      language: read.oneOf(of('language'), languages, 'zh'),
      segment: entries.segment === undefined || entries.segment === null ? null : read.text(of('segment')),
      priority: read.number(of('priority'), { least: 0, most: 100, otherwise: 0 }),
      weight: read.number(of('weight'), { least: 0.01, most: 1000, otherwise: 1 }),
      patience: readDistribution(read, of('patience'), { kind: 'constant', meanMs: 0 }),
      abandons: hasPatience ? readShare(read, of('abandons'), 1) : 0,
      leavesMessage: readShare(read, of('leavesMessage'), 0.6),
      returning: readShare(read, of('returning'), 0),
      handling: readDistribution(read, of('handling')),
    };
  });
  if (kinds.length === 0)
    read.problem(place.path, 'missing', '至少要有一类客户。', 'At least one kind of contact is needed.');
  else if (kinds.every(({ share }) => share === 0))
    read.problem(place.path, 'out-of-range', '各类占比不能全为 0。', 'The shares cannot all be 0.');
  kinds.forEach(({ id }, index) => {
    if (kinds.findIndex((kind) => kind.id === id) < index)
      read.problem(`${place.path}.${index}.id`, 'duplicate', '客户类别编号重复。', 'Two kinds have this id.');
  });
  return kinds;
}

/** A list of spans with `perHour`, or of single arrivals with `at` and `contact`. */
function readArrivals(read: Reader, place: Place, contacts: readonly ContactKind[]): Scenario['arrivals'] {
  // A recorded day may be given arrival by arrival.
  const items = read.items(place, 200_000);
  if (items.length === 0)
    read.problem(place.path, 'missing', '至少要有一个时段。', 'At least one span is needed.');
  const isList = items.some(({ value }) => value instanceof Object && 'at' in value);
  if (isList) {
    const ids = new Set(contacts.map(({ id }) => id));
    const list = items.map((item) => {
      const entries = read.entries(item, ['at', 'contact']);
      const contact = read.text(at(entries, 'contact', item.path));
      if (contact !== '' && !ids.has(contact))
        read.problem(
          `${item.path}.contact`,
          'not-found',
          '没有这类客户。',
          'There is no such kind of contact.',
        );
      return { at: readMoment(read, at(entries, 'at', item.path)), contact };
    });
    return { kind: 'list', list };
  }
  const spans = items.map((item) => {
    const span = readSpan(read, item, ['perHour']);
    const entries = item.value instanceof Object ? (item.value as Readonly<Record<string, unknown>>) : {};
    return { ...span, perHour: read.number(at(entries, 'perHour', item.path), { least: 0, most: 1e6 }) };
  });
  const expected = spans.reduce((sum, { from, to, perHour }) => sum + (perHour * (to - from)) / 3_600_000, 0);
  if (expected > mostArrivals)
    read.problem(
      place.path,
      'out-of-range',
      `一天最多 ${mostArrivals} 位客户。`,
      `At most ${mostArrivals} customers a day.`,
    );
  return { kind: 'rates', spans };
}

/** `HH:MM` or `HH:MM:SS`. */
function readMoment(read: Reader, place: Place): number {
  const parts = typeof place.value === 'string' ? /^(\d{1,4}:[0-5]\d):([0-5]\d)$/.exec(place.value) : null;
  if (parts === null) return read.time(place);
  return read.time({ value: parts[1], path: place.path }) + Number(parts[2]) * 1000;
}
