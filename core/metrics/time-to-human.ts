import type { Bilingual } from '../terms/language.ts';
import type { ConversationFacts } from './conversation-facts.ts';
import { quantile } from './quantile.ts';

export const definition: Bilingual = {
  zh: '从转人工到坐席发出第一条回复的时间。中位数：一半的客户等得更短；P90：十位客户中有九位等得不超过它。还没等到回复的会话不计入。',
  en: 'From the handoff to the agent’s first reply. Median: half of the customers waited less. P90: nine out of ten waited no longer. Conversations that still wait for a reply are left out.',
};

/** Milliseconds from the handoff to the first human reply, or null when there was none (yet). */
export function waitForHuman(facts: ConversationFacts): number | null {
  if (facts.handoff === null || facts.firstHumanReplyAt === null) return null;
  const wait = facts.firstHumanReplyAt - facts.handoff.at;
  // An agent who took over unasked and was asked for later had answered already: nobody waited.
  return Math.max(0, wait);
}

/** Time to human: median and 90th percentile in milliseconds, over the `of` conversations that a human answered. */
export function timeToHuman(conversations: readonly ConversationFacts[]): {
  readonly median: number | null;
  readonly p90: number | null;
  readonly of: number;
} {
  const waits = conversations.map(waitForHuman).filter((wait) => wait !== null);
  return { median: quantile(waits, 0.5), p90: quantile(waits, 0.9), of: waits.length };
}
