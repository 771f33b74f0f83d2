import type { PoolClient } from 'pg';
import { z } from 'zod';
import type { Beside } from '../../../adapters/store/articles.ts';
import { addNote } from '../../../core/conversation/help-commands.ts';
import type { ProposalView } from '../../../core/protocol/drafts.ts';
import type { ArticleView } from '../../../core/protocol/views.ts';
import type { Language } from '../../../core/terms/language.ts';
import { learningText } from '../../../core/text/console-learning.ts';
import { fill } from '../../../core/text/fill.ts';
import { neighboursOf } from '../../../services/review-draft.ts';
import { announceArticle, createArticleDesk } from '../../article-desk.ts';
import { filledText, language } from '../inputs.ts';
import { languageOf, Refusal } from '../refusal.ts';
import { type App, type RouteNeeds, staffOf } from '../route.ts';
import { savedArticle } from '../shapes/articles.ts';
import * as shapes from '../shapes/drafts.ts';
import { type Staff, staffCommands } from '../staff-command.ts';

const params = z.object({ id: z.string().regex(/^[A-Za-z0-9._-]{1,100}$/) });
const content = {
  title: filledText(300),
  similarQuestions: z.array(filledText(300)).max(50),
  body: filledText(50_000),
};

/** What conversations taught, for people to accept, change, merge or reject. */
export function draftRoutes(app: App, needs: RouteNeeds): void {
  const { plugs } = needs;
  const tags = ['Knowledge'];
  const { act } = staffCommands(needs);

  const desk = createArticleDesk(plugs);

  /** Throws `conflict` where somebody has decided already. */
  async function waiting(id: string) {
    const proposal = await plugs.proposals.find(id);
    if (!proposal) throw new Refusal('not-found');
    if (proposal.state !== 'waiting') throw new Refusal('conflict');
    return proposal;
  }

  /** The draft article of a proposal that will not be published by itself. */
  async function archiveDraft(articleId: string, by: Staff): Promise<void> {
    const draft = await plugs.articles.find(articleId);
    if (draft && (draft.status === 'draft' || draft.status === 'review'))
      await desk.move(articleId, draft.version, 'archive', by);
  }

  /** With `client` in the transaction of the article: of two people who decide at once, one changes nothing at all. */
  async function decide(
    id: string,
    decision: Omit<Parameters<typeof plugs.proposals.decide>[1], 'at'>,
    client?: PoolClient,
  ): Promise<void> {
    if (!(await plugs.proposals.decide(id, { ...decision, at: plugs.now() }, client)))
      throw new Refusal('conflict');
  }

  /** Whoever solved it reads in their latest conversation on it why it is not wanted. */
  async function tellWhy(
    { title, sources }: Pick<ProposalView, 'title' | 'sources'>,
    reason: string,
    by: Staff,
    words: Language,
  ): Promise<void> {
    const told = new Set<string>();
    for (const { conversationId, agentName: name } of sources) {
      if (told.has(name)) continue;
      told.add(name);
      const note = fill(learningText.rejectNote[words], { name, title, reason });
      const command = { id: crypto.randomUUID(), at: plugs.now() };
      try {
        await act(by, { conversationId, id: command.id, kind: 'note-added' }, (state) =>
          addNote(state, by, command, note),
        );
      } catch (error) {
        // The rejection stands; a conversation that takes no note is no reason to bring the proposal back.
        if (!(error instanceof Refusal)) throw error;
      }
    }
  }

  app.get(
    '/api/drafts',
    {
      config: { action: 'draft.read' },
      schema: {
        tags,
        summary: 'What conversations propose for the knowledge base, most often asked first',
        querystring: z.object({
          state: z.enum(['waiting', 'accepted', 'merged', 'rejected']).default('waiting'),
          language: language.optional(),
        }),
        response: { 200: shapes.proposalList },
      },
    },
    (request) => {
      const { state, language: only } = request.query;
      return plugs.proposals.list({ state, ...(only ? { language: only } : {}) });
    },
  );

  app.get(
    '/api/drafts/:id',
    {
      config: { action: 'draft.read', refuses: ['not-found'] },
      schema: {
        tags,
        summary: 'A proposal with its conversations, its likes and what contradicts it',
        params,
        querystring: z.object({
          /** Ids with commas between them: the likes where it were to hold there; empty for everywhere. */
          inboxes: z.string().max(2_000).optional(),
        }),
        response: { 200: shapes.proposal },
      },
    },
    async (request) => {
      const proposal = await plugs.proposals.find(request.params.id);
      if (!proposal) throw new Refusal('not-found');
      // Somebody may have edited the draft as an article: that is what is decided on.
      const draft = proposal.kind === 'new' ? await plugs.articles.find(proposal.articleId) : undefined;
      const shown = draft
        ? {
            title: draft.title,
            similarQuestions: draft.similarQuestions,
            body: draft.body,
            topic: draft.topic,
            inboxIds: draft.inboxIds ?? [],
          }
        : {};
      const view = { ...proposal, ...shown, draftVersion: draft?.version ?? 0 };
      const inboxIds = request.query.inboxes?.split(',').filter(Boolean) ?? view.inboxIds;
      const known = await plugs.proposals.knownMatters(
        view.language,
        inboxIds.length === 1 ? inboxIds[0] : undefined,
      );
      const waiting = known.filter(({ state }) => state === 'waiting');
      const neighbours = await neighboursOf(
        { knowledge: plugs.knowledgeBase.knowledge, articles: plugs.articles, waiting },
        {
          ...view,
          inboxIds,
          ownId: proposal.kind === 'new' ? proposal.articleId : proposal.id,
          ...(proposal.kind === 'addition' ? { always: proposal.articleId } : {}),
        },
      );
      return { ...view, neighbours };
    },
  );

  app.post(
    '/api/drafts/:id/accept',
    {
      config: {
        action: 'draft.decide',
        refuses: ['not-found', 'conflict', 'version-conflict', 'article-move', 'article-dates'],
      },
      schema: {
        tags,
        summary: 'Accept as an article of its own, published at once or kept as a draft',
        params,
        body: z.object({
          ...content,
          topic: filledText(60),
          /** Where it holds; none: in all. As proposed where it is missing. */
          inboxIds: z.array(filledText(100)).max(100).optional(),
          publish: z.boolean(),
          /** The version of the draft article that was read; 0 where there is none. */
          version: z.int().min(0),
        }),
        response: { 200: savedArticle },
      },
    },
    async (request) => {
      const proposal = await waiting(request.params.id);
      const by = staffOf(request);
      const { publish, version, ...fields } = request.body;
      const status = publish ? 'published' : 'draft';
      const decided: Beside = (client, { id: articleId }) =>
        decide(proposal.id, { state: 'accepted', reason: null, by: by.name, articleId }, client);
      let article: ArticleView;
      if (proposal.kind === 'new')
        article = await desk.move(
          proposal.articleId,
          version,
          publish ? 'publish' : 'save',
          by,
          fields,
          decided,
        );
      else {
        const source = proposal.sources[0]?.conversationId;
        const inboxIds = fields.inboxIds ?? proposal.inboxIds;
        const known = new Set((await plugs.inboxes.list()).map(({ id: inboxId }) => inboxId));
        if (inboxIds.some((inboxId) => !known.has(inboxId)))
          throw new Refusal('bad-input', { field: 'inboxIds' });
        const added = await plugs.articles.add(
          {
            ...fields,
            inboxIds,
            id: proposal.id,
            language: proposal.language,
            status,
            ...(source ? { sourceConversationId: source } : {}),
          },
          by.name,
          plugs.now(),
          decided,
        );
        if (!added) throw new Refusal('conflict');
        await announceArticle(plugs, added);
        article = added;
      }
      return { article };
    },
  );

  app.post(
    '/api/drafts/:id/merge',
    {
      config: {
        action: 'draft.decide',
        refuses: ['not-found', 'conflict', 'version-conflict', 'article-move', 'article-dates'],
      },
      schema: {
        tags,
        summary: 'Save the merged text over an article, if nobody changed it meanwhile',
        params,
        body: z.object({
          articleId: params.shape.id,
          version: z.int().min(1),
          body: content.body,
          similarQuestions: content.similarQuestions.optional(),
        }),
        response: { 200: savedArticle },
      },
    },
    async (request) => {
      const proposal = await waiting(request.params.id);
      const by = staffOf(request);
      const { articleId, version, body, similarQuestions } = request.body;
      const target = await plugs.articles.find(articleId);
      if (!target || articleId === proposal.id) throw new Refusal('not-found');
      const asked = similarQuestions ?? questionsWith(target, proposal.title);
      const change = { body, similarQuestions: asked };
      const article = await desk.move(articleId, version, 'save', by, change, (client) =>
        decide(proposal.id, { state: 'merged', reason: null, by: by.name, articleId }, client),
      );
      if (proposal.kind === 'new') await archiveDraft(proposal.articleId, by);
      return { article };
    },
  );

  app.post(
    '/api/drafts/:id/reject',
    {
      config: { action: 'draft.decide', refuses: ['not-found', 'conflict'] },
      schema: {
        tags,
        summary:
          'Reject with a reason, which is noted in the conversations of those who solved it; the matter is not proposed again unless it keeps coming up',
        params,
        body: z.object({ reason: filledText(500) }),
        response: { 200: shapes.done },
      },
    },
    async (request) => {
      const proposal = await waiting(request.params.id);
      const by = staffOf(request);
      await decide(proposal.id, {
        state: 'rejected',
        reason: request.body.reason,
        by: by.name,
        articleId: null,
      });
      if (proposal.kind === 'new') await archiveDraft(proposal.articleId, by);
      await tellWhy(proposal, request.body.reason, by, languageOf(request.headers['accept-language']));
      return { ok: true } as const;
    },
  );
}

/** The customer's wording finds the article from then on. */
function questionsWith(article: ArticleView, question: string): readonly string[] {
  const known = [article.title, ...article.similarQuestions];
  return known.includes(question)
    ? article.similarQuestions
    : [...article.similarQuestions, question].slice(0, 50);
}
