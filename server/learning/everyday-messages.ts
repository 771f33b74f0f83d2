import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const file = join(import.meta.dirname, '../../models/everyday.txt');

/** Messages of everyday life in both languages, as they come along with the product; none where the file is missing. */
export const everydayMessages = (): readonly string[] =>
  existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
