/** `npm run tandem -- <command>`: the administrator's commands. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configPage } from '../server/config.ts';
import { nearest } from '../server/nearest.ts';
import { doctor } from './doctor.ts';
import { fitConfidenceCommand } from './fit-confidence.ts';
import { newPassword } from './new-password.ts';
import { rebuild } from './rebuild-projections.ts';
import { replayPolicy } from './replay-policy.ts';

interface Command {
  readonly summary: string;
  /** Resolves to the exit code. */
  readonly run: (parts: readonly string[]) => Promise<number>;
}

const commands: Readonly<Record<string, Command>> = {
  doctor: {
    summary: '检查安装  Looks at everything an installation needs and says what to do',
    run: doctor,
  },
  'new-password': {
    summary:
      '重设密码  A generated password for an account that lost its own (by default the first administrator)',
    run: newPassword,
  },
  'rebuild-projections': {
    summary: '按日志重建会话表  Derives every conversation from the log again; --check only compares',
    run: rebuild,
  },
  'fit-confidence': {
    summary:
      '按判过的问题校准把握  Fits how sure the assistant may be from judged questions; --check only tells',
    run: fitConfidenceCommand,
  },
  'replay-policy': {
    summary: '用过去的会话试策略  What another policy would have made of the past; changes nothing',
    run: replayPolicy,
  },
  'config-page': {
    summary: '生成设置文档  Writes docs/config.md from the settings’ schema',
    run: async () => {
      writeFileSync(join(import.meta.dirname, '../docs/config.md'), configPage());
      return 0;
    },
  },
};

function help(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return `npm run tandem -- <command>\n\n${lines.join('\n')}\n`;
}

async function main([name, ...rest]: readonly string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    console.log(help());
    return 0;
  }
  const command = commands[name];
  if (command === undefined) {
    const meant = nearest(name, Object.keys(commands));
    console.error(
      `There is no command ${name}.${meant === undefined ? '' : ` Did you mean ${meant}?`}\n\n${help()}`,
    );
    return 1;
  }
  return command.run(rest);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(`✗ ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
