import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { createOpenAiCompatible } from '../../adapters/models/openai-compatible.ts';
import { ModelError, type ModelFailure } from '../../plugs/model.ts';
import { type Play, type ScriptedModel, startScriptedModel } from '../kit/scripted-model.ts';

const key = 'sk-scripted-secret-7300';
const secretWords = '我的订单里有一个秘密';
/** For what hangs: tests shall be short. */
const short = { firstTokenMs: 250, totalMs: 500 };
/** For what answers: a loaded machine shall not fail it. */
const patient = { firstTokenMs: 10_000, totalMs: 10_000 };
/** A loaded machine may be this late. */
const slackMs = 1000;

let server: ScriptedModel;
const printed: string[] = [];
const original = { error: console.error, warn: console.warn, log: console.log };

before(async () => {
  server = await startScriptedModel();
  for (const name of ['error', 'warn', 'log'] as const)
    console[name] = (...words: unknown[]) => void printed.push(words.map(String).join(' '));
});
after(async () => {
  Object.assign(console, original);
  await server.close();
});
afterEach(() => assert.deepEqual(printed.splice(0), [], 'nothing is printed'));

function model(limits = patient) {
  return createOpenAiCompatible({ url: server.url, key, name: 'scripted', ...limits });
}

async function readAll(
  signal = new AbortController().signal,
  limits?: { firstTokenMs: number; totalMs: number },
) {
  const pieces: string[] = [];
  const turns = [
    { role: 'system', text: '只根据资料回答。' },
    { role: 'customer', text: secretWords },
  ] as const;
  for await (const piece of model(limits).stream({ turns, signal })) pieces.push(piece);
  return pieces;
}

/** Everything that a careless logger would print of an error. */
function everythingIn(error: unknown): string {
  const seen = new Set<unknown>();
  const walk = (value: unknown): string => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return String(value);
    seen.add(value);
    return Reflect.ownKeys(value)
      .map((name) => walk(Reflect.get(value, name)))
      .join(' ');
  };
  return walk(error);
}

test('an answer arrives in pieces, and the key only in its header', async () => {
  server.play({ kind: 'answer', text: '您可以在签收后 7 天内申请退货[1]。' });
  const pieces = await readAll();
  assert.equal(pieces.join(''), '您可以在签收后 7 天内申请退货[1]。');
  assert.ok(pieces.length > 3, `${pieces.length} pieces`);
  const [request] = server.requests;
  assert.equal(request!.authorization, `Bearer ${key}`);
  assert.deepEqual(
    request!.body.messages.map(({ role }) => role),
    ['system', 'user'],
  );
  assert.ok(!request!.text.includes(key) && !request!.url.includes(key));
});

test('what a model reasons is not part of its answer', async () => {
  server.play({ kind: 'answer', reasoning: '客户问退货', text: '<think>\n先看资料\n</think>\n可以退[1]。' });
  assert.equal((await readAll()).join('').trim(), '可以退[1]。');
});

test('reasoning counts as having begun', async () => {
  server.play({ kind: 'answer', reasoning: '想一想', text: '可以。', tokenMs: 2000 });
  const limits = { firstTokenMs: 1500, totalMs: 20_000 };
  assert.equal((await readAll(undefined, limits)).join(''), '可以。');
});

const faults: readonly [name: string, play: Play, failure: ModelFailure, limitMs?: number][] = [
  ['429', { kind: 'status', status: 429 }, 'model-overloaded'],
  ['429 that asks for a long wait', { kind: 'status', status: 429, retryAfter: '20' }, 'model-overloaded'],
  ['500', { kind: 'status', status: 500 }, 'model-error'],
  ['503', { kind: 'status', status: 503 }, 'model-error'],
  ['400', { kind: 'status', status: 400 }, 'model-error'],
  ['401', { kind: 'status', status: 401 }, 'model-refused-key'],
  ['403', { kind: 'status', status: 403 }, 'model-refused-key'],
  [
    'silence before the headers',
    { kind: 'hang', when: 'before-headers' },
    'model-timeout',
    short.firstTokenMs,
  ],
  ['silence after the headers', { kind: 'hang', when: 'after-headers' }, 'model-timeout', short.firstTokenMs],
  ['silence midway', { kind: 'hang', when: 'midway', text: '您可以' }, 'model-timeout', short.totalMs],
  [
    'an answer too slow',
    { kind: 'answer', text: '慢'.repeat(90), tokenMs: 50 },
    'model-timeout',
    short.totalMs,
  ],
  ['a cut connection', { kind: 'cut', text: '您可以在' }, 'model-broken-stream'],
  ['an end without a finish', { kind: 'unfinished', text: '您可以在' }, 'model-broken-stream'],
  ['malformed events', { kind: 'malformed', text: '您可以' }, 'model-broken-stream'],
  ['a page instead of events', { kind: 'page' }, 'model-broken-stream'],
  ['a token limit', { kind: 'answer', text: '您可以在', finish: 'length' }, 'model-broken-stream'],
  ['an error inside the stream', { kind: 'error-in-stream' }, 'model-error'],
  ['an empty answer', { kind: 'empty' }, 'model-empty'],
  ['an answer of spaces', { kind: 'answer', text: ' \n ' }, 'model-empty'],
];

