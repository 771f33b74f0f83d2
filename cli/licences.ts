import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lock } from './complete-lock.ts';

/** What may be part of a running Tandem. */
const forEverything = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'Unlicense',
  'CC0-1.0',
  'Python-2.0',
  'CC-BY-4.0',
  'Zlib',
]);
/** What a package names loosely, as its licence file says it in full. */
const read: Readonly<Record<string, string>> = { 'duck 0.1.12': 'BSD-2-Clause' };
/** What may be used to build and test it: file-level copyleft that never reaches what we hand on. */
const forTools = new Set([...forEverything, 'MPL-2.0']);

/**
 * Names every package whose licence is not allowed, as "name version: licence". A package that is not installed
 * (made for another platform) is judged by the lock, and left out when that does not say.
 */
export function forbiddenLicences(lock: Lock, root: string): string[] {
  const found: string[] = [];
  for (const [place, entry] of Object.entries(lock.packages)) {
    if (place === '') continue;
    const name = place.replace(/^.*node_modules\//, '');
    const installed = read[`${name} ${entry.version}`] ?? licenceIn(join(root, place, 'package.json'));
    const licence = installed ?? entry.license;
    if (licence === undefined && entry.optional && !existsSync(join(root, place))) continue;
    const allowed = entry.dev ? forTools : forEverything;
    if (!isAllowed(licence ?? '', allowed))
      found.push(`${name} ${entry.version}: ${licence ?? 'no licence named'}`);
  }
  return found;
}

/** Judges an SPDX expression of names, AND, OR and brackets one level deep: of alternatives one is enough. */
export function isAllowed(expression: string, allowed: ReadonlySet<string>): boolean {
  const simple = expression.replace(/\(([^()]*)\)/g, (_, inside: string) =>
    isAllowed(inside, allowed) ? 'allowed' : 'forbidden',
  );
  return simple
    .split(/\s+OR\s+/)
    .some((choice) =>
      choice.split(/\s+AND\s+/).every((name) => name.trim() === 'allowed' || allowed.has(name.trim())),
    );
}

function licenceIn(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  const { license } = JSON.parse(readFileSync(file, 'utf8')) as { license?: string | { type?: string } };
  return typeof license === 'object' ? license.type : license;
}
