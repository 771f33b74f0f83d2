import type { Bilingual } from '../terms/language.ts';
import type { ConversationFacts, Measured } from './conversation-facts.ts';

export const definition: Bilingual = {
  zh: '坐席处理会话的总时长（沟通 + 等待客户 + 话后处理）÷ 坐席处理过且已结束的会话数。',
  en: 'The time agents spent on conversations (talk + hold + wrap-up) ÷ conversations that agents handled and that have ended.',
};

/** AHT (平均处理时长), in milliseconds: (talk + hold + wrap-up) ÷ handled, over conversations that have ended. */
export function aht(conversations: readonly ConversationFacts[]): Measured {
  const handled = conversations.filter((facts) => facts.resolution !== null && facts.handledMs > 0);
  const total = handled.reduce((sum, facts) => sum + facts.handledMs, 0);
  return { value: handled.length === 0 ? null : total / handled.length, of: handled.length };
}
