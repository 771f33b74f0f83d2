import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { bootCustomer, call, connect } from '../kit/client.ts';
import { addStaff, command, type Staff } from '../kit/colleagues.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
let agent: Staff;
before(async () => {
  server = await startTestServer({ TANDEM_DEMO: 'false' });
  agent = await addStaff(server.plugs.pool);
});
after(() => server.stop());

const idsOf = async (conversationId: string) =>
  (await server.plugs.log.read(conversationId, 0)).map(({ id }) => id);

test('the same message sent ten times at once over HTTP and sockets stands once, each told its place', async () => {
  const other = await server.startAnother();
  const customer = await bootCustomer(server.url);
  const { conversationId, token } = customer;
  const sockets = await Promise.all([server.url, other.url].map((url) => connect(url, { token })));
  const id = crypto.randomUUID();
  const path = `/api/conversations/${conversationId}/messages`;
  const answers = Array.from({ length: 4 }, (_, index) =>
    call<{ seq: number }>(index % 2 ? server.url : other.url, 'POST', path, {
      token,
      body: { id, text: '你好' },
    }),
  );
  for (const live of sockets)
    for (let index = 0; index < 3; index += 1) live.send({ type: 'send', conversationId, id, text: '你好' });
  const places = (await Promise.all(answers)).map(({ body }) => body.seq);
  for (const live of sockets) {
    await live.frame('accepted');
    places.push(live.frames.find((frame) => frame.type === 'accepted')!.seq);
  }
  assert.deepEqual([...new Set(places)], [2]);
  const ids = await idsOf(conversationId);
  assert.equal(ids.filter((one) => one === id).length, 1);
  assert.equal(new Set(ids).size, ids.length);
  for (const live of sockets) await live.close();
});

test('a retry minutes later, by another process, is answered with the first place', async () => {
  const customer = await bootCustomer(server.url);
  const { id, body } = await customer.say('运费多少钱');
  await customer.say('第二句');
  const after = await server.startAnother();
  for (const pause of [10, 40, 90]) {
    await sleep(pause);
    const again = await call(after.url, 'POST', `/api/conversations/${customer.conversationId}/messages`, {
      token: customer.token,
      body: { id, text: '运费多少钱' },
    });
    assert.deepEqual(again.body, { seq: body.seq, repeated: true });
  }
});

test('an id of somebody else, or of another kind of command, is refused', async () => {
  const customer = await bootCustomer(server.url);
  const { conversationId, token } = customer;
  const { id } = await customer.say('你好');
  assert.equal(
    (await customer.askHuman(id)).body.error?.code,
    'id-reused',
    'a tap under the id of a message',
  );
  const note = await command(server.url, agent, conversationId, 'notes', { id, text: '别人的' });
  assert.equal(note.body.error?.code, 'id-reused');
  const noteId = crypto.randomUUID();
  await command(server.url, agent, conversationId, 'notes', { id: noteId, text: '内部' });
  const supervisor = await addStaff(server.plugs.pool, 'supervisor');
  const resolved = await command(server.url, supervisor, conversationId, 'notes', {
    id: noteId,
    text: '内部',
  });
  assert.equal(resolved.body.error?.code, 'id-reused', 'a colleague’s id');
  const asMessage = await call(server.url, 'POST', `/api/conversations/${conversationId}/messages`, {
    token,
    body: { id: noteId, text: '你好' },
  });
  assert.equal(asMessage.body.error?.code, 'id-reused');
  // The tap itself still works, under an id of its own.
  assert.equal((await customer.askHuman()).status, 200);
  const state = await server.plugs.log.state(conversationId);
  assert.equal(state?.owner.kind, 'queue');
});

test('what Tandem derives from an id cannot be taken by a client', async () => {
  const customer = await bootCustomer(server.url);
  const answer = await customer.say('你好', `${crypto.randomUUID()}/sent`);
  assert.equal(answer.body.error?.code, 'bad-input');
});

test('a double click on accept, resolve and rate happens once', async () => {
  const customer = await bootCustomer(server.url);
  const { conversationId, token } = customer;
  await customer.askHuman();
  const twice = async <T>(act: (id: string) => Promise<T>) => {
    const id = crypto.randomUUID();
    return Promise.all([act(id), act(id)]);
  };
  const rating = (id: string) =>
    call<{ seq: number; repeated: boolean }>(
      server.url,
      'POST',
      `/api/conversations/${conversationId}/rating`,
      {
        token,
        body: { id, score: 5 },
      },
    );
  for (const act of [
    (id: string) => command(server.url, agent, conversationId, 'accept', { id }),
    (id: string) => command(server.url, agent, conversationId, 'replies', { id, text: '您好' }),
    (id: string) => command(server.url, agent, conversationId, 'resolve', { id, disposition: 'solved' }),
    rating,
  ]) {
    const [one, two] = await twice(act);
    assert.deepEqual([one.status, two.status], [200, 200]);
    assert.equal(one.body.seq, two.body.seq);
    assert.deepEqual([one.body.repeated, two.body.repeated].sort(), [false, true]);
  }
  assert.equal((await rating(crypto.randomUUID())).body.error?.code, 'already-rated');
  const kinds = (await server.plugs.log.read(conversationId, 0)).map(({ kind }) => kind);
  for (const kind of ['assigned', 'message-sent', 'resolved', 'rated'] as const)
    assert.equal(kinds.filter((one) => one === kind).length, 1, kind);
});
