import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What the server does with one request. Times in ms. */
export type Play =
  /** Writes the text, a few characters a piece, `tokenMs` before each. */
  | {
      readonly kind: 'answer';
      readonly text: string;
      readonly tokenMs?: number;
      readonly reasoning?: string;
      /** Why it stopped, as the protocol names it; `stop` without it. */
      readonly finish?: string;
    }
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: string }
  | { readonly kind: 'hang'; readonly when: 'before-headers' | 'after-headers' }
  | { readonly kind: 'hang'; readonly when: 'midway'; readonly text: string }
  /** Writes the text, then breaks the connection. */
  | { readonly kind: 'cut'; readonly text: string }
  /** Writes the text, then ends politely without saying that it is finished. */
  | { readonly kind: 'unfinished'; readonly text: string }
  | { readonly kind: 'malformed'; readonly text: string }
  /** An error inside the stream, after headers that promised success. */
  | { readonly kind: 'error-in-stream' }
  /** An HTML page with status 200, as a misconfigured proxy gives it. */
  | { readonly kind: 'page' }
  | { readonly kind: 'empty' };

export interface RecordedRequest {
  readonly authorization: string | undefined;
  readonly url: string;
  /** The body, as it came. */
  readonly text: string;
  readonly body: {
    readonly model?: string;
    readonly stream?: boolean;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
  };
  /** The other side went away before the answer was complete. */
  abandoned: boolean;
}

/** A server of OpenAI's chat completions protocol that plays what a test tells it, faults included. */
export interface ScriptedModel {
  /** The base address, to be configured as the model's URL. */
  readonly url: string;
  readonly requests: RecordedRequest[];
  /** The requests that ask what the model makes of a message; they are not among `requests`. */
  readonly opinionRequests: RecordedRequest[];
  /** The play of every request for an opinion; without it the server says nothing to them. */
  opine(play: Play): void;
  /** One play a request, in order; the last one is repeated. A function chooses by the request. */
  play(...plays: readonly (Play | ((request: RecordedRequest) => Play))[]): void;
  close(): Promise<void>;
}

export async function startScriptedModel(): Promise<ScriptedModel> {
  const requests: RecordedRequest[] = [];
  let script: readonly (Play | ((request: RecordedRequest) => Play))[] = [];
  let next = 0;
  const opinionRequests: RecordedRequest[] = [];
  let opinion: Play = { kind: 'empty' };
  const server = createServer((incoming, response) => {
    void (async () => {
      const recorded = await record(incoming);
      const isOpinion = recorded.body.messages?.[0]?.content.includes('wants_human') ?? false;
      (isOpinion ? opinionRequests : requests).push(recorded);
      let isDone = false;
      response.on('finish', () => {
        isDone = true;
      });
      response.on('close', () => {
        recorded.abandoned = !isDone;
      });
      if (isOpinion) return void (await perform(opinion, recorded, response));
      const planned = script[Math.min(next, script.length - 1)];
      next += 1;
      if (!incoming.url?.endsWith('/chat/completions') || planned === undefined)
        return void response.writeHead(404).end();
      await perform(typeof planned === 'function' ? planned(recorded) : planned, recorded, response);
    })().catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    opinionRequests,
    opine(play) {
      opinion = play;
      opinionRequests.length = 0;
    },
    play(...plays) {
      script = plays;
      next = 0;
      requests.length = 0;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function record(incoming: IncomingMessage): Promise<RecordedRequest> {
  const pieces: Buffer[] = [];
  for await (const piece of incoming) pieces.push(piece as Buffer);
  const text = Buffer.concat(pieces).toString('utf8');
  return {
    authorization: incoming.headers.authorization,
    url: incoming.url ?? '',
    text,
    body: JSON.parse(text) as RecordedRequest['body'],
    abandoned: false,
  };
}

async function perform(play: Play, request: RecordedRequest, response: ServerResponse): Promise<void> {
  if (play.kind === 'status') {
    response.writeHead(play.status, {
      'content-type': 'application/json',
      ...(play.retryAfter === undefined ? {} : { 'retry-after': play.retryAfter }),
    });
    response.end(JSON.stringify({ error: { message: `scripted ${play.status}`, type: 'scripted' } }));
    return;
  }
  if (play.kind === 'hang' && play.when === 'before-headers') return;
  if (play.kind === 'page') {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><h1>Welcome</h1>');
    return;
  }
  if (request.body.stream !== true) return answerWhole(play, response);

  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  response.flushHeaders();
  if (play.kind === 'hang' && play.when === 'after-headers') return;
  if (play.kind === 'error-in-stream') {
    response.end(`data: ${JSON.stringify({ error: { message: 'scripted', type: 'server_error' } })}\n\n`);
    return;
  }
  const send = (delta: object, finish: string | null = null) =>
    response.write(`data: ${JSON.stringify(chunk(delta, finish))}\n\n`);
  send({ role: 'assistant', content: '' });
  if (play.kind === 'answer' && play.reasoning) send({ reasoning_content: play.reasoning });
  for (const piece of piecesOf('text' in play ? play.text : '')) {
    if (play.kind === 'answer' && play.tokenMs) await sleep(play.tokenMs);
    if (response.destroyed) return;
    send({ content: piece });
  }
  if (play.kind === 'hang') return;
  if (play.kind === 'malformed') {
    response.end('data: {"choices": [{"delta": {"content": \n\ndata: ]]\n\n');
    return;
  }
  if (play.kind === 'cut') {
    // What was written shall arrive before the connection breaks.
    await sleep(20);
    response.destroy();
    return;
  }
  if (play.kind !== 'unfinished') {
    send({}, play.kind === 'answer' ? (play.finish ?? 'stop') : 'stop');
    response.write('data: [DONE]\n\n');
  }
  response.end();
}

function answerWhole(play: Play, response: ServerResponse): void {
  const message = { role: 'assistant', content: 'text' in play ? play.text : '' };
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify({
      id: 'scripted',
      object: 'chat.completion',
      created: 0,
      model: 'scripted',
      choices: [{ index: 0, message, finish_reason: 'stop' }],
    }),
  );
}

function chunk(delta: object, finish: string | null) {
  return {
    id: 'scripted',
    object: 'chat.completion.chunk',
    created: 0,
    model: 'scripted',
    choices: [{ index: 0, delta, finish_reason: finish }],
  };
}

/** Up to three characters a piece, never half a character. */
function piecesOf(text: string): string[] {
  return text.match(/[\s\S]{1,3}/gu) ?? [];
}
