/**
 * The first step of every npm script. Plain JavaScript that any Node from 20 on runs, before a single package is
 * there: it makes node_modules fit package-lock.json, then hands over to the Node 24 inside it.
 *
 * Everything said here goes to stderr, so `npm run -s bench -- --json` prints nothing but JSON.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';

const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
const modules = join(root, 'node_modules');
const stampFile = join(modules, '.tandem-lock');
const endingSignals = ['SIGTERM', 'SIGHUP', 'SIGINT'];
let interrupted = false;

/** What each script runs: Node's own flags, then the file. */
const programs = {
  start: ['--max-semi-space-size=32', 'cli/start.ts'],
  dev: ['--watch', 'cli/start.ts'],
  test: ['cli/test.ts'],
  check: ['cli/check.ts'],
  build: ['cli/build.ts'],
  bench: ['bench/main.ts'],
  eval: ['eval/main.ts'],
  replay: ['cli/replay.ts'],
  simulate: ['cli/simulate.ts'],
  train: ['cli/train-models.ts'],
  cli: ['cli/main.ts'],
};

const [name = '', ...rest] = process.argv.slice(2);
const program = programs[name];
if (program === undefined) {
  fail(
    `没有这个命令：${name || '（空）'}。可用：${Object.keys(programs).join('、')}`,
    `No such command: ${name || '(none)'}. There are: ${Object.keys(programs).join(', ')}`,
  );
}
if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(
    `需要 Node 20 或更新版本，当前是 ${process.version}。请到 https://nodejs.org 安装。`,
    `Node 20 or newer is needed, this is ${process.version}. Get it from https://nodejs.org.`,
  );
}

if (!isInstalled()) await install();
const runtime = findRuntime();
const file = join(root, program.at(-1));
if (!existsSync(file)) fail(`缺少文件 ${program.at(-1)}。`, `${program.at(-1)} is missing.`);
handOver(runtime, [...program.slice(0, -1), file, ...rest]);

function say(chinese, english) {
  process.stderr.write(`${chinese}  ${english}\n`);
}

function fail(chinese, english) {
  say(`✗ ${chinese}`, english);
  process.exit(1);
}

/** Whether node_modules holds what the lock says. Cheap when the stamp fits; otherwise npm's own record is compared. */
function isInstalled() {
  const mark = lockMark();
  if (readOrEmpty(stampFile) === mark) return existsSync(join(modules, 'node'));
  const record = readOrEmpty(join(modules, '.package-lock.json'));
  if (record === '') return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(record).packages;
  const same = (one, other) => one !== undefined && other !== undefined && one.version === other.version;
  const fits =
    Object.entries(wanted).every(
      ([place, entry]) => !place.startsWith('node_modules/') || entry.optional || same(entry, present[place]),
    ) && Object.entries(present).every(([place, entry]) => !wanted[place] || same(entry, wanted[place]));
  if (fits) writeFileSync(stampFile, mark);
  return fits;
}

