import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { isLogCursor } from '../../adapters/store/whole-log.ts';
import type { ServerFrame } from '../../core/protocol/frames.ts';
import type { ErrorCode } from '../../core/terms/error-code.ts';
import { errorText } from '../../core/text/errors.ts';
import { type Action, type Caller, may } from '../authorisation.ts';
import type { CustomerActions } from '../customer-actions.ts';
import { isOwnOrigin, staffCaller } from '../http/caller.ts';
import { commandId, hasContent, sendInput, uuid } from '../http/inputs.ts';
import { createRateLimit } from '../http/rate-limit.ts';
import { languageOf, Refusal } from '../http/refusal.ts';
import type { Plugs } from '../plugs.ts';
import { readerOf } from './reader.ts';

const after = z
  .int()
  .min(0)
  .max(2 ** 31 - 1);

const clientFrame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('authenticate'), token: z.string().max(4000) }),
  z.object({ type: z.literal('subscribe'), conversationId: uuid, after }),
  z.object({ type: z.literal('unsubscribe'), conversationId: uuid }),
  z.object({ type: z.literal('subscribe-desk'), after: z.string().refine(isLogCursor).optional() }),
  z.object({ type: z.literal('typing'), conversationId: uuid, on: z.boolean() }),
  z.object({ type: z.literal('send'), conversationId: uuid, ...sendInput.shape }).refine(...hasContent),
  z.object({ type: z.literal('ask-human'), conversationId: uuid, id: commandId }),
  z.object({ type: z.literal('ping') }),
]);

type Frame = z.infer<typeof clientFrame>;

/** What each frame does, for the authorisation table. */
export const actionOfFrame: Record<Exclude<Frame['type'], 'authenticate' | 'ping'>, Action> = {
  subscribe: 'conversation.follow',
  unsubscribe: 'conversation.follow',
  'subscribe-desk': 'desk.follow',
  typing: 'conversation.type',
  send: 'conversation.say',
  'ask-human': 'conversation.ask-human',
};

const authenticateWithinMs = 10_000;
const silentMs = 60_000;
/** The staff's pages are asked whether they are there, and answer by themselves: nobody is offered to an empty line. */
const askStaffEveryMs = 5_000;
const staffSilentMs = 16_000;
/** How often every connection is looked at: whether it is silent, and whether its session still holds. */
const sweepMs = 10_000;
/** A reader who does not keep up is cut off: with its cursor it loses nothing. */
const mostBufferedBytes = 4 * 1024 * 1024;
const mostSubscriptions = 50;
const mostFramesAMinute = 600;

