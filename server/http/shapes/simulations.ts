import { z } from 'zod';
import type { SimulationReport } from '../../../core/routing/simulation/report.ts';
import type { Served } from '../../../core/routing/simulation/served.ts';
import { count, duration, list, shapeOf, share } from './shape-of.ts';

const served = shapeOf<Served>('Served')(
  z.strictObject({
    arrivals: count,
    connected: count,
    abandoned: count,
    lost: count,
    messages: count,
    messagesAnswered: count,
    withAssistant: count,
    waitingAtEnd: count,
    within20s: share.nullable(),
    within30s: share.nullable(),
    within60s: share.nullable(),
    abandonment: share.nullable(),
    waited: share.nullable(),
    meanWaitMs: duration.nullable(),
    medianWaitMs: duration.nullable(),
    p95WaitMs: duration.nullable(),
    p99WaitMs: duration.nullable(),
  }),
);

/** What came of a simulated day (docs/simulation.md). */
export const simulationReport = shapeOf<SimulationReport>('SimulationReport')(
  z.strictObject({
    total: served,
    queues: z.record(z.string(), served),
    segments: z.record(z.string(), served),
    agents: list(
      z.strictObject({
        id: z.string(),
        handled: count,
        availableMs: duration,
        handledPerHour: z.number().nullable(),
        occupancy: share.nullable(),
        missedOffers: count,
      }),
    ),
    occupancy: share.nullable(),
    fairness: share.nullable().describe('Gini coefficient of conversations handled per available hour'),
    missedOffers: count,
    requeued: count,
    stranded: count,
    strandedWhy: z.record(z.enum(['overlooked', 'nobody-at-desk', 'nobody-ever']), count),
    series: list(
      z.strictObject({
        from: duration,
        arrivals: count,
        waiting: z.number(),
        freeAgents: z.number(),
        within30s: share.nullable(),
        abandonment: share.nullable(),
      }),
    ),
  }),
);
