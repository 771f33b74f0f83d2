import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after } from 'node:test';

/** A TypeScript file of test/kit running in a process of its own, so that it can be killed or raced. */
export interface KitProcess {
  readonly child: ChildProcess;
  /** The next line it prints. Rejects with what it said on stderr when it ends first. */
  line(): Promise<string>;
  /** Writes a line to it. */
  tell(line: string): void;
  /** Resolves with the exit code, or the signal that ended it. */
  ended(): Promise<number | string>;
}

const started: ChildProcess[] = [];
// A test that fails half way must not leave its processes, which would keep the whole run waiting.
after(() => {
  for (const child of started) child.kill('SIGKILL');
});

/** Starts `test/kit/<file>` with the arguments. */
export const startKitProcess = (file: string, ...parts: string[]): KitProcess =>
  startKitProcessWith({}, file, ...parts);

/** The same with a file of test/kit that runs before anything else, and more environment. */
export function startKitProcessWith(
  { before, environment = {} }: { before?: string; environment?: Readonly<Record<string, string>> },
  file: string,
  ...parts: string[]
): KitProcess {
  const first = before === undefined ? [] : ['--import', join(import.meta.dirname, before)];
  const child = spawn(process.execPath, [...first, join(import.meta.dirname, file), ...parts], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  started.push(child);
  let complaint = '';
  child.stderr.on('data', (part) => {
    complaint += part;
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const end = once(child, 'exit') as Promise<[number | null, string | null]>;
  return {
    child,
    async line() {
      const next = await lines.next();
      if (next.done) throw new Error(`${file} ended without another line: ${complaint}`);
      return next.value;
    },
    tell: (line) => child.stdin.write(`${line}\n`),
    async ended() {
      const [code, signal] = await end;
      return code ?? signal ?? 'unknown';
    },
  };
}
