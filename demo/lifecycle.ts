import type { ArticleReach } from '../core/terms/article.ts';
import type { Language } from '../core/terms/language.ts';
import type { DemoTopic } from './topics.ts';

const dayMs = 24 * 3_600_000;
/** Midnight in the shop's own time, UTC+8, so many days after `at`. */
const midnightIn = (days: number, at: number) =>
  Math.floor((at + 8 * 3_600_000) / dayMs + days) * dayMs - 8 * 3_600_000;

/** The shop's agents by the ids under which articles know them as their owners. */
export const demoAgentIds = {
  林夏: '0d1e5a20-7c1b-4c58-9a6e-52f1a1c0d001',
  周航: '0d1e5a20-7c1b-4c58-9a6e-52f1a1c0d002',
  陈默: '0d1e5a20-7c1b-4c58-9a6e-52f1a1c0d003',
} as const;

/**
 * Who looks after articles of the shop and how long they hold, counted from the day on which the shop was furnished:
 * the promotion ends with its price protection, a review is due.
 */
export function demoReach(
  articleId: string,
  at: number,
): ArticleReach & { readonly ownerId?: string; readonly reviewAt?: number } {
  if (articleId.startsWith('internal-')) return { audience: 'staff', ownerId: demoAgentIds.陈默 };
  switch (articleId.replace(/\.en$/, '')) {
    case 'promo-1212-rules':
      return { expiresAt: midnightIn(36, at), ownerId: demoAgentIds.林夏 };
    case 'promo-presale':
      return { expiresAt: midnightIn(21, at), ownerId: demoAgentIds.林夏 };
    case 'warranty-overview':
      return { ownerId: demoAgentIds.周航, reviewAt: midnightIn(0, at) };
    case 'ship-fees':
      return { ownerId: demoAgentIds.周航 };
    default:
      return {};
  }
}

/** What will hold next: the free delivery of the new season, known to the team and told to nobody before its day. */
export const demoNextVersions: readonly {
  readonly id: string;
  readonly days: number;
  readonly change: (body: string) => string;
}[] = [{ id: 'ship-fees', days: 40, change: (body) => body.replaceAll('¥99', '¥129') }];

export const demoNextFrom = (days: number, at: number) => midnightIn(days, at);

/** For the staff alone: read beside a conversation, told to no customer. */
export const internalArticles: readonly {
  readonly id: string;
  readonly language: Language;
  readonly topic: DemoTopic;
  readonly title: string;
  readonly similarQuestions: readonly string[];
  readonly body: string;
  readonly translationOf?: string;
}[] = [
  {
    id: 'internal-compensation',
    language: 'zh',
    topic: 'complaints',
    title: '坐席可以当场补偿多少？',
    similarQuestions: ['补偿额度', '客户要赔偿怎么给', '超过额度找谁批'],
    body: `坐席每单可当场补偿 ¥50 以内的无门槛券，不用审批；¥50–200 请主管在会话里确认；超过 ¥200 转投诉专席。

## 怎么给
1. 先为这件事道歉，再说补偿，不要让客户觉得是封口。
2. 在订单备注里写明原因和金额。
3. 同一客户 90 天内只补偿一次，第二次请主管。

## 不要做
- 不承诺具体到账的分钟数。
- 不拿补偿换好评。`,
  },
  {
    id: 'internal-compensation.en',
    language: 'en',
    topic: 'complaints',
    title: 'How much may an agent give as compensation?',
    similarQuestions: ['compensation limits', 'who approves more'],
    translationOf: 'internal-compensation',
    body: `Up to ¥50 as a coupon without approval, once per order. ¥50–200: a supervisor confirms in the conversation. More than that goes to the complaints desk.

## How
1. Apologise for the matter first, then name the compensation.
2. Note reason and amount in the order.
3. Once per customer in 90 days; the second time a supervisor decides.`,
  },
];
