import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, loadConfig } from '../server/config.ts';
import { builtPages } from '../server/http/routes/pages.ts';
import { createJournal } from '../server/journal.ts';
import { type Server, type Step, startServer } from '../server/main.ts';
import { buildPages } from './build.ts';
import { examineFolder, examinePort } from './examine-host.ts';
import { whyNotStarted } from './why-not-started.ts';

const words: Record<Step, string> = {
  database: '启动数据库 · starting the database',
  migrations: '更新表结构 · bringing the tables up to date',
  furnishing: '准备初始内容 · first content, where there is none',
  knowledge: '载入知识库 · loading the knowledge base',
  listening: '开始监听 · opening the door',
};

const say = (line: string) => process.stderr.write(`${line}\n`);

/** What stands in the way before anything is started, so that a first start is not half done when it fails. */
async function obstacles(config: Config): Promise<string[]> {
  const port = await examinePort(config);
  const folder = config.databaseUrl === undefined ? await examineFolder(config.dataDirectory) : undefined;
  const isRunning = port.advice === undefined && port.seen.includes('Tandem is running');
  const taken =
    'Tandem already runs there. Stop it first, or set PORT to another (and DATA_DIR, for a second installation).';
  return [{ ...port, ...(isRunning ? { advice: taken } : {}) }, folder].flatMap((found) =>
    found?.advice === undefined ? [] : [`✗ ${found.subject}: ${found.seen}\n    → ${found.advice}`],
  );
}

/** Starts Tandem as a newcomer does: says what it is doing, and at the end where to look. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const wrong = await obstacles(config);
  if (wrong.length > 0) {
    for (const line of wrong) say(line);
    process.exit(1);
  }
  await buildPages({ say: (line) => say(`  ${line}`) });
  if (!existsSync(join(builtPages, 'desk/index.html'))) say('  ! 页面还没有构建 · the pages are not built');
  let starting: Promise<Server> | undefined;
  let stoppingSince: number | undefined;

  async function stop(signal: string): Promise<void> {
    // A process manager and the parent process each pass the same signal on: only a later one is impatience.
    if (stoppingSince !== undefined)
      return performance.now() - stoppingSince > 1000 ? process.exit(1) : undefined;
    stoppingSince = performance.now();
    say(`\n  ${signal}: 正在收尾 · finishing what is under way …`);
    // What has begun to start is stopped once it stands: its database would otherwise go on without it.
    const server = await starting?.catch(() => undefined);
    const tooLong = setTimeout(() => process.exit(1), config.timers.shutdownMs + 5000);
    tooLong.unref();
    sayAdministrator();
    await server?.close();
    process.exit(0);
  }
  process.on('SIGINT', () => void stop('SIGINT'));
  process.on('SIGTERM', () => void stop('SIGTERM'));

  const journal = createJournal(config.logLevel);
  process.on('unhandledRejection', (error) =>
    journal.error('server', 'a promise failed and nobody listened', error),
  );
  starting = startServer(config, {
    journal,
    step: (step) => say(`  · ${words[step]}`),
    administrator: (created) => {
      administrator = created;
    },
  });
  const server = await starting;
  if (stoppingSince !== undefined) return;
  say('');
  if (config.demo) say(`  商店与客户端 shop     ${server.url}/`);
  say(`  坐席工作台   desk     ${server.url}/desk/`);
  say(`  管理后台     console  ${server.url}/console/`);
  say(`  接口说明     API      ${server.url}/api/docs`);
  sayAdministrator();
  say('');
}

/** Created by this start, and not told yet. */
let administrator: Server['administrator'];

/** Also by a start that fails or is stopped: nobody could be told the password later. */
function sayAdministrator(): void {
  if (!administrator) return;
  say('');
  say(`  管理员 administrator  ${administrator.email}`);
  say(`  密码   password       ${administrator.password}   (只显示这一次 · shown only this once)`);
  administrator = undefined;
}

main().catch((error: unknown) => {
  sayAdministrator();
  say(whyNotStarted(error));
  process.exit(1);
});
