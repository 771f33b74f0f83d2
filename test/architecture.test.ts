import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';
import { migrationsFolder, readMigrations } from '../adapters/store/migrate.ts';

const root = join(import.meta.dirname, '..');

/** What each top folder may import, beside itself. `npm` stands for any package, `node` for Node's own modules. */
const allowed: Record<string, string[]> = {
  core: [],
  plugs: ['core'],
  services: ['core', 'plugs'],
  packs: ['core', 'plugs'],
  adapters: ['core', 'plugs', 'npm', 'node'],
  web: ['core', 'npm'],
};
const everything = [
  'core',
  'plugs',
  'services',
  'packs',
  'adapters',
  'web',
  'server',
  'cli',
  'eval',
  'bench',
  'test',
  'demo',
  'npm',
  'node',
];
/** Parts of `core` that every other part of it may use. */
const sharedCore = ['core/terms', 'core/text', 'core/chance', 'core/learning'];

function* imports() {
  for (const file of globSync(
    '{core,plugs,services,packs,adapters,web,server,edge,cli,eval,bench}/**/*.{ts,tsx}',
    // Tests stand beside their source and may use the test runner and real servers.
    { cwd: root, exclude: ['**/*.test.ts'] },
  )) {
    if (file.endsWith('.test.ts')) continue;
    const source = readFileSync(join(root, file), 'utf8');
    for (const [, specifier] of source.matchAll(/(?:from|import\(|^import)\s*['"]([^'"\s]+)['"]/gm))
      yield { file, specifier: specifier! };
  }
}

function targetOf(file: string, specifier: string): string {
  if (specifier.startsWith('node:')) return 'node';
  return specifier.startsWith('.') ? normalize(join(dirname(file), specifier)) : 'npm';
}

test('every import follows the direction of the architecture', () => {
  const broken: string[] = [];
  for (const { file, specifier } of imports()) {
    const target = targetOf(file, specifier);
    const [folder, part] = file.split('/') as [string, string];
    const [targetFolder, targetPart] = target.split('/') as [string, string | undefined];
    const may = allowed[folder] ?? everything;
    // The demo's page shows the demo's shop.
    if (folder === 'web' && part === 'demo' && targetFolder === 'demo') continue;
    if (targetFolder !== folder && !may.includes(targetFolder)) broken.push(`${file} imports ${specifier}`);
    const crossesPart = targetFolder === folder && part !== targetPart;
    if (folder === 'core' && crossesPart && !sharedCore.includes(`core/${targetPart}`))
      broken.push(`${file} imports ${specifier}`);
    if (folder === 'adapters' && crossesPart) broken.push(`${file} imports ${specifier}`);
  }
  assert.deepEqual(broken, []);
});

test('every relative import names an existing file with its extension', () => {
  const missing = [...imports()].filter(
    ({ file, specifier }) =>
      specifier.startsWith('.') && !existsSync(join(root, dirname(file), specifier.replace(/\?.*$/, ''))),
  );
  assert.deepEqual(missing, []);
});

test('no file needs itself by way of others, types aside', () => {
  const needs = new Map<string, string[]>();
  for (const file of new Set([...imports()].map(({ file }) => file))) {
    const source = readFileSync(join(root, file), 'utf8');
    const values = source.matchAll(
      /^(?:import|export) (?!type )[^'";]*?from '(\.[^']+)'|^import '(\.[^']+)'/gm,
    );
    needs.set(
      file,
      [...values].map(([, from, bare]) => targetOf(file, (from ?? bare)!)),
    );
  }
  const circles: string[] = [];
  const settled = new Set<string>();
  const follow = (file: string, way: readonly string[]): void => {
    const start = way.indexOf(file);
    if (start >= 0) circles.push([...way.slice(start), file].join(' → '));
    if (start >= 0 || settled.has(file)) return;
    for (const next of needs.get(file) ?? []) follow(next, [...way, file]);
    settled.add(file);
  };
  for (const file of needs.keys()) follow(file, []);
  assert.deepEqual(circles, []);
});

test('core asks no clock, no chance and no environment', () => {
  const impure = globSync('core/**/*.ts', { cwd: root }).filter((file) =>
    /\bDate\.now\(|new Date\(\)|Math\.random\(|process\.|crypto\.|setTimeout\(|console\./.test(
      readFileSync(join(root, file), 'utf8'),
    ),
  );
  assert.deepEqual(impure, []);
});

test('migrations are numbered without gaps or repeats, so that a server can start', () => {
  assert.ok(readMigrations(migrationsFolder).length > 0);
});
