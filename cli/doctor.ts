import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { createOpenAiEmbeddings } from '../adapters/models/openai-embeddings.ts';
import { migrationsFolder, pendingMigrations } from '../adapters/store/migrate.ts';
import { ModelError, type ModelFailure } from '../plugs/model.ts';
import { type Config, type EmbeddingConfig, loadConfig, type ModelConfig } from '../server/config.ts';
import { startPostgres } from '../server/embedded-postgres/start.ts';
import { pageNames, stalePages } from './build.ts';
import { examineFolder, examinePort, type Finding, nearestFolder } from './examine-host.ts';

/**
 * Looks at everything an installation needs, changing nothing except that an embedded database which is not running
 * is started for the look and stopped again.
 */
export async function examine(environment: Readonly<Record<string, string | undefined>>): Promise<Finding[]> {
  const node = examineNode(process.version);
  let config: Config;
  try {
    config = loadConfig(environment);
  } catch (error) {
    return [node, { subject: '设置 Settings', seen: 'wrong', advice: (error as Error).message }];
  }
  return [
    node,
    { subject: '设置 Settings', seen: 'valid' },
    await examineFolder(config.dataDirectory),
    await examineDisk(config.dataDirectory),
    ...(await examineDatabase(config)),
    ...(config.model === undefined
      ? [{ subject: '模型 Model', seen: 'none set; the built-in answerer works alone' }]
      : [await examineModel(config.model)]),
    ...(config.embedding === undefined ? [] : [await examineEmbedding(config.embedding)]),
    examinePages(),
    await examinePort(config),
  ];
}

function examineNode(version: string): Finding {
  const subject = 'Node';
  if (Number(version.slice(1).split('.')[0]) >= 24) return { subject, seen: version };
  return {
    subject,
    seen: version,
    advice: 'Run this as "npm run tandem -- doctor", which uses the Node 24 it brings.',
  };
}

async function examineDisk(dataDirectory: string): Promise<Finding> {
  const subject = '磁盘 Disk';
  const { bavail, bsize } = await statfs(nearestFolder(dataDirectory));
  const gigabytes = (bavail * bsize) / 1e9;
  const seen = `${gigabytes.toFixed(1)} GB free`;
  return gigabytes >= 2
    ? { subject, seen }
    : { subject, seen, advice: 'Free some space: at least 2 GB are needed to run safely.' };
}

async function examineDatabase(config: Config): Promise<Finding[]> {
  const subject = '数据库 Database';
  let stop = async (): Promise<void> => undefined;
  let url = config.databaseUrl;
  if (url === undefined) {
    const folder = join(config.dataDirectory, 'postgres');
    if (!existsSync(folder)) return [{ subject, seen: 'embedded, not made yet; the first start makes it' }];
    try {
      const server = await startPostgres({ dataDirectory: folder, log: () => undefined, watch: false });
      ({ url } = server);
      stop = () => server.stop();
    } catch (error) {
      return [{ subject, seen: 'embedded, does not start', advice: (error as Error).message }];
    }
  }
  const pool = new pg.Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 5000 });
  try {
    return await questionDatabase(pool, subject);
  } catch (error) {
    return [
      {
        subject,
        seen: `not reachable: ${(error as Error).message}`,
        advice:
          'Check that PostgreSQL runs and that DATABASE_URL names its host, account, password and database.',
      },
    ];
  } finally {
    await pool.end();
    await stop();
  }
}

async function questionDatabase(pool: pg.Pool, subject: string): Promise<Finding[]> {
  const asked = Date.now();
  const { rows } = await pool.query<{ version: number; fsync: string; encoding: string; clock: Date }>(
    `SELECT current_setting('server_version_num')::integer AS version, current_setting('fsync') AS fsync,
      current_setting('server_encoding') AS encoding, clock_timestamp() AS clock`,
  );
  const row = rows[0]!;
  const middle = (asked + Date.now()) / 2;
  return [
    judgeVersion(subject, row.version),
    judgeDurability(row),
    judgeClock(row.clock.getTime() - middle),
    await examineMigrations(pool),
  ];
}

function judgeVersion(subject: string, version: number): Finding {
  const seen = `PostgreSQL ${Math.floor(version / 10_000)}.${version % 10_000}`;
  return version >= 150_000 ? { subject, seen } : { subject, seen, advice: 'Use PostgreSQL 15 or newer.' };
}

function judgeDurability({ fsync, encoding }: { fsync: string; encoding: string }): Finding {
  const subject = '写盘 Durability';
  const seen = `fsync ${fsync}, ${encoding}`;
  if (fsync !== 'on')
    return {
      subject,
      seen,
      advice: 'Set fsync = on in postgresql.conf: without it a power cut loses messages.',
    };
  if (encoding !== 'UTF8') return { subject, seen, advice: 'Use a database made with ENCODING UTF8.' };
  return { subject, seen };
}

/** @param ahead how many ms the database's clock is ahead of this host's */
function judgeClock(ahead: number): Finding {
  const subject = '时钟 Clock';
  const seen = `${Math.abs(Math.round(ahead))} ms from the database's`;
  return Math.abs(ahead) < 2000
    ? { subject, seen }
    : { subject, seen, advice: 'Set both hosts by NTP: waiting times are counted by the clock.' };
}

