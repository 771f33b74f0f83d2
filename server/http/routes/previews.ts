import { z } from 'zod';
import { withReachOf } from '../../../adapters/store/article-rows.ts';
import { removePersonalData } from '../../../core/knowledge/remove-personal-data.ts';
import type { ArticlePreview } from '../../../core/protocol/preview.ts';
import type { Article } from '../../../core/terms/article.ts';
import { articleContent, articleParams } from '../article-content.ts';
import { filledText, language } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import { type App, type RouteNeeds, staffOf } from '../route.ts';
import * as shapes from '../shapes/articles.ts';
import { noContent } from '../shapes/shape-of.ts';

const day = 86_400_000;
const mostQuestions = 3_000;
/** Each holds a second knowledge base busy for seconds. */
const mostAtOnce = 2;

/** What the editor holds; null tries what happens without the article. */
const edit = articleContent.nullable();

/** What an edit would change before it is published, and the questions of which people said what answers them. */
export function previewRoutes(app: App, { plugs }: RouteNeeds): void {
  const tags = ['Knowledge'];
  let running = 0;

  app.post(
    '/api/articles/:id/preview',
    {
      config: { action: 'article.preview' },
      schema: {
        tags,
        summary: 'Which answers to past questions an edit would change, before it is published',
        params: articleParams,
        body: z.object({
          content: edit,
          /** How far back questions are asked again. */
          days: z.int().min(1).max(365).default(30),
        }),
        response: { 200: shapes.articlePreview },
      },
    },
    async (request): Promise<ArticlePreview> => {
      if (running >= mostAtOnce) throw new Refusal('overloaded');
      running += 1;
      try {
        const { content, days } = request.body;
        const articleId = request.params.id;
        const now = plugs.now();
        const since = now - days * day;
        const current = await plugs.articles.find(articleId);
        // What the editor leaves out stays as it is, as when it is saved.
        const edited = content && current ? withReachOf(content, current) : content;
        const at = Math.max(now, edited?.effectiveFrom ?? now);
        const version = (current?.version ?? 0) + 1;
        const after: Article[] = edited ? [{ ...edited, id: articleId, status: 'published', version }] : [];
        const [asked, judged] = await Promise.all([
          plugs.judgedQuestions.asked(since, mostQuestions),
          plugs.judgedQuestions.list(),
        ]);
        return await plugs.previewer.preview(
          { articleId, after, at, since, asked, judged },
          content !== null,
        );
      } finally {
        running -= 1;
      }
    },
  );

  app.get(
    '/api/judged-questions',
    {
      config: { action: 'article.read' },
      schema: {
        tags,
        summary: 'Questions of which somebody said what answers them, the latest first',
        response: { 200: shapes.judgedQuestions },
      },
    },
    async () => ({ questions: await plugs.judgedQuestions.list() }),
  );

  app.post(
    '/api/judged-questions',
    {
      config: { action: 'article.judge', refuses: ['not-found'] },
      schema: {
        tags,
        summary: 'Say which article answers a question, or that none does; the same words are judged anew',
        body: z.object({
          text: filledText(500),
          language,
          /** Null: nothing in the knowledge base should answer it. */
          articleId: articleParams.shape.id.nullable(),
        }),
        response: { 201: shapes.judgedQuestion },
      },
    },
    async (request, reply) => {
      const { text, language: of, articleId } = request.body;
      if (articleId !== null && !(await plugs.articles.find(articleId))) throw new Refusal('not-found');
      const question = await plugs.judgedQuestions.judge(
        { id: `q-${crypto.randomUUID()}`, text: removePersonalData(text, of), language: of, articleId },
        staffOf(request).name,
        plugs.now(),
      );
      return reply.code(201).send(question);
    },
  );

  app.delete(
    '/api/judged-questions/:id',
    {
      config: { action: 'article.judge', refuses: ['not-found'] },
      schema: { tags, summary: 'Take a judgement back', params: articleParams, response: { 204: noContent } },
    },
    async (request, reply) => {
      if (!(await plugs.judgedQuestions.remove(request.params.id))) throw new Refusal('not-found');
      return reply.code(204).send();
    },
  );
}
