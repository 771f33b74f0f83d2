import type { Day } from './day.ts';
import type { Desk } from './desks.ts';
import { type Point, seriesOf, type Watch } from './series.ts';
import { type Served, servedOf } from './served.ts';

export interface AgentFigures {
  readonly id: string;
  readonly handled: number;
  /** Handling, writing up or online with nothing to do. */
  readonly availableMs: number;
  readonly handledPerHour: number | null;
  /** Handling and writing up ÷ available; null for who was never there. */
  readonly occupancy: number | null;
  readonly missedOffers: number;
}

/** What came of the day. Shares are from 0 to 1, and null where there was nothing to count. */
export interface SimulationReport {
  readonly total: Served;
  readonly queues: Readonly<Record<string, Served>>;
  /** By segment; customers without one stand under `none`. */
  readonly segments: Readonly<Record<string, Served>>;
  readonly agents: readonly AgentFigures[];
  /** All handling and writing up ÷ all available time. */
  readonly occupancy: number | null;
  /** Gini coefficient of conversations handled per available hour: 0 all alike, towards 1 one does everything. */
  readonly fairness: number | null;
  readonly missedOffers: number;
  /** Given back to the queue after an agent had them. */
  readonly requeued: number;
  readonly stranded: number;
  /** The same by reason. */
  readonly strandedWhy: Readonly<Record<'overlooked' | 'nobody-at-desk' | 'nobody-ever', number>>;
  /** Every 15 minutes. */
  readonly series: readonly Point[];
}

export function reportOf(day: Day, watches: readonly Watch[]): SimulationReport {
  const counted = day.all.filter(({ arrival }) => arrival.at >= day.scenario.measureFrom);
  const agents = [...day.desks.values()].map(figuresOf);
  const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);
  const desks = [...day.desks.values()];
  const available = sum(agents.map(({ availableMs }) => availableMs));
  const strandedBy = (why: string) => counted.filter(({ stranded }) => stranded === why).length;
  return {
    total: servedOf(counted),
    queues: Object.fromEntries(
      [...day.queues.keys()].map((id) => [
        id,
        servedOf(counted.filter(({ arrival }) => arrival.kind.queueId === id)),
      ]),
    ),
    segments: Object.fromEntries(
      [...new Set(day.scenario.contacts.map(({ segment }) => segment))].map((segment) => [
        segment ?? 'none',
        servedOf(counted.filter(({ arrival }) => arrival.kind.segment === segment)),
      ]),
    ),
    agents,
    occupancy: available === 0 ? null : sum(desks.map(({ busyMs }) => busyMs)) / available,
    fairness: gini(agents.flatMap(({ handledPerHour }) => handledPerHour ?? [])),
    missedOffers: sum(agents.map(({ missedOffers }) => missedOffers)),
    requeued: sum(counted.map(({ requeued }) => requeued)),
    stranded: counted.filter(({ stranded }) => stranded !== null).length,
    strandedWhy: {
      overlooked: strandedBy('overlooked'),
      'nobody-at-desk': strandedBy('nobody-at-desk'),
      'nobody-ever': strandedBy('nobody-ever'),
    },
    series: seriesOf(day, watches),
  };
}

function figuresOf(desk: Desk): AgentFigures {
  const availableMs = desk.busyMs + desk.idleMs;
  return {
    id: desk.agent.id,
    handled: desk.handled,
    availableMs,
    handledPerHour: availableMs === 0 ? null : desk.handled / (availableMs / 3_600_000),
    occupancy: availableMs === 0 ? null : desk.busyMs / availableMs,
    missedOffers: desk.missed,
  };
}

/**
 * Gini coefficient: the mean difference of any two ÷ twice the mean (C. Gini, 1912), by the sum over sorted values
 * G = 2 Σ i xᵢ ÷ (n Σ xᵢ) − (n + 1) ÷ n. Null of nothing, 0 where nobody has anything.
 */
export function gini(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((one, other) => one - other);
  const all = sorted.reduce((sum, value) => sum + value, 0);
  if (all === 0) return 0;
  const weighted = sorted.reduce((sum, value, index) => sum + (index + 1) * value, 0);
  return Math.max(0, (2 * weighted) / (values.length * all) - (values.length + 1) / values.length);
}