/** The live connection over WebSocket; see `docs/protocol.md`. Returns how to end it. */
export function serveSockets(server: Server, plugs: Plugs, actions: CustomerActions) {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 256 * 1024, perMessageDeflate: false });
  const rates = createRateLimit(mostFramesAMinute, 60_000);
  const signIns = createRateLimit(plugs.config.rates.addressRequestsPerMinute, 60_000);
  const open = new Set<Connection>();

  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy());
    // Not parsed as an address: `//` is none, and an error here would end the process.
    const [path, query] = (request.url ?? '').split('?');
    if (path !== '/api/socket') return refuseUpgrade(stream, 404);
    // A customer's page on our own origin is the customer's, even when the same browser is signed in at the desk.
    const isContact = new URLSearchParams(query).get('as') === 'contact';
    staffCaller(plugs, isContact ? undefined : request.headers.cookie).then(
      (caller) => {
        // The cookie counts only from our own pages; a customer's page is foreign by nature and brings a token.
        const trusted =
          caller.kind === 'staff' && isOwnOrigin(plugs, request.headers)
            ? caller
            : { kind: 'anonymous' as const };
        sockets.handleUpgrade(request, stream, head, (socket) => accept(socket, stream, trusted, request));
      },
      () => refuseUpgrade(stream, 503),
    );
  });

  interface Connection {
    readonly socket: WebSocket;
    heardAt: number;
    readonly isStaff: boolean;
    /** Ends the connection when its session or token is no longer good. */
    readonly checkStanding: (vouchingInboxes: ReadonlySet<string>) => Promise<void>;
  }

  function accept(socket: WebSocket, stream: Duplex, initial: Caller, request: IncomingMessage): void {
    const isStaff = initial.kind === 'staff';
    const connection: Connection = { socket, heardAt: performance.now(), isStaff, checkStanding };
    const language = languageOf(request.headers['accept-language']);
    const following = new Map<string, () => void>();
    let leaveDesk: (() => void) | undefined;
    let caller = initial;
    let token = '';
    let chain: Promise<void> = Promise.resolve();
    const stranger = `connection ${crypto.randomUUID()}`;
    const address = addressOf(request, plugs.config.trustProxy);
    open.add(connection);
    plugs.figures.openSockets.inc();

    let corked = false;
    const deliver = (frame: ServerFrame) => {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > mostBufferedBytes) return socket.terminate();
      if (!corked) {
        // What this turn of the event loop has for the socket goes out in one write: half the cost of an answer.
        corked = true;
        stream.cork();
        setImmediate(() => {
          corked = false;
          stream.uncork();
        });
      }
      socket.send(JSON.stringify(frame));
    };
    const refuse = (code: ErrorCode, id?: string) =>
      deliver({ type: 'refused', id, code, message: errorText[code][language] });
    const welcome = async () => {
      const cursor = caller.kind === 'staff' ? await plugs.wholeLog.now() : undefined;
      deliver({ type: 'ready', now: plugs.now(), cursor });
    };

    if (caller.kind === 'staff') {
      void plugs.presence.connected(caller.id).catch(() => undefined);
      void welcome().catch(() => socket.close(1011));
    }
    const late = setTimeout(() => {
      if (caller.kind === 'anonymous') socket.close(4401, 'authenticate first');
    }, authenticateWithinMs);

    /** What was true when the connection began may have ended since: signed out, disabled, expired, not vouched for. */
    async function checkStanding(vouchingInboxes: ReadonlySet<string>): Promise<void> {
      try {
        if (caller.kind === 'contact') {
          await plugs.contactTokens.read(token, Date.now());
          if (!caller.verified && vouchingInboxes.has(caller.inboxId)) throw new Refusal('identity-required');
        } else if (caller.kind === 'staff') {
          const now = await staffCaller(plugs, request.headers.cookie);
          if (now.kind !== 'staff') throw new Refusal('session-expired');
          caller = now;
        }
      } catch (error) {
        if (!(error instanceof Refusal)) return;
        refuse(error.code);
        socket.close(4401, error.code);
      }
    }

    const who = () => caller;

    async function handle(frame: Frame): Promise<void> {
      if (frame.type === 'ping') {
        const cursor = caller.kind === 'staff' ? await plugs.wholeLog.now() : undefined;
        return deliver({ type: 'pong', now: plugs.now(), cursor });
      }
      if (frame.type === 'authenticate') {
        const next = await plugs.contactTokens.read(frame.token, Date.now());
        if (caller.kind === 'staff' || (caller.kind === 'contact' && caller.id !== next.id))
          throw new Refusal('forbidden');
        await actions.refuseUnvouched(next);
        caller = next;
        token = frame.token;
        clearTimeout(late);
        return welcome();
      }
      if (caller.kind === 'anonymous') throw new Refusal('not-signed-in');
      if (!may(caller, actionOfFrame[frame.type])) throw new Refusal('forbidden');
      switch (frame.type) {
        case 'subscribe': {
          if (following.size >= mostSubscriptions) throw new Refusal('too-many-requests');
          const { conversationId } = frame;
          // From the start on the hub sees whose it is as it reads: one query instead of two for every new conversation.
          const isFromStart = caller.kind === 'contact' && frame.after === 0;
          const { after } = isFromStart
            ? frame
            : await actions.mayFollow(caller, conversationId, frame.after);
          following.get(conversationId)?.();
          if (socket.readyState !== socket.OPEN) return;
          const leave = plugs.hub.follow(conversationId, after, readerOf(who), deliver, () => {
            if (following.get(conversationId) === leave) following.delete(conversationId);
            refuse('not-found');
          });
          following.set(conversationId, leave);
          return;
        }
        case 'unsubscribe':
          following.get(frame.conversationId)?.();
          following.delete(frame.conversationId);
          return;
        case 'subscribe-desk':
          if (caller.kind !== 'staff') return;
          leaveDesk?.();
          leaveDesk = await plugs.hub.followDesk(caller.id, frame.after, deliver);
          if (socket.readyState !== socket.OPEN) leaveDesk();
          return;
        case 'typing': {
          if (!following.has(frame.conversationId)) return;
          const by = caller.kind === 'contact' ? 'contact' : 'agent';
          const name = caller.kind === 'staff' ? caller.name : undefined;
          const { conversationId, on } = frame;
          plugs.hub.tell(
            conversationId,
            { type: 'typing', conversationId, by, name, on },
            (isCustomer) => isCustomer === (by === 'agent'),
          );
          plugs.bus.publish({ type: 'typing', conversationId, by, name, on });
          return;
        }
        case 'send':
        case 'ask-human': {
          if (caller.kind !== 'contact') return;
          const { conversationId, id } = frame;
          const place =
            frame.type === 'send'
              ? await actions.say(caller, frame, language)
              : await actions.askHuman(caller, { conversationId, id, language });
          return deliver({ type: 'accepted', id, conversationId, ...place });
        }
      }
    }

    socket.on('message', (data, isBinary) => {
      connection.heardAt = performance.now();
      // What follows `authenticate` without waiting for its answer still comes from a stranger.
      const key = caller.kind === 'anonymous' ? stranger : `${caller.kind} ${caller.id}`;
      if (!rates.take(key, Date.now())) return refuse('too-many-requests');
      const frame = isBinary ? undefined : clientFrame.safeParse(parsed(String(data)));
      if (!frame?.success) return refuse('bad-input', idOf(parsed(String(data))));
      if (frame.data.type === 'authenticate' && !signIns.take(address, Date.now()))
        return refuse('too-many-requests');
      // One after the other: a customer's messages keep their order, and nothing overtakes its subscription.
      chain = chain
        .then(() => (socket.readyState === socket.OPEN ? handle(frame.data) : undefined))
        .catch((error) => {
          const id = 'id' in frame.data ? frame.data.id : undefined;
          if (error instanceof Refusal && error.code !== 'overloaded') return refuse(error.code, id);
          if (!(error instanceof Refusal))
            plugs.journal.error('socket', 'a frame could not be handled', error, { frame: frame.data.type });
          refuse(error instanceof Refusal ? error.code : 'internal', id);
          // Nothing may overtake what could not be kept: the client connects again and sends both in their order.
          if (frame.data.type === 'send' || frame.data.type === 'ask-human') socket.close(1011);
        });
    });
    socket.on('pong', () => {
      connection.heardAt = performance.now();
    });
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      clearTimeout(late);
      open.delete(connection);
      plugs.figures.openSockets.dec();
      for (const leave of following.values()) leave();
      following.clear();
      leaveDesk?.();
      if (caller.kind === 'staff') void plugs.presence.disconnected(caller.id).catch(() => undefined);
    });
  }

  const sweep = setInterval(() => void look().catch(() => undefined), sweepMs);
  async function look(): Promise<void> {
    for (const { socket, heardAt } of open) if (performance.now() - heardAt > silentMs) socket.terminate();
    if (open.size === 0) return;
    const inboxes = await plugs.inboxes.list();
    const vouching = new Set(inboxes.flatMap((inbox) => (inbox.requireIdentity ? [inbox.id] : [])));
    for (const { checkStanding } of open) await checkStanding(vouching);
  }
  sweep.unref();
  const asking = setInterval(() => {
    for (const { socket, isStaff, heardAt } of open) {
      if (!isStaff) continue;
      if (performance.now() - heardAt > staffSilentMs) socket.terminate();
      else socket.ping();
    }
  }, askStaffEveryMs);
  asking.unref();

  return {
    count: () => open.size,
    close(): void {
      clearInterval(sweep);
      clearInterval(asking);
      for (const { socket } of open) socket.close(1012, 'restarting');
      setTimeout(() => {
        for (const { socket } of open) socket.terminate();
      }, 1000).unref();
      sockets.close();
    },
  };
}

/** Whose connection it is; behind a trusted proxy as Fastify tells it for requests: the first that was forwarded for. */
function addressOf(request: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy ? String(request.headers['x-forwarded-for'] ?? '') : '';
  return forwarded.split(',')[0]!.trim() || (request.socket.remoteAddress ?? 'unknown');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function idOf(value: unknown): string | undefined {
  const id = (value as { id?: unknown } | undefined)?.id;
  return typeof id === 'string' ? id.slice(0, 64) : undefined;
}

function refuseUpgrade(stream: Duplex, status: number): void {
  stream.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
