import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ConfigError, configPage, loadConfig } from '../../server/config.ts';

function problemsOf(environment: Record<string, string>): Record<string, string> {
  try {
    loadConfig(environment);
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return Object.fromEntries(error.problems.map(({ name, problem }) => [name, problem]));
  }
  return {};
}

test('nothing needs to be set', () => {
  const config = loadConfig({});
  assert.equal(config.port, 7300);
  assert.equal(config.host, '127.0.0.1');
  assert.equal(config.model, undefined);
  assert.equal(config.databaseUrl, undefined);
  assert.equal(config.timers.queuePatienceMs, 120_000);
});

test('empty values count as not set, and what is not ours is left alone', () => {
  assert.deepEqual(
    loadConfig({ PORT: ' ', TANDEM_MODEL_URL: '', PATH: '/bin', TANDEM_TEST_X: '1' }),
    loadConfig({}),
  );
});

test('every problem is told at once, with what is allowed', () => {
  const problems = problemsOf({
    PORT: '70000',
    HOST: 'a b',
    PUBLIC_URL: 'tandem.example',
    DATABASE_URL: 'mysql://x',
    TANDEM_DEMO: 'yes',
    LOG_LEVEL: 'loud',
    QUEUE_PATIENCE_S: '-1',
    TANDEM_MODLE_URL: 'http://x',
  });
  assert.deepEqual(problems, {
    PORT: 'must be a whole number from 0 to 65535, not "70000"',
    HOST: 'must be a host name or an IP address, not "a b"',
    PUBLIC_URL: 'must be an address that begins with http:// or https://, not "tandem.example"',
    DATABASE_URL: 'must be an address that begins with postgres:// or postgresql://, not what is set',
    TANDEM_DEMO: 'must be true or false, not "yes"',
    LOG_LEVEL: 'must be one of debug, info, warn, error, silent, not "loud"',
    QUEUE_PATIENCE_S: 'must be a whole number from 5 to 86400, not "-1"',
    TANDEM_MODLE_URL: 'is not a setting; did you mean TANDEM_MODEL_URL?',
  });
});

test('a model needs its address and its name', () => {
  assert.deepEqual(Object.keys(problemsOf({ TANDEM_MODEL_URL: 'http://m/v1' })), ['TANDEM_MODEL_NAME']);
  assert.deepEqual(Object.keys(problemsOf({ TANDEM_MODEL_NAME: 'm', TANDEM_MODEL_KEY: 'k' })), [
    'TANDEM_MODEL_KEY',
    'TANDEM_MODEL_NAME',
  ]);
  const { model } = loadConfig({ TANDEM_MODEL_URL: 'http://m/v1/', TANDEM_MODEL_NAME: 'm' });
  assert.deepEqual(model, {
    url: 'http://m/v1',
    key: undefined,
    name: 'm',
    opinion: true,
    firstTokenMs: 8000,
    totalMs: 30_000,
  });
});

test('a secret is never repeated', () => {
  assert.throws(
    () => loadConfig({ TANDEM_MODEL_KEY: 'top secret', DATABASE_URL: 'top-secret' }),
    (error: Error) => !error.message.includes('secret'),
  );
});

test('docs/config.md is what the schema says', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/config.md'), 'utf8');
  assert.equal(page, configPage(), 'run: npm run tandem -- config-page');
});

test('embeddings need an address and a name, and their key is not repeated', () => {
  assert.deepEqual(Object.keys(problemsOf({ TANDEM_EMBEDDING_URL: 'http://127.0.0.1:9/v1' })), [
    'TANDEM_EMBEDDING_NAME',
  ]);
  assert.deepEqual(
    Object.keys(problemsOf({ TANDEM_EMBEDDING_KEY: 'k', TANDEM_EMBEDDING_QUESTION_MS: '300' })),
    ['TANDEM_EMBEDDING_KEY', 'TANDEM_EMBEDDING_QUESTION_MS'],
  );
  assert.throws(
    () => loadConfig({ TANDEM_EMBEDDING_KEY: 'top secret' }),
    (error: Error) => !error.message.includes('top secret'),
  );
  const { embedding } = loadConfig({
    TANDEM_EMBEDDING_URL: 'http://127.0.0.1:9/v1/',
    TANDEM_EMBEDDING_NAME: 'm',
  });
  assert.deepEqual(embedding, { url: 'http://127.0.0.1:9/v1', key: undefined, name: 'm', questionMs: 400 });
});
