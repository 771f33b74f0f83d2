import { parseArgs } from 'node:util';

export interface ReplayOptions {
  readonly file: string;
  readonly json: boolean;
  /** How many dialogues to play; all of them when not given. */
  readonly conversations: number;
  /** Customers at once. */
  readonly concurrency: number;
  /** A running server instead of one of its own, with an account of its staff. */
  readonly server?: { readonly url: string; readonly email: string; readonly password: string };
  readonly inboxId: string;
}

export const usage = `npm run replay -- <file.jsonl.gz> [--json] [--conversations N] [--concurrency N]
                       [--url http://… --email … --password … [--inbox demo]]

Plays recorded help-desk dialogues through a running Tandem as customers and agents would, and checks the log.
One dialogue a line: {"turns":[{"r":"c","text":["…"]},{"r":"b","text":["…"]}],"quality":{"A":{"mean":0},"S":{"mean":0}}}
Without --url it starts a server of its own on an empty temporary database and removes it afterwards.
The password may stand in REPLAY_PASSWORD instead.`;

/** A sentence for whoever called the tool wrongly. */
export class UsageError extends Error {}

/** @throws UsageError that says what to write instead */
export function readOptions(
  parts: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): ReplayOptions {
  const { values, positionals } = parsed(parts);
  const [file, ...more] = positionals;
  if (file === undefined) throw new UsageError(`Which file? ${usage}`);
  if (more.length > 0) throw new UsageError(`One file, please; ${positionals.length} were named.`);
  const password = values.password ?? environment.REPLAY_PASSWORD;
  if (values.url !== undefined && !URL.canParse(values.url))
    throw new UsageError(`--url ${values.url} is no address; it looks like http://127.0.0.1:7300`);
  if (values.url !== undefined && (values.email === undefined || password === undefined))
    throw new UsageError('--url needs --email and --password of an administrator or agent of that server.');
  return {
    file,
    json: values.json ?? false,
    conversations: wholeNumber('conversations', values.conversations, Number.POSITIVE_INFINITY),
    concurrency: wholeNumber('concurrency', values.concurrency, 32),
    server:
      values.url === undefined
        ? undefined
        : { url: new URL(values.url).origin, email: values.email!, password: password! },
    inboxId: values.inbox ?? 'demo',
  };
}

function parsed(parts: readonly string[]) {
  try {
    return parseArgs({
      args: [...parts],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        conversations: { type: 'string' },
        concurrency: { type: 'string' },
        url: { type: 'string' },
        email: { type: 'string' },
        password: { type: 'string' },
        inbox: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${usage}`);
  }
}

function wholeNumber(name: string, value: string | undefined, otherwise: number): number {
  if (value === undefined) return otherwise;
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1)
    throw new UsageError(`--${name} ${value} must be a whole number from 1 on.`);
  return number;
}