function lockMark() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}`;
}

async function install() {
  const total = packagesForThisHost();
  say(
    `安装依赖：${total} 个包，首次约一分钟……`,
    `Installing ${total} packages, about a minute the first time …`,
  );
  const began = Date.now();
  let result = await npm(['ci'], total);
  if (result.code !== 0 && /EUSAGE/.test(result.output)) {
    say(
      'package-lock.json 不完整，改用 npm install。',
      'package-lock.json is incomplete, using npm install instead.',
    );
    result = await npm(['install', '--no-save'], total);
  }
  if (result.code !== 0 && /ENOTEMPTY/.test(result.output)) {
    say(
      'node_modules 里有上次中断留下的内容，清空后重装。',
      'node_modules holds what an interrupted installation left; emptying it and installing again.',
    );
    rmSync(modules, { recursive: true, force: true, maxRetries: 10, retryDelay: 500 });
    result = await npm(['ci'], total);
  }
  if (result.code !== 0) {
    process.stderr.write(`${result.output.split('\n').slice(-25).join('\n')}\n`);
    fail(
      '依赖安装失败（npm 的说明见上）。请检查网络和磁盘空间后重试。',
      'Installing failed (npm says why above). Check the network and the disk, then try again.',
    );
  }
  allowRuntimeScript();
  writeFileSync(stampFile, lockMark());
  const seconds = Math.round((Date.now() - began) / 1000);
  say(`✓ 依赖就绪（${seconds} 秒）。`, `Packages ready (${seconds} s).`);
}

/**
 * Runs npm with the host's Node: the one in node_modules is about to be replaced. A signal ends npm and everything it
 * started before it ends this: an npm that went on alone would write into what the next start installs.
 */
function npm(parts, total) {
  const settings = ['--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const { command, first } = npmCommand();
  const child = spawn(command, [...first, ...parts, ...settings], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    // A process group of its own, so that the install scripts below npm can be ended with it.
    detached: process.platform !== 'win32',
    env: { ...process.env, PATH: hostPath(), npm_config_progress: 'false' },
  });
  const stop = (signal) => void endInstallation(child, signal);
  for (const signal of endingSignals) process.on(signal, stop);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += part));
  const began = Date.now();
  const timer = setInterval(() => {
    const done = Math.min(packagesPresent(), total);
    const seconds = Math.round((Date.now() - began) / 1000);
    // npm unpacks first and then runs install scripts; the longest of them fetches Node 24.
    if (done < total * 0.9)
      say(`  ${seconds} 秒：${done}/${total} 个包`, `${seconds} s: ${done} of ${total} packages`);
    else say(`  ${seconds} 秒：正在下载 Node 24 并收尾`, `${seconds} s: fetching Node 24 and finishing`);
  }, 8000);
  return new Promise((resolve) => {
    const end = (result) => {
      clearInterval(timer);
      if (interrupted) return;
      for (const signal of endingSignals) process.off(signal, stop);
      resolve(result);
    };
    child.on('error', (error) => end({ code: 1, output: `${output}\n${error.message}` }));
    child.on('close', (code) => end({ code, output }));
  });
}

async function endInstallation(child, signal) {
  if (interrupted) return;
  interrupted = true;
  const kill = (by) => {
    try {
      if (process.platform === 'win32') child.kill(by);
      else process.kill(-child.pid, by);
      return true;
    } catch {
      return false; // Nobody is left.
    }
  };
  const end = Date.now() + 3000;
  kill('SIGTERM');
  while (kill(0) && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
  kill('SIGKILL');
  say(
    '✗ 安装被中断，再运行一次同样的命令即可。',
    'The installation was interrupted; run the same command again.',
  );
  process.exit(128 + constants.signals[signal]);
}

function npmCommand() {
  const npmScript = process.env.npm_execpath;
  const node = hostNode();
  if (npmScript?.endsWith('.js') && existsSync(npmScript) && node)
    return { command: node, first: [npmScript] };
  return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', first: [] };
}

/** PATH without this checkout's own node_modules. */
function hostPath() {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.startsWith(modules))
    .join(delimiter);
}

function hostNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  return hostPath()
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((candidate) => existsSync(candidate));
}

/**
 * npm may hold back install scripts, and the package `node` fetches its program in one. Then it is run here: the
 * project itself asked for it (see allowScripts in package.json).
 */
function allowRuntimeScript() {
  const home = join(modules, 'node');
  if (versionOf(join(home, 'bin', 'node')) >= 22 || !existsSync(home)) return;
  if (Number(process.versions.node.split('.')[0]) >= 24) return;
  say(
    'npm 没有运行 node 包的安装脚本，现在补上……',
    'npm held back the install script of the package "node"; running it …',
  );
  spawnSync(hostNode() ?? process.execPath, ['installArchSpecificPackage.js'], {
    cwd: home,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, PATH: hostPath() },
  });
}

function findRuntime() {
  const bundled = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(bundled)) {
    if (realpathSync(process.execPath) === realpathSync(bundled) || versionOf(bundled) >= 24) return bundled;
  }
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  fail(
    'Node 24 没有装好。请运行：npm rebuild node --allow-scripts=node（或自行安装 Node 24 后重试）。',
    'Node 24 is missing. Run: npm rebuild node --allow-scripts=node (or install Node 24 yourself and try again).',
  );
}

function versionOf(node) {
  const answer = spawnSync(node, ['--version'], { encoding: 'utf8' });
  return answer.status === 0 ? Number(/^v(\d+)/.exec(answer.stdout)?.[1] ?? 0) : 0;
}

function handOver(node, parts) {
  const child = spawn(node, parts, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: [join(modules, '.bin'), process.env.PATH ?? ''].join(delimiter) },
  });
  for (const signal of endingSignals) {
    process.on(signal, () => {
      // A terminal sends Ctrl-C to the whole group, so the program has it already.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on('error', (error) => fail(`无法启动：${error.message}`, `Could not start: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

function packagesForThisHost() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(packages).filter(
    ([place, { os, cpu }]) =>
      place.split('node_modules/').length === 2 &&
      (!os || os.includes(process.platform)) &&
      (!cpu || cpu.includes(process.arch)),
  ).length;
}

function packagesPresent() {
  let count = 0;
  for (const name of listOrNone(modules)) {
    if (name.startsWith('.')) continue;
    count += name.startsWith('@') ? listOrNone(join(modules, name)).length : 1;
  }
  return count;
}

function listOrNone(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readOrEmpty(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
