import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { createOpenAiEmbeddings } from '../../adapters/models/openai-embeddings.ts';
import { createMeaningShelf } from '../../core/knowledge/meaning-shelf.ts';
import { createJournal } from '../../server/journal.ts';
import { createMeaningsBeside } from '../../server/meaning/meanings-beside.ts';
import { type ScriptedEmbeddings, startScriptedEmbeddings } from '../kit/scripted-embeddings.ts';

let model: ScriptedEmbeddings;
let lines: string[];
beforeEach(async () => {
  model = await startScriptedEmbeddings([]);
  lines = [];
});
afterEach(() => model.close());

const beside = () =>
  createMeaningsBeside({
    embedder: createOpenAiEmbeddings({ url: model.url, key: '', name: 'scripted', totalMs: 20_000 }),
    store: { find: async () => [] },
    shelf: createMeaningShelf,
    journal: createJournal('info', (line) => lines.push(line)),
  });
const many = Array.from({ length: 70 }, (_, place) => ({
  text: `第${place}个问题怎么办`,
  language: 'zh' as const,
}));
const limitMs = 20_000;

test('many are asked for in batches, and nothing twice', async () => {
  const meanings = beside();
  const found = await meanings.learn([...many, ...many], limitMs);
  assert.equal(found.size, many.length);
  assert.deepEqual(
    model.requests.map(({ body }) => body.input.length),
    [32, 32, 6],
  );
  await meanings.learn(many, limitMs);
  assert.equal(model.requests.length, 3);
});

test('a text that the model takes from nobody is missing alone', async () => {
  const bad = many[9]!.text;
  model.play(({ body }) => (body.input.includes(bad) ? { kind: 'status', status: 400 } : { kind: 'answer' }));
  const found = await beside().learn(many.slice(0, 32), limitMs);
  assert.deepEqual(
    many.slice(0, 32).filter(({ text }) => !found.has(text)),
    [many[9]],
  );
});

test('a server that breaks is asked no further, and what it told before counts', async () => {
  let answered = 0;
  model.play(() => (answered++ === 0 ? { kind: 'answer' } : { kind: 'status', status: 500 }));
  const found = await beside().learn(many, limitMs);
  assert.equal(found.size, 32);
  const told = lines.filter((line) => line.includes('meanings could not be learned'));
  assert.equal(told.length, 1);
  assert.ok(told[0]!.includes('38') && !told.join().includes('怎么办'), told.join());
});

test('a server that hangs costs the limit', async () => {
  model.play({ kind: 'hang' });
  const began = performance.now();
  assert.equal((await beside().learn(many, 200)).size, 0);
  assert.ok(performance.now() - began < 5_000);
});

test('no personal data is sent', async () => {
  await beside().learn([{ text: '我是 13812345678，怎么退货', language: 'zh' }], limitMs);
  assert.ok(!model.texts().join().includes('13812345678'));
});
