import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { WebSocket } from 'ws';
import { hashPassword } from '../../server/http/routes/session.ts';
import { bootCustomer, type Customer, call, connect } from '../kit/client.ts';
import { addStaff, type Staff } from '../kit/colleagues.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
let agent: Staff;
let customer: Customer;
before(async () => {
  server = await startTestServer({
    TANDEM_DEMO: 'false',
    MAX_UPLOAD_MB: '1',
    RATE_CONTACT_MESSAGES: '12',
    RATE_SIGN_INS: '4',
  });
  agent = await addStaff(server.plugs.pool);
  customer = await bootCustomer(server.url);
  await customer.say('你好');
});
after(() => server.stop());

function upload(bytes: Uint8Array | string, name: string, who: { token?: string; cookie?: string } = agent) {
  const form = new FormData();
  form.set('file', new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)]), name);
  return call<{ id: string; name: string; mediaType: string }>(
    server.url,
    'POST',
    `/api/conversations/${customer.conversationId}/attachments`,
    { body: form, token: who.token, cookie: who.token ? undefined : who.cookie },
  );
}

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('a file is judged by its bytes, whatever its name says', async () => {
  const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)]);
  for (const [bytes, name] of [
    ['<!doctype html><script>alert(1)</script>', 'photo.png'],
    ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'photo.png'],
    ['<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', 'photo.svg'],
    [exe, 'photo.png'],
    [Buffer.from([0, 1, 2, 3]), 'notes.txt'],
    ['', 'empty.png'],
  ] as const) {
    const answer = await upload(bytes, name);
    assert.equal(answer.body.error?.code, 'file-type-refused', `${name} ${String(bytes).slice(0, 20)}`);
  }
  const { body } = await upload(png, '../../\u202egnp.exe');
  assert.equal(body.mediaType, 'image/png');
  assert.ok(!/[\\/\u202e]/.test(body.name));
});

test('a name that would run what the bytes are not gets the ending of what they are', async () => {
  const colleague = await addStaff(server.plugs.pool);
  for (const [bytes, name, kept] of [
    [png, 'photo.html', 'photo.html.png'],
    [png, 'photo.png', 'photo.png'],
    ['请看\n<script>alert(1)</script>', '发票.HTM', '发票.HTM.txt'],
    ['请看', '发票.js. ', '发票.js.txt'],
    ['请看', '记录.log', '记录.log'],
  ] as const)
    assert.equal((await upload(bytes, name, colleague)).body.name, kept, name);
});

test('a file is given back so that no browser runs it', async () => {
  const { body } = await upload('<!-- --><svg onload="alert(1)"></svg>', 'a.svg');
  const { headers } = await call(server.url, 'GET', `/api/attachments/${body.id}`, agent);
  assert.match(headers.get('content-type')!, /^text\/plain/);
  assert.match(headers.get('content-disposition')!, /^attachment/);
  assert.equal(headers.get('x-content-type-options'), 'nosniff');
  assert.match(headers.get('content-security-policy')!, /sandbox/);
});

test('broken uploads and those over the limit are refused with their reason', async () => {
  const path = `/api/conversations/${customer.conversationId}/attachments`;
  assert.equal((await upload(Buffer.alloc(1024 * 1024 + 1000, 'a'), 'large.txt')).status, 413);
  for (const [contentType, body] of [
    [
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhalf',
    ],
    ['multipart/form-data; boundary=x', 'nothing of the kind'],
    ['multipart/form-data', '--x'],
    ['multipart/form-data; boundary=x', ''],
    ['application/json', '{}'],
    ['text/plain', 'x'],
  ]) {
    const answer = await call(server.url, 'POST', path, {
      cookie: agent.cookie,
      body,
      headers: { 'content-type': contentType! },
    });
    assert.ok(answer.status >= 400 && answer.status < 500, `${contentType} ${body}: ${answer.status}`);
    assert.ok(answer.body.error?.message);
  }
});

