import { z } from 'zod';
import type { ServerFrame } from '../../../core/protocol/frames.ts';
import type { InboxStanding } from '../../../core/protocol/views.ts';
import type { ConversationEvent } from '../../../core/terms/event.ts';
import { standingForCustomers } from '../../../services/standing-for-customers.ts';
import { readerOf } from '../../realtime/reader.ts';
import { eventStream } from '../event-stream.ts';
import {
  commandId,
  conversationParams,
  filledText,
  language,
  searchText,
  sendInput,
  shortText,
} from '../inputs.ts';
import { languageOf, Refusal } from '../refusal.ts';
import { type App, contactOf, type RouteNeeds } from '../route.ts';
import * as shapes from '../shapes/conversations.ts';

const cursor = z.coerce
  .number()
  .int()
  .min(0)
  .max(2 ** 31 - 1)
  .default(0);
/** What somebody may leave who does not wait. A call needs a number. */
const leftMessage = z
  .object({
    id: commandId,
    way: z.enum(['message', 'callback']),
    text: filledText(10_000),
    phone: filledText(40).optional(),
    email: z.email().max(200).optional(),
    slot: z.object({ from: z.int().min(0), to: z.int().min(0) }).optional(),
    language: language.optional(),
  })
  .refine(({ way, phone }) => way === 'message' || phone !== undefined, {
    message: 'a call needs a number',
    path: ['phone'],
  })
  .refine(({ slot }) => !slot || slot.from < slot.to, {
    message: 'must end after it begins',
    path: ['slot'],
  });

/** Whose standing is asked for: by default that of the first queue. */
const standingOfWhat = z
  .object({
    inbox: searchText(64).optional().describe('where a tap on 转人工 would lead this customer from here'),
    queue: searchText(64).optional().describe('this queue'),
  })
  .refine(({ inbox, queue }) => inbox === undefined || queue === undefined, {
    message: 'names either an inbox or a queue',
    path: ['queue'],
  });

const mostEvents = 1000;
const mostWaiting = 2000;

