import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fnvOf } from '../../core/chance/fnv.ts';

/** The lines of the sample shop's articles, which name no person; one half by a hash is learned from, the other only measured. */
export function shopLines(half: 'learned' | 'unseen'): string[] {
  const folder = join(import.meta.dirname, '../../demo/articles');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .sort()
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'))
    .filter((line) => line !== '' && ((fnvOf(`line ${line}`) >>> 7) % 2 === 0) === (half === 'learned'));
}
