import type { SystemView } from '../../../core/protocol/system.ts';
import type { App, RouteNeeds } from '../route.ts';
import * as shapes from '../shapes/reports.ts';

/** What this installation runs with, for those who run it. Never a key, and of an address no more than its host. */
export function systemRoutes(app: App, { plugs }: RouteNeeds): void {
  app.get(
    '/api/system',
    {
      config: { action: 'system.read' },
      schema: {
        tags: ['Reports'],
        summary: 'Which models are configured, how much of the knowledge base is at hand',
        response: { 200: shapes.system },
      },
    },
    (): SystemView => {
      const { config, knowledgeBase } = plugs;
      const counts = knowledgeBase.meaning?.counts;
      return {
        model: config.model ? { name: config.model.name, host: new URL(config.model.url).host } : null,
        embedding:
          config.embedding && counts
            ? {
                name: config.embedding.name,
                host: new URL(config.embedding.url).host,
                known: counts.there,
                awaited: counts.wanted,
              }
            : null,
        articles: knowledgeBase.size,
      };
    },
  );
}
