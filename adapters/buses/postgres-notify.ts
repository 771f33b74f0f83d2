import { Client, type ClientConfig } from 'pg';

/** What one server process tells the others. Ids only: whoever wants the words reads the store. */
export type Notice =
  | {
      readonly type: 'appended';
      readonly conversationId: string;
      readonly seq: number;
      /** Who waits or who carries what has changed by it. */
      readonly moves?: true;
    }
  | { readonly type: 'lease-free' }
  | { readonly type: 'knowledge' }
  | { readonly type: 'presence' }
  | { readonly type: 'policy' }
  /** Another version is in force, or a training was asked for. */
  | { readonly type: 'understanding' }
  /** What the help beside conversations is made of has changed. */
  | { readonly type: 'assist' }
  | { readonly type: 'contact'; readonly contactId: string }
  | {
      readonly type: 'typing';
      readonly conversationId: string;
      readonly by: 'contact' | 'agent';
      readonly name?: string;
      readonly on: boolean;
    };

const channel = 'tandem';
/** PostgreSQL's limit is 8,000 bytes a payload. */
const largestPayload = 7_000;
/** Kept while the connection is away; beyond it the oldest go, and the others look around by themselves. */
const mostOutgoing = 10_000;

/**
 * Notices between the processes of one installation by NOTIFY, on one connection, after the commit and in bundles:
 * NOTIFY inside the appending transaction would make all commits wait for each other. A lost notice costs latency,
 * never a message, so a broken connection is simply made again, and `onReconnected` tells to look at everything.
 */
export function createBus(
  config: ClientConfig,
  on: { notice(notice: Notice): void; reconnected(): void; error(error: Error): void },
) {
  const origin = crypto.randomUUID();
  let client: Client | undefined;
  let stopped = false;
  let sending = false;
  let outgoing: Notice[] = [];

  async function connect(): Promise<void> {
    const next = new Client({ ...config, application_name: 'tandem-bus' });
    next.on('notification', ({ payload }) => {
      const message = JSON.parse(payload ?? '{}') as { origin?: string; notices?: Notice[] };
      if (message.origin === origin) return;
      for (const notice of message.notices ?? []) on.notice(notice);
    });
    next.on('error', (error) => lost(next, error));
    next.on('end', () => lost(next));
    await next.connect();
    await next.query(`listen ${channel}`);
    client = next;
  }

  function lost(which: Client, error?: Error): void {
    if (stopped || client !== which) return;
    client = undefined;
    if (error) on.error(error);
    which.end().catch(() => undefined);
    void reconnect();
  }

  async function reconnect(): Promise<void> {
    for (let wait = 100; !stopped; wait = Math.min(wait * 2, 5000)) {
      try {
        await connect();
        on.reconnected();
        void flush();
        return;
      } catch (error) {
        on.error(error as Error);
        await new Promise((wake) => setTimeout(wake, wait).unref());
      }
    }
  }

  async function flush(): Promise<void> {
    if (sending) return;
    sending = true;
    try {
      while (outgoing.length > 0 && client) {
        const notices = latestOnly(outgoing);
        outgoing = [];
        try {
          for (const payload of payloads(origin, notices))
            await client.query('select pg_notify($1, $2)', [channel, payload]);
        } catch {
          // The connection broke: they go again over the next one. One that comes twice does no harm.
          outgoing = [...notices, ...outgoing];
          return;
        }
      }
    } finally {
      sending = false;
    }
  }

  return {
    connect,
    publish(notice: Notice): void {
      if (outgoing.length >= mostOutgoing) outgoing = latestOnly(outgoing).slice(-mostOutgoing / 2);
      outgoing.push(notice);
      if (!sending) setImmediate(() => void flush());
    },
    async close(): Promise<void> {
      await flush();
      stopped = true;
      await client?.end().catch(() => undefined);
    },
  };
}

export type Bus = ReturnType<typeof createBus>;

/** Of several appends to one conversation only the last need be told. */
function latestOnly(notices: readonly Notice[]): Notice[] {
  const latest = new Map<string, Notice>();
  for (const notice of notices) {
    const subject = subjectOf(notice);
    const before = latest.get(subject);
    const moved = notice.type === 'appended' && before?.type === 'appended' && before.moves;
    latest.set(subject, moved ? { ...notice, moves: true } : notice);
  }
  return [...latest.values()];
}

function subjectOf(notice: Notice): string {
  if ('conversationId' in notice) return `${notice.type} ${notice.conversationId}`;
  return 'contactId' in notice ? `${notice.type} ${notice.contactId}` : notice.type;
}

function* payloads(origin: string, notices: readonly Notice[]): Generator<string> {
  let bundle: Notice[] = [];
  let size = 0;
  for (const notice of notices) {
    const length = JSON.stringify(notice).length + 1;
    if (size + length > largestPayload) {
      yield JSON.stringify({ origin, notices: bundle });
      bundle = [];
      size = 0;
    }
    bundle.push(notice);
    size += length;
  }
  if (bundle.length > 0) yield JSON.stringify({ origin, notices: bundle });
}
