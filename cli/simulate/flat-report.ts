import type { SimulationReport } from '../../core/routing/simulation/report.ts';
import type { Served } from '../../core/routing/simulation/served.ts';

type Figure = number | null | readonly (number | null)[];

/** Enough for a share or a second, and the same on every machine. */
const rounded = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 10_000) / 10_000;
const seconds = (ms: number | null): number | null => rounded(ms === null ? null : ms / 1000);

/** The names that stand for all, and after `queue.ID.` and `segment.ID.` for a part. Waits in seconds. */
function flatServed(served: Served): Record<string, number | null> {
  return {
    arrivals: served.arrivals,
    connected: served.connected,
    abandoned: served.abandoned,
    lost: served.lost,
    messages: served.messages,
    messagesAnswered: served.messagesAnswered,
    withAssistant: served.withAssistant,
    waitingAtEnd: served.waitingAtEnd,
    within20s: rounded(served.within20s),
    within30s: rounded(served.within30s),
    within60s: rounded(served.within60s),
    abandonment: rounded(served.abandonment),
    waited: rounded(served.waited),
    meanWaitS: seconds(served.meanWaitMs),
    medianWaitS: seconds(served.medianWaitMs),
    p95WaitS: seconds(served.p95WaitMs),
    p99WaitS: seconds(served.p99WaitMs),
  };
}

/** The report as one flat object; with `series` as lists, one number for every 15 minutes. */
export function flatReport(report: SimulationReport, series: boolean): Record<string, Figure> {
  const parts = [
    ...Object.entries(report.queues).map(([id, served]) => [`queue.${id}`, served] as const),
    ...Object.entries(report.segments).map(([id, served]) => [`segment.${id}`, served] as const),
  ].flatMap(([prefix, served]) =>
    Object.entries(flatServed(served)).map(([name, figure]) => [`${prefix}.${name}`, figure] as const),
  );
  const points = (of: (point: SimulationReport['series'][number]) => number | null) =>
    report.series.map((point) => rounded(of(point)));
  return {
    ...flatServed(report.total),
    occupancy: rounded(report.occupancy),
    fairness: rounded(report.fairness),
    requeued: report.requeued,
    missedOffers: report.missedOffers,
    stranded: report.stranded,
    ...Object.fromEntries(parts),
    ...Object.fromEntries(
      report.agents.map(({ id, occupancy }) => [`agent.${id}.occupancy`, rounded(occupancy)]),
    ),
    ...(series
      ? {
          'series.fromMinute': points(({ from }) => from / 60_000),
          'series.arrivals': points(({ arrivals }) => arrivals),
          'series.waiting': points(({ waiting }) => waiting),
          'series.freeAgents': points(({ freeAgents }) => freeAgents),
          'series.within30s': points(({ within30s }) => within30s),
          'series.abandonment': points(({ abandonment }) => abandonment),
        }
      : {}),
  };
}
