import { Pool } from 'pg';
import { createAgents } from '../adapters/store/agents.ts';
import { createArticles } from '../adapters/store/articles.ts';
import { migrate, migrationsFolder } from '../adapters/store/migrate.ts';
import type { EmbeddedPostgres } from '../server/embedded-postgres/start.ts';
import { freshToken, hashOfToken } from '../server/http/caller.ts';
import { quantile, rounded } from './figures.ts';
import { knowledgeArticles } from './knowledge-articles.ts';
import { startServerProcess } from './measure.ts';

const imported = 10_000;
const bundle = 500;
const published = 20;

/** Articles a second through the store, and the time from publishing on one process until the other answers with it. */
export async function knowledgeDatabaseFigures(postgres: EmbeddedPostgres, say: (line: string) => void) {
  const pool = new Pool({ ...postgres.connection, max: 2 });
  await migrate(pool, migrationsFolder);
  const cookie = await reviewerOf(pool);
  say(`importing ${imported} articles …`);
  const source = knowledgeArticles();
  const articles = createArticles(pool);
  let ms = 0;
  for (let count = 0; count < imported; count += bundle) {
    const next = Array.from({ length: bundle }, () => source.next().value);
    const startedAt = performance.now();
    await articles.put(next, 'bench', Date.now());
    ms += performance.now() - startedAt;
  }
  await pool.end();

  say('publishing on one of two processes …');
  const environment = { DATABASE_URL: postgres.url, TANDEM_DEMO: 'false' };
  const first = await startServerProcess(environment);
  const second = await startServerProcess(environment);
  const call = async (url: string, path: string, body: unknown) => {
    const response = await fetch(url + path, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    return response.json() as Promise<{
      id: string;
      answer: { citations: readonly { articleId: string }[] };
    }>;
  };
  const waits: number[] = [];
  try {
    for (let round = 0; round < published; round++) {
      const title = `第${round}号紫外蓝烟探测浮标怎么校准？`;
      const body = '长按浮标顶部的按钮五秒，听到两声提示后放入清水，十分钟后校准完成。';
      const content = { language: 'zh', title, similarQuestions: [], body, topic: 'bench' };
      const { id } = await call(first.url, '/api/articles', content);
      const startedAt = performance.now();
      await call(first.url, `/api/articles/${id}/publish`, { version: 1 });
      for (;;) {
        const { answer } = await call(second.url, '/api/knowledge/try', { text: title });
        if (answer.citations[0]?.articleId === id) break;
        if (performance.now() - startedAt > 10_000) throw new Error('what was published is not found');
      }
      waits.push(performance.now() - startedAt);
    }
  } finally {
    await first.stop();
    await second.stop();
  }
  return {
    importedArticlesPerSecond: rounded((imported / ms) * 1000, 0),
    publishToFindableMs: { p50: rounded(quantile(waits, 0.5)), longest: rounded(Math.max(...waits)) },
  };
}

async function reviewerOf(pool: Pool): Promise<string> {
  const agents = createAgents(pool);
  const id = crypto.randomUUID();
  const at = Date.now();
  await agents.add(
    { id, name: '王敏', email: 'bench@tandem.local', role: 'administrator', passwordHash: 'none' },
    at,
  );
  const token = freshToken();
  await agents.openSession(hashOfToken(token), id, at, at + 3_600_000);
  return `tandem=${token}`;
}
