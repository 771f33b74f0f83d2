import type { Bilingual } from '../core/terms/language.ts';

/** The shelves of the demo shop's knowledge base; every article stands on exactly one. */
export const demoTopics = [
  'products',
  'orders',
  'shipping',
  'returns',
  'warranty',
  'payment',
  'invoice',
  'promotion',
  'membership',
  'account',
  'usage',
  'repair',
  'stores',
  'company',
  'complaints',
] as const;

export type DemoTopic = (typeof demoTopics)[number];

/** The shelves as the staff reads them. */
export const demoTopicNames: Readonly<Record<DemoTopic, Bilingual>> = {
  products: { zh: '商品', en: 'Products' },
  orders: { zh: '订单', en: 'Orders' },
  shipping: { zh: '物流', en: 'Shipping' },
  returns: { zh: '退换货', en: 'Returns' },
  warranty: { zh: '保修', en: 'Warranty' },
  payment: { zh: '支付', en: 'Payment' },
  invoice: { zh: '发票', en: 'Invoices' },
  promotion: { zh: '优惠', en: 'Promotions' },
  membership: { zh: '会员', en: 'Membership' },
  account: { zh: '账户', en: 'Account' },
  usage: { zh: '使用与保养', en: 'Use and care' },
  repair: { zh: '维修', en: 'Repairs' },
  stores: { zh: '门店', en: 'Shops' },
  company: { zh: '公司', en: 'Company' },
  complaints: { zh: '投诉', en: 'Complaints' },
};

export function isDemoTopic(text: string): text is DemoTopic {
  return (demoTopics as readonly string[]).includes(text);
}
