import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom } from '../../core/chance/random.ts';

/** What the server does with one request. Times in ms. */
export type EmbeddingPlay =
  | { readonly kind: 'answer'; readonly afterMs?: number; readonly as?: 'base64' | 'backwards' }
  | { readonly kind: 'status'; readonly status: number; readonly location?: string }
  | { readonly kind: 'hang' }
  /** Another thing in place of the answer. */
  | { readonly kind: 'body'; readonly body: string }
  | { readonly kind: 'endless' }
  /** The answer with something done to its vectors. */
  | { readonly kind: 'spoilt'; readonly spoil: (vectors: number[][]) => unknown[] };

export interface EmbeddingRequest {
  readonly authorization: string | undefined;
  readonly url: string;
  readonly body: { readonly model: string; readonly input: readonly string[] };
}

/** A server of OpenAI's embeddings protocol that knows a few meanings and plays what a test tells it, faults included. */
export interface ScriptedEmbeddings {
  /** The base address, to be configured as the URL of embeddings. */
  readonly url: string;
  readonly requests: EmbeddingRequest[];
  /** Every text that was asked for, in order. */
  texts(): string[];
  /** The play of every request from now on; by its texts where it is a function. */
  play(play: EmbeddingPlay | ((request: EmbeddingRequest) => EmbeddingPlay)): void;
  close(): Promise<void>;
}

const dimensions = 96;
/** So far apart are two texts of one meaning. */
const ownShare = 0.12;

/**
 * @param meanings what texts mean is the first of these that fits; a text that none fits means something of its own
 */
export async function startScriptedEmbeddings(meanings: readonly RegExp[]): Promise<ScriptedEmbeddings> {
  const requests: EmbeddingRequest[] = [];
  let planned: EmbeddingPlay | ((request: EmbeddingRequest) => EmbeddingPlay) = { kind: 'answer' };
  const server = createServer((incoming, response) => {
    void (async () => {
      const request = await record(incoming);
      requests.push(request);
      if (!incoming.url?.endsWith('/embeddings')) return void response.writeHead(404).end();
      const play = typeof planned === 'function' ? planned(request) : planned;
      await perform(
        play,
        request.body.input.map((text) => meaningOf(text, meanings)),
        response,
      );
    })().catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    texts: () => requests.flatMap(({ body }) => body.input),
    play(play) {
      planned = play;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function meaningOf(text: string, meanings: readonly RegExp[]): number[] {
  const place = meanings.findIndex((words) => words.test(text));
  const hash = [...text].reduce((sum, letter) => (Math.imul(sum, 31) + letter.codePointAt(0)!) | 0, 7);
  const shared = createRandom(place >= 0 ? place : hash, 1);
  const own = createRandom(hash, 2);
  return Array.from({ length: dimensions }, () => shared.next() - 0.5 + ownShare * (own.next() - 0.5));
}

async function record(incoming: IncomingMessage): Promise<EmbeddingRequest> {
  const pieces: Buffer[] = [];
  for await (const piece of incoming) pieces.push(piece as Buffer);
  const body = JSON.parse(Buffer.concat(pieces).toString('utf8')) as EmbeddingRequest['body'];
  return { authorization: incoming.headers.authorization, url: incoming.url ?? '', body };
}

async function perform(play: EmbeddingPlay, vectors: number[][], response: ServerResponse): Promise<void> {
  const json = { 'content-type': 'application/json' };
  switch (play.kind) {
    case 'hang':
      return;
    case 'status':
      response.writeHead(play.status, { ...json, ...(play.location ? { location: play.location } : {}) });
      response.end(JSON.stringify({ error: { message: `scripted ${play.status}` } }));
      return;
    case 'body':
      response.writeHead(200, json).end(play.body);
      return;
    case 'endless':
      response.writeHead(200, json);
      while (!response.destroyed) {
        response.write(`"${'0'.repeat(100_000)}",`);
        await sleep(1);
      }
      return;
    case 'spoilt':
      response.writeHead(200, json).end(answerWith(play.spoil(vectors)));
      return;
    case 'answer':
      await sleep(play.afterMs ?? 0);
      if (response.destroyed) return;
      response.writeHead(200, json).end(answerWith(vectors, play.as));
  }
}

function answerWith(vectors: readonly unknown[], as?: 'base64' | 'backwards'): string {
  const data = vectors.map((embedding, index) => ({
    object: 'embedding',
    index,
    embedding:
      as === 'base64'
        ? Buffer.from(Float32Array.from(embedding as number[]).buffer).toString('base64')
        : embedding,
  }));
  if (as === 'backwards') data.reverse();
  return JSON.stringify({ object: 'list', model: 'scripted', data });
}
