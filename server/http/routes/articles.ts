import { z } from 'zod';
import type { SaveResult } from '../../../adapters/store/articles.ts';
import { perceive } from '../../../core/perception/perceive.ts';
import type { ArticleView } from '../../../core/protocol/views.ts';
import { planQuestion } from '../../../services/plan-response.ts';
import { sayPlan } from '../../../services/say-plan.ts';
import { type App, type RouteNeeds, staffOf } from '../app.ts';
import { filledText, language, messageText, searchText } from '../inputs.ts';
import { Refusal } from '../refusal.ts';

const params = z.object({ id: z.string().regex(/^[A-Za-z0-9._-]{1,100}$/) });
const content = z.object({
  language,
  title: filledText(300),
  similarQuestions: z.array(filledText(300)).max(50),
  body: filledText(50_000),
  topic: filledText(60),
  /** Null takes the link away. */
  translationOf: searchText(100)
    .nullish()
    .transform((id) => id ?? undefined),
});
const version = z.int().min(1);
const page = 20;

/** The knowledge base as people work on it. What is published is findable before the call returns. */
export function articleRoutes(app: App, { plugs }: RouteNeeds): void {
  const tags = ['Knowledge'];

  function announce(article: ArticleView): void {
    plugs.knowledgeBase.apply(article);
    plugs.bus.publish({ type: 'knowledge' });
    plugs.hub.tellDesks({ type: 'knowledge', articleId: article.id, status: article.status });
  }

  function saved(result: SaveResult): ArticleView {
    if (result.kind === 'not-found') throw new Refusal('not-found');
    if (result.kind === 'version-conflict')
      throw new Refusal('version-conflict', { article: result.article });
    announce(result.article);
    return result.article;
  }

  app.get(
    '/api/articles/:id/public',
    {
      config: { action: 'article.read-public', crossOrigin: true },
      schema: { tags, summary: 'A published article, for everybody', params },
    },
    async (request) => {
      const article = await plugs.articles.find(request.params.id);
      if (article?.status !== 'published') throw new Refusal('not-found');
      const { id, title, body, topic, updatedAt } = article;
      return { id, language: article.language, title, body, topic, updatedAt };
    },
  );

  app.get(
    '/api/articles',
    {
      config: { action: 'article.read' },
      schema: {
        tags,
        summary: 'Articles, 20 a page',
        querystring: z.object({
          status: z.enum(['draft', 'published', 'archived']).optional(),
          language: language.optional(),
          topic: searchText(60).optional(),
          search: searchText(100).optional(),
          page: z.coerce.number().int().min(1).max(10_000).default(1),
        }),
      },
    },
    (request) => plugs.articles.list({ ...request.query, size: page }),
  );

  app.get(
    '/api/articles/:id',
    { config: { action: 'article.read' }, schema: { tags, summary: 'An article', params } },
    async (request) => {
      const article = await plugs.articles.find(request.params.id);
      if (!article) throw new Refusal('not-found');
      return article;
    },
  );

  app.get(
    '/api/articles/:id/versions',
    {
      config: { action: 'article.read' },
      schema: { tags, summary: 'Every version that was saved, newest first', params },
    },
    async (request) => ({ versions: await plugs.articles.versions(request.params.id) }),
  );

  app.post(
    '/api/articles',
    { config: { action: 'article.draft' }, schema: { tags, summary: 'A new draft', body: content } },
    async (request, reply) => {
      const id = `a-${crypto.randomUUID()}`;
      const article = await plugs.articles.add(
        { ...request.body, id, status: 'draft' },
        staffOf(request).name,
        Date.now(),
      );
      if (!article) throw new Refusal('conflict');
      announce(article);
      return reply.code(201).send(article);
    },
  );

  app.put(
    '/api/articles/:id',
    {
      config: { action: 'article.draft' },
      schema: {
        tags,
        summary: 'Save over a version; agents only drafts',
        params,
        body: content.extend({ version }),
      },
    },
    async (request) => {
      const staff = staffOf(request);
      const { version: over, ...change } = request.body;
      const current = await plugs.articles.find(request.params.id);
      if (current && current.status !== 'draft' && staff.role === 'agent') throw new Refusal('forbidden');
      return saved(await plugs.articles.save(request.params.id, over, change, staff.name, Date.now()));
    },
  );

  for (const [path, status, summary] of [
    ['publish', 'published', 'Publish: the next customer who asks gets it'],
    ['archive', 'archived', 'Archive: nobody is answered with it any more'],
  ] as const) {
    app.post(
      `/api/articles/:id/${path}`,
      {
        config: { action: 'article.publish' },
        schema: { tags, summary, params, body: z.object({ version }) },
      },
      async (request) =>
        saved(
          await plugs.articles.save(
            request.params.id,
            request.body.version,
            { status },
            staffOf(request).name,
            Date.now(),
          ),
        ),
    );
  }

  app.post(
    '/api/knowledge/try',
    {
      config: { action: 'knowledge.try' },
      schema: {
        tags,
        summary: 'What the assistant would do with these words',
        body: z.object({ text: messageText, language: language.optional() }),
      },
    },
    (request) => {
      const { text } = request.body;
      const perception = perceive(text, {
        fallbackLanguage: request.body.language ?? 'zh',
        models: plugs.perceptionModels,
      });
      const plan = planQuestion(text, Date.now(), perception, plugs.knowledgeBase.knowledge, {
        active: plugs.policy(),
        isOpen: plugs.isOpen,
      });
      const said = sayPlan(plan, { language: perception.language, canCome: true });
      return {
        decision: plan.decision,
        confidence: plan.confidence,
        reasons: plan.reasons,
        answer: { text: said.text, citations: said.citations ?? [] },
        choices: plan.decision === 'clarify' ? plan.chosen.map(({ passage }) => passage.title) : [],
        candidates: plan.candidates.map(({ passage, confidence }) => ({
          article: {
            id: passage.articleId,
            title: passage.title,
            language: passage.language,
            ordinal: passage.ordinal,
          },
          confidence,
          excerpt: passage.text.slice(0, 300),
        })),
        perception,
      };
    },
  );
}
