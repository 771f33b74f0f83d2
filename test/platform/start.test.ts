import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { readPostmaster } from '../../server/embedded-postgres/postmaster.ts';
import { isAlive } from '../../server/embedded-postgres/process.ts';
import { makeFolder } from '../../server/make-folder.ts';
import { call } from '../kit/client.ts';

const folder = mkdtempSync(join(tmpdir(), 'tandem-start-'));
const children: ChildProcess[] = [];
after(async () => {
  for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** `npm start` or a command of the administrator, with everything that it says. */
function run(file: string, parts: readonly string[], environment: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../cli', file), ...parts], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TANDEM_DEMO: 'false', LOG_LEVEL: 'warn', PORT: '0', ...environment },
  });
  children.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part));
  const ended = once(child, 'exit').then(([code]) => ({ code: code as number | null, said }));
  return {
    child,
    ended,
    async until(pattern: RegExp): Promise<RegExpExecArray> {
      for (const end = Date.now() + 150_000; Date.now() < end; await sleep(20)) {
        const found = pattern.exec(said);
        if (found) return found;
        if (child.exitCode !== null) break;
      }
      throw new Error(`${pattern} was not said: ${said}`);
    },
  };
}

const password = /password\s+(\S{16})/;
const url = /console\s+(http:\S+)\/console\//;

async function signIn(place: string, secret: string): Promise<number> {
  const body = { email: 'admin@tandem.local', password: secret };
  return (await call(place, 'POST', '/api/session', { body })).status;
}

test('a taken port and a data folder that cannot be are told together, and nothing is begun', async () => {
  const other = createServer((_, response) => response.end('{}')).listen(0, '127.0.0.1');
  await once(other, 'listening');
  const file = join(folder, 'a-file');
  writeFileSync(file, '');
  const { port } = other.address() as AddressInfo;
  const { code, said } = await run('start.ts', [], { PORT: String(port), DATA_DIR: join(file, 'data') })
    .ended;
  other.close();
  assert.equal(code, 1);
  assert.match(said, /Port: .*EADDRINUSE[\s\S]*set PORT to another/);
  assert.match(said, /Data folder: .*cannot be written[\s\S]*set DATA_DIR/);
  assert.doesNotMatch(said, /password|\.ts:\d/);
});

test('a data folder where the system lets nobody make one stops the start with a sentence, not for ever', async () => {
  // Below /proc every making ends in ENOENT, which Node's own recursive making takes for a missing parent.
  const { code, said } = await run('start.ts', [], { DATA_DIR: '/proc/tandem/data' }).ended;
  assert.equal(code, 1);
  assert.match(said, /Data folder: \/proc cannot be written[\s\S]*set DATA_DIR/);
});

test('a folder that cannot be made is named, with what to do, wherever it is made', () => {
  const file = join(folder, 'no-folder');
  writeFileSync(file, '');
  for (const place of ['/proc/tandem/data', join(file, 'data')])
    assert.throws(() => makeFolder(place), {
      name: 'FolderError',
      message: /cannot be made .* set DATA_DIR/,
    });
  makeFolder(join(folder, 'one/two/three'));
  makeFolder(join(folder, 'one/two'));
  assert.ok(statSync(join(folder, 'one/two/three')).isDirectory());
});

test('a start that is stopped half way has told its password, leaves no database running, and goes on the next time', async () => {
  const DATA_DIR = join(folder, 'half');
  const first = run('start.ts', [], { DATA_DIR });
  await first.until(/knowledge base/);
  const database = readPostmaster(join(DATA_DIR, 'postgres'))!.pid;
  // As a process manager does it: to the group, and once more through the parent.
  first.child.kill('SIGTERM');
  first.child.kill('SIGTERM');
  const { code, said } = await first.ended;
  assert.equal(code, 0, said);
  const secret = password.exec(said)?.[1];
  assert.ok(secret, `the password was not told: ${said}`);
  assert.ok(!isAlive(database), 'the database goes on without its server');

  const second = run('start.ts', [], { DATA_DIR });
  const [, place] = await second.until(url);
  assert.equal(await signIn(place!, secret), 200);

  const third = run('main.ts', ['new-password'], { DATA_DIR });
  const made = await third.ended;
  assert.equal(made.code, 0, made.said);
  const renewed = /^ {2}(\S{16}) /m.exec(made.said)![1]!;
  assert.equal(await signIn(place!, secret), 401);
  assert.equal(await signIn(place!, renewed), 200);
  const nobody = await run('main.ts', ['new-password', 'nobody@tandem.local'], { DATA_DIR }).ended;
  assert.equal(nobody.code, 1);
  assert.match(nobody.said, /no account nobody@tandem\.local; there are:\s+admin@tandem\.local/);
  second.child.kill('SIGTERM');
  assert.equal((await second.ended).code, 0);
});

test('a database that cannot be reached is told with what to check, without a stack', async () => {
  const { code, said } = await run('start.ts', [], { DATABASE_URL: 'postgresql://a:b@127.0.0.1:1/x' }).ended;
  assert.equal(code, 1);
  assert.match(said, /ECONNREFUSED[\s\S]*DATABASE_URL[\s\S]*doctor/);
  assert.doesNotMatch(said, /\.ts:\d/);
});
