/** `npm run build`: makes the web pages into dist/, each only when something it is made from has changed. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const root = join(import.meta.dirname, '..');
const order = ['widget', 'desk', 'console', 'demo'];

/** The web folders that have a `vite.config.ts`, in the order they are built. */
export function pageNames(): string[] {
  const web = join(root, 'web');
  if (!existsSync(web)) return [];
  const found = readdirSync(web).filter((name) => existsSync(join(web, name, 'vite.config.ts')));
  const rank = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  return found.sort((one, other) => rank(one) - rank(other));
}

/** The pages whose built files are missing or older than their sources. */
export function stalePages(): string[] {
  return pageNames().filter((name) => readOrEmpty(stampOf(name)) !== sourceMark(name) || !isBuilt(name));
}

/**
 * Builds the stale pages one after another with Vite into `dist/<name>`, telling each with its time and size.
 *
 * @throws what Vite throws, with the page's name before it
 */
export async function buildPages(settings: {
  readonly say: (line: string) => void;
  readonly force?: boolean;
}): Promise<void> {
  const names = settings.force ? pageNames() : stalePages();
  if (names.length === 0) return;
  // Vite takes a moment to load, which a start with nothing to build should not wait for.
  const { build } = await import('vite');
  for (const name of names) {
    const began = performance.now();
    const mark = sourceMark(name);
    try {
      await build({
        root: join(root, 'web', name),
        configFile: join(root, 'web', name, 'vite.config.ts'),
        logLevel: 'error',
        build: { outDir: join(root, 'dist', name), emptyOutDir: true },
      });
    } catch (error) {
      throw new Error(`web/${name} could not be built: ${error instanceof Error ? error.message : error}`, {
        cause: error,
      });
    }
    mkdirSync(join(root, 'dist', '.stamps'), { recursive: true });
    writeFileSync(stampOf(name), mark);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    settings.say(`✓ web/${name} → dist/${name}  ${seconds} s, ${sizeOf(name)}`);
  }
}

const stampOf = (name: string): string => join(root, 'dist', '.stamps', name);

function isBuilt(name: string): boolean {
  const folder = join(root, 'dist', name);
  return existsSync(folder) && readdirSync(folder).length > 0;
}

/** One number for all a page is made from: its folder, what pages share, the core, the demo's shop, and the packages. */
function sourceMark(name: string): string {
  const others = pageNames().filter((page) => page !== name);
  const hash = createHash('sha256');
  const files = globSync(['web/**/*', 'core/**/*.ts', 'demo/*.ts', 'package-lock.json'], { cwd: root })
    .filter((file) => !others.some((page) => file.startsWith(`web/${page}/`)) && !file.endsWith('.test.ts'))
    .filter((file) => statSync(join(root, file)).isFile())
    .sort();
  for (const file of files) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function sizeOf(name: string): string {
  let plain = 0;
  let packed = 0;
  for (const file of globSync('**/*', { cwd: join(root, 'dist', name) })) {
    const path = join(root, 'dist', name, file);
    if (!statSync(path).isFile() || file.endsWith('.map')) continue;
    const content = readFileSync(path);
    plain += content.length;
    packed += gzipSync(content).length;
  }
  return `${Math.ceil(plain / 1024)} kB (${Math.ceil(packed / 1024)} kB gzip)`;
}

function readOrEmpty(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

if (process.argv[1] === import.meta.filename) {
  try {
    await buildPages({ say: console.log, force: process.argv.includes('--force') });
    if (pageNames().length === 0) console.log('There are no web pages to build.');
  } catch (error) {
    console.error(`✗ ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
