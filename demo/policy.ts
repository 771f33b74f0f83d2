import { defaultPolicy } from '../core/policy/default-policy.ts';
import { shippedRules } from '../core/policy/shipped-rules.ts';
import type { Policy } from '../core/terms/policy.ts';
import type { Queue } from '../core/terms/queue.ts';
import type { TriageRule } from '../core/terms/triage.ts';
import { memberTierNames } from './contacts.ts';
import { demoTopicNames } from './topics.ts';

const second = 1000;
const minute = 60 * second;
const topic = (...names: (keyof typeof demoTopicNames)[]) =>
  names.flatMap((name) => Object.values(demoTopicNames[name]));
const shipped = (id: string): TriageRule => shippedRules.find((rule) => rule.id === id)!;

const [plain] = defaultPolicy.queues;
const queue = (change: Pick<Queue, 'id' | 'name'> & Partial<Queue>): Queue => ({ ...plain!, ...change });

/**
 * The demo shop's policy: three queues, a segment for its gold members, and a rule that hours decide. The queues have
 * no calendar, so that whoever tries the demo at night meets people and not a form; the shop's hours stand beside them
 * for the rule that marks what comes outside, and to be put on a queue with one click.
 */
export const demoPolicy: Policy = {
  ...defaultPolicy,
  segments: [
    {
      id: 'vip',
      name: { zh: '贵宾', en: 'VIP' },
      when: [
        {
          on: 'attribute',
          name: 'tier',
          is: [memberTierNames.gold.zh, memberTierNames['black-gold'].zh],
        },
      ],
      priority: 2,
    },
    {
      id: 'big-order',
      name: { zh: '大额订单', en: 'Large order' },
      when: [{ on: 'orderValue', atLeast: 2000 }],
      priority: 1,
    },
  ],
  triage: [
    ...(['self-harm', 'safety', 'legal-threat', 'complaint'] as const).map(
      (id): TriageRule => ({ ...shipped(id), then: [...shipped(id).then, { do: 'queue', queueId: 'care' }] }),
    ),
    {
      ...shipped('refund-dispute'),
      then: [...shipped('refund-dispute').then, { do: 'queue', queueId: 'aftersales' }],
    },
    {
      id: 'vip-failed',
      name: { zh: '贵宾没答上就转人工', en: 'VIP with a failed answer: a person at once' },
      enabled: true,
      when: [
        { on: 'segment', is: ['vip'] },
        { on: 'failedAnswers', atLeast: 1 },
      ],
      then: [{ do: 'human' }, { do: 'queue', queueId: 'care' }],
    },
    shipped('product-and-logistics'),
    {
      id: 'aftersales-topics',
      name: { zh: '退换、维修、订单进售后', en: 'Returns, repairs and orders: after-sales' },
      enabled: true,
      when: [
        {
          on: 'topic',
          is: topic('returns', 'warranty', 'repair', 'orders', 'shipping', 'invoice', 'payment'),
        },
      ],
      then: [{ do: 'queue', queueId: 'aftersales' }],
    },
    {
      id: 'aftersales-words',
      name: { zh: '说到退换、物流、订单也进售后', en: 'Words of returns, parcels and orders: after-sales' },
      enabled: true,
      when: [{ on: 'intent', is: ['returns', 'warranty', 'logistics', 'order', 'invoice', 'payment'] }],
      then: [{ do: 'queue', queueId: 'aftersales' }],
    },
    {
      id: 'english',
      name: { zh: '英文客户要会英文的坐席', en: 'English customers: an agent who writes English' },
      enabled: true,
      when: [{ on: 'language', is: ['en'] }],
      then: [{ do: 'label', label: 'English' }],
    },
    {
      id: 'out-of-hours',
      name: { zh: '非营业时间打上标签', en: 'Outside shop hours: a label' },
      enabled: true,
      when: [{ on: 'open', calendarId: 'shop', is: false }],
      then: [{ do: 'label', label: '非营业时间' }],
    },
    {
      id: 'hard',
      name: { zh: '复杂的问题优先', en: 'Hard requests first' },
      enabled: true,
      when: [{ on: 'complexity', atLeast: 60 }],
      then: [
        { do: 'priority', priority: 3 },
        { do: 'label', label: '复杂' },
      ],
    },
  ],
  queues: [
    queue({
      id: 'presales',
      name: { zh: '售前咨询', en: 'Pre-sales' },
      prefers: [{ skill: 'products', level: 2 }],
      overflow: [{ afterMs: 45 * second, toQueueId: 'aftersales', relaxLevels: 5 }],
    }),
    queue({
      id: 'aftersales',
      name: { zh: '售后服务', en: 'After-sales' },
      prefers: [{ skill: 'returns', level: 2 }],
      wrapUpMs: 20 * second,
    }),
    queue({
      id: 'care',
      name: { zh: '投诉与贵宾', en: 'Complaints and VIP' },
      prefers: [{ skill: 'care', level: 2 }],
      ageingMs: minute,
      overflow: [{ afterMs: 20 * second, toQueueId: 'aftersales', relaxLevels: 5 }],
      whenSilent: 'alert-supervisor',
    }),
  ],
  calendars: [
    {
      id: 'shop',
      name: '门店营业时间',
      timeZone: 'Asia/Shanghai',
      week: [
        ...Array.from({ length: 5 }, () => [
          { from: 9 * 60, to: 12 * 60 },
          { from: 13 * 60 + 30, to: 21 * 60 },
        ]),
        ...Array.from({ length: 2 }, () => [{ from: 10 * 60, to: 18 * 60 }]),
      ],
      holidays: 'CN',
      exceptions: [],
    },
  ],
  sla: [
    {
      id: 'care-first',
      target: 'first-response',
      limitMs: 30 * second,
      queueIds: ['care'],
      warnAt: 0.6,
    },
    ...defaultPolicy.sla,
  ],
};
