import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

/** Figures by their whole name. */
export type Figures = Readonly<Record<string, number>>;

/**
 * Measures parts in processes of their own, as many at once as there are processors: they learn for minutes, and none
 * needs another. The figures come in the order of `names`.
 *
 * @param passed the options that every part is given
 * @throws when a part ends badly; what it said stands on standard error
 */
export async function measureSideBySide(
  names: readonly string[],
  passed: readonly string[],
): Promise<Figures[]> {
  const found: Figures[] = new Array(names.length);
  let next = 0;
  const worker = async () => {
    for (let place = next++; place < names.length; place = next++)
      found[place] = await measureApart(names[place]!, passed);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return found;
}

async function measureApart(name: string, passed: readonly string[]): Promise<Figures> {
  const main = join(import.meta.dirname, 'main.ts');
  const child = spawn(process.execPath, [main, ...passed, '--only', name, '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    said += part;
  });
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0) throw new Error(`${name} ended with ${code}.`);
  return JSON.parse(said) as Figures;
}
