/**
 * Adds to package-lock.json the optional packages of other platforms that npm left out.
 *
 * npm writes only those that the registry at hand could deliver; `npm ci` then refuses the lock
 * everywhere. The entries carry no integrity: npm takes it from the registry on the platform that
 * needs them. Run it after every change of the dependencies: `node cli/complete-lock.mjs`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const file = join(import.meta.dirname, '..', 'package-lock.json');

/** The optional packages that the lock names but does not hold, as [place, entry]. */
export function missingEntries(lock) {
  const missing = [];
  for (const [place, entry] of Object.entries(lock.packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      if (found(lock, place, name)) continue;
      missing.push([
        `node_modules/${name}`,
        {
          version: range.replace(/^[\^~]/, ''),
          ...platformOf(name),
          ...(entry.dev && { dev: true }),
          optional: true,
        },
      ]);
    }
  }
  return missing;
}

function found(lock, place, name) {
  for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (lock.packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
    if (!folder) return false;
    if (!folder.includes('/node_modules/')) folder = '';
    if (!folder) return Boolean(lock.packages[`node_modules/${name}`]);
  }
}

function platformOf(name) {
  const system = /(darwin|linux|win32|windows|android|freebsd|openbsd|netbsd|sunos|aix|openharmony)/.exec(
    name,
  )?.[1];
  const processor = /(arm64|x64|ia32|arm|ppc64|riscv64|s390x|loong64|wasm32)/.exec(
    name.replace(/@[^/]*\//, ''),
  )?.[1];
  const library = /musl/.test(name) ? 'musl' : system === 'linux' && /gnu/.test(name) ? 'glibc' : undefined;
  return {
    ...(processor && { cpu: [processor] }),
    ...(library && { libc: [library] }),
    ...(system && { os: [system === 'windows' ? 'win32' : system] }),
  };
}

if (process.argv[1] === import.meta.filename) {
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const missing = missingEntries(lock);
  for (const [place, entry] of missing) lock.packages[place] = entry;
  const root = lock.packages[''];
  const rest = Object.keys(lock.packages)
    .filter(Boolean)
    .sort((a, b) => a.localeCompare(b, 'en'));
  lock.packages = Object.fromEntries([['', root], ...rest.map((place) => [place, lock.packages[place]])]);
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${missing.length} added`);
  for (const [place] of missing) console.log(`  ${place}`);
}
