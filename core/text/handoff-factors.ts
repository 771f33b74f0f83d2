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
