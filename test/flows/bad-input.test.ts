import assert from 'node:assert/strict';
import { connect as connectTcp } from 'node:net';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { errorText } from '../../core/text/errors.ts';
import { bootCustomer, type Customer, call, connect } from '../kit/client.ts';
import { addStaff, command, type Staff } from '../kit/colleagues.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
let administrator: Staff;
let customer: Customer;
before(async () => {
  server = await startTestServer({ TANDEM_DEMO: 'false', LOG_LEVEL: 'debug', RATE_SIGN_INS: '1000' });
  administrator = await addStaff(server.plugs.pool, 'administrator');
  customer = await bootCustomer(server.url);
  await customer.say('你好');
});
after(() => server.stop());

const secret = '机密苹果派';
const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '\0',
    '\ud800',
    'a\0b',
    `${'长'.repeat(12_000)}`,
    '../../etc/passwd',
    "'; drop table event; --",
    secret,
  ),
);
const hostile = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    hostileText,
    fc.integer(),
    fc.constantFrom<unknown>(null, true, 1e308, -1, 2 ** 53, [], {}),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('id', 'text', 'type', '__proto__', 'constructor'), tie('value'), {
      maxKeys: 4,
    }),
  ),
})).value;

/** Bodies that are nearly right, which reach further than nonsense does. */
const bodyLike = fc.record(
  {
    id: fc.oneof(fc.uuid(), hostile),
    text: hostile,
    email: hostile,
    password: hostile,
    inboxId: fc.oneof(fc.constant('web'), hostile),
    identity: hostile,
    visitor: hostile,
    score: hostile,
    comment: hostile,
    note: hostile,
    disposition: fc.oneof(fc.constant('solved'), hostile),
    agentId: fc.oneof(fc.uuid(), hostile),
    seq: hostile,
    name: hostile,
    role: fc.oneof(fc.constant('agent'), hostile),
    title: hostile,
    body: hostile,
    topic: hostile,
    language: fc.oneof(fc.constant('zh'), hostile),
    similarQuestions: hostile,
    version: hostile,
    attachments: hostile,
    presence: hostile,
    greeting: hostile,
    allowedOrigins: hostile,
  },
  { requiredKeys: [] },
);

function refusedWell(answer: Awaited<ReturnType<typeof call>>, what: string): void {
  assert.ok(answer.status < 500, `${what}: ${answer.status} ${JSON.stringify(answer.body)}`);
  if (answer.status < 400) return;
  const error = answer.body.error;
  assert.ok(error && error.code in errorText, `${what}: ${JSON.stringify(answer.body)}`);
  assert.ok(error.message.length > 3);
}

test('no body of any call is answered with an internal error', async () => {
  const { conversationId } = customer;
  const unknown = crypto.randomUUID();
  const calls = [
    ['POST', '/api/widget/boot'],
    ['POST', '/api/session'],
    ['PUT', '/api/session/password'],
    ['PUT', '/api/session/presence'],
    ...[conversationId, unknown].flatMap((id) => [
      ...[
        'messages',
        'human',
        'rating',
        'accept',
        'take-over',
        'replies',
        'notes',
        'return',
        'transfer',
        'resolve',
        'attachments',
      ].map((verb) => ['POST', `/api/conversations/${id}/${verb}`] as const),
      ['PUT', `/api/conversations/${id}/read`] as const,
    ]),
    ['POST', '/api/colleagues'],
    ['PATCH', `/api/colleagues/${unknown}`],
    ['POST', '/api/articles'],
    ['PUT', '/api/articles/a-1'],
    ['POST', '/api/articles/a-1/publish'],
    ['POST', '/api/imports'],
    ['POST', '/api/knowledge/try'],
    ['PATCH', '/api/inboxes/web-none'],
    ['POST', '/api/inboxes/%00/identity-secret'],
  ] as const;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...calls), fc.oneof(bodyLike, hostile), async ([method, path], body) => {
      const isCustomers = /messages|human|rating/.test(path);
      const answer = await call(server.url, method, path, {
        body: JSON.stringify(body),
        ...(isCustomers ? { token: customer.token } : { cookie: administrator.cookie }),
      });
      refusedWell(answer, `${method} ${path} ${JSON.stringify(body)}`);
    }),
    { numRuns: 300 },
  );
});

test('no query is answered with an internal error', async () => {
  const paths = [
    '/api/conversations?search=',
    '/api/conversations?view=resolved&before=',
    '/api/articles?search=',
    '/api/articles?topic=',
    '/api/articles?page=',
    '/api/articles/',
    `/api/conversations/${customer.conversationId}/events?after=`,
    `/api/conversations/${customer.conversationId}/suggestions?text=`,
    '/api/conversations/',
    '/api/attachments/',
    '/api/reports/overview?from=1&to=',
    '/api/inboxes/',
    '/desk/',
    '/help/',
    '/',
  ];
  for (const path of ['/api/articles/%zz', '/api/%', `/api/articles/${'a'.repeat(300)}`, '/api//', '/%00'])
    refusedWell(await call(server.url, 'GET', path, administrator), path);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), hostileText, async (path, text) => {
      const end = encodeURIComponent(text.toWellFormed().slice(0, 500));
      refusedWell(await call(server.url, 'GET', path + end, administrator), path + end);
    }),
    { numRuns: 250 },
  );
});

