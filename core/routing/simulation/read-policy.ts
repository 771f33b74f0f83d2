import type { Policy } from '../../terms/policy.ts';
import type { Overflow, Queue } from '../../terms/queue.ts';
import type { RoutingSettings } from '../../terms/routing.ts';
import { readNeeds } from './read-parts.ts';
import { at, type Place, type Reader } from './reader.ts';

const day = 86_400_000;

/**
 * The policy of a scenario: what it names of `queues` and `routing` over the base, the rest from the base. Handoff,
 * triage, calendars and service levels may stand there, since a whole policy is welcome; a simulation begins after the
 * decision for a human, so it does not look at them.
 */
export function readPolicy(read: Reader, place: Place, base: Policy): Policy {
  if (place.value === undefined) return base;
  const entries = read.entries(place, Object.keys(base));
  return {
    ...base,
    queues:
      entries.queues === undefined ? base.queues : readQueues(read, at(entries, 'queues', place.path), base),
    routing:
      entries.routing === undefined
        ? base.routing
        : readRouting(read, at(entries, 'routing', place.path), base.routing),
  };
}

function readQueues(read: Reader, place: Place, base: Policy): Queue[] {
  const like = base.queues[0]!;
  const queues = read.items(place).map((item) => readQueue(read, item, like));
  if (queues.length === 0)
    read.problem(place.path, 'missing', '至少要有一个队列。', 'At least one queue is needed.');
  const ids = queues.map(({ id }) => id);
  queues.forEach(({ id, overflow }, index) => {
    if (ids.indexOf(id) < index)
      read.problem(`${place.path}.${index}.id`, 'duplicate', '队列编号重复。', 'Two queues have this id.');
    overflow.forEach(({ toQueueId }, stage) => {
      if (toQueueId !== undefined && !ids.includes(toQueueId))
        read.problem(
          `${place.path}.${index}.overflow.${stage}.toQueueId`,
          'not-found',
          '没有这个队列。',
          'There is no such queue.',
        );
    });
  });
  return queues;
}

const queueEntries = [
  'id',
  'name',
  'agentIds',
  'requires',
  'prefers',
  'mode',
  'offerMs',
  'order',
  'ageingMs',
  'overflow',
  'calendarId',
  'whenClosed',
  'whenNobody',
  'patienceMs',
  'firstWordMs',
  'replyMs',
  'whenSilent',
  'wrapUpMs',
];
const instead = ['wait', 'message', 'callback', 'assistant'] as const;

/** What is not named is as in the base's first queue, without its agents, skills, overflow and hours. */
function readQueue(read: Reader, item: Place, like: Queue): Queue {
  const entries = read.entries(item, queueEntries);
  const of = (name: string) => at(entries, name, item.path);
  const duration = (name: string, otherwise: number, least = 0) =>
    read.number(of(name), { least, most: day, otherwise });
  const id = read.text(of('id'));
  return {
    id,
    name: readName(read, of('name'), id),
    agentIds:
      entries.agentIds === undefined || entries.agentIds === null
        ? null
        : read.items(of('agentIds')).map((agent) => read.text(agent)),
    requires: readNeeds(read, of('requires')),
    prefers: readNeeds(read, of('prefers')),
    mode: read.oneOf(of('mode'), ['preview', 'auto', 'pull'], like.mode),
    offerMs: duration('offerMs', like.offerMs, 1000),
    order: read.oneOf(of('order'), ['priority', 'longest-waiting'], like.order),
    ageingMs: duration('ageingMs', like.ageingMs, 1000),
    overflow: read.items(of('overflow')).map((stage) => readOverflow(read, stage)),
    ...(entries.calendarId === undefined ? {} : { calendarId: read.text(of('calendarId')) }),
    whenClosed: read.oneOf(of('whenClosed'), instead, like.whenClosed),
    whenNobody: read.oneOf(of('whenNobody'), instead, like.whenNobody),
    ...(entries.patienceMs === undefined ? {} : { patienceMs: duration('patienceMs', 0) }),
    ...(entries.firstWordMs === undefined ? {} : { firstWordMs: duration('firstWordMs', 0, 1000) }),
    ...(entries.replyMs === undefined ? {} : { replyMs: duration('replyMs', 0, 1000) }),
    whenSilent: read.oneOf(of('whenSilent'), ['requeue', 'alert-supervisor'], like.whenSilent),
    wrapUpMs: duration('wrapUpMs', like.wrapUpMs),
  };
}

function readName(read: Reader, place: Place, otherwise: string): Queue['name'] {
  if (typeof place.value !== 'object') {
    const name = read.text(place, otherwise);
    return { zh: name, en: name };
  }
  const entries = read.entries(place, ['zh', 'en']);
  return { zh: read.text(at(entries, 'zh', place.path)), en: read.text(at(entries, 'en', place.path)) };
}

function readOverflow(read: Reader, place: Place): Overflow {
  const entries = read.entries(place, ['afterMs', 'toQueueId', 'relaxLevels']);
  return {
    afterMs: read.number(at(entries, 'afterMs', place.path), { least: 0, most: day }),
    ...(entries.toQueueId === undefined
      ? {}
      : { toQueueId: read.text(at(entries, 'toQueueId', place.path)) }),
    relaxLevels: read.number(at(entries, 'relaxLevels', place.path), {
      least: 0,
      most: 5,
      isWhole: true,
      otherwise: 0,
    }),
  };
}

function readRouting(read: Reader, place: Place, base: RoutingSettings): RoutingSettings {
  const entries = read.entries(place, Object.keys(base));
  const of = (name: string) => at(entries, name, place.path);
  const duration = (name: string, otherwise: number) =>
    read.number(of(name), { least: 0, most: 30 * day, otherwise });
  const numbers = <T extends Readonly<Record<string, number>>>(name: string, like: T, isOpen: boolean): T => {
    const where = of(name);
    if (where.value === undefined) return like;
    const names = typeof where.value === 'object' && where.value !== null ? Object.keys(where.value) : [];
    const own = read.entries(where, isOpen ? names : Object.keys(like));
    const readOne = ([key]: [string, unknown]) => [
      key,
      read.number(at(own, key, where.path), { least: 0, most: 100 }),
    ];
    return { ...like, ...Object.fromEntries(Object.entries(own).map(readOne)) };
  };
  return {
    weights: numbers('weights', base.weights, false),
    patienceOfFitMs: duration('patienceOfFitMs', base.patienceOfFitMs),
    channelWeights: numbers('channelWeights', base.channelWeights, true),
    declinedForMs: duration('declinedForMs', base.declinedForMs),
    returnToAgentMs: duration('returnToAgentMs', base.returnToAgentMs),
    missedOffersToAway: read.number(of('missedOffersToAway'), {
      least: 1,
      most: 1000,
      isWhole: true,
      otherwise: base.missedOffersToAway,
    }),
  };
}
