import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { bootCustomer, type Customer, call } from '../kit/client.ts';
import { addStaff, command, type Staff } from '../kit/colleagues.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
}

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, Answer>>;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
}

interface Answer {
  readonly content?: Readonly<Record<string, { readonly schema?: object }>>;
}

interface Call {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

let server: TestServer;
let administrator: Staff;
let customer: Customer;
let calls: readonly Call[];
let description: {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: Readonly<Record<'schemas' | 'responses', Record<string, object>>>;
};
before(async () => {
  server = await startTestServer({ RATE_SIGN_INS: '1000' });
  administrator = await addStaff(server.plugs.pool, 'administrator');
  customer = await bootCustomer(server.url, { inboxId: 'demo' });
  await customer.say('七天无理由怎么退？');
  description = (await call<typeof description>(server.url, 'GET', '/api/openapi.json')).body;
  calls = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
      operation,
    })),
  );
});
after(() => server.stop());

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom<unknown>(
    ...['\0', 'a\0b', '\ud800', '😀'.repeat(200), '长'.repeat(20_000), '', ' ', '__proto__', '../..', '%'],
    ...[null, true, -1, 0.5, 1e308, 2 ** 31, 2 ** 53, 8_640_000_000_000_001, -8_640_000_000_000_001],
    ...[[], {}, [null], [[[]]], { toString: 1, constructor: 1 }, Array(2000).fill('x')],
  ),
);

/** What the schema allows, give or take; with `wrong` parts of it are anything else. */
function valueFor(schema: Schema, wrong: boolean): fc.Arbitrary<unknown> {
  const right = rightValueFor(schema, wrong);
  return wrong ? fc.oneof({ weight: 4, arbitrary: right }, { weight: 1, arbitrary: hostile }) : right;
}

function rightValueFor(schema: Schema, wrong: boolean): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const some = schema.anyOf ?? schema.oneOf;
  if (some) return fc.oneof(...some.map((one) => valueFor(one, wrong)));
  switch (typeof schema.type === 'string' ? schema.type : schema.type?.[0]) {
    case 'object': {
      const model: [string, fc.Arbitrary<unknown>][] = Object.entries(schema.properties ?? {}).map(
        ([name, part]) => [name, valueFor(part, wrong)],
      );
      return fc.record(Object.fromEntries(model), {
        requiredKeys: wrong ? [] : [...(schema.required ?? [])],
      });
    }
    case 'array':
      return fc.array(valueFor(schema.items ?? {}, wrong), { maxLength: 3 });
    case 'integer':
    case 'number': {
      const min = Math.max(schema.minimum ?? 0, -(2 ** 31));
      const max = Math.min(schema.maximum ?? min + 1000, min + 2 ** 31);
      return fc.oneof(fc.integer({ min: Math.ceil(min), max: Math.floor(max) }), fc.constantFrom(min, max));
    }
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      if (schema.format === 'uuid') return fc.oneof(fc.uuid(), fc.constant(customer.conversationId));
      if (schema.format === 'email') return fc.constant('somebody@tandem.test');
      if (schema.pattern) return fc.uuid();
      return fc
        .oneof(fc.constantFrom('你好', '转人工', '怎么退货', 'where is it'), fc.string({ maxLength: 20 }))
        .map((text) => text.slice(0, schema.maxLength));
  }
}

/** Things that are there, so that a call reaches further than 404. */
const known: Readonly<Record<string, () => readonly string[]>> = {
  conversations: () => [customer.conversationId],
  articles: () => ['return-seven-days', 'pay-methods', 'pay-methods.en'],
  inboxes: () => ['demo'],
  policies: () => ['1'],
  understanding: () => ['intent', 'retrieval'],
};

/** Whoever would end their own session, wait, or leave the machine. */
const left = new Set(['DELETE /api/session', 'PUT /api/session/password', 'PATCH /api/colleagues/{id}']);

