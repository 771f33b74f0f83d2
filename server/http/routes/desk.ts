import { z } from 'zod';
import type { SatisfactionView } from '../../../core/protocol/satisfaction.ts';
import { gatherPacket } from '../../../services/gather-packet.ts';
import { judgeSatisfaction } from '../../../services/judge-satisfaction.ts';
import { scopeOf } from '../../../services/scope-of.ts';
import { suggestReplies } from '../../../services/suggest-replies.ts';
import { conversationParams, searchText } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import { type App, type RouteNeeds, staffOf } from '../route.ts';
import * as shapes from '../shapes/conversations.ts';
import { nothing } from '../shapes/shape-of.ts';

/** What an agent reads of conversations: the lists, the packet, what might be said. */
export function deskRoutes(app: App, { plugs }: RouteNeeds): void {
  const tags = ['Staff'];

  app.get(
    '/api/conversations',
    {
      config: { action: 'conversation.list' },
      schema: {
        tags,
        summary: 'A list of conversations',
        querystring: z.object({
          view: z.enum(['waiting', 'mine', 'assistant', 'open', 'resolved']).default('open'),
          search: searchText(100).optional(),
          before: z.coerce.number().int().min(0).max(100_000).default(0),
          limit: z.coerce.number().int().min(1).max(200).default(50),
        }),
        response: { 200: shapes.conversationList },
      },
    },
    async (request) => {
      const { id } = staffOf(request);
      const { view, search, before, limit } = request.query;
      const [page, counts] = await Promise.all([
        plugs.conversations.list(id, view, { search, offset: before, limit }),
        plugs.conversations.counts(id),
      ]);
      return {
        conversations: page.conversations,
        next: page.more ? String(before + limit) : undefined,
        counts,
      };
    },
  );

  app.get(
    '/api/conversations/:id',
    {
      config: { action: 'conversation.read', refuses: ['not-found'] },
      schema: {
        tags,
        summary: 'A conversation as the list shows it',
        params: conversationParams,
        response: { 200: shapes.conversationSummary },
      },
    },
    async (request) => {
      const [summary] = await plugs.conversations.summaries(staffOf(request).id, [request.params.id]);
      if (!summary) throw new Refusal('not-found');
      return summary;
    },
  );

  app.get(
    '/api/conversations/:id/packet',
    {
      config: { action: 'conversation.read', refuses: ['not-found'] },
      schema: {
        tags,
        summary: 'Everything to know before the first keystroke',
        params: conversationParams,
        response: { 200: shapes.handoffPacket },
      },
    },
    async (request) => {
      const packet = await gatherPacket(
        { ...plugs, knowledge: plugs.knowledgeBase.knowledge },
        request.params.id,
      );
      if (!packet) throw new Refusal('not-found');
      return packet;
    },
  );

  app.get(
    '/api/conversations/:id/satisfaction',
    {
      config: { action: 'conversation.read', refuses: ['not-found'] },
      schema: {
        tags,
        summary: 'How it goes for the customer: estimated satisfaction, solved or not, and why',
        params: conversationParams,
        response: { 200: shapes.satisfaction },
      },
    },
    async (request): Promise<SatisfactionView> => {
      const view = await judgeSatisfaction(plugs, request.params.id);
      if (!view) throw new Refusal('not-found');
      return view;
    },
  );

  app.get(
    '/api/conversations/:id/suggestions',
    {
      config: { action: 'conversation.read', refuses: ['not-found'] },
      schema: {
        tags,
        summary: 'Replies from the knowledge base',
        params: conversationParams,
        querystring: z.object({ text: z.string().max(500).default('') }),
        response: { 200: shapes.suggestions },
      },
    },
    async (request) => {
      const state = await plugs.log.state(request.params.id);
      if (!state) throw new Refusal('not-found');
      const byHand = request.query.text.trim();
      const text = byHand || state.questions.at(-1) || state.preview?.text || '';
      const { inboxId } = state;
      // Who looks by hand looks everywhere in the inbox.
      const knowledge = plugs.knowledgeBase.knowledge.within(scopeOf(byHand ? { inboxId } : state));
      return { suggestions: suggestReplies(knowledge, text, state.language) };
    },
  );

  app.put(
    '/api/conversations/:id/read',
    {
      config: { action: 'conversation.mark-read' },
      schema: {
        tags,
        summary: 'Mark as read up to an event',
        params: conversationParams,
        body: z.object({
          seq: z
            .int()
            .min(0)
            .max(2 ** 31 - 1),
        }),
        response: { 200: nothing },
      },
    },
    async (request) => {
      await plugs.agents.markRead(staffOf(request).id, request.params.id, request.body.seq);
      return {};
    },
  );
}
