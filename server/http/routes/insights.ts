import { z } from 'zod';
import type { StoredAlert } from '../../../adapters/store/rising-alerts.ts';
import { diverse } from '../../../core/insights/cluster-questions.ts';
import type { Demand, Example, Gap, InsightSettings, RisingAlert } from '../../../core/protocol/insights.ts';
import { draftForTopic } from '../../../services/draft-for-topic.ts';
import { readArticleHealth } from '../../insights/article-health.ts';
import { filledText, searchText, uuid } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import { type App, type RouteNeeds, staffOf } from '../route.ts';
import * as shapes from '../shapes/insights.ts';

const dayMs = 86_400_000;
const most = 100;
const mostExamples = 4;
/** How long an alert that is over stays in the list. */
const alertsForMs = 7 * dayMs;
const period = z.object({ days: z.coerce.number().int().min(1).max(180).default(30) });
const reason = z.object({ reason: filledText(300) });
/** What an agent's hour costs until somebody says: an assumption, shown as one. */
const assumed = { hourlyRate: 60, currency: '¥' };

/** What all conversations say together: gaps, rising topics, what is wanted, articles that need somebody. */
export function insightRoutes(app: App, { plugs }: RouteNeeds): void {
  const tags = ['Insights'];
  const { insightStore: store, questionTopics, risingAlerts: alerts } = plugs;
  const read = { action: 'insight.read' } as const;
  const change = { action: 'insight.change' } as const;
  const { similarity } = plugs.knowledgeBase.knowledge;

  /** The period's days end with the day that runs. */
  const spanOf = (days: number) => {
    const to = plugs.now();
    return { from: to - days * dayMs, to };
  };
  const examplesOf = (all: readonly Example[], first?: string): Example[] => {
    const texts = diverse(
      [...(first === undefined ? [] : [first]), ...all.map(({ text }) => text)],
      mostExamples,
      similarity,
    );
    return texts.flatMap((text) => {
      const found = all.find((one) => one.text === text);
      return found ? [{ text, conversationId: found.conversationId, at: found.at }] : [];
    });
  };
  const tellChange = () => {
    plugs.hub.tellDesks({ type: 'insights' });
    plugs.bus.publish({ type: 'insights' });
  };

  app.get(
    '/api/insights/gaps',
    {
      config: read,
      schema: {
        tags,
        summary: 'Questions not or badly answered, by what they ask, the costliest first',
        querystring: period,
        response: { 200: shapes.gaps },
      },
    },
    async (request): Promise<{ gaps: Gap[] }> => {
      const { from, to } = spanOf(request.query.days);
      const gaps = await store.gaps(from, to, most);
      return { gaps: gaps.map((gap) => ({ ...gap, examples: examplesOf(gap.examples, gap.name) })) };
    },
  );

  app.post(
    '/api/insights/gaps/:id/draft',
    {
      config: { ...change, refuses: ['not-found', 'conflict'] },
      schema: {
        tags,
        summary: 'Begin an article from a gap, with what agents answered; the same draft when asked again',
        params: z.object({ id: uuid }),
        response: { 200: shapes.begunDraft, 201: shapes.begunDraft },
      },
    },
    async (request, reply) => {
      const topic = await questionTopics.topic(request.params.id);
      if (!topic) throw new Refusal('not-found');
      const known = topic.articleId === null ? undefined : await plugs.articles.find(topic.articleId);
      if (known && known.status !== 'archived') return { articleId: known.id };
      const asked = [...new Set(topic.questions.map(({ conversationId }) => conversationId))];
      const events = await plugs.pastConversations.events(await store.endedByAgents(asked, most));
      const examples = diverse([topic.name, ...topic.questions.map(({ text }) => text)], 8, similarity);
      const { isAnswered: _, ...draft } = draftForTopic(
        { ...topic, examples },
        events.values(),
        plugs.knowledgeBase.knowledge,
      );
      const article = await plugs.articles.add(
        { ...draft, id: `gap-${crypto.randomUUID()}`, status: 'draft' },
        staffOf(request).name,
        plugs.now(),
      );
      if (!article) throw new Refusal('conflict');
      await questionTopics.setDraft(topic.id, article.id);
      plugs.hub.tellDesks({ type: 'knowledge', articleId: article.id, status: article.status });
      return reply.code(201).send({ articleId: article.id });
    },
  );

  for (const [path, kind, params] of [
    ['gaps', 'gap', z.object({ id: uuid })],
    ['demand', 'demand', z.object({ id: searchText(60) })],
    ['articles', 'article', z.object({ id: searchText(200) })],
  ] as const)
    app.post(
      `/api/insights/${path}/:id/dismiss`,
      {
        config: change,
        schema: {
          tags,
          summary: 'Not worth anything: it stays away, with the reason',
          params,
          body: reason,
          response: { 200: shapes.dismissed },
        },
      },
      async (request) => {
        await store.dismiss(kind, request.params.id, request.body.reason, staffOf(request).name, plugs.now());
        return { dismissed: true } as const;
      },
    );

  app.get(
    '/api/insights/rising',
    {
      config: read,
      schema: {
        tags,
        summary: 'Topics that rise now, and those of the last week that are over',
        response: { 200: shapes.rising },
      },
    },
    async (): Promise<{ alerts: RisingAlert[]; watchedSince: number | null }> => {
      const at = plugs.now();
      const [found, began] = await Promise.all([alerts.since(at - alertsForMs), questionTopics.began()]);
      return { alerts: found.map(shownAlert), watchedSince: began };
    },
  );

  app.post(
    '/api/insights/rising/:id/acknowledge',
    {
      config: { ...change, refuses: ['not-found'] },
      schema: {
        tags,
        summary: 'Somebody takes care of it',
        params: z.object({ id: uuid }),
        response: { 200: shapes.acknowledged },
      },
    },
    async (request) => {
      if (!(await alerts.acknowledge(request.params.id, staffOf(request).name, plugs.now())))
        throw new Refusal('not-found');
      tellChange();
      return { acknowledged: true } as const;
    },
  );

  app.post(
    '/api/insights/rising/:id/dismiss',
    {
      config: { ...change, refuses: ['not-found'] },
      schema: {
        tags,
        summary: 'It was no alert: it ends, and stays quiet for a day',
        params: z.object({ id: uuid }),
        body: reason,
        response: { 200: shapes.dismissed },
      },
    },
    async (request) => {
      const { name } = staffOf(request);
      if (!(await alerts.dismiss(request.params.id, request.body.reason, name, plugs.now())))
        throw new Refusal('not-found');
      tellChange();
      return { dismissed: true } as const;
    },
  );

  app.get(
    '/api/insights/demand',
    {
      config: read,
      schema: {
        tags,
        summary: 'What customers ask for and no article offers',
        querystring: period,
        response: { 200: shapes.demand },
      },
    },
    async (request): Promise<{ demand: Demand[] }> => {
      const { from, to } = spanOf(request.query.days);
      const demand = await store.demand(from, to, most);
      return { demand: demand.map((one) => ({ ...one, examples: examplesOf(one.examples) })) };
    },
  );

  app.get(
    '/api/insights/articles',
    {
      config: read,
      schema: {
        tags,
        summary: 'Articles that are stale, unused, or do not help',
        querystring: period,
        response: { 200: shapes.articleHealth },
      },
    },
    (request) => readArticleHealth(plugs, request.query.days, plugs.now()),
  );

  app.get(
    '/api/insights/settings',
    {
      config: read,
      schema: { tags, summary: 'What an hour of an agent costs', response: { 200: shapes.insightSettings } },
    },
    async (): Promise<InsightSettings> => ({
      ...assumed,
      isAssumed: true,
      ...(await plugs.settings.read<Partial<InsightSettings>>('insights')),
    }),
  );

  app.put(
    '/api/insights/settings',
    {
      config: change,
      schema: {
        tags,
        summary: 'Say what an hour of an agent costs',
        body: z.object({ hourlyRate: z.number().min(0).max(100_000), currency: filledText(5) }),
        response: { 200: shapes.insightSettings },
      },
    },
    async (request): Promise<InsightSettings> => {
      const settings = { ...request.body, isAssumed: false };
      await plugs.settings.write('insights', settings);
      return settings;
    },
  );
}

const shownAlert = ({ series: _, figures, dismissedAt: __, ...alert }: StoredAlert): RisingAlert => ({
  ...alert,
  ...figures,
});
