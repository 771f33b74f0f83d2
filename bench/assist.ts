import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { FoundSolved } from '../adapters/store/assist.ts';
import type { AssistView } from '../core/protocol/assist.ts';
import type { BenchArticle } from './articles.ts';
import { boot } from './customers.ts';
import { p50p99 } from './figures.ts';

export const solvedCount = 50_000;
const lastSolved = '古筝的琴弦松了怎么调音';
const rounds = 400;
/** Messages of other customers a second while the help is measured. */
const otherMessages = 100;
const otherCustomers = 48;

/** Solved conversations about the articles' questions, each in words of its own. */
export function benchSolved(articles: readonly BenchArticle[], count: number): FoundSolved[] {
  const asks = ['请问', '你好，', '麻烦问下，', '我想知道', '急，'];
  const ends = ['？谢谢', '，在线等', '呢', '，上次没说清楚', '？帮我看看'];
  return Array.from({ length: count }, (_, number) => {
    const article = articles[number % articles.length]!;
    const asked = [article.title, ...article.similar][number % (1 + article.similar.length)]!;
    const reply = `${article.body.slice(0, 120)}${number % 7 === 0 ? '您先试一下，不行再找我。' : ''}`;
    return {
      conversationId: crypto.randomUUID(),
      inboxId: 'web',
      language: 'zh',
      questions: [`${asks[number % 5]}${asked}${ends[(number >> 2) % 5]}`],
      worked: reply,
      replies: [reply],
      agentName: '王敏',
      resolvedAt: number,
      rating: null,
      isGone: false,
    };
  });
}

/** Straight into the table that a server follows. */
export async function furnishSolved(pool: Pool, articles: readonly BenchArticle[]): Promise<void> {
  const all = benchSolved(articles, solvedCount);
  // Remembered last: who finds it knows that all the others are there.
  all.push({ ...all[0]!, conversationId: crypto.randomUUID(), questions: [lastSolved] });
  for (let start = 0; start < all.length; start += 5_000)
    await pool.query(
      `insert into solved_conversation (conversation_id, inbox_id, language, questions, worked, replies, agent_name, resolved_at, revision)
       select "conversationId", "inboxId", language, questions, worked, replies, "agentName", "resolvedAt", nextval('assist_revision_seq')
       from jsonb_to_recordset($1::jsonb) as s("conversationId" uuid, "inboxId" text, language text, questions jsonb, worked text, replies jsonb, "agentName" text, "resolvedAt" bigint)`,
      [JSON.stringify(all.slice(start, start + 5_000))],
    );
}

/**
 * From a customer's message until the agent has the help for it, while other customers are answered at the same server:
 * milliseconds from sending the message to the last byte of the help, and of the help alone.
 */
export async function assistFigures(url: string, cookie: string, question: () => string) {
  const { token, conversationId } = await boot(url);
  const asCustomer = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const asAgent = { cookie, 'content-type': 'application/json', origin: url };
  const path = `${url}/api/conversations/${conversationId}`;
  const post = async (where: string, headers: Record<string, string>, body: object) => {
    const answer = await fetch(`${path}/${where}`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ id: crypto.randomUUID(), ...body }),
    });
    if (!answer.ok) throw new Error(`${where}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as { seq: number };
  };
  const help = async () =>
    (await (await fetch(`${path}/assist`, { headers: { cookie } })).json()) as AssistView;
  await post('messages', asCustomer, { text: lastSolved });
  await post('human', asCustomer, {});
  await post('take-over', asAgent, {});
  const startedAt = performance.now();
  // The team's memory grows beside the server's work; what was solved last is remembered last.
  while ((await help()).solved.length === 0) {
    if (performance.now() - startedAt > 300_000)
      throw new Error('the solved conversations were not remembered');
    await sleep(250);
  }
  const readyMs = performance.now() - startedAt;
  const others = await Promise.all(Array.from({ length: otherCustomers }, () => boot(url)));
  let isOver = false;
  let said = 0;
  const under = new Set<Promise<unknown>>();
  const load = (async () => {
    for (const loadStart = performance.now(); !isOver; await sleep(2))
      while (said < ((performance.now() - loadStart) / 1000) * otherMessages) {
        const other = others[said++ % others.length]!;
        // A conversation of its own now and then, as people come and go.
        const id = said % 6 === 0 ? crypto.randomUUID() : other.conversationId;
        const saying = fetch(`${url}/api/conversations/${id}/messages`, {
          method: 'POST',
          headers: { authorization: `Bearer ${other.token}`, 'content-type': 'application/json' },
          body: JSON.stringify({ id: crypto.randomUUID(), text: question() }),
        }).then((answer) => answer.text());
        under.add(saying);
        void saying.finally(() => under.delete(saying)).catch(() => undefined);
      }
    await Promise.all(under);
  })();
  const wholes: number[] = [];
  const helps: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const sentAt = performance.now();
    const { seq } = await post('messages', asCustomer, { text: question() });
    const askedAt = performance.now();
    const view = await help();
    const now = performance.now();
    if (view.of !== seq) throw new Error(`the help is of ${view.of}, not of ${seq}`);
    // The first rounds warm the compiler.
    if (round >= 50) {
      wholes.push(now - sentAt);
      helps.push(now - askedAt);
    }
  }
  isOver = true;
  await load;
  const whole = p50p99(wholes);
  const alone = p50p99(helps);
  return {
    p50Ms: whole.p50,
    p99Ms: whole.p99,
    helpP50Ms: alone.p50,
    helpP99Ms: alone.p99,
    rememberedMs: Math.round(readyMs),
  };
}
