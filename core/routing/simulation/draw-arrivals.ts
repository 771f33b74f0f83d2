import { createRandom, type Random } from '../../chance/random.ts';
import { draw, streams } from './distribution.ts';
import type { ContactKind, Scenario } from './scenario.ts';

/** A customer who is going to come, with everything that chance decides about them. */
export interface Arrival {
  readonly id: string;
  readonly index: number;
  readonly at: number;
  readonly kind: ContactKind;
  /** Infinity for those who never leave. */
  readonly patienceMs: number;
  /** How long they bear it when the agent vanishes in the middle. */
  readonly secondPatienceMs: number;
  /** At the pace of an average agent with the skill. */
  readonly handlingMs: number;
  readonly leavesMessage: boolean;
  readonly knownAgentId: string | null;
}

/**
 * All arrivals of the day in order. Rates are Poisson processes, span by span; each customer's own chances come from
 * a stream of their own, so whoever routes them, they are the same people.
 */
export function drawArrivals(scenario: Scenario): Arrival[] {
  const { arrivals, seed, day } = scenario;
  const random = createRandom(seed, streams.arrivals);
  const moments: { at: number; contact?: string }[] = [];
  if (arrivals.kind === 'list') moments.push(...arrivals.list);
  else
    for (const span of arrivals.spans) {
      if (span.perHour === 0) continue;
      const gap = { kind: 'exponential', meanMs: 3_600_000 / span.perHour } as const;
      for (let at = span.from + draw(random, gap); at < span.to; at += draw(random, gap))
        moments.push({ at });
    }
  const kinds = new Map(scenario.contacts.map((kind) => [kind.id, kind]));
  return moments
    .filter(({ at }) => at >= day.from && at < day.to)
    .sort((one, other) => one.at - other.at)
    .map(({ at, contact }, index) => {
      const own = createRandom(seed, streams.conversation, index);
      const chosen = pick(own, scenario.contacts);
      return arrival(own, index, at, kinds.get(contact ?? '') ?? chosen, scenario);
    });
}

function arrival(random: Random, index: number, at: number, kind: ContactKind, scenario: Scenario): Arrival {
  const handlingMs = draw(random, kind.handling);
  const leaves = random.next() < kind.abandons;
  const patienceMs = draw(random, kind.patience);
  const secondPatienceMs = draw(random, kind.patience);
  const leavesMessage = random.next() < kind.leavesMessage;
  const returns = random.next() < kind.returning;
  const whose = Math.floor(random.next() * scenario.agents.length);
  return {
    id: `c${index}`,
    index,
    at,
    kind,
    handlingMs,
    patienceMs: leaves ? patienceMs : Number.POSITIVE_INFINITY,
    secondPatienceMs: leaves ? secondPatienceMs : Number.POSITIVE_INFINITY,
    leavesMessage,
    knownAgentId: returns ? (scenario.agents[whose]?.id ?? null) : null,
  };
}

function pick(random: Random, kinds: readonly ContactKind[]): ContactKind {
  const all = kinds.reduce((sum, { share }) => sum + share, 0);
  let rest = random.next() * all;
  for (const kind of kinds) {
    rest -= kind.share;
    if (rest < 0) return kind;
  }
  return kinds.at(-1)!;
}
