import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, loadConfig } from '../server/config.ts';
import { builtPages } from '../server/http/routes/pages.ts';
import { createJournal } from '../server/journal.ts';
import { type Server, type Step, startServer } from '../server/main.ts';
import { buildPages } from './build.ts';

const words: Record<Step, string> = {
  database: '启动数据库 · starting the database',
  migrations: '更新表结构 · bringing the tables up to date',
  furnishing: '准备初始内容 · first content, where there is none',
  knowledge: '载入知识库 · loading the knowledge base',
  listening: '开始监听 · opening the door',
};

const say = (line: string) => process.stderr.write(`${line}\n`);

/** Starts Tandem as a newcomer does: says what it is doing, and at the end where to look. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  await buildPages({ say: (line) => say(`  ${line}`) });
  if (!existsSync(join(builtPages, 'desk/index.html'))) say('  ! 页面还没有构建 · the pages are not built');
  let server: Server | undefined;
  let stopping = false;

  async function stop(signal: string): Promise<void> {
    if (stopping) return process.exit(1);
    stopping = true;
    say(`\n  ${signal}: 正在收尾 · finishing what is under way …`);
    const tooLong = setTimeout(() => process.exit(1), config.timers.shutdownMs + 5000);
    tooLong.unref();
    await server?.close();
    process.exit(0);
  }
  process.on('SIGINT', () => void stop('SIGINT'));
  process.on('SIGTERM', () => void stop('SIGTERM'));

  const journal = createJournal(config.logLevel);
  process.on('unhandledRejection', (error) =>
    journal.error('server', 'a promise failed and nobody listened', error),
  );
  server = await startServer(config, { journal, step: (step) => say(`  · ${words[step]}`) });
  say('');
  if (config.demo) say(`  商店与客户端 shop     ${server.url}/`);
  say(`  坐席工作台   desk     ${server.url}/desk/`);
  say(`  管理后台     console  ${server.url}/console/`);
  say(`  接口说明     API      ${server.url}/api/docs`);
  if (server.administrator) {
    say('');
    say(`  管理员 administrator  ${server.administrator.email}`);
    say(`  密码   password       ${server.administrator.password}   (只显示这一次 · shown only this once)`);
  }
  say('');
}

main().catch((error: unknown) => {
  say(
    error instanceof ConfigError
      ? error.message
      : String(error instanceof Error ? (error.stack ?? error.message) : error),
  );
  process.exit(1);
});