test('a customer who floods is told to wait, and nobody else is', async () => {
  const flood = await bootCustomer(server.url);
  const answers = await Promise.all(Array.from({ length: 30 }, () => flood.say('快点')));
  const refused = answers.filter(({ status }) => status === 429);
  assert.ok(refused.length >= 15);
  assert.ok(Number(refused[0]!.headers.get('retry-after')) > 0);
  assert.equal(refused[0]!.body.error?.code, 'too-many-requests');
  assert.equal((await flood.askHuman()).status, 200, 'asking for a person is never limited away');
  assert.equal((await (await bootCustomer(server.url)).say('你好')).status, 200);
});

test('passwords cannot be guessed by trying, not even many at once', async () => {
  const target = await addStaff(server.plugs.pool, 'supervisor');
  await server.plugs.agents.change(target.id, { passwordHash: await hashPassword('the right one') });
  const sign = (password: string) =>
    call(server.url, 'POST', '/api/session', { body: { email: target.email, password } });
  const codes = (await Promise.all(Array.from({ length: 10 }, (_, index) => sign(`guess ${index}`)))).map(
    ({ body }) => body.error?.code,
  );
  assert.equal(codes.filter((code) => code === 'wrong-password').length, 4);
  const late = await sign('the right one');
  assert.equal(late.status, 429);
  assert.ok(late.headers.get('retry-after'));
});

test('a foreign page can do nothing with the cookie of the staff', async () => {
  const path = `/api/conversations/${customer.conversationId}/take-over`;
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ] as Record<string, string>[]) {
    const answer = await call(server.url, 'POST', path, {
      cookie: agent.cookie,
      body: { id: crypto.randomUUID() },
      headers,
    });
    assert.equal(answer.body.error?.code, 'origin-refused', JSON.stringify(headers));
    const signIn = await call(server.url, 'POST', '/api/session', {
      body: { email: 'a@b.c', password: 'x' },
      headers,
    });
    assert.equal(signIn.body.error?.code, 'origin-refused');
  }
  const own = { origin: server.url, 'sec-fetch-site': 'same-origin' };
  const answer = await call(server.url, 'PUT', '/api/session/presence', {
    cookie: agent.cookie,
    body: { presence: 'online' },
    headers: own,
  });
  assert.equal(answer.status, 200);
});

test('a socket from a foreign page is not the staff’s, whatever cookie it brings', async () => {
  const foreign = await connect(server.url, { origin: 'https://evil.example' });
  foreign.send({ type: 'subscribe-desk' });
  assert.equal((await foreign.frame('refused')).code, 'not-signed-in');
  await foreign.close();
  const withCookie = new WebSocket(`${server.url.replace('http', 'ws')}/api/socket`, {
    headers: { cookie: agent.cookie },
    origin: 'https://evil.example',
  });
  const first = new Promise<string>((resolve) => withCookie.once('message', (data) => resolve(String(data))));
  withCookie.once('open', () => withCookie.send(JSON.stringify({ type: 'subscribe-desk' })));
  assert.equal(JSON.parse(await first).code, 'not-signed-in');
  withCookie.terminate();
});

test('pages may load nothing from elsewhere and stand in no foreign frame', async () => {
  for (const path of ['/api/docs', '/desk/']) {
    const { headers } = await call(server.url, 'GET', path);
    assert.match(headers.get('content-security-policy') ?? '', /default-src '(self|none)'/, path);
    assert.equal(headers.get('x-frame-options'), 'DENY');
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
  }
});

test('no path leaves the folder of the built pages', async () => {
  for (const path of [
    '/desk/..%2f..%2fpackage.json',
    '/widget/%2e%2e/%2e%2e/package.json',
    '/demo/..%5c..%5cpackage.json',
  ])
    assert.ok(!JSON.stringify((await call(server.url, 'GET', path)).body).includes('"tandem"'), path);
});