/** What a customer does in a conversation, and how everybody follows one without a WebSocket. */
export function conversationRoutes(app: App, { plugs, actions }: RouteNeeds): void {
  let waiting = 0;
  /** How to end each answer that is kept open. A server that closes waits for its answers, so it ends them first. */
  const open = new Set<() => void>();
  app.addHook('preClose', async () => {
    for (const end of [...open]) end();
  });

  app.post(
    '/api/conversations/:id/messages',
    {
      config: { action: 'conversation.say', crossOrigin: true, refuses: ['not-found', 'id-reused'] },
      schema: {
        tags: ['Customers'],
        summary: 'Say something; acknowledged when it is durable',
        params: conversationParams,
        body: sendInput,
        response: { 200: shapes.placed },
      },
    },
    (request) =>
      actions.say(
        contactOf(request),
        { conversationId: request.params.id, ...request.body },
        languageOf(request.headers['accept-language']),
      ),
  );

  app.post(
    '/api/conversations/:id/human',
    {
      config: { action: 'conversation.ask-human', crossOrigin: true, refuses: ['not-found', 'id-reused'] },
      schema: {
        tags: ['Customers'],
        summary: 'Ask for a person (转人工)',
        params: conversationParams,
        body: z.object({ id: commandId }),
        response: { 200: shapes.placed },
      },
    },
    (request) =>
      actions.askHuman(contactOf(request), {
        conversationId: request.params.id,
        id: request.body.id,
        language: languageOf(request.headers['accept-language']),
      }),
  );

  app.post(
    '/api/conversations/:id/assistant',
    {
      config: {
        action: 'conversation.ask-assistant',
        crossOrigin: true,
        refuses: ['not-found', 'id-reused'],
      },
      schema: {
        tags: ['Customers'],
        summary: 'Let the assistant help while nobody can come; the place in the queue is kept',
        params: conversationParams,
        body: z.object({ id: commandId }),
        response: { 200: shapes.placed },
      },
    },
    (request) =>
      actions.askAssistant(contactOf(request), { conversationId: request.params.id, id: request.body.id }),
  );

  app.post(
    '/api/conversations/:id/rating',
    {
      config: {
        action: 'conversation.rate',
        crossOrigin: true,
        refuses: ['not-found', 'id-reused', 'not-resolved', 'already-rated'],
      },
      schema: {
        tags: ['Customers'],
        summary: 'Rate a resolved conversation, once',
        params: conversationParams,
        body: z.object({ id: commandId, score: z.int().min(1).max(5), comment: shortText.default('') }),
        response: { 200: shapes.placed },
      },
    },
    (request) => actions.rate(contactOf(request), { conversationId: request.params.id, ...request.body }),
  );

  app.post(
    '/api/conversations/:id/leave-message',
    {
      config: {
        action: 'conversation.leave-message',
        crossOrigin: true,
        refuses: ['not-found', 'id-reused'],
      },
      schema: {
        tags: ['Customers'],
        summary: 'Leave a message or ask to be called; also opens a conversation (the after-hours form)',
        params: conversationParams,
        body: leftMessage,
        response: { 200: shapes.placed },
      },
    },
    (request) => {
      const { language, ...left } = request.body;
      return actions.leaveMessage(contactOf(request), {
        conversationId: request.params.id,
        language: language ?? languageOf(request.headers['accept-language']),
        ...left,
      });
    },
  );

  app.get(
    '/api/standing',
    {
      config: { action: 'standing.read', crossOrigin: true, refuses: ['not-found'] },
      schema: {
        tags: ['Customers'],
        summary: 'Whether somebody is there, when, and what may be done instead of waiting',
        querystring: standingOfWhat,
        response: { 200: shapes.inboxStanding },
      },
    },
    async (request): Promise<InboxStanding> => {
      const caller = contactOf(request);
      const { policy } = plugs.policy();
      const at = plugs.now();
      const { inbox, queue } = request.query;
      if (queue !== undefined && !policy.queues.some(({ id }) => id === queue))
        throw new Refusal('not-found', { queue });
      // A token speaks for one inbox; whether another one exists is nobody's business.
      if (inbox !== undefined && inbox !== caller.inboxId) throw new Refusal('not-found', { inbox });
      const ofInbox = async () => {
        const contact = await plugs.contactFacts.of(caller.id, at);
        const language = languageOf(request.headers['accept-language']);
        return plugs.targetOfTap(null, at, language, contact).queueId;
      };
      const queueId = queue ?? (inbox === undefined ? undefined : await ofInbox());
      return standingForCustomers(policy, queueId, plugs.presence.roster().values(), at);
    },
  );

  app.get(
    '/api/conversations/:id/events',
    {
      config: { action: 'conversation.follow', crossOrigin: true, refuses: ['not-found'] },
      schema: {
        tags: ['Customers', 'Staff'],
        summary: 'Events after a cursor; with `wait` a long-poll',
        params: conversationParams,
        querystring: z.object({ after: cursor, wait: z.coerce.number().min(0).max(25).default(0) }),
        response: { 200: shapes.events },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { wait } = request.query;
      const { after, isOpened } = await actions.mayFollow(request.caller, id, request.query.after);
      const reader = readerOf(() => request.caller);
      const view = (events: readonly ConversationEvent[]) => ({
        events: events.map(reader.view).filter((event) => event !== null),
        upTo: events.at(-1)?.seq ?? after,
      });
      const ready = isOpened ? await plugs.log.read(id, after, mostEvents) : [];
      if (ready.length > 0 || wait === 0) return view(ready);
      if (waiting >= mostWaiting) throw new Refusal('overloaded');
      waiting += 1;
      try {
        return await new Promise<ReturnType<typeof view>>((resolve) => {
          const end = (result: ReturnType<typeof view>) => {
            clearTimeout(timer);
            open.delete(endEmpty);
            leave();
            resolve(result);
          };
          const endEmpty = () => end(view([]));
          const timer = setTimeout(endEmpty, wait * 1000);
          const leave = plugs.hub.follow(id, after, reader, (frame) => {
            if (frame.type === 'events') end({ events: [...frame.events], upTo: frame.upTo });
          });
          open.add(endEmpty);
          // Of the answer, not of the connection: that lives on and would gather listeners.
          reply.raw.once('close', endEmpty);
        });
      } finally {
        waiting -= 1;
      }
    },
  );

  app.get(
    '/api/conversations/:id/stream',
    {
      config: {
        action: 'conversation.follow',
        crossOrigin: true,
        streams: 'text/event-stream',
        refuses: ['not-found'],
      },
      schema: {
        tags: ['Customers', 'Staff'],
        summary: 'The same frames as the WebSocket’s, as server-sent events',
        params: conversationParams,
        querystring: z.object({ after: cursor }),
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const last = cursor.safeParse(request.headers['last-event-id']);
      const { after } = await actions.mayFollow(
        request.caller,
        id,
        last.success && last.data > 0 ? last.data : request.query.after,
      );
      const raw = eventStream(reply);
      const write = (frame: ServerFrame) => {
        if (raw.writableLength > 4 * 1024 * 1024) return raw.destroy();
        const eventId = frame.type === 'events' ? `id: ${frame.upTo}\n` : '';
        raw.write(`${eventId}data: ${JSON.stringify(frame)}\n\n`);
      };
      write({ type: 'ready', now: plugs.now() });
      const leave = plugs.hub.follow(
        id,
        after,
        readerOf(() => request.caller),
        write,
      );
      const beat = setInterval(() => raw.write(': still here\n\n'), 20_000);
      const end = () => {
        clearInterval(beat);
        open.delete(end);
        leave();
        raw.end();
      };
      open.add(end);
      raw.once('close', end);
      if (raw.destroyed) end();
    },
  );
}
