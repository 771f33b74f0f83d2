/**
 * `npm test`: brings everything the tests need, runs them, and fails when they leave something behind.
 * Arguments name files, folders or parts of a path: `npm test -- test/flows core/routing`.
 */
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { joinSharedCluster, killLeakedServers } from '../test/kit/cluster.ts';
import { ensureHostPackages } from './host-packages.ts';

const root = join(import.meta.dirname, '..');
const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
const say = (line: string): void => console.log(line);

/** Test files in the order they run: what needs nothing first, browsers last. */
function chooseFiles(filters: string[]): string[] {
  const rank = (file: string): number =>
    file.startsWith('core/') ? 0 : file.startsWith('test/browser/') ? 2 : 1;
  return globSync('**/*.test.ts', {
    cwd: root,
    exclude: (name) => ['node_modules', 'dist', 'data', '.git'].includes(name),
  })
    .filter((file) => filters.length === 0 || filters.some((filter) => file.includes(filter)))
    .sort((one, other) => rank(one) - rank(other) || one.localeCompare(other, 'en'));
}

interface Outcome {
  passed: boolean;
  tests: number;
  slowest: { file: string; duration: number }[];
}

async function runFiles(files: string[]): Promise<Outcome> {
  const outcome: Outcome = { passed: true, tests: 0, slowest: [] };
  if (files.length === 0) return outcome;
  const tests = run({ files: files.map((file) => join(root, file)), concurrency: 2, timeout: 300_000 });
  tests.on('test:summary', (summary) => {
    if (!summary.success) outcome.passed = false;
    if (summary.file === undefined) outcome.tests += summary.counts.tests;
    else outcome.slowest.push({ file: summary.file.slice(root.length + 1), duration: summary.duration_ms });
  });
  const report = tests.compose(spec);
  for await (const part of report) process.stdout.write(part as string);
  return outcome;
}

async function main(filters: string[]): Promise<number> {
  const began = performance.now();
  const files = chooseFiles(filters.map((filter) => filter.replace(/^\.\//, '').replace(`${root}/`, '')));
  if (files.length === 0) {
    say(`No test file matches ${filters.join(' ')}.`);
    return 1;
  }
  const pure = files.filter((file) => file.startsWith('core/'));
  const others = files.filter((file) => !file.startsWith('core/'));
  const browses = others.some((file) => file.startsWith('test/browser/'));
  if (browses) ensureHostPackages(say);
  if (existsSync(join(root, 'web')) && (filters.length === 0 || browses)) {
    const { buildPages } = await import('./build.ts');
    await buildPages({ say });
  }

  const first = await runFiles(pure);
  const cluster = others.length > 0 ? await joinSharedCluster() : undefined;
  const second = await runFiles(others);
  await cluster?.stop();
  const leaked = await killLeakedServers();

  const slowest = [...first.slowest, ...second.slowest].sort((one, other) => other.duration - one.duration);
  say('\nSlowest files');
  for (const { file, duration } of slowest.slice(0, 8)) say(`  ${seconds(duration).padStart(8)}  ${file}`);
  for (const { pid, directory } of leaked)
    say(`✗ A test left PostgreSQL ${pid} running in ${directory}; it was killed.`);
  const passed = first.passed && second.passed && leaked.length === 0;
  const count = first.tests + second.tests;
  say(
    `\n${passed ? '✓' : '✗'} ${count} tests in ${files.length} files, ${seconds(performance.now() - began)}`,
  );
  return passed && count > 0 ? 0 : 1;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(`✗ ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
