import { z } from 'zod';
import {
  accept,
  addNote,
  reply as replyRule,
  resolve as resolveRule,
  returnToAssistant,
  takeOver,
  transfer,
} from '../../../core/conversation/agent-commands.ts';
import type { Outcome } from '../../../core/conversation/outcome.ts';
import type { ConversationState } from '../../../core/conversation/state.ts';
import type { EventKind } from '../../../core/terms/event.ts';
import { commandConversation } from '../../../services/command-conversation.ts';
import { gatherPacket } from '../../../services/gather-packet.ts';
import { suggestReplies } from '../../../services/suggest-replies.ts';
import type { Caller } from '../../authorisation.ts';
import { type App, type RouteNeeds, staffOf } from '../app.ts';
import {
  commandId,
  conversationParams,
  disposition,
  filledText,
  searchText,
  sendInput,
  shortText,
  uuid,
} from '../inputs.ts';
import { Refusal } from '../refusal.ts';

type Staff = Extract<Caller, { kind: 'staff' }>;

const byId = z.object({ id: commandId });

/** The agent's side of conversations: the lists, the packet, and everything that an agent does. */
export function deskRoutes(app: App, { plugs, actions }: RouteNeeds): void {
  const tags = ['Staff'];

  async function command(
    staff: Staff,
    conversationId: string,
    id: string,
    kind: EventKind,
    rule: (state: ConversationState | null) => Outcome,
  ) {
    const actor = { kind: 'agent', id: staff.id, name: staff.name } as const;
    const result = await commandConversation(plugs, { conversationId, commandId: id, kind, actor }, rule);
    return actions.placeOf(result, id);
  }

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
      config: { action: 'conversation.read' },
      schema: { tags, summary: 'A conversation as the list shows it', params: conversationParams },
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
      config: { action: 'conversation.read' },
      schema: { tags, summary: 'Everything to know before the first keystroke', params: conversationParams },
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
    '/api/conversations/:id/suggestions',
    {
      config: { action: 'conversation.read' },
      schema: {
        tags,
        summary: 'Replies from the knowledge base',
        params: conversationParams,
        querystring: z.object({ text: z.string().max(500).default('') }),
      },
    },
    async (request) => {
      const state = await plugs.log.state(request.params.id);
      if (!state) throw new Refusal('not-found');
      const text = request.query.text.trim() || state.questions.at(-1) || state.preview?.text || '';
      return { suggestions: suggestReplies(plugs.knowledgeBase.knowledge, text, state.language) };
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
      },
    },
    async (request) => {
      await plugs.agents.markRead(staffOf(request).id, request.params.id, request.body.seq);
      return {};
    },
  );

  app.post(
    '/api/conversations/:id/accept',
    {
      config: { action: 'conversation.accept' },
      schema: { tags, summary: 'Take a waiting conversation', params: conversationParams, body: byId },
    },
    (request) => {
      const staff = staffOf(request);
      const at = Date.now();
      return command(staff, request.params.id, request.body.id, 'assigned', (state) =>
        accept(state, staff, { id: request.body.id, at }, plugs.timers),
      );
    },
  );

  app.post(
    '/api/conversations/:id/take-over',
    {
      config: { action: 'conversation.accept' },
      schema: {
        tags,
        summary: 'Take it from the assistant, or as a supervisor from a colleague',
        params: conversationParams,
        body: byId,
      },
    },
    (request) => {
      const staff = staffOf(request);
      const at = Date.now();
      return command(staff, request.params.id, request.body.id, 'assigned', (state) =>
        takeOver(state, staff, { id: request.body.id, at }, plugs.timers),
      );
    },
  );

  app.post(
    '/api/conversations/:id/replies',
    {
      config: { action: 'conversation.reply' },
      schema: { tags, summary: 'Answer the customer', params: conversationParams, body: sendInput },
    },
    async (request) => {
      const staff = staffOf(request);
      const { id, text } = request.body;
      const attachments = await actions.attachmentsOf(request.params.id, request.body.attachments);
      const message = attachments.length > 0 ? { text, attachments } : { text };
      const at = Date.now();
      return command(staff, request.params.id, id, 'message-sent', (state) =>
        replyRule(state, staff, { id, at }, message),
      );
    },
  );

  app.post(
    '/api/conversations/:id/notes',
    {
      config: { action: 'conversation.note' },
      schema: {
        tags,
        summary: 'A note for colleagues',
        params: conversationParams,
        body: z.object({ id: commandId, text: filledText(10_000) }),
      },
    },
    (request) => {
      const staff = staffOf(request);
      const { id, text } = request.body;
      const at = Date.now();
      return command(staff, request.params.id, id, 'note-added', (state) =>
        addNote(state, staff, { id, at }, text),
      );
    },
  );

  app.post(
    '/api/conversations/:id/return',
    {
      config: { action: 'conversation.return' },
      schema: {
        tags,
        summary: 'Give back to the assistant',
        params: conversationParams,
        body: z.object({ id: commandId, note: shortText.default('') }),
      },
    },
    (request) => {
      const staff = staffOf(request);
      const { id, note } = request.body;
      const at = Date.now();
      return command(staff, request.params.id, id, 'returned-to-assistant', (state) =>
        returnToAssistant(state, staff, { id, at }, note),
      );
    },
  );

  app.post(
    '/api/conversations/:id/transfer',
    {
      config: { action: 'conversation.transfer' },
      schema: {
        tags,
        summary: 'Give to a colleague who is connected',
        params: conversationParams,
        body: z.object({ id: commandId, agentId: uuid, note: shortText.default('') }),
      },
    },
    async (request) => {
      const staff = staffOf(request);
      const { id, agentId, note } = request.body;
      const to = await plugs.agents.byId(agentId, Date.now());
      // Nobody is given to a colleague who is not there: the customer would wait for an empty chair.
      if (to?.presence !== 'online') throw new Refusal('agent-unavailable');
      const at = Date.now();
      return command(staff, request.params.id, id, 'transferred', (state) =>
        transfer(state, staff, { id, at }, to, note, plugs.timers),
      );
    },
  );

  app.post(
    '/api/conversations/:id/resolve',
    {
      config: { action: 'conversation.resolve' },
      schema: {
        tags,
        summary: 'Resolve with a disposition (小结)',
        params: conversationParams,
        body: z.object({ id: commandId, disposition, note: shortText.default('') }),
      },
    },
    (request) => {
      const staff = staffOf(request);
      const { id, note } = request.body;
      const at = Date.now();
      return command(staff, request.params.id, id, 'resolved', (state) =>
        resolveRule(state, staff, { id, at }, request.body.disposition, note),
      );
    },
  );
}
