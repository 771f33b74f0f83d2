import { Gauge, Registry } from 'prom-client';
import type { App, RouteNeeds } from '../route.ts';

/** Whether the process lives, whether it can serve, and its figures for Prometheus. */
export function healthRoutes(app: App, { plugs }: RouteNeeds): void {
  app.get('/healthz', { config: { action: 'health.read' }, schema: { hide: true } }, () => ({
    status: 'ok',
  }));

  app.get(
    '/readyz',
    { config: { action: 'health.read' }, schema: { hide: true } },
    async (_request, reply) => {
      const ready = await Promise.race([
        plugs.pool.query('select 1').then(
          () => true,
          () => false,
        ),
        new Promise<false>((resolve) => setTimeout(() => resolve(false), 2000).unref()),
      ]);
      return reply.code(ready ? 200 : 503).send({
        status: ready ? 'ready' : 'the database does not answer',
        articles: plugs.knowledgeBase.size,
      });
    },
  );

  const registry = new Registry();
  const { figures } = plugs;
  registry.registerMetric(figures.events);
  registry.registerMetric(figures.appendSeconds);
  registry.registerMetric(figures.openSockets);
  if (plugs.meaning) {
    registry.registerMetric(figures.questionMeanings);
    const vectors = new Gauge({
      name: 'tandem_text_vectors',
      help: 'Texts of published articles by whether this process knows what they mean.',
      labelNames: ['state'],
      registers: [registry],
      collect() {
        const { wanted, there } = plugs.knowledgeBase.meaning!.counts;
        vectors.set({ state: 'known' }, there);
        vectors.set({ state: 'awaited' }, wanted);
      },
    });
  }
  for (const [name, help, read] of [
    ['tandem_agents_online', 'Agents who can take a conversation now.', () => plugs.presence.agentsOnline()],
    [
      'tandem_routing_lease_held',
      'Whether this process routes: 1 on one process of an installation.',
      () => (plugs.dispatcher.isHolding() ? 1 : 0),
    ],
    [
      'tandem_routing_offers_total',
      'Conversations that this process offered to an agent.',
      () => plugs.dispatcher.counts.offered,
    ],
    [
      'tandem_routing_assignments_total',
      'Conversations that this process gave to an agent without asking.',
      () => plugs.dispatcher.counts.assigned,
    ],
    [
      'tandem_routing_refused_total',
      'Proposals that the log refused, since things had changed.',
      () => plugs.dispatcher.counts.refused,
    ],
    ['tandem_articles_published', 'Published articles in memory.', () => plugs.knowledgeBase.size],
    ['tandem_log_pending', 'Requests that wait for a transaction of the log.', () => plugs.log.waiting()],
    [
      'tandem_process_resident_memory_bytes',
      'Resident memory of the server process.',
      () => process.memoryUsage.rss(),
    ],
    [
      'tandem_process_cpu_seconds',
      'Processor time of the server process.',
      () => process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6,
    ],
  ] as const) {
    const gauge: Gauge = new Gauge({ name, help, registers: [registry], collect: () => gauge.set(read()) });
  }
  const queued = new Gauge({
    name: 'tandem_conversations',
    help: 'Open conversations by owner.',
    labelNames: ['owner'],
    registers: [registry],
    async collect() {
      const { rows } = await plugs.pool.query(
        `select owner_kind, count(*)::int from conversation where status = 'open' group by 1`,
      );
      queued.reset();
      for (const row of rows) queued.set({ owner: row.owner_kind }, row.count);
    },
  });

  const waiting = new Gauge({
    name: 'tandem_conversations_waiting',
    help: 'Conversations that wait for an agent, by queue and by whether one is being asked.',
    labelNames: ['queue', 'offered'],
    registers: [registry],
    async collect() {
      waiting.reset();
      for (const { queueId, offered } of await plugs.routingStore.queueRows())
        waiting.inc({ queue: queueId, offered: String(offered) });
    },
  });

  app.get(
    '/metrics',
    { config: { action: 'metrics.read' }, schema: { hide: true } },
    async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()),
  );
}
