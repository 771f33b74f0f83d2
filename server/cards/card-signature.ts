import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { endianness } from 'node:os';
import { dict } from '@node-rs/jieba/dict.js';
import type { Dictionary } from '../../core/terms/dictionary.ts';

/** The code from which a card comes, tests apart. */
const folders = ['core/knowledge', 'core/learning', 'core/chance', 'adapters/segmenters', 'server/cards'];

/**
 * Of everything that a card depends on beside its text: the code that reads it, the dictionary that comes along, the
 * house's own words, and what Node's regular expressions take for a letter. Another signature, another card.
 */
export async function cardSignature({ words = [], synonyms = [] }: Partial<Dictionary>): Promise<string> {
  codeAndWords ??= sumOfCodeAndWords();
  return createHash('sha256')
    .update(await codeAndWords)
    .update(JSON.stringify([words, synonyms]))
    .digest('hex');
}

/** Nothing of it changes while a process runs. */
let codeAndWords: Promise<string> | undefined;

async function sumOfCodeAndWords(): Promise<string> {
  const sum = createHash('sha256');
  const { icu, unicode, node } = process.versions;
  const { version } = createRequire(import.meta.url)('@node-rs/jieba/package.json') as { version: string };
  sum.update(JSON.stringify([version, icu, unicode, node, endianness()]));
  sum.update(dict);
  for (const folder of folders) {
    const at = new URL(`../../${folder}/`, import.meta.url);
    const names = (await readdir(at)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
    for (const name of names.sort())
      sum.update(`${folder}/${name}\n`).update(await readFile(new URL(name, at)));
  }
  return sum.digest('hex');
}
