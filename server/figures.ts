import { Counter, Gauge, Histogram } from 'prom-client';
import type { Log } from '../plugs/log.ts';

/** Figures that are counted where they happen; the rest is read when Prometheus asks. */
export function createFigures() {
  const events = new Counter({
    name: 'tandem_events_appended_total',
    help: 'Events appended to the log by this process.',
    labelNames: ['kind'],
    registers: [],
  });
  const appendSeconds = new Histogram({
    name: 'tandem_append_seconds',
    help: 'From asking the log to append until it is durable.',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [],
  });
  const questionMeanings = new Counter({
    name: 'tandem_question_meanings_total',
    help: 'Questions whose meaning was asked for, by how that ended.',
    labelNames: ['outcome'],
    registers: [],
  });
  const openSockets = new Gauge({
    name: 'tandem_sockets_open',
    help: 'WebSockets of customers and staff that are open on this process.',
    registers: [],
  });
  return {
    events,
    appendSeconds,
    openSockets,
    /** Counted, and shown, only where embeddings are configured. */
    questionMeanings,
    /** The same log, timed. */
    timed<L extends Log>(log: L): L {
      return {
        ...log,
        async append(request) {
          const startedAt = performance.now();
          try {
            return await log.append(request);
          } finally {
            appendSeconds.observe((performance.now() - startedAt) / 1000);
          }
        },
      };
    },
  };
}

export type Figures = ReturnType<typeof createFigures>;
