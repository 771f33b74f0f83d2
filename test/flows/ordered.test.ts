import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { customerView } from '../../core/conversation/customer-view.ts';
import type { Server } from '../../server/main.ts';
import { bootCustomer, call, connect } from '../kit/client.ts';
import { addStaff, command } from '../kit/colleagues.ts';
import { readByPolling, readBySocket, readByStream } from '../kit/readers.ts';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
let other: Server;
before(async () => {
  server = await startTestServer({ TANDEM_DEMO: 'false' });
  other = await server.startAnother();
});
after(() => server.stop());

test('every reader on every process sees the same events in the same order without gaps', async () => {
  const customer = await bootCustomer(server.url);
  const { conversationId, token } = customer;
  const agent = await addStaff(server.plugs.pool);
  const [here, there] = [server.url, other.url];
  const customers = [
    await readBySocket('socket here', here, { token }, conversationId),
    await readBySocket('socket there', there, { token }, conversationId),
    await readByStream('stream here', here, { token }, conversationId),
    await readByStream('stream there', there, { token }, conversationId),
    readByPolling('poll here', here, { token }, conversationId),
    readByPolling('poll there', there, { token }, conversationId),
  ];
  await customer.say('你好');
  const staff = [
    await readBySocket('staff socket there', there, agent, conversationId),
    await readByStream('staff stream here', here, agent, conversationId),
    readByPolling('staff poll there', there, agent, conversationId),
  ];
  await command(there, agent, conversationId, 'take-over');
  const write = async (url: string, count: number) => {
    for (let index = 0; index < count; index += 1) {
      await call(url, 'POST', `/api/conversations/${conversationId}/messages`, {
        token,
        body: { id: crypto.randomUUID(), text: `第 ${index} 句` },
      });
    }
  };
  const work = async (url: string, count: number) => {
    for (let index = 0; index < count; index += 1) {
      await command(url, agent, conversationId, 'replies', { text: `答 ${index}` });
      await command(url, agent, conversationId, 'notes', { text: `注 ${index}` });
    }
  };
  // The one who reads late begins in the middle of it.
  const late = sleep(60).then(() => readBySocket('late', there, { token }, conversationId));
  await Promise.all([write(here, 25), write(there, 25), work(here, 12), work(there, 12), write(here, 15)]);
  customers.push(await late);

  const log = await server.plugs.log.read(conversationId, 0);
  assert.deepEqual(
    log.map(({ seq }) => seq),
    log.map((_, index) => index + 1),
  );
  const last = log.at(-1)!.seq;
  const readers = [...customers, ...staff];
  const deadline = Date.now() + 10_000;
  while (readers.some(({ upTo }) => upTo < last) && Date.now() < deadline) await sleep(20);
  const visible = log.filter((event) => customerView(event) !== null);
  for (const reader of readers) {
    const expected = customers.includes(reader) ? visible : log;
    assert.deepEqual(
      reader.ids,
      expected.map(({ id }) => id),
      reader.name,
    );
    assert.equal(reader.upTo, last, reader.name);
  }
  await Promise.all(readers.map((reader) => reader.stop()));
});

test('messages sent in one breath over a socket keep their order, and those sent twice keep their first place', async () => {
  const customer = await bootCustomer(server.url);
  const { conversationId, token } = customer;
  const live = await connect(server.url, { token });
  const ids = Array.from({ length: 40 }, () => crypto.randomUUID());
  // As after a broken connection: the second half again, shuffled, behind the whole.
  const again = ids.slice(20).sort(() => Math.random() - 0.5);
  for (const id of [...ids, ...again]) live.send({ type: 'send', conversationId, id, text: '你好' });
  await live.frame('accepted', ({ id, repeated }) => id === again.at(-1) && repeated);
  const received = (await server.plugs.log.read(conversationId, 0)).filter(
    ({ kind }) => kind === 'message-received',
  );
  assert.deepEqual(
    received.map(({ id }) => id),
    ids,
  );
  await live.close();
});
