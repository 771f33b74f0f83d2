/** `npm run -s simulate -- --scenario FILE`: plays a day of the service desk and prints what came of it. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { defaultPolicy } from '../core/policy/default-policy.ts';
import { type ReadScenario, readScenario } from '../core/routing/simulation/read-scenario.ts';
import { simulateDay } from '../core/routing/simulation/simulate-day.ts';
import type { Language } from '../core/terms/language.ts';
import { flatReport } from './simulate/flat-report.ts';
import { printReport } from './simulate/print-report.ts';

const language: Language = /^zh/i.test(process.env.LC_ALL || process.env.LANG || '') ? 'zh' : 'en';
const say = (zh: string, en: string) => (language === 'zh' ? zh : en);

const usage = say(
  `npm run -s simulate -- --scenario 文件 [--json] [--series] [--seed N]

在同一套路由规则上模拟一天的客服：到达曲线、客户构成、坐席班次与技能、断线。
--json    输出一个扁平的 JSON 对象
--series  附上每 15 分钟的数据
--seed    换一个随机种子
场景文件的格式见 docs/simulation.md，示例见 eval/scenarios/。`,
  `npm run -s simulate -- --scenario FILE [--json] [--series] [--seed N]

Plays a day of the service desk on the very rules that route: arrivals, customers, shifts, skills, dead lines.
--json    prints one flat JSON object
--series  adds the figures of every 15 minutes
--seed    plays another day of the same kind
The scenario's format is in docs/simulation.md, examples are in eval/scenarios/.`,
);

/** A sentence for whoever called the command wrongly. */
class UsageError extends Error {}

function readOptions() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        scenario: { type: 'string' },
        json: { type: 'boolean', default: false },
        series: { type: 'boolean', default: false },
        seed: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const file = values.scenario ?? positionals[0];
    if (values.seed !== undefined && !/^\d{1,9}$/.test(values.seed))
      throw new UsageError(say('--seed 应为非负整数。', '--seed must be a whole number from 0 on.'));
    if (file === undefined && !values.help)
      throw new UsageError(say(`要模拟哪个场景？\n\n${usage}`, `Which scenario?\n\n${usage}`));
    return { ...values, file: file ?? '' };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${(error as Error).message}\n\n${usage}`);
  }
}

function load(file: string): ReadScenario {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(say(`读不到文件 ${file}。`, `The file ${file} cannot be read.`));
  }
  try {
    return readScenario(JSON.parse(text), defaultPolicy);
  } catch (error) {
    throw new UsageError(
      say(`${file} 不是有效的 JSON：`, `${file} is no valid JSON: `) + (error as Error).message,
    );
  }
}

function main(): number {
  const options = readOptions();
  if (options.help) {
    console.log(usage);
    return 0;
  }
  const result = load(options.file);
  if ('problems' in result) {
    const lines = result.problems.map(({ path, message }) => `  ${path || '.'}: ${message[language]}`);
    throw new UsageError([say('场景文件有问题：', 'The scenario cannot be played:'), ...lines].join('\n'));
  }
  const { scenario } = result;
  const seed = options.seed === undefined ? scenario.seed : Number(options.seed);
  const began = performance.now();
  const report = simulateDay({ ...scenario, seed });
  const tookMs = Math.round(performance.now() - began);
  if (options.json) console.log(JSON.stringify({ ...flatReport(report, options.series), seed, tookMs }));
  else
    console.log(printReport(report, { name: scenario.name, seed, tookMs, language, series: options.series }));
  return report.stranded === 0 ? 0 : 2;
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(`✗ ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
