import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SignJWT } from 'jose';
import type { ClientFrame } from '../../core/protocol/frames.ts';
import { authorisation, type Caller, may } from '../../server/authorisation.ts';
import { createCustomerActions } from '../../server/customer-actions.ts';
import { createApp } from '../../server/http/app.ts';
import { actionOfFrame } from '../../server/realtime/socket.ts';
import { bootCustomer, type Customer, call, connect } from '../kit/client.ts';
import { addStaff, command, type Staff } from '../kit/colleagues.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
let customer: Customer;
let staff: Record<'agent' | 'supervisor' | 'administrator', Staff>;
before(async () => {
  server = await startTestServer({ TANDEM_DEMO: 'false' });
  const { pool } = server.plugs;
  staff = {
    agent: await addStaff(pool, 'agent'),
    supervisor: await addStaff(pool, 'supervisor'),
    administrator: await addStaff(pool, 'administrator'),
  };
  customer = await bootCustomer(server.url);
  await customer.say('你好');
});
after(() => server.stop());

const standings = ['anonymous', 'contact', 'agent', 'supervisor', 'administrator'] as const;
const callerOf = (standing: (typeof standings)[number]): Caller =>
  standing === 'anonymous'
    ? { kind: 'anonymous' }
    : standing === 'contact'
      ? { kind: 'contact', id: '', inboxId: '', verified: false, name: '' }
      : { kind: 'staff', id: '', name: '', email: '', role: standing };
const credentialsOf = (standing: (typeof standings)[number]) =>
  standing === 'anonymous' ? {} : standing === 'contact' ? { token: customer.token } : staff[standing];

/** Every route there is, read from a server that is put together but listens nowhere. */
async function everyRoute() {
  const routes: { method: string; url: string; action: keyof typeof authorisation }[] = [];
  const app = await createApp(server.plugs, createCustomerActions(server.plugs), (route) => {
    const methods = Array.isArray(route.method) ? route.method : [route.method];
    for (const method of methods)
      if (method !== 'OPTIONS') routes.push({ method, url: route.url, action: route.config!.action! });
  });
  await app.ready();
  await app.close();
  return routes;
}

test('every route is allowed to exactly those whom the table names', async () => {
  const routes = await everyRoute();
  assert.ok(routes.length > 50, `${routes.length} routes`);
  const used = new Set<string>(routes.map(({ action }) => action));
  for (const action of Object.values(actionOfFrame)) used.add(action);
  assert.deepEqual(
    Object.keys(authorisation).filter((action) => !used.has(action) && action !== 'demo.identity'),
    [],
    'every line of the table is about something',
  );
  for (const { method, url, action } of routes) {
    for (const standing of standings) {
      // Ids that nobody has: who may come in finds nothing, and nothing is changed by the walk.
      const path = url.replace(':id', crypto.randomUUID()).replace('*', 'none.txt');
      const address = path.endsWith('/stream') ? `${path}?after=x` : path;
      // A proxy's header, since scraping from the machine itself needs no account.
      const { status, body } = await call(server.url, method, address, {
        ...credentialsOf(standing),
        headers: { 'x-forwarded-for': '192.0.2.1' },
      });
      const what = `${method} ${url} as ${standing}: ${status} ${body.error?.code ?? ''}`;
      const refused = status === 403 || (status === 401 && body.error?.code !== 'wrong-password');
      const isSessionQuestion = action === 'session.read' && !credentialsAreStaff(standing);
      if (method === 'HEAD')
        assert.equal(refused, !may(callerOf(standing), action) || isSessionQuestion, what);
      else if (may(callerOf(standing), action)) assert.ok(!refused || isSessionQuestion, what);
      else assert.equal(body.error?.code, standing === 'anonymous' ? 'not-signed-in' : 'forbidden', what);
      // Signing out works; the walk goes on with a fresh session.
      if (action === 'session.close' && credentialsAreStaff(standing))
        staff[standing as 'agent'] = await addStaff(server.plugs.pool, standing as 'agent');
    }
  }
});
const credentialsAreStaff = (standing: string) => standing !== 'anonymous' && standing !== 'contact';

