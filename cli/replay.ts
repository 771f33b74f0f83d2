/** `npm run replay -- <file>`: recorded dialogues through the running system, then a check of the log. */
import type { ConversationEvent } from '../core/terms/event.ts';
import { type Api, call } from './replay/api.ts';
import { checkLog } from './replay/check-log.ts';
import { bringStaff } from './replay/desk.ts';
import { type ReplayOptions, readOptions, UsageError, usage } from './replay/options.ts';
import { type OwnServer, startOwnServer } from './replay/own-server.ts';
import { type Played, play } from './replay/play.ts';
import { printReport } from './replay/print-report.ts';
import { createProgress } from './replay/progress.ts';
import { type Dialogue, readDialogues } from './replay/read-dialogues.ts';
import { createTally, type ReplayReport } from './replay/tally.ts';

const agentCount = 4;
const say = (line: string) => process.stderr.write(`${line}\n`);

/** Works the list off with so many at once. */
async function atOnce<T>(
  count: number,
  list: readonly T[],
  work: (one: T, index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < list.length) {
      const index = next++;
      await work(list[index]!, index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(count, list.length) }, worker));
}

/** The whole log of a conversation, page by page by its cursor. */
async function readLog(reader: Api, conversationId: string): Promise<ConversationEvent[]> {
  const log: ConversationEvent[] = [];
  for (;;) {
    const after = log.at(-1)?.seq ?? 0;
    const page = await call<{ events: ConversationEvent[] }>(
      reader,
      'GET',
      `/api/conversations/${conversationId}/events?after=${after}`,
    );
    if (page.events.length === 0) return log;
    log.push(...page.events);
  }
}

async function replay(
  options: ReplayOptions,
  dialogues: readonly Dialogue[],
  own: OwnServer | undefined,
): Promise<ReplayReport> {
  const { url, ...account } = options.server ?? { url: own!.url, ...own!.administrator };
  const staff = await bringStaff(url, account, agentCount);
  const tally = createTally();
  const all: Played[] = [];
  const progress = createProgress(dialogues.length);
  const began = performance.now();
  await atOnce(options.concurrency, dialogues, async (dialogue, index) => {
    const agent = staff.agents[index % staff.agents.length]!;
    try {
      const one = await play(dialogue, index, { url, inboxId: options.inboxId, agent });
      all.push(one);
      tally.played(one);
    } catch (error) {
      tally.failed(error);
    }
    progress.show(tally.done, tally.failures);
  });
  const seconds = (performance.now() - began) / 1000;
  progress.end();
  say('  读回日志核对 · reading the log back …');
  await atOnce(8, all, async ({ conversationId, sent, delivered }) => {
    const log = await readLog(staff.reader, conversationId);
    tally.readBack(
      conversationId,
      log,
      checkLog(
        log,
        sent,
        delivered.map(({ event }) => event),
      ),
    );
  });
  await staff.leave();
  const projections = own ? await own.checkProjections() : null;
  for (const complaint of own?.complaints ?? []) tally.failed(`the server’s journal: ${complaint}`);
  return tally.report(seconds, projections);
}

async function main(parts: readonly string[]): Promise<number> {
  if (parts.includes('--help') || parts.includes('-h')) {
    console.log(usage);
    return 0;
  }
  const options = readOptions(parts, process.env);
  const dialogues = readDialogues(options.file).slice(0, options.conversations);
  let own: OwnServer | undefined;
  if (!options.server) {
    say('  启动服务 · starting a server of its own …');
    own = await startOwnServer();
  }
  const cancel = () => void own?.stop().finally(() => process.exit(130));
  process.once('SIGINT', cancel);
  process.once('SIGTERM', cancel);
  try {
    const report = await replay(options, dialogues, own);
    console.log(options.json ? JSON.stringify(report) : printReport(report));
    return report.check.passed ? 0 : 1;
  } finally {
    await own?.stop();
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  say(
    `✗ ${error instanceof UsageError ? error.message : error instanceof Error ? error.message : String(error)}`,
  );
  process.exitCode = 1;
}
