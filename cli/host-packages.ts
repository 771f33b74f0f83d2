import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What browser tests need from the host: a Chromium, and a font with Chinese characters. */
export interface HostNeed {
  /** Name of the Debian package that brings it. */
  readonly debianPackage: string;
  readonly isPresent: () => boolean;
}

/** The Chromium to drive: `CHROMIUM_PATH`, else the host's; undefined when there is none. */
export function findChromium(): string | undefined {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted) return existsSync(wanted) ? wanted : undefined;
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const name of ['chromium', 'chromium-browser', 'google-chrome'])
    for (const folder of folders) {
      const candidate = join(folder, name);
      if (folder !== '' && existsSync(candidate)) return candidate;
    }
  return undefined;
}

const needs: readonly HostNeed[] = [
  { debianPackage: 'chromium', isPresent: () => findChromium() !== undefined },
  { debianPackage: 'fonts-noto-cjk', isPresent: hasChineseFont },
];

/** The Debian packages that are missing here. */
export function missingHostPackages(): string[] {
  return needs.filter(({ isPresent }) => !isPresent()).map(({ debianPackage }) => debianPackage);
}

/**
 * Installs what is missing where that is allowed (root, with apt-get).
 *
 * @throws Error that says exactly what to run, where it is not allowed or did not work
 */
export function ensureHostPackages(say: (line: string) => void): void {
  const missing = missingHostPackages();
  if (missing.length === 0) return;
  const command = `apt-get update && apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  const mayInstall =
    process.getuid?.() === 0 && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
  if (!mayInstall)
    throw new Error(
      `The browser tests need ${missing.join(' and ')}. Run as root: ${command}\n` +
        'On another system install Chromium and a Chinese font, and set CHROMIUM_PATH if it is not on PATH.',
    );
  say(`Installing ${missing.join(' and ')} for the browser tests (a minute or two) …`);
  const result = spawnSync('sh', ['-c', command], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (missingHostPackages().length === 0) return;
  const said = `${result.stdout}${result.stderr}`.trimEnd().split('\n').slice(-15).join('\n');
  throw new Error(`Installing did not work. Run it yourself: ${command}\n${said}`);
}

function hasChineseFont(): boolean {
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  if (listed.status === 0) return listed.stdout.trim() !== '';
  return globSync('/usr/share/fonts/**/*{CJK,cjk,wqy,SourceHan}*').length > 0;
}
