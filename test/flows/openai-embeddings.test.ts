import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createOpenAiEmbeddings } from '../../adapters/models/openai-embeddings.ts';
import { RefusedTexts } from '../../plugs/embedder.ts';
import { ModelError, type ModelFailure } from '../../plugs/model.ts';
import {
  type EmbeddingPlay,
  type ScriptedEmbeddings,
  startScriptedEmbeddings,
} from '../kit/scripted-embeddings.ts';

const key = 'sk-scripted-embeddings-7300';
const secret = '我家住在一个秘密的地方';

let server: ScriptedEmbeddings;
before(async () => {
  server = await startScriptedEmbeddings([/退货|退款/, /运费|邮费/]);
});
after(() => server.close());

const embedder = (totalMs = 10_000) =>
  createOpenAiEmbeddings({ url: server.url, key, name: 'scripted', totalMs });
const embed = (texts: readonly string[], totalMs?: number, signal = new AbortController().signal) =>
  embedder(totalMs).embed(texts, signal);
const cosine = (one: Float32Array, other: Float32Array) => {
  const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, number, at) => sum + number * b[at]!, 0);
  return dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other));
};

for (const as of [undefined, 'base64', 'backwards'] as const)
  test(`vectors come in the order of the texts (${as ?? 'floats'})`, async () => {
    server.play({ kind: 'answer', as });
    const [returns, freight, refund] = await embed(['怎么退货', '运费多少', '要退款']);
    assert.ok(cosine(returns!, refund!) > 0.95);
    assert.ok(cosine(returns!, freight!) < 0.5);
  });

test('the request names the model and the texts, and the key only in its header', async () => {
  server.play({ kind: 'answer' });
  server.requests.length = 0;
  await embed(['怎么退货']);
  const [request] = server.requests;
  assert.equal(request!.authorization, `Bearer ${key}`);
  assert.deepEqual(request!.body, { model: 'scripted', input: ['怎么退货'] });
  assert.ok(!request!.url.includes(key));
});

test('nothing is asked for nothing', async () => {
  server.requests.length = 0;
  assert.deepEqual(await embed([]), []);
  assert.equal(server.requests.length, 0);
});

const faults: readonly [name: string, play: EmbeddingPlay, failure: ModelFailure, limitMs?: number][] = [
  ['429', { kind: 'status', status: 429 }, 'model-overloaded'],
  ['500', { kind: 'status', status: 500 }, 'model-error'],
  ['401', { kind: 'status', status: 401 }, 'model-refused-key'],
  ['413', { kind: 'status', status: 413 }, 'model-error'],
  ['a way to another place', { kind: 'status', status: 307, location: 'http://127.0.0.1:1/' }, 'model-error'],
  ['silence', { kind: 'hang' }, 'model-timeout', 200],
  ['broken JSON', { kind: 'body', body: '{"data": [' }, 'model-broken-stream'],
  ['another thing', { kind: 'body', body: 'null' }, 'model-broken-stream'],
  ['no vectors', { kind: 'body', body: '{"data": {}}' }, 'model-broken-stream'],
  [
    'a place out of range',
    { kind: 'body', body: '{"data":[{"index":7,"embedding":[1]},{"index":0,"embedding":[1]}]}' },
    'model-broken-stream',
  ],
  [
    'a place twice',
    { kind: 'body', body: '{"data":[{"index":0,"embedding":[1]},{"index":0,"embedding":[1]}]}' },
    'model-broken-stream',
  ],
  [
    'text for numbers',
    { kind: 'body', body: '{"data":[{"index":0,"embedding":["1"]},{"index":1,"embedding":[1]}]}' },
    'model-broken-stream',
  ],
  [
    'half a number in base64',
    { kind: 'body', body: '{"data":[{"index":0,"embedding":"AAAA"},{"index":1,"embedding":[1]}]}' },
    'model-broken-stream',
  ],
  ['too few vectors', { kind: 'spoilt', spoil: (vectors) => vectors.slice(1) }, 'model-broken-stream'],
  [
    'too many vectors',
    { kind: 'spoilt', spoil: (vectors) => [...vectors, ...vectors] },
    'model-broken-stream',
  ],
  [
    'several dimensions',
    { kind: 'spoilt', spoil: ([one, ...rest]) => [one!.slice(1), ...rest] },
    'model-broken-stream',
  ],
  [
    'no number',
    { kind: 'spoilt', spoil: ([one, ...rest]) => [[...one!.slice(1), Number.NaN], ...rest] },
    'model-broken-stream',
  ],
  [
    'a number beyond 32 bits',
    { kind: 'spoilt', spoil: ([one, ...rest]) => [[...one!.slice(1), 1e300], ...rest] },
    'model-broken-stream',
  ],
  [
    'zeros',
    { kind: 'spoilt', spoil: ([one, ...rest]) => [one!.map(() => 0), ...rest] },
    'model-broken-stream',
  ],
  [
    'a vector without end',
    { kind: 'spoilt', spoil: ([, ...rest]) => [Array.from({ length: 20_000 }, () => 1), ...rest] },
    'model-broken-stream',
  ],
  ['an answer without end', { kind: 'endless' }, 'model-broken-stream'],
];

for (const [name, play, failure, limitMs] of faults)
  test(`${name} is a failure that tells neither text nor key`, async () => {
    server.play(play);
    const error = await embed([secret, '怎么退货'], limitMs).catch((error: unknown) => error);
    assert.ok(error instanceof ModelError, String(error));
    assert.equal(error.failure, failure);
    const told = `${error.message} ${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`;
    assert.ok(!told.includes(secret) && !told.includes(key), told);
  });

test('texts that the server takes from nobody are told from a server in trouble', async () => {
  for (const status of [400, 413, 422]) {
    server.play({ kind: 'status', status });
    await assert.rejects(embed(['怎么退货']), RefusedTexts);
  }
  server.play({ kind: 'status', status: 503 });
  await assert.rejects(embed(['怎么退货']), (error) => !(error instanceof RefusedTexts));
});

test('a server that is not there is a failure', async () => {
  const nowhere = createOpenAiEmbeddings({
    url: 'http://127.0.0.1:1/v1',
    key,
    name: 'scripted',
    totalMs: 5000,
  });
  await assert.rejects(nowhere.embed(['怎么退货'], new AbortController().signal), { failure: 'model-error' });
});

test('whoever stops asking is told their own reason', async () => {
  server.play({ kind: 'hang' });
  const stop = new AbortController();
  const asked = embed(['怎么退货'], 10_000, stop.signal);
  stop.abort(new Error('no longer wanted'));
  await assert.rejects(asked, /no longer wanted/);
});
