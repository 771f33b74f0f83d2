import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SignJWT, UnsecuredJWT } from 'jose';
import { bootCustomer, call, connect } from '../kit/client.ts';
import { addStaff, command, type Staff } from '../kit/colleagues.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
let administrator: Staff;
let secret: string;
let kid: string;
before(async () => {
  server = await startTestServer({ TANDEM_DEMO: 'false' });
  administrator = await addStaff(server.plugs.pool, 'administrator');
  const { body } = await call<{ identitySecret: string; identityKeyId: string }>(
    server.url,
    'POST',
    '/api/inboxes/web/identity-secret',
    { cookie: administrator.cookie, body: {} },
  );
  secret = body.identitySecret;
  kid = body.identityKeyId;
});
after(() => server.stop());

const now = () => Math.floor(Date.now() / 1000);
const signed = (
  claims: Record<string, unknown> = {},
  header: { alg?: string; kid?: string } = {},
  key = secret,
) =>
  new SignJWT({ sub: 'm-1', aud: 'web', exp: now() + 600, ...claims })
    .setProtectedHeader({ alg: 'HS256', kid, ...header })
    .sign(new TextEncoder().encode(key));
const boot = (identity: string) =>
  call(server.url, 'POST', '/api/widget/boot', { body: { inboxId: 'web', identity } });

test('only the host site’s own, present word for this inbox is believed', async () => {
  assert.equal((await boot(await signed())).status, 200);
  const unsecured = new UnsecuredJWT({ sub: 'm-1' }).setAudience('web').setExpirationTime('10m').encode();
  for (const [what, identity] of [
    ['wrong secret', await signed({}, {}, 'another secret of the same length..')],
    ['another key id', await signed({}, { kid: 'k-old' })],
    ['no key id', await signed({}, { kid: undefined as unknown as string })],
    ['another inbox', await signed({ aud: 'demo' })],
    ['expired', await signed({ exp: now() - 60 })],
    ['without an end', await signed({ exp: undefined })],
    ['without a subject', await signed({ sub: undefined })],
    ['not yet', await signed({ nbf: now() + 600 })],
    ['another algorithm', await signed({}, { alg: 'HS512' }, secret.repeat(2))],
    ['no algorithm', unsecured],
    ['nonsense', 'x.y.z'],
  ] as const)
    assert.equal((await boot(identity)).body.error?.code, 'identity-invalid', what);
});

test('names that no database can hold are cleaned, not an internal error', async () => {
  const identity = await signed({ sub: 'm\0-2', name: 'a\0\ud800b', attributes: { 'k\0': '\ud800' } });
  assert.equal((await boot(identity)).status, 200);
});

test('a word that would be good for too long is refused with what to do, however it is put', async () => {
  for (const [what, claims] of [
    ['two hours, issued now', { iat: now(), exp: now() + 7200 }],
    ['two hours, of which little is left', { iat: now() - 7000, exp: now() + 200 }],
    ['two hours, that does not say since when', { exp: now() + 7200 }],
    ['a year', { exp: now() + 365 * 86_400 }],
  ] as const) {
    const { status, body } = await boot(await signed(claims));
    assert.equal(status, 401, what);
    assert.equal(body.error?.code, 'identity-too-long', what);
    assert.deepEqual(body.error?.details, { maximumSeconds: 3600 }, what);
    assert.match(body.error?.message ?? '', /有效期过长/, what);
  }
  for (const [what, claims] of [
    ['from the future', { iat: now() + 300 }],
    ['an odd time of issue', { iat: 'now' }],
    ['an odd number', { jti: 7 }],
    ['an empty number', { jti: '' }],
  ] as const)
    assert.equal((await boot(await signed(claims))).body.error?.code, 'identity-invalid', what);
});

test('a word within the hour is good as often as it comes, from a clock that is a little off too', async () => {
  const plain = await signed();
  assert.equal((await boot(plain)).status, 200);
  assert.equal((await boot(plain)).status, 200, 'a page that is loaded again brings the same one');
  assert.equal((await boot(await signed({ iat: now(), exp: now() + 3600 }))).status, 200, 'the whole hour');
  assert.equal((await boot(await signed({ iat: now() + 20, exp: now() + 620 }))).status, 200, 'fast clock');
  assert.equal((await boot(await signed({ exp: now() - 20 }))).status, 200, 'slow clock');
});

test('a word with a number of its own is good once, on every process, and once of ten at the same moment', async () => {
  const another = await server.startAnother();
  const once = await signed({ jti: 'n-1' });
  assert.equal((await boot(once)).status, 200);
  const again = await boot(once);
  assert.equal(again.status, 401);
  assert.equal(again.body.error?.code, 'identity-used');
  const elsewhere = await call(another.url, 'POST', '/api/widget/boot', {
    body: { inboxId: 'web', identity: once },
  });
  assert.equal(elsewhere.body.error?.code, 'identity-used');
  // Signed anew under the same number it is no other.
  assert.equal((await boot(await signed({ jti: 'n-1', sub: 'm-2' }))).body.error?.code, 'identity-used');
  const burst = await signed({ jti: 'n-2' });
  const boots = await Promise.all(Array.from({ length: 10 }, () => boot(burst)));
  assert.equal(boots.filter(({ status }) => status === 200).length, 1);
  assert.equal((await boot(await signed({ jti: 'n-3' }))).status, 200);
  // One that is refused for another reason is not spent.
  assert.equal(
    (await boot(await signed({ jti: 'n-4', exp: now() + 7200 }))).body.error?.code,
    'identity-too-long',
  );
  assert.equal((await boot(await signed({ jti: 'n-4' }))).status, 200);
});