for (const [name, play, failure, limitMs = 0] of faults) {
  test(`${name} ends in ${failure}`, async () => {
    server.play(play);
    const start = performance.now();
    await assert.rejects(readAll(undefined, limitMs > 0 ? short : patient), (error) => {
      assert.ok(error instanceof ModelError, String(error));
      assert.equal(error.failure, failure);
      const words = everythingIn(error);
      assert.ok(!words.includes(key) && !words.includes(secretWords), words);
      return true;
    });
    const took = performance.now() - start;
    assert.ok(took < limitMs + slackMs, `${Math.round(took)} ms`);
    assert.ok(took > limitMs - 20, `${Math.round(took)} ms`);
    assert.equal(server.requests.length, 1, 'asked once');
  });
}

test('a server that is not there ends in model-error', async () => {
  const gone = await startScriptedModel();
  await gone.close();
  const unreachable = createOpenAiCompatible({ url: gone.url, key, name: 'scripted', ...short });
  const turns = [{ role: 'customer', text: secretWords }] as const;
  const reading = async () => {
    for await (const _ of unreachable.stream({ turns, signal: new AbortController().signal }));
  };
  await assert.rejects(reading(), { failure: 'model-error' });
});

for (const status of [429, 503]) {
  test(`${status} with a short Retry-After is asked once more`, async () => {
    server.play({ kind: 'status', status, retryAfter: '0.05' }, { kind: 'answer', text: '可以[1]。' });
    assert.equal((await readAll()).join(''), '可以[1]。');
    assert.equal(server.requests.length, 2);
  });
}

test('a second 429 is not asked a third time', async () => {
  server.play({ kind: 'status', status: 429, retryAfter: '0' });
  await assert.rejects(readAll(), { failure: 'model-overloaded' });
  assert.equal(server.requests.length, 2);
});

test('waiting for a retry ends at the time limit', async () => {
  server.play({ kind: 'status', status: 429, retryAfter: '1' });
  await assert.rejects(readAll(undefined, short), { failure: 'model-timeout' });
  assert.equal(server.requests.length, 1);
});

test('an abort ends the call at once with its own reason and closes the connection', async () => {
  server.play({ kind: 'answer', text: '慢'.repeat(300), tokenMs: 30 });
  const abort = new AbortController();
  const reason = new Error('a person took over');
  const reading = readAll(abort.signal, { firstTokenMs: 5000, totalMs: 5000 });
  setTimeout(() => abort.abort(reason), 120);
  const start = performance.now();
  await assert.rejects(reading, reason);
  assert.ok(performance.now() - start < 120 + slackMs);
  await until(() => server.requests[0]!.abandoned);
});

test('a reader who stops early closes the connection', async () => {
  server.play({ kind: 'answer', text: '慢'.repeat(300), tokenMs: 30 });
  const turns = [{ role: 'customer', text: '你好' }] as const;
  const call = { turns, signal: new AbortController().signal };
  for await (const piece of model({ firstTokenMs: 5000, totalMs: 5000 }).stream(call)) {
    assert.ok(piece);
    break;
  }
  await until(() => server.requests[0]!.abandoned);
});

async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + 1000;
  while (!holds() && performance.now() < end) await new Promise((wake) => setTimeout(wake, 5));
  assert.ok(holds());
}
