import type { Bilingual, Language } from '../terms/language.ts';
import { riskWord } from './console-triage.ts';
import { intentWord } from './console-trial.ts';
import { emotionWord } from './reasons.ts';

/** What a signal is called. */
export const signalWord = {
  language: { zh: '语言', en: 'Language' },
  act: { zh: '这句话在做什么', en: 'Kind of turn' },
  'human-request': { zh: '要求人工', en: 'Asks for a person' },
  emotion: { zh: '情绪', en: 'Mood' },
  abuse: { zh: '辱骂', en: 'Abuse' },
  risk: { zh: '风险', en: 'Risk' },
  matter: { zh: '关于什么', en: 'Matter' },
  intent: { zh: '意图', en: 'Intent' },
  'out-of-scope': { zh: '超出范围', en: 'Out of scope' },
  handoff: { zh: '转人工预判', en: 'Handoff prediction' },
  satisfaction: { zh: '满意度估计', en: 'Estimated satisfaction' },
} as const;

/** A signal as the explanation has it. */
interface Heard {
  readonly signal: keyof typeof signalWord;
  readonly value: string;
  readonly by?: string;
}

const yes: Bilingual = { zh: '是', en: 'Yes' };
const no: Bilingual = { zh: '否', en: 'No' };

/** Values that mean the same whatever signal they belong to. */
const plainValues: Readonly<Record<string, Bilingual>> = { yes, true: yes, no, false: no };

const values: Partial<Readonly<Record<Heard['signal'], Readonly<Record<string, Bilingual>>>>> = {
  language: { zh: { zh: '中文', en: 'Chinese' }, en: { zh: '英文', en: 'English' } },
  act: { ...intentWord, empty: { zh: '空白', en: 'empty' } },
  emotion: emotionWord,
  risk: riskWord,
  matter: intentWord,
  handoff: {
    yes: { zh: '该转人工', en: 'a person is needed' },
    no: { zh: '助手就行', en: 'the assistant will do' },
  },
  satisfaction: {
    low: { zh: '不满意', en: 'dissatisfied' },
    middling: { zh: '说不准', en: 'neither' },
    high: { zh: '满意', en: 'satisfied' },
  },
};

/** A signal's value as people say it; the names of intents stand as they were given. */
export function signalValue({ signal, value }: Heard, language: Language): string {
  const word = values[signal]?.[value] ?? plainValues[value];
  const said = word?.[language] ?? value;
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** A signal that found nothing: said in one breath with the others that found nothing. */
export function isSilent({ signal, value, by }: Heard): boolean {
  // That nobody is asked for is worth saying where somebody said so.
  if (signal === 'handoff' || signal === 'satisfaction' || by === 'taught') return false;
  return (
    value === '' ||
    value === 'no' ||
    value === 'false' ||
    value === 'none' ||
    (signal === 'act' && value === 'empty')
  );
}

/** What examples and judgements are about. */
export const modelWord = {
  intent: { zh: '意图', en: 'Intent' },
  emotion: { zh: '情绪', en: 'Mood' },
  handoff: { zh: '转人工预判', en: 'Handoff prediction' },
  retrieval: { zh: '知识排序', en: 'Order of articles' },
  wish: { zh: '要人工', en: 'Asks for a person' },
  risk: { zh: '风险', en: 'Risk' },
} as const;

export const sourceWord = {
  console: { zh: '后台添加', en: 'Console' },
  knowledge: { zh: '知识库', en: 'Knowledge base' },
  correction: { zh: '坐席更正', en: 'Correction' },
  rating: { zh: '客户评分', en: 'Rating' },
  'needless-handoff': { zh: '不必转的人工', en: 'Needless handoff' },
  judged: { zh: '分歧裁定', en: 'Judged' },
  'article-sent': { zh: '坐席采用文章', en: 'Article sent' },
  'article-edited': { zh: '坐席改后采用', en: 'Article sent, edited' },
  'answer-helped': { zh: '回答获好评', en: 'Answer rated well' },
  'answer-failed': { zh: '回答没帮上', en: 'Answer did not help' },
} as const;
