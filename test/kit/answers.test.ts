import assert from 'node:assert/strict';
import { test } from 'node:test';
import fastify, { type FastifySchema, type RouteOptions } from 'fastify';
import { z } from 'zod';
import { callOf } from '../../server/http/call.ts';
import { refusalBody } from '../../server/http/refusal.ts';
import { watchAnswers } from './answers.ts';

const described = { action: 'board.read' } as const;

/** What the watch says of a server that answers with this. */
async function problemsWith(answer: unknown, status = 200): Promise<string[]> {
  const watch = watchAnswers();
  const app = fastify();
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  app.addHook('onRoute', watch.onRoute);
  const shape = z.strictObject({ at: z.int(), note: z.string().optional() });
  app.get(
    '/api/thing',
    {
      config: { ...described, refuses: ['conflict'] },
      schema: { response: { 200: shape } } as FastifySchema,
    },
    (_request, reply) => reply.code(status).send(answer),
  );
  await app.inject('/api/thing');
  await app.close();
  return watch.problems();
}

test('an answer that is as described is no problem', async () => {
  assert.deepEqual(await problemsWith({ at: 1 }), []);
  assert.deepEqual(await problemsWith({ at: 1, note: 'x' }), []);
  assert.deepEqual(await problemsWith(refusalBody('conflict', 'en'), 409), []);
});

test('a field too many, a field missing, another kind or status and an unknown code are each told', async () => {
  for (const [answer, status] of [
    [{ at: 1, more: true }, 200],
    [{}, 200],
    [{ at: '1' }, 200],
    [{ at: 1 }, 201],
    [refusalBody('agent-full', 'en'), 409],
    [{ error: 'no' }, 400],
  ] as const)
    assert.equal((await problemsWith(answer, status)).length, 1, JSON.stringify([answer, status]));
});

test('a route without an action, or without a shape of its answer, cannot be put in place', () => {
  const route = { method: 'GET', url: '/api/thing', handler: () => ({}) } satisfies RouteOptions;
  assert.throws(() => callOf(route), /names no action/);
  assert.throws(() => callOf({ ...route, config: described, schema: {} }), /names no shape/);
  assert.equal(callOf({ ...route, config: { ...described, streams: 'text/csv' } }).streams, 'text/csv');
});
