/** `npm run check`: types, style, the architecture's import directions, the lock, and every licence. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Lock, missingEntries } from './complete-lock.ts';
import { forbiddenLicences } from './licences.ts';

const root = join(import.meta.dirname, '..');
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;

interface Check {
  readonly name: string;
  /** Resolves to what is wrong; empty when all is well. */
  readonly look: () => Promise<string>;
}

const checks: Check[] = [
  { name: 'types', look: () => program('typescript/bin/tsc', ['--noEmit', '-p', '.']) },
  ...(existsSync(join(root, 'web/widget/tsconfig.json'))
    ? [
        {
          name: 'types of the widget',
          look: () => program('typescript/bin/tsc', ['--noEmit', '-p', 'web/widget']),
        },
      ]
    : []),
  { name: 'style', look: () => program('@biomejs/biome/bin/biome', ['check', '.']) },
  { name: 'architecture', look: () => command(process.execPath, ['--test', 'test/architecture.test.ts']) },
  {
    name: 'lock',
    look: async () =>
      missingEntries(lock)
        .map(([place]) => `${place} is missing from package-lock.json: run node cl./complete-lock.ts`)
        .join('\n'),
  },
  { name: 'licences', look: async () => forbiddenLicences(lock, root).join('\n') },
];

function program(path: string, parts: string[]): Promise<string> {
  return command(process.execPath, [join(root, 'node_modules', path), ...parts]);
}

function command(file: string, parts: string[]): Promise<string> {
  const child = spawn(file, parts, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0 ? '' : said.trimEnd() || `${file} ended with ${code}`));
  });
}

// One after another: types alone fill both cores of a small machine.
let failed = false;
for (const { name, look } of checks) {
  const began = performance.now();
  const wrong = await look();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${wrong === '' ? '✓' : '✗'} ${name}  ${seconds} s`);
  if (wrong === '') continue;
  failed = true;
  console.log(wrong.replace(/^/gm, '    '));
}
process.exitCode = failed ? 1 : 0;
