import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { createTextVectors } from '../../adapters/store/text-vectors.ts';
import {
  createMeaningScene,
  inOtherWords,
  type MeaningScene,
  published,
  until,
} from '../kit/meaning-scene.ts';
import { type ServerProcess, startServerProcess } from '../kit/server-process.ts';

let scene: MeaningScene;
let servers: ServerProcess[] = [];
beforeEach(async () => {
  scene = await createMeaningScene();
});
afterEach(async () => {
  for (const server of servers) await server.kill();
  servers = [];
  await scene.close();
});

async function start(environment: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
  const server = await startServerProcess(scene.database.url, { ...scene.environment, ...environment });
  servers.push(server);
  return server;
}
const isFound = async (server: ServerProcess) =>
  (await scene.ask(server, inOtherWords)).choices[0] === '怎么退货';
/** More than one batch. */
const many = Array.from({ length: 50 }, (_, place) =>
  published({ id: `many-${place}`, title: `第${place}种零件的说明`, body: `零件${place}装在左边。` }),
);
const wanted = many.length * 2 + 6;

test('what a killed process had embedded is not sent again, and the rest is', async () => {
  await scene.articles.put(many, 'test', Date.now());
  scene.model.play({ kind: 'answer', afterMs: 300 });
  const first = await start();
  await until('a batch is kept', async () => (await scene.kept()) > 0);
  await first.kill();
  const kept = await scene.kept();
  assert.ok(kept < wanted, `${kept}`);
  scene.model.play({ kind: 'answer' });
  const second = await start();
  // The dead process' right would lapse by itself in a minute.
  await scene.pool.query(`update lease set until = now() where name = 'embedding'`);
  await until('all are kept', async () => (await scene.kept()) === wanted);
  const sent = scene.model.texts();
  // At most the batch that was under way is sent twice.
  assert.ok(sent.length - new Set(sent).size <= 32, `${sent.length} texts sent for ${wanted}`);
  await until('found', () => isFound(second));
});

test('two processes that start together send each text once', async () => {
  await scene.articles.put(many, 'test', Date.now());
  const both = await Promise.all([start(), start()]);
  await until('all are kept', async () => (await scene.kept()) === wanted);
  for (const server of both) await until('found', () => isFound(server));
  const ofArticles = scene.model.texts().filter((text) => !text.includes('还给你们'));
  assert.equal(ofArticles.length, wanted);
});

test('a server that is down is asked again, ever more seldom, until it is back', async () => {
  scene.model.play({ kind: 'status', status: 503 });
  const server = await start();
  await until('it was asked twice', () => scene.model.requests.length >= 2);
  assert.equal((await scene.ask(server, inOtherWords)).decision, 'offer-human');
  const asked = scene.model.requests.length;
  await new Promise((wake) => setTimeout(wake, 1_500));
  assert.ok(scene.model.requests.length - asked <= 2, 'no storm');
  scene.model.play({ kind: 'answer' });
  await until('found', () => isFound(server), 30_000);
});

test('a text that the model refuses keeps no other waiting', async () => {
  await scene.articles.put(
    [...many, published({ id: 'long', title: '太长的一篇', body: '没人读得完。' })],
    'test',
    Date.now(),
  );
  scene.model.play(({ body }) =>
    body.input.some((text) => text === '太长的一篇') ? { kind: 'status', status: 413 } : { kind: 'answer' },
  );
  const server = await start();
  await until('all others are kept', async () => (await scene.kept()) === wanted + 1);
  assert.ok(await isFound(server));
});

test('another model begins anew beside, and the first one’s vectors are there when it is set again', async () => {
  const first = await start();
  await until('found', () => isFound(first));
  await first.kill();
  await scene.pool.query(`update lease set until = now() where name = 'embedding'`);
  const second = await start({ TANDEM_EMBEDDING_NAME: 'another' });
  await until('found', () => isFound(second));
  assert.deepEqual([await scene.kept(), await scene.kept('another')], [6, 6]);
  await second.kill();
  const before = scene.model.texts().length;
  const third = await start();
  await until('found', () => isFound(third));
  assert.deepEqual(
    scene.model
      .texts()
      .slice(before)
      .filter((text) => !text.includes('还给你们')),
    [],
  );
});

test('vectors that no article has needed for a fortnight are removed, and no others', async () => {
  const vectors = createTextVectors(scene.pool);
  const hashes = ['aa', 'bb', 'cc'].map((two) => two.repeat(32));
  const vector = { values: Int8Array.of(127, -3), scale: 1 / 127 };
  await vectors.keep(
    'scripted',
    hashes.map((hash) => ({ hash, vector })),
  );
  await scene.pool.query(`update text_vector set needed_at = now() - interval '15 days'`);
  await vectors.need('scripted', hashes.slice(0, 2));
  assert.equal(await vectors.forget(), 1);
  const found = await vectors.find('scripted', hashes);
  assert.deepEqual(found.map(({ hash }) => hash).toSorted(), hashes.slice(0, 2));
  assert.deepEqual([...found[0]!.vector.values], [127, -3]);
});