const requestOf = ({ path, method, operation, name }: Call) =>
  fc.boolean().chain((wrong) => {
    const parameters = operation.parameters ?? [];
    const inPath = fc.record(
      Object.fromEntries(
        parameters
          .filter((parameter) => parameter.in === 'path')
          .map((parameter) => {
            const there = known[path.split('/')[2]!]?.() ?? [];
            const any = fc.oneof(fc.uuid(), fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }));
            return [
              parameter.name,
              there.length > 0
                ? fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...there) }, { weight: 1, arbitrary: any })
                : any,
            ];
          }),
      ),
    );
    const inQuery = fc.record(
      Object.fromEntries(
        parameters
          .filter((parameter) => parameter.in === 'query' && parameter.name !== 'wait')
          .map((parameter) => [parameter.name, valueFor(parameter.schema, wrong)]),
      ),
      { requiredKeys: [] },
    );
    const schema = operation.requestBody?.content['application/json']?.schema;
    const body =
      method === 'GET' || method === 'DELETE' ? fc.constant(undefined) : valueFor(schema ?? {}, wrong);
    const isCustomers = operation.security.some((one) => 'contact' in one);
    const caller = fc.constantFrom(...(isCustomers ? (['contact', 'staff'] as const) : (['staff'] as const)));
    return fc.record({ name: fc.constant(name), inPath, inQuery, body, caller });
  });

const plain = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

test('whatever is sent to any call that is described, it answers as it is described', async () => {
  let answered = 0;
  const perCall = 5;
  // Always the same requests, so that a red run is red again; another seed asks others.
  const seed = Number(process.env.DESCRIPTION_SEED ?? 20261123);
  for (const one of calls) {
    if (left.has(one.name) || one.name.endsWith('/stream')) continue;
    for (const sent of fc.sample(requestOf(one), { numRuns: perCall, seed })) {
      const place = one.path.replace(/\{(\w+)\}/g, (_, name) =>
        encodeURIComponent((sent.inPath[name] as string).toWellFormed()),
      );
      const query = new URLSearchParams(
        Object.entries(sent.inQuery).map(([name, value]) => [
          name,
          plain(value).toWellFormed().slice(0, 500),
        ]),
      );
      const answer = await call(server.url, one.method, `${place}?${query}`, {
        ...(sent.body === undefined ? {} : { body: JSON.stringify(sent.body) ?? '' }),
        ...(sent.caller === 'contact' ? { token: customer.token } : { cookie: administrator.cookie }),
      });
      const what = `${one.name} ${JSON.stringify(sent).slice(0, 600)}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 400)}`;
      assert.ok(answer.status < 500, what);
      assert.ok(String(answer.status) in one.operation.responses, what);
      if (answer.status < 400) answered += 1;
    }
  }
  // The shapes of all of these are compared where the server stops (`test/kit/answers.ts`).
  assert.ok(answered > calls.length / 4, `only ${answered} of ${calls.length * perCall} reached their end`);
  for (const line of server.journalLines) assert.ok(!line.includes('a request failed'), line);
});

test('a conversation from both sides answers as it is described', async () => {
  const agent = await addStaff(server.plugs.pool, 'agent', '小林');
  const served = await bootCustomer(server.url, { inboxId: 'demo' });
  const { conversationId, token } = served;
  const path = `/api/conversations/${conversationId}`;
  const check = (name: string, { status, body }: { status: number; body: unknown }) => {
    assert.equal(status, 200, `${name}: ${JSON.stringify(body)}`);
    assert.ok(
      calls.some((one) => one.name === name),
      `${name} is not described`,
    );
  };
  const verbs = 'POST /api/conversations/{id}/';
  check(`${verbs}messages`, await served.say('支持花呗吗？'));
  check(`${verbs}human`, await served.askHuman());
  check(`${verbs}take-over`, await command(server.url, agent, conversationId, 'take-over'));
  check(`${verbs}notes`, await command(server.url, agent, conversationId, 'notes', { text: '记一笔' }));
  check(`${verbs}labels`, await command(server.url, agent, conversationId, 'labels', { add: ['付款'] }));
  check(`${verbs}replies`, await command(server.url, agent, conversationId, 'replies', { text: '可以的' }));
  const resolved = await command(server.url, agent, conversationId, 'resolve', { disposition: 'solved' });
  check(`${verbs}resolve`, resolved);
  const rated = { token, body: { id: crypto.randomUUID(), score: 5 } };
  check(`${verbs}rating`, await call(server.url, 'POST', `${path}/rating`, rated));
  const events = 'GET /api/conversations/{id}/events';
  for (const who of [{ token }, { cookie: agent.cookie }])
    check(events, await call(server.url, 'GET', `${path}/events`, who));
  check('GET /api/standing', await call(server.url, 'GET', '/api/standing?inbox=demo', { token }));
  check('GET /api/colleagues', await call(server.url, 'GET', '/api/colleagues', { cookie: agent.cookie }));
  check('GET /api/session', await call(server.url, 'GET', '/api/session', { cookie: agent.cookie }));
  const article = await call(server.url, 'GET', '/api/articles/pay-methods/public');
  check('GET /api/articles/{id}/public', article);
});

