import type { HandoffFactor } from '../terms/handoff-factor.ts';
import type { Bilingual } from '../terms/language.ts';

/** What speaks for a person, as parts of one sentence. */
export const handoffFactorWord: Readonly<Record<HandoffFactor, Bilingual>> = {
  'failed-answers': { zh: '前面没有答上', en: 'it was not helped so far' },
  'low-confidence': { zh: '没找到有把握的答案', en: 'no sure answer was found' },
  mood: { zh: '客户情绪不好', en: 'the customer is upset' },
  'worse-mood': { zh: '情绪比之前差', en: 'the mood is getting worse' },
  'asked-again': { zh: '在重复之前的问题', en: 'the question was asked before' },
  'same-answer': { zh: '答案已经给过', en: 'the same answer was given before' },
  'long-message': { zh: '说得很长', en: 'the message is long' },
  'many-messages': { zh: '来回已经不少', en: 'there were many messages already' },
  'came-back': { zh: '隔了一阵又回来问', en: 'the customer came back after a while' },
};

/** The same where they speak against a person. */
export const handoffFactorAgainst: Readonly<Record<HandoffFactor, Bilingual>> = {
  'failed-answers': { zh: '前面都答上了', en: 'it was helped so far' },
  'low-confidence': { zh: '找到了有把握的答案', en: 'a sure answer was found' },
  mood: { zh: '客户心情不错', en: 'the customer is pleased' },
  'worse-mood': { zh: '情绪没有变差', en: 'the mood is not getting worse' },
  'asked-again': { zh: '不是重复的问题', en: 'the question is new' },
  'same-answer': { zh: '答案没有给过', en: 'the answer was not given before' },
  'long-message': { zh: '说得不长', en: 'the message is short' },
  'many-messages': { zh: '来回还不多', en: 'there were few messages so far' },
  'came-back': { zh: '一直在聊', en: 'the customer stayed' },
};