test('no frame of a socket goes unanswered or ends the server', async () => {
  const frameLike = fc.record({
    type: fc.constantFrom(
      'authenticate',
      'subscribe',
      'unsubscribe',
      'subscribe-desk',
      'typing',
      'send',
      'ask-human',
      'x',
    ),
    conversationId: fc.oneof(fc.constant(customer.conversationId), hostile),
    after: fc.oneof(
      fc.nat(),
      fc.constant('999999999999999999_00000000-0000-0000-0000-000000000000_0'),
      hostile,
    ),
    id: fc.oneof(fc.uuid(), hostile),
    text: hostile,
    on: hostile,
    token: hostile,
  });
  for (const who of [{ token: customer.token }, { cookie: administrator.cookie }]) {
    const live = await connect(server.url, who);
    const frames = fc.sample(fc.oneof(frameLike, hostile), 250);
    for (const frame of frames) live.socket.send(JSON.stringify(frame));
    for (const text of ['', '{', '[]', 'null', `${'['.repeat(50_000)}`]) live.socket.send(text);
    live.socket.send(Buffer.from([0, 255, 1]));
    live.send({ type: 'ping' });
    await live.frame('pong');
    for (const frame of live.frames)
      if (frame.type === 'refused') assert.notEqual(frame.code, 'internal', JSON.stringify(frame));
    live.send({ type: 'send', conversationId: customer.conversationId, id: 'empty-one-1', text: ' ' });
    if ('token' in who)
      assert.equal((await live.frame('refused', ({ id }) => id === 'empty-one-1')).code, 'bad-input');
    await live.close();
  }
});

test('a frame that is too large ends its socket and nothing else', async () => {
  const live = await connect(server.url, { token: customer.token });
  live.socket.send('x'.repeat(300 * 1024));
  assert.ok([1006, 1009].includes(await live.closed));
  assert.equal((await call(server.url, 'GET', '/healthz')).status, 200);
});

test('broken requests on the wire end nothing', async () => {
  const port = Number(new URL(server.url).port);
  for (const lines of [
    'GET // HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    'GET /api/socket HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    'GET http://[ HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n',
    'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5\r\n\r\n{',
    'nonsense\r\n\r\n',
  ]) {
    await new Promise<void>((resolve) => {
      const socket = connectTcp(port, '127.0.0.1', () => socket.end(lines));
      socket.on('data', () => undefined);
      socket.on('close', () => resolve());
      socket.on('error', () => resolve());
    });
  }
  assert.equal((await call(server.url, 'GET', '/healthz')).status, 200);
});

test('what is no HTTP is refused in our form, with a sentence', async () => {
  const port = Number(new URL(server.url).port);
  for (const [lines, status, code] of [
    ['nonsense\r\n\r\n', 400, 'bad-input'],
    ['GET / HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n', 400, 'bad-input'],
    [`GET / HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(30_000)}\r\n\r\n`, 431, 'too-large'],
  ] as const) {
    const answer = await new Promise<string>((resolve) => {
      let came = '';
      const socket = connectTcp(port, '127.0.0.1', () => socket.write(lines));
      socket.on('data', (part) => (came += part));
      socket.on('close', () => resolve(came));
      socket.on('error', () => undefined);
    });
    const [head, body] = answer.split('\r\n\r\n');
    assert.match(head!, new RegExp(`^HTTP/1.1 ${status} `));
    assert.deepEqual(JSON.parse(body!), { error: { code, message: errorText[code].zh } });
  }
});

test('a character cut in two by a list does not make a message impossible', async () => {
  await command(server.url, administrator, customer.conversationId, 'take-over');
  for (let length = 112; length < 124; length += 1)
    assert.equal((await customer.say(`${'长'.repeat(length)}😀😀😀😀😀😀`)).status, 200);
});

test('what customers write and what passwords are tried stands in no line of the journal', async () => {
  await customer.say(secret);
  await call(server.url, 'POST', '/api/session', { body: { email: 'x@y.z', password: secret } });
  await call(server.url, 'POST', `/api/conversations/${customer.conversationId}/messages`, {
    token: customer.token,
    body: { id: 1, text: secret },
  });
  assert.ok(server.journalLines.length > 0);
  for (const line of server.journalLines) {
    assert.ok(!line.includes(secret), line);
    assert.ok(!line.includes('a request failed'), line);
    assert.ok(!line.includes('could not be handled'), line);
  }
});

test('a browser at an address that leads nowhere is shown a page in its language, a program the code', async () => {
  const visit = (path: string, headers: Record<string, string>) => fetch(server.url + path, { headers });
  const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
  for (const [language, sentence] of [
    ['zh-CN', '没有这个页面'],
    ['en', 'There is no such page'],
  ] as const) {
    const page = await visit('/nowhere/<script>', { ...browser, 'accept-language': language });
    assert.equal(page.status, 404);
    assert.match(page.headers.get('content-type') ?? '', /^text\/html/);
    assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'/);
    const text = await page.text();
    assert.ok(text.includes(sentence) && text.includes('not-found') && !text.includes('<script'), text);
  }
  for (const [path, headers] of [
    ['/nowhere', { accept: 'application/json' }],
    ['/api/nowhere', browser],
  ] as const) {
    const answer = await visit(path, headers);
    assert.equal(answer.status, 404);
    assert.equal(((await answer.json()) as { error: { code: string } }).error.code, 'not-found');
  }
});
