/**
 * Adds to package-lock.json the optional packages of other platforms that npm left out.
 *
 * npm writes only those that the registry at hand could deliver; `npm ci` then refuses the lock everywhere. The
 * entries carry no integrity: npm takes it from the registry on the platform that needs them. Run it after a change
 * of the dependencies when `npm run check` asks for it: `npx node cli/complete-lock.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the check reads and writes of one entry of the lock. */
export interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly os?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** package-lock.json, version 3. */
export interface Lock {
  packages: Record<string, LockedPackage>;
}

/** The optional packages that the lock names but does not hold, as place and entry. */
export function missingEntries(lock: Lock): [string, LockedPackage][] {
  return Object.entries(lock.packages).flatMap(([place, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !isHeld(lock, place, name))
      .map(([name, range]): [string, LockedPackage] => [
        `node_modules/${name}`,
        {
          version: range.replace(/^[\^~]/, ''),
          ...platformOf(name),
          ...(entry.dev ? { dev: true } : {}),
          optional: true,
        },
      ]),
  );
}

/** Looks as Node does: beside the package, then in each folder of packages above it. */
function isHeld(lock: Lock, place: string, name: string): boolean {
  const nested = place.split('/node_modules/');
  return (
    nested.some((_, depth) => {
      const above = nested.slice(0, nested.length - depth).join('/node_modules/');
      return lock.packages[`${above}/node_modules/${name}`] !== undefined;
    }) || lock.packages[`node_modules/${name}`] !== undefined
  );
}

function platformOf(name: string): Pick<LockedPackage, 'cpu' | 'libc' | 'os'> {
  const system = /darwin|linux|win32|windows|android|freebsd|openbsd|netbsd|sunos|aix|openharmony/.exec(
    name,
  )?.[0];
  const processor = /arm64|x64|ia32|arm|ppc64|riscv64|s390x|loong64|wasm32/.exec(
    name.replace(/^@[^/]*\//, ''),
  )?.[0];
  const library = name.includes('musl')
    ? 'musl'
    : system === 'linux' && name.includes('gnu')
      ? 'glibc'
      : undefined;
  return {
    ...(processor ? { cpu: [processor] } : {}),
    ...(library ? { libc: [library] } : {}),
    ...(system ? { os: [system === 'windows' ? 'win32' : system] } : {}),
  };
}

if (process.argv[1] === import.meta.filename) {
  const file = join(import.meta.dirname, '..', 'package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8')) as Lock;
  const missing = missingEntries(lock);
  const entries = [...Object.entries(lock.packages), ...missing];
  lock.packages = Object.fromEntries(entries.sort(([one], [other]) => one.localeCompare(other, 'en')));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  for (const [place] of missing) console.log(`added ${place}`);
}
