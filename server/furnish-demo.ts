import type { Pool } from 'pg';
import { createArticles } from '../adapters/store/articles.ts';
import { createContacts } from '../adapters/store/contacts.ts';
import { createPolicies } from '../adapters/store/policies.ts';
import { demoContacts, memberTierNames } from '../demo/contacts.ts';
import {
  demoAgentIds,
  demoNextFrom,
  demoNextVersions,
  demoReach,
  internalArticles,
} from '../demo/lifecycle.ts';
import { loadArticles } from '../demo/load-articles.ts';
import { demoOrders, orderStatusNames } from '../demo/orders.ts';
import { demoPolicy } from '../demo/policy.ts';
import { demoShop } from '../demo/shop.ts';
import { demoTopicNames } from '../demo/topics.ts';

/** Puts the sample shop into an empty installation: its articles, its customers and their orders. */
export async function furnishDemo(pool: Pool, at: number): Promise<void> {
  const articles = [...loadArticles(), ...internalArticles].map(
    (article) =>
      ({
        ...article,
        ...demoReach(article.id, at),
        topic: demoTopicNames[article.topic][article.language],
        status: 'published',
      }) as const,
  );
  const store = createArticles(pool);
  await store.put(articles, '岚野 Lanye', at);
  const next = demoNextVersions.flatMap(({ id, days, change }) =>
    articles
      .filter((article) => article.id === id)
      .map((article) => ({
        ...article,
        body: change(article.body),
        effectiveFrom: demoNextFrom(days, at),
      })),
  );
  await store.put(next, '岚野 Lanye', at);
  await createPolicies(pool).putFirst(demoPolicy, '岚野的示例策略 · Lanye’s sample policy', '岚野 Lanye', at);
  const contacts = createContacts(pool);
  for (const contact of demoContacts) {
    const id = await contacts.identify(
      contact.externalId,
      crypto.randomUUID(),
      {
        name: contact.name,
        email: contact.email,
        phone: contact.phone,
        attributes: {
          tier: memberTierNames[contact.tier].zh,
          city: contact.city.zh,
          since: contact.since,
          note: contact.note.zh,
        },
      },
      at,
    );
    await contacts.setRecords(id, recordsOf(contact.externalId));
  }
}

/** The shop's agents, to be seen with their skills. Nobody can sign in as one until the administrator gives a password. */
const demoAgents = [
  ['林夏', 'linxia', { products: 4, returns: 2 }, ['zh', 'en']],
  ['周航', 'zhouhang', { returns: 4, products: 2, care: 2 }, ['zh']],
  ['陈默', 'chenmo', { care: 5, returns: 3 }, ['zh', 'en']],
] as const;

/** After the administrator, whose account tells that the installation is furnished. */
export async function furnishDemoAgents(pool: Pool, at: number): Promise<void> {
  for (const [name, account, skills, languages] of demoAgents)
    await pool.query(
      `insert into agent (id, name, email, role, password_hash, created_at, skills, languages)
       values ($1, $2, $3, 'agent', 'none', $4, $5, $6) on conflict do nothing`,
      [
        demoAgentIds[name],
        name,
        `${account}@tandem.local`,
        at,
        JSON.stringify(skills),
        JSON.stringify(languages),
      ],
    );
}

function recordsOf(externalId: string) {
  return demoOrders
    .filter((order) => order.contactExternalId === externalId)
    .map((order) => {
      const items = order.items.map(({ sku, quantity, variant }) => {
        const product = demoShop.products.find((one) => one.sku === sku);
        return `${product?.name.zh ?? sku}${variant ? `（${variant.zh}）` : ''} × ${quantity}`;
      });
      const last = order.timeline.at(-1);
      return {
        title: `订单 ${order.number}`,
        facts: [
          { label: '状态', value: orderStatusNames[order.status].zh },
          { label: '商品', value: items.join('、') },
          { label: '实付', value: `¥${order.amounts.paid}` },
          ...(order.trackingNumber
            ? [{ label: '物流', value: `${order.carrier?.zh ?? ''} ${order.trackingNumber}`.trim() }]
            : []),
          ...(last ? [{ label: '最新进展', value: last.text.zh }] : []),
        ],
      };
    });
}
