import { z } from 'zod';
import {
  accept,
  reply as replyRule,
  resolve as resolveRule,
  returnToAssistant,
  takeOver,
} from '../../../core/conversation/agent-commands.ts';
import { decline } from '../../../core/conversation/offer-commands.ts';
import { isMember, queueOf } from '../../../services/queue-standing.ts';
import { commandId, conversationParams, disposition, replyInput, shortText } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import { type App, type RouteNeeds, staffOf } from '../route.ts';
import * as shapes from '../shapes/conversations.ts';
import { type Staff, staffCommands } from '../staff-command.ts';

const byId = z.object({ id: commandId });

/** How an agent comes by a conversation, serves it and ends it. */
export function agentCommandRoutes(app: App, needs: RouteNeeds): void {
  const { plugs, actions } = needs;
  const { act, timersOf } = staffCommands(needs);
  const tags = ['Staff'];
  const place = ({ seq, repeated }: { seq: number; repeated: boolean }) => ({ seq, repeated });

  /** Whoever is in none of the queues that serve it does not take it from the list; whoever leads may. */
  async function refuseOutsider(staff: Staff, conversationId: string): Promise<void> {
    if (staff.role !== 'agent') return;
    const { policy } = plugs.policy();
    if (policy.queues.every(({ agentIds }) => agentIds === null)) return;
    const state = await plugs.log.state(conversationId);
    if (state?.owner.kind !== 'queue' || state.offer?.agentId === staff.id) return;
    const queue = queueOf(policy, state.queueId);
    const others = queue.overflow.flatMap(({ toQueueId }) => (toQueueId ? [queueOf(policy, toQueueId)] : []));
    if (![queue, ...others].some((one) => isMember(one, staff.id))) throw new Refusal('forbidden');
  }

  app.post(
    '/api/conversations/:id/accept',
    {
      config: {
        action: 'conversation.accept',
        refuses: [
          'not-found',
          'conversation-resolved',
          'taken-already',
          'conflict',
          'agent-unavailable',
          'agent-full',
          'id-reused',
        ],
      },
      schema: {
        tags,
        summary: 'Take what is offered to you, or what waits',
        params: conversationParams,
        body: byId,
        response: { 200: shapes.placed },
      },
    },
    async (request) => {
      const staff = staffOf(request);
      const { id } = request.body;
      await refuseOutsider(staff, request.params.id);
      const at = plugs.now();
      const done = await act(
        staff,
        { conversationId: request.params.id, id, kind: 'assigned', claims: staff.id },
        (state, seat) => accept(state, staff, { id, at }, timersOf(state), seat),
      );
      void plugs.statuses.tookOffer(staff.id).catch(() => undefined);
      return place(done);
    },
  );

  app.post(
    '/api/conversations/:id/decline',
    {
      config: { action: 'conversation.accept', refuses: ['not-found', 'not-offered', 'id-reused'] },
      schema: {
        tags,
        summary: 'Not take what is offered to you; the next colleague is asked',
        params: conversationParams,
        body: z.object({ id: commandId, reason: shortText.default('') }),
        response: { 200: shapes.placed },
      },
    },
    async (request) => {
      const staff = staffOf(request);
      const { id, reason } = request.body;
      const at = plugs.now();
      const done = await act(staff, { conversationId: request.params.id, id, kind: 'offer-ended' }, (state) =>
        decline(state, staff, { id, at }, reason),
      );
      void plugs.statuses.tookOffer(staff.id).catch(() => undefined);
      return place(done);
    },
  );

  app.post(
    '/api/conversations/:id/take-over',
    {
      config: {
        action: 'conversation.accept',
        refuses: [
          'not-found',
          'conversation-resolved',
          'taken-already',
          'agent-unavailable',
          'agent-full',
          'id-reused',
        ],
      },
      schema: {
        tags,
        summary:
          'Take it from the assistant, or as a supervisor from a colleague, beyond the own capacity if need be',
        params: conversationParams,
        body: byId,
        response: { 200: shapes.placed },
      },
    },
    async (request) => {
      const staff = staffOf(request);
      const { id } = request.body;
      await refuseOutsider(staff, request.params.id);
      const at = plugs.now();
      return place(
        await act(
          staff,
          { conversationId: request.params.id, id, kind: 'assigned', claims: staff.id },
          (state, seat) => takeOver(state, staff, { id, at }, timersOf(state), seat),
        ),
      );
    },
  );

  app.post(
    '/api/conversations/:id/replies',
    {
      config: {
        action: 'conversation.reply',
        refuses: ['not-found', 'not-yours', 'conversation-resolved', 'id-reused'],
      },
      schema: {
        tags,
        summary: 'Answer the customer',
        params: conversationParams,
        body: replyInput,
        response: { 200: shapes.placed },
      },
    },
    async (request) => {
      const staff = staffOf(request);
      const { id, text, assist } = request.body;
      const attachments = await actions.attachmentsOf(request.params.id, request.body.attachments);
      const message = {
        text,
        ...(attachments.length > 0 ? { attachments } : {}),
        ...(assist ? { assist } : {}),
      };
      const at = plugs.now();
      return place(
        await act(staff, { conversationId: request.params.id, id, kind: 'message-sent' }, (state) =>
          replyRule(state, staff, { id, at }, message),
        ),
      );
    },
  );

  app.post(
    '/api/conversations/:id/return',
    {
      config: {
        action: 'conversation.return',
        refuses: ['not-found', 'not-yours', 'conversation-resolved', 'id-reused', 'conflict'],
      },
      schema: {
        tags,
        summary: 'Give back to the assistant',
        params: conversationParams,
        body: z.object({ id: commandId, note: shortText.default('') }),
        response: { 200: shapes.placed },
      },
    },
    async (request) => {
      const staff = staffOf(request);
      const { id, note } = request.body;
      const at = plugs.now();
      return place(
        await act(staff, { conversationId: request.params.id, id, kind: 'returned-to-assistant' }, (state) =>
          returnToAssistant(state, staff, { id, at }, note),
        ),
      );
    },
  );

  app.post(
    '/api/conversations/:id/resolve',
    {
      config: {
        action: 'conversation.resolve',
        refuses: ['not-found', 'not-yours', 'conversation-resolved', 'id-reused'],
      },
      schema: {
        tags,
        summary: 'Resolve with a disposition (小结)',
        params: conversationParams,
        body: z.object({ id: commandId, disposition, note: shortText.default('') }),
        response: { 200: shapes.placed },
      },
    },
    async (request) => {
      const staff = staffOf(request);
      const { id, note } = request.body;
      const at = plugs.now();
      let wasOwner = false;
      const { result, ...done } = await act(
        staff,
        { conversationId: request.params.id, id, kind: 'resolved' },
        (state) => {
          wasOwner = state?.owner.kind === 'agent' && state.owner.agentId === staff.id;
          return resolveRule(state, staff, { id, at }, request.body.disposition, note);
        },
      );
      const { wrapUpMs } = queueOf(plugs.policy().policy, result.state?.queueId);
      if (result.kind === 'appended' && wasOwner && wrapUpMs > 0)
        await plugs.routing.startWrapUp(staff.id, wrapUpMs);
      return place(done);
    },
  );
}
