import type { Bilingual, Language } from '../terms/language.ts';
import type { SatisfactionReason, SatisfactionSign } from '../terms/satisfaction.ts';
import { fill } from './fill.ts';

/** A sentence for each sign; the figures stand in braces. */
const sentences: Readonly<Record<SatisfactionSign, Bilingual>> = {
  rated: { zh: '客户打了 {score} 分。', en: 'The customer rated it {score} of 5.' },
  'agent-says-solved': { zh: '坐席小结：已解决。', en: 'The agent summed it up as solved.' },
  'agent-says-unsolved': { zh: '坐席小结：未解决。', en: 'The agent summed it up as not solved.' },
  'says-solved': { zh: '客户说问题解决了。', en: 'The customer says that it is solved.' },
  'says-unsolved': { zh: '客户说问题还在。', en: 'The customer says that it is not solved.' },
  thanks: { zh: '客户道谢或道别。', en: 'The customer said thanks or goodbye.' },
  confirms: { zh: '客户表示知道了。', en: 'The customer agreed.' },
  denies: { zh: '客户说不对或不需要。', en: 'The customer said no.' },
  upset: { zh: '客户现在情绪不好。', en: 'The customer is upset now.' },
  pleased: { zh: '客户现在心情不错。', en: 'The customer is pleased now.' },
  calmed: { zh: '客户的情绪缓和了。', en: 'The customer has calmed down.' },
  worsened: { zh: '客户的情绪变差了。', en: 'The customer’s mood has worsened.' },
  'asked-again': {
    zh: '同样的问题又问了 {times} 次。',
    en: 'The same was asked again {times} {times|time|times}.',
  },
  'no-progress': {
    zh: '有 {times} 轮没有帮上客户。',
    en: '{times} {times|turn|turns} brought the customer no further.',
  },
  'same-answer': {
    zh: '同样的回答重复了 {times} 次。',
    en: 'The same answer was given again {times} {times|time|times}.',
  },
  answered: { zh: '最后一问得到了回答。', en: 'The last question was answered.' },
  'not-answered': { zh: '最后一问没有答上。', en: 'The last question was not answered.' },
  'left-waiting': { zh: '客户还在等答复。', en: 'The customer still waits for a reply.' },
  'wants-human': {
    zh: '客户要人工，还没有等到。',
    en: 'The customer asked for a person and nobody has come yet.',
  },
  words: {
    zh: '对话的用词和走势，与过往的同类对话相比。',
    en: 'The wording and the course, compared with conversations it learned from.',
  },
};

/** The reason as a sentence. */
export const satisfactionSentence = ({ sign, figures }: SatisfactionReason, language: Language): string =>
  fill(sentences[sign][language], figures ?? {});

/** What is said beside the figures. */
export const satisfactionText = {
  satisfaction: { zh: '满意度估计', en: 'Estimated satisfaction' },
  solved: { zh: '是否解决', en: 'Solved or not' },
  isEstimate: {
    zh: '由系统根据对话估计，客户打分后以打分为准。',
    en: 'Estimated from the conversation; once the customer rates it, the rating counts.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
