import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ConversationEvent } from '../../core/terms/event.ts';
import { bootCustomer, call, connect } from '../kit/client.ts';
import { addStaff, command, type Staff } from '../kit/colleagues.ts';
import { until } from '../kit/routing.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
let wang: Staff;
let chen: Staff;
let lead: Staff;
let administrator: Staff;
let conversationId: string;
const secret = '直接换新别声张';

before(async () => {
  server = await startTestServer({ TANDEM_DEMO: 'false' });
  const { pool } = server.plugs;
  wang = await addStaff(pool, 'agent', '王敏', { busy: true });
  chen = await addStaff(pool, 'agent', '陈立', { busy: true });
  lead = await addStaff(pool, 'supervisor', '李主管', { busy: true });
  administrator = await addStaff(pool, 'administrator', '赵总', { busy: true });
  const customer = await bootCustomer(server.url);
  await customer.say('帐篷杆断了');
  await customer.askHuman();
  conversationId = customer.conversationId;
  assert.equal((await command(server.url, wang, conversationId, 'accept')).status, 200);
});
after(() => server.stop());

const path = (rest: string) => `/api/conversations/${conversationId}/${rest}`;

/** What somebody reads of the conversation over HTTP, and that its cursor has no gap. */
async function reads(staff: Staff): Promise<string> {
  const { body } = await call<{ events: ConversationEvent[]; upTo: number }>(
    server.url,
    'GET',
    path('events?after=0'),
    { cookie: staff.cookie },
  );
  assert.deepEqual(
    body.events.map(({ seq }) => seq),
    Array.from({ length: body.upTo }, (_, index) => index + 1),
  );
  return JSON.stringify(body);
}

/** What the desk's live connection brought, before and after the whisper. */
async function follows(staff: Staff) {
  const live = await connect(server.url, staff);
  live.send({ type: 'subscribe-desk' });
  live.send({ type: 'subscribe', conversationId, after: 0 });
  await live.frame('events');
  return live;
}

/** The first piece of the stream that carries the events. */
async function streams(staff: Staff): Promise<string> {
  const stop = new AbortController();
  const response = await fetch(server.url + path('stream?after=0'), {
    headers: { cookie: staff.cookie },
    signal: stop.signal,
  });
  let text = '';
  for await (const piece of response.body!.pipeThrough(new TextDecoderStream())) {
    text += piece;
    if (text.includes('"type":"events"') && text.endsWith('\n\n')) break;
  }
  stop.abort();
  return text;
}

test('a whisper is read by whom it is for, its writer and those who lead, by every way to read', async () => {
  const agents = [wang, chen, lead, administrator];
  const sockets = await Promise.all(agents.map(follows));
  const longPoll = call(server.url, 'GET', path(`events?after=${await lastSeq()}&wait=20`), {
    cookie: chen.cookie,
  });
  const whispered = await command(server.url, lead, conversationId, 'notes', { text: secret, whisper: true });
  assert.equal(whispered.status, 200);
  const { seq } = whispered.body;
  for (const [index, socket] of sockets.entries()) {
    await socket.frame('events', (frame) => frame.conversationId === conversationId && frame.upTo >= seq);
    const shown = socket.events(conversationId).find((event) => event.seq === seq);
    assert.equal(shown?.kind, 'note-added', 'the event keeps its place for everybody');
    const isRead = JSON.stringify(socket.frames).includes(secret);
    assert.equal(isRead, agents[index] !== chen, agents[index]?.name);
    await socket.close();
  }
  for (const staff of agents) {
    assert.equal((await reads(staff)).includes(secret), staff !== chen, staff.name);
    assert.equal((await streams(staff)).includes(secret), staff !== chen, staff.name);
  }
  const polled = JSON.stringify((await longPoll).body);
  assert.match(polled, /note-added/);
  assert.doesNotMatch(polled, /换新|主管/);
});

test('nothing beside the log gives it away: search, lists, the packet, suggestions', async () => {
  const search = `/api/conversations?view=open&search=${encodeURIComponent(secret)}`;
  for (const staff of [wang, chen, lead]) {
    const { body } = await call<{ conversations: unknown[] }>(server.url, 'GET', search, {
      cookie: staff.cookie,
    });
    assert.deepEqual(body.conversations, [], 'a whisper is not searched');
  }
  for (const rest of ['packet', 'suggestions', 'routing']) {
    const { status, body } = await call(server.url, 'GET', path(rest), { cookie: chen.cookie });
    assert.equal(status, 200);
    assert.doesNotMatch(JSON.stringify(body), /换新/, rest);
  }
  const list = await call(server.url, 'GET', '/api/conversations?view=open', { cookie: chen.cookie });
  assert.doesNotMatch(JSON.stringify(list.body), /换新/);
});

test('who takes the conversation afterwards does not read what was whispered before; a demoted lead what they wrote', async () => {
  assert.equal(
    (await command(server.url, wang, conversationId, 'transfer', { queueId: 'default' })).status,
    200,
  );
  assert.equal((await command(server.url, chen, conversationId, 'accept')).status, 200);
  assert.doesNotMatch(await reads(chen), /换新/);
  assert.match(await reads(wang), /换新/);

  const socket = await follows(administrator);
  await server.plugs.agents.change(lead.id, { role: 'agent' });
  await server.plugs.agents.change(administrator.id, { role: 'agent' });
  assert.match(await reads(lead), /换新/);
  assert.doesNotMatch(await reads(administrator), /换新/);
  // A connection that lasts learns of it with the next look at its session.
  await until(
    'the connection knows the role',
    async () => {
      const { body } = await command(server.url, chen, conversationId, 'notes', { text: '看看' });
      await socket.frame('events', (frame) => frame.upTo >= body.seq);
      socket.send({ type: 'subscribe', conversationId, after: 0 });
      const before = socket.frames.length;
      await socket.frame(
        'events',
        (frame) => socket.frames.indexOf(frame) >= before && frame.upTo >= body.seq,
      );
      return !JSON.stringify(socket.frames.slice(before)).includes(secret);
    },
    20_000,
  );
  await socket.close();
});

async function lastSeq(): Promise<number> {
  return (await server.plugs.log.state(conversationId))!.lastSeq;
}
