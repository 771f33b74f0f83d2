import type { Pool } from 'pg';
import { createAgents } from '../adapters/store/agents.ts';
import { createInboxes } from '../adapters/store/inboxes.ts';
import { assistantText } from '../core/text/assistant.ts';
import type { Config } from './config.ts';
import { furnishDemo, furnishDemoAgents } from './furnish-demo.ts';
import { freshToken } from './http/caller.ts';
import { generatePassword, hashPassword } from './http/routes/session.ts';

const furnishLock = 4_200_003;

/** The first administrator's address; the demo's colleagues are of the same house. */
export const administratorEmail = 'admin@tandem.local';

/** What the demo's customers may tap first; the assistant answers each. */
export const demoSuggestions = {
  zh: ['云栖 2 双人帐篷有多重？', '七天无理由怎么退？', '支持花呗吗？'],
  en: ['How heavy is the tent?', 'How do I wash a down sleeping bag?', 'Do you ship to Japan?'],
};

/**
 * Gives an empty installation what it needs to be used: an administrator with a generated password, a queue, an inbox,
 * and in demo mode the sample shop. Does nothing where there is somebody already. Of two processes at once one does it.
 *
 * @returns the administrator's password, this once; only its hash is stored
 */
export async function furnish(
  pool: Pool,
  config: Config,
): Promise<{ email: string; password: string } | undefined> {
  const client = await pool.connect();
  try {
    await client.query(`select pg_advisory_lock(${furnishLock})`);
    const agents = createAgents(pool);
    if ((await agents.count()) > 0) return undefined;
    const at = Date.now();
    await client.query(`insert into queue values ('default', $1) on conflict do nothing`, [
      JSON.stringify({ zh: '人工客服', en: 'Support' }),
    ]);
    await createInboxes(pool).add(
      {
        id: config.demo ? 'demo' : 'web',
        name: config.demo ? { zh: '岚野 Lanye', en: 'Lanye' } : { zh: '在线客服', en: 'Support' },
        greeting: config.demo
          ? {
              zh: '您好，我是岚野的 AI 助手。商品、订单、退换货都可以直接问我；需要时随时可以转人工。',
              en: 'Hello, I’m Lanye’s AI assistant. Ask me about products, orders or returns – you can switch to a person at any time.',
            }
          : assistantText.greeting,
        suggestions: config.demo ? demoSuggestions : { zh: [], en: [] },
        assistantName: { zh: 'AI 助手', en: 'AI assistant' },
        accent: '#0F766E',
        allowedOrigins: [],
        requireIdentity: false,
        identityKeyId: `k-${freshToken().slice(0, 8)}`,
        identitySecret: freshToken(),
      },
      at,
    );
    if (config.demo) await furnishDemo(pool, at);
    // Last: an account is what tells that the furnishing is done.
    const password = generatePassword();
    await agents.add(
      {
        id: crypto.randomUUID(),
        name: '管理员',
        email: administratorEmail,
        role: 'administrator',
        passwordHash: await hashPassword(password),
      },
      at,
    );
    if (config.demo) await furnishDemoAgents(pool, at);
    return { email: administratorEmail, password };
  } finally {
    await client.query(`select pg_advisory_unlock(${furnishLock})`).catch(() => undefined);
    client.release();
  }
}