test('numbers are forgotten when their words would have expired anyway', async () => {
  const { pool, usedIdentities } = server.plugs;
  const kept = async () =>
    (await pool.query(`select count(*)::int as n from lease where name like 'identity %'`)).rows[0].n;
  const before = await kept();
  const at = Date.now();
  assert.equal(await usedIdentities.take('web', 'n-5', at, at + 1000), true);
  assert.equal(await usedIdentities.take('web', 'n-5', at + 500, at + 1000), false);
  assert.equal(await usedIdentities.take('shop', 'n-5', at, at + 1000), true, 'another inbox, another word');
  assert.equal(await kept(), before + 2);
  await usedIdentities.take('web', 'n-6', at + 1001, at + 2000);
  assert.equal(await kept(), before + 1);
});

test('an inbox that requires identity refuses everybody else on every call, open sockets included', async () => {
  const before = await bootCustomer(server.url);
  await before.say('你好');
  const open = await connect(server.url, { token: before.token });
  const change = (requireIdentity: boolean) =>
    call(server.url, 'PATCH', '/api/inboxes/web', {
      cookie: administrator.cookie,
      body: { requireIdentity },
    });
  assert.equal((await change(true)).status, 200);
  try {
    const path = `/api/conversations/${before.conversationId}`;
    const boots = await call(server.url, 'POST', '/api/widget/boot', { body: { inboxId: 'web' } });
    assert.equal(boots.body.error?.code, 'identity-required');
    assert.equal((await before.say('还在吗')).body.error?.code, 'identity-required');
    assert.equal((await before.askHuman()).body.error?.code, 'identity-required');
    const read = await call(server.url, 'GET', `${path}/events`, { token: before.token });
    assert.equal(read.body.error?.code, 'identity-required');
    const socket = await connect(server.url);
    socket.send({ type: 'authenticate', token: before.token });
    assert.equal((await socket.frame('refused')).code, 'identity-required');
    await socket.close();
    assert.equal((await open.frame('refused', () => true, 15_000)).code, 'identity-required');
    assert.equal(await open.closed, 4401);
    const vouched = await bootCustomer(server.url, { identity: await signed() });
    assert.equal((await vouched.say('你好')).status, 200);
  } finally {
    await change(false);
  }
});

test('a browser that was vouched for once does not speak for that customer without the host site', async () => {
  const vouched = await bootCustomer(server.url, { identity: await signed({ sub: 'm-3', name: '陈晨' }) });
  await vouched.say('我的订单');
  const later = await bootCustomer(server.url, { visitor: vouched.visitor });
  assert.notEqual(later.contact.id, vouched.contact.id);
  assert.notEqual(later.conversationId, vouched.conversationId);
});

test('nothing that is the staff’s own reaches a customer in any frame', async () => {
  const agent = await addStaff(server.plugs.pool, 'agent', '李静');
  const colleague = await addStaff(server.plugs.pool, 'agent', '王强');
  const customer = await bootCustomer(server.url);
  const { conversationId, token } = customer;
  const live = await connect(server.url, { token });
  live.send({ type: 'subscribe', conversationId, after: 0 });
  const desk = await connect(server.url, colleague);
  await customer.say('气死我了,你们是骗子!');
  await customer.askHuman();
  await command(server.url, agent, conversationId, 'accept');
  await command(server.url, agent, conversationId, 'notes', { text: '内部-备注' });
  await command(server.url, agent, conversationId, 'replies', { text: '您好' });
  const moved = await command(server.url, agent, conversationId, 'transfer', {
    agentId: colleague.id,
    note: '内部-转接',
  });
  assert.equal(moved.status, 200);
  await command(server.url, colleague, conversationId, 'return', { note: '内部-退回' });
  await command(server.url, colleague, conversationId, 'take-over');
  await command(server.url, colleague, conversationId, 'resolve', { disposition: 'spam', note: '内部-小结' });
  await live.frame('events', ({ events }) => events.some(({ kind }) => kind === 'resolved'));
  const polled = await call(server.url, 'GET', `/api/conversations/${conversationId}/events`, { token });
  for (const told of [JSON.stringify(live.frames), JSON.stringify(polled.body)]) {
    assert.ok(told.includes('李静') && told.includes('您好'), 'the customer sees who speaks');
    for (const hidden of [
      '内部',
      agent.id,
      colleague.id,
      'anger',
      'customer-asked',
      'spam',
      '"decided"',
      '"perceived"',
      'intensity',
      agent.email,
    ])
      assert.ok(!told.includes(hidden), hidden);
  }
  await live.close();
  await desk.close();
});
