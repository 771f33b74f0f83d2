import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'pg';
import { type Articles, createArticles } from '../../adapters/store/articles.ts';
import { loadConfig } from '../../server/config.ts';
import { furnish } from '../../server/furnish.ts';
import { addStaff } from './colleagues.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { type ScriptedEmbeddings, startScriptedEmbeddings } from './scripted-embeddings.ts';

/** What the scripted model knows: who asks in other words means the same. */
const meanings = [/退货|还给你们/, /运费|邮寄要花/, /发票|报账/, /帐篷|野外睡/, /内部|暗号/];

/** A question in words that its article does not hold. */
export const inOtherWords = '东西想还给你们';

export const shopArticles = [
  { id: 'returns', title: '怎么退货', body: '签收后七天内可以在订单页申请。' },
  { id: 'freight', title: '运费怎么算', body: '单笔满 99 元包邮。' },
  { id: 'invoice', title: '如何开发票', body: '订单完成后在订单页开。' },
] as const;

export const published = (article: {
  readonly id: string;
  readonly title: string;
  readonly body: string;
}) => ({
  language: 'zh' as const,
  topic: 'test',
  similarQuestions: [],
  status: 'published' as const,
  ...article,
});

export interface Trial {
  readonly decision: string;
  readonly confidence: number;
  readonly choices: readonly string[];
  readonly candidates: readonly { readonly article: { readonly id: string } }[];
}

/** A database with a small shop, and a scripted embeddings server beside it. */
export interface MeaningScene {
  readonly database: TestDatabase;
  readonly pool: Pool;
  readonly articles: Articles;
  readonly model: ScriptedEmbeddings;
  /** Settings of a server that asks it. */
  readonly environment: Readonly<Record<string, string>>;
  /** A supervisor who is signed in. */
  readonly cookie: string;
  /** What the assistant would do with these words. */
  ask(server: { readonly url: string }, text: string): Promise<Trial>;
  /** Vectors that are kept, of the given model. */
  kept(model?: string): Promise<number>;
  close(): Promise<void>;
}

export async function createMeaningScene(): Promise<MeaningScene> {
  const database = await createTestDatabase();
  const pool = new Pool({ ...database.connection, max: 2 });
  await furnish(pool, loadConfig({ TANDEM_DEMO: 'false' }));
  const articles = createArticles(pool);
  await articles.put(shopArticles.map(published), 'test', Date.now());
  const { cookie } = await addStaff(pool, 'supervisor');
  const model = await startScriptedEmbeddings(meanings);
  return {
    database,
    pool,
    articles,
    model,
    cookie,
    environment: {
      TANDEM_DEMO: 'false',
      TANDEM_EMBEDDING_URL: model.url,
      TANDEM_EMBEDDING_KEY: 'sk-scripted-embeddings-7300',
      TANDEM_EMBEDDING_NAME: 'scripted',
      // A busy machine shall not make an answer late.
      TANDEM_EMBEDDING_QUESTION_MS: '5000',
    },
    async ask(server, text) {
      const response = await fetch(`${server.url}/api/knowledge/try`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json' },
        body: JSON.stringify({ text }),
      });
      if (!response.ok) throw new Error(`try: ${response.status} ${await response.text()}`);
      return (await response.json()) as Trial;
    },
    async kept(name = 'scripted') {
      const { rows } = await pool.query<{ count: number }>(
        'select count(*)::int as count from text_vector where model = $1',
        [name],
      );
      return rows[0]!.count;
    },
    async close() {
      await model.close();
      await pool.end();
      await database.drop();
    },
  };
}

/** Looks again until it is so. */
export async function until(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  withinMs = 20_000,
): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`not within ${withinMs} ms: ${what}`);
    await sleep(25);
  }
}
