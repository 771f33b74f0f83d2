import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';

/** Takes the answer over as server-sent events; what the app has set on it, such as its guards, stays. */
export function eventStream(reply: FastifyReply): ServerResponse {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  raw.flushHeaders();
  return raw;
}