async function examineMigrations(pool: pg.Pool): Promise<Finding> {
  const subject = '迁移 Migrations';
  try {
    const pending = await pendingMigrations(pool, migrationsFolder);
    if (pending.length === 0) return { subject, seen: 'current' };
    return {
      subject,
      seen: `${pending.join(', ')} not applied`,
      advice: 'Run "npm start": it applies them first.',
    };
  } catch (error) {
    return { subject, seen: 'do not fit', advice: (error as Error).message };
  }
}

async function examineModel(model: ModelConfig): Promise<Finding> {
  const subject = '模型 Model';
  const where = `${model.name} at ${model.url}`;
  let status: number;
  try {
    const response = await fetch(`${model.url}/chat/completions`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(model.key ? { authorization: `Bearer ${model.key}` } : {}),
      },
      body: JSON.stringify({
        model: model.name,
        max_tokens: 1,
        messages: [{ role: 'user', content: '你好' }],
      }),
      signal: AbortSignal.timeout(model.firstTokenMs),
    });
    await response.body?.cancel();
    status = response.status;
  } catch (error) {
    const why =
      (error as Error).name === 'TimeoutError'
        ? `no answer within ${model.firstTokenMs} ms`
        : 'not reachable';
    return {
      subject,
      seen: `${where}: ${why}`,
      advice: 'Check TANDEM_MODEL_URL and the network. Until then the built-in answerer steps in.',
    };
  }
  if (status < 400) return { subject, seen: `${where} answers` };
  const advice =
    status === 401 || status === 403
      ? 'It does not accept the key: check TANDEM_MODEL_KEY.'
      : status === 404
        ? 'Check that TANDEM_MODEL_URL ends as the server wants it (often /v1) and that it has a model of this name.'
        : status === 429
          ? 'It is over its limit: wait, or raise the limit with its operator.'
          : 'Ask its operator, or look into its log.';
  return { subject, seen: `${where} answers ${status}`, advice };
}

/** Longer than a server takes that has to load its model first. In ms. */
const embeddingMs = 10_000;

async function examineEmbedding(embedding: EmbeddingConfig): Promise<Finding> {
  const subject = '向量模型 Embeddings';
  const where = `${embedding.name} at ${embedding.url}`;
  const embedder = createOpenAiEmbeddings({ ...embedding, totalMs: embeddingMs });
  const ask = async () => {
    const startedAt = performance.now();
    const [vector] = await embedder.embed(['怎么退货？'], new AbortController().signal);
    return { ms: Math.round(performance.now() - startedAt), dimensions: vector!.length };
  };
  try {
    // The first request may wake the model up; customers wait for those after it.
    await ask();
    const { ms, dimensions } = await ask();
    const seen = `${where} gives ${dimensions} dimensions in ${ms} ms`;
    if (ms <= embedding.questionMs) return { subject, seen };
    return {
      subject,
      seen,
      advice: `A question waits for ${embedding.questionMs} ms only, then words alone are searched: use a faster server, or raise TANDEM_EMBEDDING_QUESTION_MS.`,
    };
  } catch (error) {
    const failure = error instanceof ModelError ? error.failure : 'model-error';
    return { subject, seen: `${where}: ${(error as Error).message}`, advice: embeddingAdvice(failure) };
  }
}

function embeddingAdvice(failure: ModelFailure): string {
  const meanwhile = 'Until then words alone are searched.';
  if (failure === 'model-refused-key')
    return `It does not accept the key: check TANDEM_EMBEDDING_KEY. ${meanwhile}`;
  if (failure === 'model-overloaded')
    return `It is over its limit: wait, or raise the limit with its operator. ${meanwhile}`;
  if (failure === 'model-broken-stream')
    return `It does not speak OpenAI’s embeddings: check that TANDEM_EMBEDDING_URL ends as the server wants it (often /v1). ${meanwhile}`;
  return `Check TANDEM_EMBEDDING_URL (often ending in /v1), TANDEM_EMBEDDING_NAME and the network. ${meanwhile}`;
}

function examinePages(): Finding {
  const subject = '网页 Web pages';
  const stale = stalePages();
  if (stale.length === 0) return { subject, seen: `${pageNames().join(', ') || 'none'} built` };
  return {
    subject,
    seen: `${stale.join(', ')} not built, or older than the sources`,
    advice: 'Run "npm run build".',
  };
}

/** `doctor`: prints what was found, with what to do. Resolves to the exit code: 1 when anything is not well. */
export async function doctor(): Promise<number> {
  const findings = await examine(process.env);
  for (const { subject, seen, advice } of findings) {
    console.log(`${advice === undefined ? '✓' : '✗'} ${subject}: ${seen}`);
    if (advice !== undefined) console.log(advice.replace(/^/gm, '    → '));
  }
  const wrong = findings.filter(({ advice }) => advice !== undefined).length;
  console.log(wrong === 0 ? '\n一切正常。All is well.' : `\n${wrong} 处需要处理。${wrong} to put right.`);
  return wrong === 0 ? 0 : 1;
}
