import type { Language } from '../../../../core/terms/language.ts';
import type { ConditionTrial } from '../../../../core/terms/triage-trial.ts';
import type { PolicyNames } from '../../../../core/text/console-rule-sentence.ts';
import { channelWord, riskWord, triageText } from '../../../../core/text/console-triage.ts';
import { intentWord, trialText } from '../../../../core/text/console-trial.ts';
import { fill } from '../../../../core/text/fill.ts';
import { asPercent, emotionWord } from '../../../../core/text/reasons.ts';

type Words = Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

const languageWord: Words = { zh: { zh: '中文', en: 'Chinese' }, en: { zh: '英文', en: 'English' } };

const words: Readonly<Partial<Record<ConditionTrial['condition']['on'], Words>>> = {
  emotion: emotionWord,
  risk: riskWord,
  channel: channelWord,
  language: languageWord,
  intent: intentWord,
};

/** What a condition found, in words: 「实际：生气」. */
export function actualWords(
  { condition, actual }: ConditionTrial,
  names: PolicyNames,
  language: Language,
): string {
  const one = (value: string | number | boolean): string => {
    if (condition.on === 'open') return triageText[value ? 'isOpen' : 'isClosed'][language];
    if (typeof value === 'boolean') return triageText[value ? 'yes' : 'no'][language];
    if (typeof value === 'number')
      return condition.on === 'confidence' ? asPercent(value) : String(Math.round(value * 100) / 100);
    if (condition.on === 'segment') return names.segment(value);
    return words[condition.on]?.[value]?.[language] ?? value;
  };
  // Of a mood both were found: what it is and how strong.
  if (condition.on === 'emotion' && typeof actual === 'object' && actual?.length === 2)
    return fill(trialText.actual[language], {
      value: `${one(actual[0] ?? '')} ${asPercent(Number(actual[1]))}`,
    });
  const values = actual === null ? [] : typeof actual === 'object' ? actual.map(one) : [one(actual)];
  if (values.filter(Boolean).length === 0) return trialText.actualNothing[language];
  return fill(trialText.actual[language], { value: values.join(language === 'zh' ? '、' : ', ') });
}