test('every frame of a socket is allowed to exactly those whom the table names', async () => {
  const conversationId = crypto.randomUUID();
  const frames: Record<keyof typeof actionOfFrame, ClientFrame> = {
    subscribe: { type: 'subscribe', conversationId, after: 0 },
    unsubscribe: { type: 'unsubscribe', conversationId },
    'subscribe-desk': { type: 'subscribe-desk' },
    typing: { type: 'typing', conversationId, on: true },
    send: { type: 'send', conversationId: customer.conversationId, id: 'frame-walk-1', text: '你好' },
    'ask-human': { type: 'ask-human', conversationId: customer.conversationId, id: 'frame-walk-2' },
  };
  for (const standing of standings) {
    for (const [type, frame] of Object.entries(frames)) {
      const live = await connect(server.url, credentialsOf(standing));
      live.send(frame);
      live.send({ type: 'ping' });
      await live.frame('pong');
      const refused = live.frames.find((one) => one.type === 'refused');
      const action = actionOfFrame[type as keyof typeof actionOfFrame];
      const expected = may(callerOf(standing), action)
        ? undefined
        : standing === 'anonymous'
          ? 'not-signed-in'
          : 'forbidden';
      assert.equal(refused?.code, expected, `${type} as ${standing}`);
      await live.close();
    }
  }
});

test('a customer neither reads nor writes, rates or uploads into another customer’s conversation', async () => {
  const thief = await bootCustomer(server.url);
  const { token } = thief;
  const path = `/api/conversations/${customer.conversationId}`;
  const form = new FormData();
  form.set('file', new Blob(['机密']), 'a.txt');
  const own = await call<{ id: string }>(server.url, 'POST', `${path}/attachments`, {
    token: customer.token,
    body: form,
  });
  const id = crypto.randomUUID();
  for (const [method, url, body] of [
    ['GET', `${path}/events`, undefined],
    ['GET', `${path}/stream`, undefined],
    ['POST', `${path}/messages`, { id, text: '我是他' }],
    ['POST', `${path}/messages`, { id, text: '', attachments: [own.body.id] }],
    ['POST', `${path}/human`, { id }],
    ['POST', `${path}/rating`, { id, score: 1 }],
    ['POST', `${path}/attachments`, form],
    ['GET', `/api/attachments/${own.body.id}`, undefined],
  ] as const) {
    const answer = await call(server.url, method, url, { token, body });
    assert.equal(answer.body.error?.code, 'not-found', `${method} ${url}`);
  }
  // Nor does a stranger's file travel into the thief's own conversation.
  const stolen = await call(server.url, 'POST', `/api/conversations/${thief.conversationId}/messages`, {
    token,
    body: { id, text: '', attachments: [own.body.id] },
  });
  assert.equal(stolen.body.error?.code, 'not-found');
  const live = await connect(server.url, { token });
  live.send({ type: 'subscribe', conversationId: customer.conversationId, after: 0 });
  assert.equal((await live.frame('refused')).code, 'not-found');
  await live.close();
});

test('whoever follows an id before its conversation is opened hears nothing when somebody else opens it', async () => {
  const victim = await bootCustomer(server.url);
  const { conversationId } = victim;
  const { token } = await bootCustomer(server.url);
  const early = await connect(server.url, { token });
  early.send({ type: 'subscribe', conversationId, after: 0 });
  early.send({ type: 'subscribe', conversationId, after: 3 });
  const poll = call(server.url, 'GET', `/api/conversations/${conversationId}/events?after=2&wait=2`, {
    token,
  });
  early.send({ type: 'ping' });
  await early.frame('pong');
  await victim.say('我的电话是 13800000000');
  await victim.say('转人工');
  await command(server.url, staff.agent, conversationId, 'accept');
  assert.deepEqual((await poll).body.events, []);
  assert.deepEqual(early.events(conversationId), []);
  await early.close();
});

test('expired, forged and borrowed tokens are worth nothing', async () => {
  const key = new Uint8Array(32).fill(7);
  const sign = (audience: string, expires: number) =>
    new SignJWT({ inbox: 'web' })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(customer.contact.id)
      .setAudience(audience)
      .setExpirationTime(expires)
      .sign(key);
  const soon = Math.floor(Date.now() / 1000) + 600;
  const issue = server.plugs.contactTokens.issue;
  const caller = {
    kind: 'contact',
    id: customer.contact.id,
    inboxId: 'web',
    verified: false,
    name: '',
  } as const;
  const [head, claims] = customer.token.split('.');
  for (const token of [
    await sign('tandem-contact', soon),
    (await issue(caller, Date.now() - 2 * 3_600_000)).token,
    customer.visitor,
    `${head}.${claims}.`,
    `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`,
    'x.y.z',
  ]) {
    const { body } = await call(server.url, 'GET', `/api/conversations/${customer.conversationId}/events`, {
      token,
    });
    assert.equal(body.error?.code, 'session-expired', token);
    const live = await connect(server.url);
    live.send({ type: 'authenticate', token });
    assert.equal((await live.frame('refused')).code, 'session-expired');
    await live.close();
  }
});
