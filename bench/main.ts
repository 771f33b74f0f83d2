/**
 * `npm run -s bench -- --json`: speed and load in one run on the embedded database, as ratios to its raw commits.
 * `--only knowledge` instead: the index at `--passages 100000,1000000`, then import and publishing through the database.
 * `--only routing` instead: the routing core alone, then through the database with two server processes. `--only assist`:
 * from a customer's message to the help before the agent, with 10,000 articles and 50,000 solved conversations.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Client, Pool } from 'pg';
import { createAgents } from '../adapters/store/agents.ts';
import { migrate, migrationsFolder } from '../adapters/store/migrate.ts';
import { startPostgres } from '../server/embedded-postgres/start.ts';
import { hashPassword } from '../server/http/routes/session.ts';
import { type BenchArticle, benchArticles } from './articles.ts';
import { assistFigures, benchSolved, furnishSolved, solvedCount } from './assist.ts';
import { assistMemoryFigures } from './assist-memory.ts';
import { connectCustomer } from './customers.ts';
import { quantile, rounded } from './figures.ts';
import { knowledgeFigures } from './knowledge.ts';
import { knowledgeDatabaseFigures } from './knowledge-database.ts';
import {
  closedLoop,
  handoffs,
  idleSocketKB,
  openLoop,
  rawCommits,
  reconnects,
  startServerProcess,
} from './measure.ts';
import { routingFigures } from './routing.ts';
import { routingDatabaseFigures } from './routing-database.ts';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    passages: { type: 'string', default: '100000,1000000' },
  },
});
const say = (line: string) => process.stderr.write(`${line}\n`);
const articleCount = 10_000;
/** So many that there is always a full batch waiting while one is committed, as on a system under load. */
const customerCount = 96;

