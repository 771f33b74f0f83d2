import type { Pool } from 'pg';
import { createArticles } from '../adapters/store/articles.ts';
import { createContacts } from '../adapters/store/contacts.ts';
import { demoContacts, memberTierNames } from '../demo/contacts.ts';
import { loadArticles } from '../demo/load-articles.ts';
import { demoOrders, orderStatusNames } from '../demo/orders.ts';
import { demoShop } from '../demo/shop.ts';
import { demoTopicNames } from '../demo/topics.ts';

/** Puts the sample shop into an empty installation: its articles, its customers and their orders. */
export async function furnishDemo(pool: Pool, at: number): Promise<void> {
  const articles = loadArticles().map(
    (article) =>
      ({
        ...article,
        topic: demoTopicNames[article.topic][article.language],
        status: 'published',
      }) as const,
  );
  await createArticles(pool).put(articles, '岚野 Lanye', at);
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
