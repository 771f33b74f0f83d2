import { z } from 'zod';
import { endsSoonMs } from '../../../core/knowledge/due.ts';
import { marksIn } from '../../../core/knowledge/marks-in.ts';
import { perceive } from '../../../core/perception/perceive.ts';
import type { ArticleList } from '../../../core/protocol/articles.ts';
import { planQuestion } from '../../../services/plan-response.ts';
import { sayPlan } from '../../../services/say-plan.ts';
import { nothingBefore, understandQuestion } from '../../../services/understand-question.ts';
import { createArticleDesk } from '../../article-desk.ts';
import { articleContent, articleParams } from '../article-content.ts';
import { language, messageText, searchText, uuid } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import { type App, type RouteNeeds, staffOf } from '../route.ts';
import * as shapes from '../shapes/articles.ts';

const version = z.int().min(1);
const page = 20;
/** Why somebody's text cannot be saved over a version, or moved. */
const moveRefusals = ['not-found', 'version-conflict', 'article-move', 'article-dates'] as const;

/** The knowledge base as people work on it. What is published is findable before the call returns. */
export function articleRoutes(app: App, { plugs }: RouteNeeds): void {
  const tags = ['Knowledge'];
  const desk = createArticleDesk(plugs);

  app.get(
    '/api/articles/:id/public',
    {
      config: { action: 'article.read-public', crossOrigin: true, refuses: ['not-found', 'article-gone'] },
      schema: {
        tags,
        summary: 'The text in force of an article, for everybody; with the place of a passage that was cited',
        params: articleParams,
        querystring: z.object({
          version: z.coerce.number().int().min(1).max(1_000_000_000).optional(),
          passage: z.coerce.number().int().min(0).max(10_000).optional(),
        }),
        response: { 200: shapes.publicArticle },
      },
    },
    (request) => desk.readPublic(request.params.id, request.query),
  );

  app.get(
    '/api/articles',
    {
      config: { action: 'article.read' },
      schema: {
        tags,
        summary: 'Articles, 20 a page',
        querystring: z.object({
          status: z.enum(['draft', 'review', 'published', 'expired', 'archived']).optional(),
          language: language.optional(),
          topic: searchText(60).optional(),
          audience: z.enum(['everyone', 'staff']).optional(),
          inboxId: searchText(100).optional(),
          product: searchText(100).optional(),
          ownerId: uuid.optional(),
          /** `review` is due for review, `scheduled` waits for its day, `ends-soon` ends within a week. */
          due: z.enum(['review', 'scheduled', 'ends-soon']).optional(),
          search: searchText(100).optional(),
          page: z.coerce.number().int().min(1).max(10_000).default(1),
        }),
        response: { 200: shapes.articleList },
      },
    },
    async (request): Promise<ArticleList> => {
      const { due, ...filter } = request.query;
      const at = plugs.now();
      const found = filter.search ? await desk.answeringTo(filter.search) : undefined;
      const list = await plugs.articles.list({
        ...filter,
        ...(due === 'review' ? { reviewBy: at } : {}),
        ...(due === 'scheduled' ? { beginsAfter: at } : {}),
        ...(due === 'ends-soon' ? { endsBetween: [at, at + endsSoonMs] as const } : {}),
        ...(found ? { alsoIds: found.ids, ...(found.meant === null ? {} : { meant: found.meant }) } : {}),
        size: page,
      });
      if (!found) return list;
      const titles = list.articles.map(({ title }) => title).join('\n');
      return {
        ...list,
        marks: marksIn(titles, found.sought),
        ...(found.meant === null ? {} : { meant: found.meant }),
      };
    },
  );

  app.get(
    '/api/articles/:id',
    {
      config: { action: 'article.read', refuses: ['not-found'] },
      schema: { tags, summary: 'An article', params: articleParams, response: { 200: shapes.article } },
    },
    async (request) => {
      const [article, translations] = await Promise.all([
        plugs.articles.find(request.params.id),
        plugs.articles.translations(request.params.id),
      ]);
      if (!article) throw new Refusal('not-found');
      return { ...article, translations };
    },
  );

  app.get(
    '/api/articles/:id/versions',
    {
      config: { action: 'article.read' },
      schema: {
        tags,
        summary: 'Every version that was saved, newest first',
        params: articleParams,
        response: { 200: shapes.articleVersions },
      },
    },
    async (request) => ({ versions: await plugs.articles.versions(request.params.id) }),
  );

  app.post(
    '/api/articles',
    {
      config: { action: 'article.draft', refuses: ['article-dates', 'conflict'] },
      schema: { tags, summary: 'A new draft', body: articleContent, response: { 201: shapes.article } },
    },
    async (request, reply) => {
      const article = await desk.create(request.body, staffOf(request));
      return reply.code(201).send(article);
    },
  );

  app.put(
    '/api/articles/:id',
    {
      config: { action: 'article.draft', refuses: moveRefusals },
      schema: {
        tags,
        summary:
          'Save over a version: what is published goes live at once, unless it is saved `as` a draft beside it; agents only drafts',
        params: articleParams,
        body: articleContent.extend({ version, as: z.literal('draft').optional() }),
        response: { 200: shapes.article },
      },
    },
    (request) => {
      const { version: over, as, ...change } = request.body;
      return desk.move(request.params.id, over, as ?? 'save', staffOf(request), change);
    },
  );

  app.post(
    '/api/articles/:id/restore',
    {
      config: { action: 'article.draft', refuses: moveRefusals },
      schema: {
        tags,
        summary: 'The words of an earlier version as a new one; dates, audience and owner stay as they are',
        params: articleParams,
        body: z.object({ version, of: version, as: z.literal('draft').optional() }),
        response: { 200: shapes.article },
      },
    },
    async (request) => {
      const { version: over, of, as } = request.body;
      const old = await plugs.articles.version(request.params.id, of);
      if (!old) throw new Refusal('not-found');
      const { language: spoken, title, similarQuestions, body, topic } = old;
      const words = { language: spoken, title, similarQuestions, body, topic };
      return desk.move(request.params.id, over, as ?? 'save', staffOf(request), words);
    },
  );

  for (const [move, action, summary] of [
    ['review', 'article.draft', 'Send a draft to review'],
    ['publish', 'article.publish', 'Publish: it answers from its first day on, or at once'],
    ['archive', 'article.publish', 'Archive: nobody is answered with it any more'],
  ] as const) {
    app.post(
      `/api/articles/:id/${move}`,
      {
        config: { action, refuses: moveRefusals },
        schema: {
          tags,
          summary,
          params: articleParams,
          body: z.object({ version }),
          response: { 200: shapes.article },
        },
      },
      (request) => desk.move(request.params.id, request.body.version, move, staffOf(request)),
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
        response: { 200: shapes.triedWords },
      },
    },
    async (request) => {
      const { text } = request.body;
      const perception = perceive(text, {
        fallbackLanguage: request.body.language ?? 'zh',
        models: plugs.perceptionModels,
      });
      const knowledge = await understandQuestion(
        nothingBefore,
        { text, perception },
        plugs.knowledgeBase.knowledge,
        plugs.meaning?.understand,
      );
      const plan = planQuestion(text, plugs.now(), perception, knowledge, {
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