const folder = mkdtempSync(join(tmpdir(), 'tandem-bench-'));
let postgres: Awaited<ReturnType<typeof startPostgres>>;
try {
  if (options.only === 'routing') show(await routing());
  else if (options.only === 'knowledge') show(await knowledge());
  else if (options.only === 'assist') show(await onDatabase(assist));
  else if (options.only === undefined) show(await onDatabase(measure));
  else throw new Error(`no such part: ${options.only}; there are: routing, knowledge, assist`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function routing() {
  return { ...routingFigures(), ...(await routingDatabaseFigures(say)) };
}

function show(figures: Record<string, unknown>) {
  if (options.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
  else
    for (const [name, value] of Object.entries(figures))
      process.stdout.write(`${name.padEnd(34)} ${JSON.stringify(value)}\n`);
}

async function knowledge() {
  const index = await knowledgeFigures(options.passages.split(',').map(Number), say);
  return { ...index, ...(await onDatabase(() => knowledgeDatabaseFigures(postgres, say))) };
}

async function onDatabase<T>(measured: () => Promise<T>): Promise<T> {
  postgres = await startPostgres({ dataDirectory: join(folder, 'postgres'), log: () => undefined });
  try {
    return await measured();
  } finally {
    await postgres.stop();
  }
}

/** Questions about the articles, in an order that is the same with every run. */
function asker(articles: readonly BenchArticle[]): () => string {
  const questions = articles.flatMap(({ title, similar }) => [title, ...similar]);
  let next = 17;
  return () => {
    next = (next * 48271) % 2147483647;
    return questions[next % questions.length]!;
  };
}

async function assist() {
  const articles = benchArticles(articleCount);
  say('the help alone …');
  const memory = await assistMemoryFigures(articles, benchSolved(articles, solvedCount), asker(articles));
  const password = await furnish(articles);
  say('solved conversations …');
  const pool = new Pool({ ...postgres.connection, max: 1 });
  await furnishSolved(pool, articles);
  await pool.end();
  const server = await startServerProcess({ DATABASE_URL: postgres.url, TANDEM_DEMO: 'false' });
  try {
    say('help beside a conversation …');
    const figures = await assistFigures(server.url, await signIn(server.url, password), asker(articles));
    return { assist: { ...figures, ...memory }, rssMB: rounded((await server.rss()) / 1024 / 1024, 0) };
  } finally {
    await server.stop();
  }
}

async function measure() {
  const articles = benchArticles(articleCount);
  const question = asker(articles);
  const password = await furnish(articles);

  const server = await startServerProcess({ DATABASE_URL: postgres.url, TANDEM_DEMO: 'false' });
  try {
    const customers = await Promise.all(
      Array.from({ length: customerCount }, () => connectCustomer(server.url)),
    );
    say('raw commits and messages in turn …');
    // The compiler needs some ten thousand messages until it has settled.
    await closedLoop(customers, question, 10_000);
    const { rawCommitsPerSecond, messagesPerSecond } = await inTurn(
      () => rawCommits(postgres.connection, 1000),
      () => closedLoop(customers, question, 2500),
    );
    say('answers at half that load …');
    const answerMs = await openLoop(customers, question, messagesPerSecond / 2, 6000);
    for (const customer of customers) customer.close();
    say('handoffs …');
    const handoffToDeskMs = await handoffs(server.url, await signIn(server.url, password), question, 150);
    const reconnectMs = await reconnects(server.url, question, 100, 21);
    say('idle sockets …');
    const socketKB = await idleSocketKB(server, 2000);
    await server.stop();
    say('memory with the demo …');
    return {
      rawCommitsPerSecond: rounded(rawCommitsPerSecond, 0),
      messagesPerSecond: rounded(messagesPerSecond, 0),
      ratio: rounded(messagesPerSecond / rawCommitsPerSecond, 3),
      answerMs,
      handoffToDeskMs,
      reconnectMs,
      idleSocketKB: socketKB,
      rssMB: await rssWithDemo(),
    };
  } finally {
    server.child.kill('SIGKILL');
  }
}

/**
 * Both rates by turns, each the middle one of five. What the host gives to others changes from second to second; taken
 * one after the other the two would be measured on different machines.
 */
async function inTurn(raw: () => Promise<number>, messages: () => Promise<number>) {
  const commits: number[] = [];
  const answers: number[] = [];
  for (let turn = 0; turn < 5; turn++) {
    commits.push(await raw());
    answers.push(await messages());
  }
  return { rawCommitsPerSecond: quantile(commits, 0.5), messagesPerSecond: quantile(answers, 0.5) };
}

/** The tables, the articles and an agent; straight into the database, since importing is not what is measured. */
async function furnish(articles: ReturnType<typeof benchArticles>): Promise<string> {
  const pool = new Pool({ ...postgres.connection, max: 2 });
  pool.on('error', () => undefined);
  await migrate(pool, migrationsFolder);
  await pool.query(
    `with written as (
       insert into article (id, language, title, similar_questions, body, topic, status, answers, version, updated_at, updated_by, published_at, revision)
       select id, 'zh', title, "similar", body, topic, 'published', true, 1, 0, 'bench', 0, nextval('article_revision_seq')
       from jsonb_to_recordset($1::jsonb) as a(id text, title text, "similar" jsonb, body text, topic text)
       returning *
     )
     insert into article_version (article_id, version, language, title, similar_questions, body, topic, status, updated_at, updated_by, answers)
     select id, version, language, title, similar_questions, body, topic, status, updated_at, updated_by, true from written`,
    [JSON.stringify(articles)],
  );
  const password = crypto.randomUUID();
  await pool.query(`insert into inbox values ('web', $1, 'k', 's', 0)`, [
    JSON.stringify({
      name: {},
      greeting: {},
      suggestions: {},
      assistantName: {},
      accent: '#0F766E',
      allowedOrigins: [],
      requireIdentity: false,
    }),
  ]);
  await createAgents(pool).add(
    {
      id: crypto.randomUUID(),
      name: '王敏',
      email: 'bench@tandem.local',
      role: 'administrator',
      passwordHash: await hashPassword(password),
    },
    Date.now(),
  );
  await pool.end();
  return password;
}

async function signIn(url: string, password: string): Promise<string> {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'bench@tandem.local', password }),
  });
  return response.headers.get('set-cookie')!.split(';')[0]!;
}

/** A server as a newcomer starts it, after a few hundred messages. */
async function rssWithDemo(): Promise<number> {
  const client = new Client(postgres.connection);
  await client.connect();
  await client.query('create database bench_demo');
  await client.end();
  const url = new URL(postgres.url);
  url.pathname = '/bench_demo';
  const server = await startServerProcess({ DATABASE_URL: url.href, TANDEM_DEMO: 'true' });
  try {
    await new Promise((resolve) => setTimeout(resolve, 500));
    return rounded((await server.rss()) / 1024 / 1024, 0);
  } finally {
    await server.stop();
  }
}
