import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../../server/embedded-postgres/process.ts';

const folder = mkdtempSync(join(tmpdir(), 'tandem-bootstrap-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** A checkout with nothing but the bootstrap, a program for `cli`, and packages that need no network. */
function makeCheckout(name: string, program: string, dependencies: Record<string, string> = {}): string {
  const root = join(folder, name);
  mkdirSync(join(root, 'cli'), { recursive: true });
  cpSync(join(import.meta.dirname, '../../cli/bootstrap.mjs'), join(root, 'cli/bootstrap.mjs'));
  writeFileSync(join(root, 'cli/main.ts'), program);
  writeFileSync(join(root, 'package.json'), JSON.stringify({ name: 'x', type: 'module', dependencies }));
  writeFileSync(
    join(root, 'package-lock.json'),
    JSON.stringify({ name: 'x', lockfileVersion: 3, requires: true, packages: { '': { name: 'x' } } }),
  );
  mkdirSync(join(root, 'node_modules', 'node'), { recursive: true });
  return root;
}

const bootstrap = (root: string, ...parts: string[]) =>
  spawnSync(process.execPath, [join(root, 'cli/bootstrap.mjs'), ...parts], { encoding: 'utf8' });

test('arguments, output and exit code pass through untouched', () => {
  const root = makeCheckout(
    'passing',
    'console.log(JSON.stringify(process.argv.slice(2))); process.exit(7);',
  );
  const result = bootstrap(root, 'cli', 'a b', '--json');
  assert.equal(result.status, 7, result.stderr);
  assert.equal(result.stdout, '["a b","--json"]\n');
});

test('packages are installed once for each lock, told on stderr only', () => {
  const root = makeCheckout('installing', "console.log('ran');");
  const first = bootstrap(root, 'cli');
  assert.equal(first.stdout, 'ran\n', first.stderr);
  assert.match(first.stderr, /Installing/);
  mkdirSync(join(root, 'node_modules', 'node'), { recursive: true });
  assert.equal(bootstrap(root, 'cli').stderr, '');

  mkdirSync(join(root, 'part'));
  writeFileSync(join(root, 'part/package.json'), JSON.stringify({ name: 'part', version: '1.0.0' }));
  const dependencies = { part: 'file:part' };
  writeFileSync(join(root, 'package.json'), JSON.stringify({ name: 'x', type: 'module', dependencies }));
  const packages = {
    '': { name: 'x', dependencies },
    'node_modules/part': { resolved: 'part', link: true },
    part: { version: '1.0.0' },
  };
  writeFileSync(
    join(root, 'package-lock.json'),
    JSON.stringify({ name: 'x', lockfileVersion: 3, requires: true, packages }),
  );
  assert.match(bootstrap(root, 'cli').stderr, /Installing/);
  assert.ok(existsSync(join(root, 'node_modules/part/package.json')));
});

test('a lock that lacks a package is made good by npm install', () => {
  const root = makeCheckout('incomplete', "console.log('ran');", { part: 'file:./part' });
  mkdirSync(join(root, 'part'));
  writeFileSync(join(root, 'part/package.json'), JSON.stringify({ name: 'part', version: '1.0.0' }));
  const result = bootstrap(root, 'cli');
  assert.match(result.stderr, /npm install instead/);
  assert.equal(result.stdout, 'ran\n', result.stderr);
  assert.ok(existsSync(join(root, 'node_modules/part/package.json')));
});

test('a stop during the installation ends npm and its scripts, and the next start installs', async () => {
  const root = makeCheckout('interrupted', "console.log('ran');");
  const hold = join(root, 'hold.mjs');
  const place = join(root, 'hold.pid');
  writeFileSync(
    hold,
    `import { writeFileSync, renameSync } from 'node:fs';
     for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
     writeFileSync('hold.new', String(process.pid)); renameSync('hold.new', 'hold.pid'); setInterval(() => {}, 1000);`,
  );
  const own = { name: 'x', type: 'module', scripts: { preinstall: 'node hold.mjs' } };
  writeFileSync(join(root, 'package.json'), JSON.stringify(own));
  const child = spawn(process.execPath, [join(root, 'cli/bootstrap.mjs'), 'cli'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (part) => (said += part));
  const ended = once(child, 'exit');
  while (!existsSync(place)) await sleep(50);
  const pid = Number(readFileSync(place, 'utf8'));
  child.kill('SIGINT');
  assert.deepEqual(await ended, [130, null]);
  assert.match(said, /interrupted; run the same command again/);
  // Killed already; whoever inherited it collects it a moment later.
  for (let waited = 0; isAlive(pid) && waited < 50; waited += 1) await sleep(100);
  assert.ok(!isAlive(pid), 'an install script goes on');

  writeFileSync(hold, '');
  const again = bootstrap(root, 'cli');
  assert.equal(again.stdout, 'ran\n', again.stderr);
});

test('a signal reaches the program, whose exit code is kept', async () => {
  const root = makeCheckout(
    'signalled',
    "process.on('SIGTERM', () => process.exit(42)); setInterval(() => {}, 1000); console.log('ready');",
  );
  const child = spawn(process.execPath, [join(root, 'cli/bootstrap.mjs'), 'cli'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(child.stdout, 'data');
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  assert.equal(code, 42);
});

test('an unknown command and a missing program say so', () => {
  const root = makeCheckout('lacking', '');
  assert.match(bootstrap(root, 'strat').stderr, /No such command: strat/);
  const missing = bootstrap(root, 'bench');
  assert.equal(missing.status, 1);
  assert.match(missing.stderr, /bench\/main\.ts is missing/);
});