test('who may call is told for every call, and so is the form of every refusal', () => {
  for (const { name, operation } of calls) {
    assert.ok(operation.security.length > 0, name);
    assert.ok('default' in operation.responses, name);
    for (const status of ['429', '500', '503']) assert.ok(status in operation.responses, `${name} ${status}`);
  }
  const codesOf = (name: string) => Object.keys(calls.find((one) => one.name === name)!.operation.responses);
  assert.ok(
    codesOf('POST /api/conversations/{id}/accept').includes('409'),
    'a colleague may have been faster',
  );
  assert.ok(!codesOf('GET /api/board').includes('409'));
});

/** Answer with a file or a stream; the form of a stream's events stands in docs/protocol.md. */
const streams: Readonly<Record<string, string>> = {
  'GET /api/attachments/{id}': '*/*',
  'GET /api/conversations/{id}/stream': 'text/event-stream',
  'GET /api/imports/{id}/rejected.csv': 'text/csv',
  'POST /api/conversations/{id}/assist/write': 'text/event-stream',
};

test('every call describes what it answers with', () => {
  assert.ok(calls.length > 100, `${calls.length} calls`);
  for (const { name, operation } of calls) {
    const good = Object.entries(operation.responses).filter(([status]) => /^2/.test(status));
    assert.ok(good.length > 0, name);
    for (const [status, { content }] of good) {
      if (status === '204') assert.equal(content, undefined, name);
      else if (streams[name]) assert.deepEqual(Object.keys(content ?? {}), [streams[name]], name);
      else
        assert.ok(Object.keys(content?.['application/json']?.schema ?? {}).length > 0, `${name} ${status}`);
    }
  }
  for (const name of Object.keys(streams))
    assert.ok(
      calls.some((one) => one.name === name),
      name,
    );
});

/** Every schema inside a value. */
function* within(value: unknown): Generator<Readonly<Record<string, unknown>>> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Readonly<Record<string, unknown>>;
  for (const part of Object.values(value)) yield* within(part);
}

test('shapes of answers allow no field that is not described, and point to nothing that is not there', () => {
  const { schemas } = description.components;
  const shapes = calls.flatMap(({ operation }) =>
    Object.entries(operation.responses).flatMap(([status, { content }]) =>
      /^2/.test(status) ? [content?.['application/json']?.schema] : [],
    ),
  );
  for (const schema of within([Object.values(schemas), shapes]))
    if (schema.type === 'object' && schema.properties)
      assert.equal(schema.additionalProperties, false, JSON.stringify(schema).slice(0, 300));
  for (const { $ref } of within(description))
    if (typeof $ref === 'string') {
      const [, , kind, name] = $ref.split('/') as [string, string, 'schemas' | 'responses', string];
      assert.ok(name in description.components[kind], $ref);
    }
});

test('the page that people read shows what each call answers and each shape that it names', async () => {
  const { body, status } = await call<{ text: string }>(server.url, 'GET', '/api/docs');
  assert.equal(status, 200);
  for (const name of Object.keys(description.components.schemas))
    assert.ok(body.text.includes(`id="shape-${name}"`), name);
  for (const [, name] of body.text.matchAll(/href="#shape-([^"]+)"/g))
    assert.ok(name! in description.components.schemas, name);
  assert.ok(body.text.includes('taken-already'));
});
