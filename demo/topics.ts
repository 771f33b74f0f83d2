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

export function isDemoTopic(text: string): text is DemoTopic {
  return (demoTopics as readonly string[]).includes(text);
}
