import type { Bilingual } from '../terms/language.ts';
import { type ConversationFacts, involvedAgent, type Measured, share } from './conversation-facts.ts';

export const definition: Bilingual = {
  zh: '没有坐席参与就结束的会话 ÷ 由 AI 助手开始、且结果已定的会话。客户要过人工的，即使没等到人也不算闭环；仍在和助手对话的，结果未定，暂不计入。闭环不等于解决，请与有效闭环率一起看。',
  en: 'Conversations that ended with no agent ÷ conversations started with the assistant whose outcome is known. Asking for a person counts as not contained even if nobody came; conversations still with the assistant are left out. Contained is not the same as resolved: read it beside resolved containment.',
};

/** The conversation ended and no agent was asked for or took part. */
export function isContained(facts: ConversationFacts): boolean {
  return facts.resolution !== null && !involvedAgent(facts);
}

/** It has ended, or an agent is already involved: what containment says of it cannot change any more. */
export function hasOutcome(facts: ConversationFacts): boolean {
  return facts.resolution !== null || involvedAgent(facts);
}

/** Containment (机器人闭环率): ended with no agent ÷ started with the assistant, over conversations with an outcome. */
export function containment(conversations: readonly ConversationFacts[]): Measured {
  return share(conversations.filter(isContained).length, conversations.filter(hasOutcome).length);
}
