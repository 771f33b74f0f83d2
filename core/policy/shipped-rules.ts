import type { Segment, TriageRule } from '../terms/triage.ts';

/** Values of the attribute `tier` or `vip` that make a contact one whom a failed answer must not cost. */
const importantTiers = [
  'vip',
  'svip',
  '黑金卡',
  '黑金',
  '钻石',
  '白金',
  '金卡',
  'black gold',
  'platinum',
  'diamond',
  'gold',
];

/**
 * The rules of an installation that has made none of its own: what touches a life, the law or money in dispute goes to
 * a person at once, the most urgent first; what the knowledge base is for stays with the assistant until it fails.
 */
export const shippedRules: readonly TriageRule[] = [
  {
    id: 'self-harm',
    name: { zh: '自伤风险马上转人工', en: 'Self-harm: a person at once' },
    enabled: true,
    when: [{ on: 'risk', is: ['self-harm'] }],
    then: [{ do: 'human' }, { do: 'priority', priority: 10 }, { do: 'label', label: '自伤风险' }],
  },
  {
    id: 'safety',
    name: { zh: '人身安全马上转人工', en: 'Safety: a person at once' },
    enabled: true,
    when: [{ on: 'risk', is: ['safety'] }],
    then: [{ do: 'human' }, { do: 'priority', priority: 9 }, { do: 'label', label: '人身安全' }],
  },
  {
    id: 'legal-threat',
    name: { zh: '法律风险马上转人工', en: 'Legal threat: a person at once' },
    enabled: true,
    when: [{ on: 'risk', is: ['legal-threat'] }],
    then: [{ do: 'human' }, { do: 'priority', priority: 6 }, { do: 'label', label: '法律风险' }],
  },
  {
    id: 'complaint',
    name: { zh: '投诉马上转人工', en: 'Complaint: a person at once' },
    enabled: true,
    when: [{ on: 'risk', is: ['complaint', 'press'] }],
    then: [{ do: 'human' }, { do: 'priority', priority: 5 }, { do: 'label', label: '投诉' }],
  },
  {
    id: 'refund-dispute',
    name: { zh: '退款纠纷马上转人工', en: 'Refund dispute: a person at once' },
    enabled: true,
    when: [{ on: 'risk', is: ['refund-dispute'] }],
    then: [{ do: 'human' }, { do: 'priority', priority: 4 }, { do: 'label', label: '退款纠纷' }],
  },
  {
    id: 'important-contact-failed',
    name: { zh: '贵宾没答上就转人工', en: 'VIP with a failed answer: a person at once' },
    enabled: true,
    when: [
      { on: 'segment', is: ['vip', 'vip-marked'] },
      { on: 'failedAnswers', atLeast: 1 },
    ],
    then: [{ do: 'human' }],
  },
  {
    id: 'product-and-logistics',
    name: { zh: '商品和物流问题由 AI 助手接待', en: 'Product and logistics questions: the assistant' },
    enabled: true,
    // A second failure is the thresholds' matter: nobody is kept with an assistant that does not help.
    when: [
      { on: 'intent', is: ['product', 'logistics'] },
      { on: 'failedAnswers', atMost: 1 },
      { on: 'complexity', atMost: 60 },
    ],
    then: [{ do: 'assistant' }],
  },
];

/** Who counts as VIP where the host site tells a tier. */
export const shippedSegments: readonly Segment[] = [
  {
    id: 'vip',
    name: { zh: '贵宾', en: 'VIP' },
    when: [{ on: 'attribute', name: 'tier', is: importantTiers }],
    priority: 2,
  },
  {
    id: 'vip-marked',
    name: { zh: '贵宾（标记）', en: 'VIP (marked)' },
    when: [{ on: 'attribute', name: 'vip', is: ['true', 'yes', '1', '是', 'vip'] }],
    priority: 2,
  },
];
