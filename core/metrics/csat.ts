import type { Bilingual } from '../terms/language.ts';
import { type ConversationFacts, type Measured, share } from './conversation-facts.ts';

export const definition: Bilingual = {
  zh: '打 4 分或 5 分的评价 ÷ 全部评价。评价的人少时，这个数说明不了什么：请与评价率一起看。',
  en: 'Ratings of 4 or 5 ÷ all ratings. With few ratings the figure says little: read it beside the response rate.',
};

export const responseDefinition: Bilingual = {
  zh: '有评价的会话 ÷ 已结束的会话。每个会话只邀请评价一次。',
  en: 'Conversations with a rating ÷ conversations that ended. Each conversation is asked once.',
};

/** A rating from here to 5 is a satisfied customer. */
const satisfied = 4;

/** CSAT (满意度): satisfied (4–5) ÷ rated. */
export function csat(conversations: readonly ConversationFacts[]): Measured {
  const ratings = conversations.map((facts) => facts.rating).filter((rating) => rating !== null);
  return share(ratings.filter((rating) => rating >= satisfied).length, ratings.length);
}

/** CSAT response rate (评价率): rated ÷ ended. A rated conversation that is open again counts as ended once. */
export function csatResponse(conversations: readonly ConversationFacts[]): Measured {
  const ended = conversations.filter((facts) => facts.resolution !== null || facts.rating !== null);
  return share(ended.filter((facts) => facts.rating !== null).length, ended.length);
}
