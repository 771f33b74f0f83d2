import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { examine } from '../../cli/doctor.ts';
import type { Finding } from '../../cli/examine-host.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { startScriptedEmbeddings } from '../kit/scripted-embeddings.ts';

const folder = mkdtempSync(join(tmpdir(), 'tandem-doctor-'));
let database: TestDatabase;
before(async () => {
  database = await createTestDatabase();
});
after(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function look(environment: Record<string, string>): Promise<(subject: string) => Finding> {
  const findings = await examine({ DATA_DIR: folder, PORT: '0', DATABASE_URL: database.url, ...environment });
  return (subject) => {
    const found = findings.find((finding) => finding.subject.includes(subject));
    assert.ok(found, `nothing about ${subject}`);
    return found;
  };
}

test('a sound database has nothing to put right', async () => {
  const finding = await look({});
  for (const subject of [
    'Node',
    'Settings',
    'Data folder',
    'Database',
    'Durability',
    'Clock',
    'Migrations',
    'Port',
  ])
    assert.equal(finding(subject).advice, undefined, `${subject}: ${finding(subject).advice}`);
});

test('wrong settings are listed before anything else is tried', async () => {
  const finding = await look({ LOG_LEVEL: 'loud' });
  assert.match(finding('Settings').advice ?? '', /LOG_LEVEL/);
});

test('a database that cannot be reached comes with what to check', async () => {
  const finding = await look({ DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' });
  assert.match(finding('Database').seen, /not reachable/);
  assert.match(finding('Database').advice ?? '', /DATABASE_URL/);
});

test('a port that another program has is told', async () => {
  const server = createServer((_, response) => response.end('{}')).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const finding = await look({ PORT: String((server.address() as AddressInfo).port) });
  assert.match(finding('Port').advice ?? '', /Another program/);
  server.close();
});

test('a model that refuses the key, does not know the name, or is silent is told apart', async () => {
  let status = 200;
  const server = createServer((request, response) => {
    request.resume();
    if (status === 0) return;
    response.writeHead(request.headers.authorization === 'Bearer good' ? status : 401).end('{}');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  const model = async (key: string): Promise<Finding> =>
    (
      await look({
        TANDEM_MODEL_URL: url,
        TANDEM_MODEL_NAME: 'm',
        TANDEM_MODEL_KEY: key,
        TANDEM_MODEL_FIRST_TOKEN_MS: '300',
      })
    )('Model');

  assert.equal((await model('good')).advice, undefined);
  assert.match((await model('bad')).advice ?? '', /TANDEM_MODEL_KEY/);
  status = 404;
  assert.match((await model('good')).advice ?? '', /TANDEM_MODEL_URL/);
  status = 0;
  assert.match((await model('good')).seen, /no answer within 300 ms/);
  server.closeAllConnections();
  server.close();
});

test('embeddings are tried where they are set, and told with how long they take', async () => {
  const server = await startScriptedEmbeddings([]);
  const embeddings = async (): Promise<Finding> => {
    const finding = await look({
      TANDEM_EMBEDDING_URL: server.url,
      TANDEM_EMBEDDING_NAME: 'scripted',
      TANDEM_EMBEDDING_QUESTION_MS: '500',
    });
    return finding('Embeddings');
  };
  try {
    const { seen, advice } = await embeddings();
    assert.match(seen, /96 dimensions in \d+ ms/);
    assert.equal(advice, undefined);
    server.play({ kind: 'answer', afterMs: 700 });
    assert.match((await embeddings()).advice ?? '', /TANDEM_EMBEDDING_QUESTION_MS/);
    server.play({ kind: 'status', status: 401 });
    assert.match((await embeddings()).advice ?? '', /TANDEM_EMBEDDING_KEY/);
    server.play({ kind: 'body', body: '<!doctype html>' });
    assert.match((await embeddings()).advice ?? '', /does not speak OpenAI’s embeddings/);
  } finally {
    await server.close();
  }
});
