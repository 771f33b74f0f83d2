import type { Bilingual, Language } from '../terms/language.ts';
import type { Policy } from '../terms/policy.ts';
import type { TriageAction, TriageCondition } from '../terms/triage.ts';
import { channelWord, riskWord, triageText } from './console-triage.ts';
import { intentWord } from './console-trial.ts';
import { skillName } from './known-skills.ts';
import { asPercent, emotionWord } from './reasons.ts';

/** How the things that rules refer to by id are called. An id that nothing has stands for itself. */
export interface PolicyNames {
  queue(id: string): string;
  segment(id: string): string;
  calendar(id: string): string;
}

/** The names in one language; a missing translation falls back to the other. */
export function namesOf(policy: Policy, language: Language): PolicyNames {
  const named = (list: readonly { id: string; name: Bilingual }[], id: string) => {
    const name = list.find((one) => one.id === id)?.name;
    return name?.[language] || name?.zh || name?.en || id;
  };
  return {
    queue: (id) => named(policy.queues, id),
    segment: (id) => named(policy.segments, id),
    calendar: (id) => policy.calendars.find((one) => one.id === id)?.name || id,
  };
}

/** One condition as a clause: 「情绪是生气（强度 ≥ 0.6）」. */
export function conditionSentence(
  condition: TriageCondition,
  names: PolicyNames,
  language: Language,
): string {
  const zh = language === 'zh';
  const any = (values: readonly string[]) => anyOf(values, language);
  switch (condition.on) {
    case 'topic':
      return zh ? `主题是${any(condition.is)}` : `the topic is ${any(condition.is)}`;
    case 'channel':
      return zh
        ? `渠道是${any(condition.is.map((one) => wordOf(channelWord, one, language)))}`
        : `the channel is ${any(condition.is.map((one) => wordOf(channelWord, one, language)))}`;
    case 'segment':
      return zh
        ? `客户分组是${any(condition.is.map(names.segment))}`
        : `the segment is ${any(condition.is.map(names.segment))}`;
    case 'label':
      return zh ? `带有标签${any(condition.is)}` : `labelled ${any(condition.is)}`;
    case 'intent':
      return zh
        ? `意图是${any(condition.is.map((one) => wordOf(intentWord, one, language)))}`
        : `the intent is ${any(condition.is.map((one) => wordOf(intentWord, one, language)))}`;
    case 'language': {
      const words = condition.is.map((one) =>
        zh ? (one === 'zh' ? '中文' : '英文') : one === 'zh' ? 'Chinese' : 'English',
      );
      return zh ? `语言是${words.join('或') || '…'}` : `the language is ${words.join(' or ') || '…'}`;
    }
    case 'risk': {
      const words = condition.is.map((one) => riskWord[one][language]);
      return zh ? `出现${words.join('或') || '…'}` : `there is a risk: ${words.join(' or ') || '…'}`;
    }
    case 'emotion': {
      const words = condition.is.map((one) => emotionWord[one][language].toLowerCase());
      const least = condition.minimumIntensity;
      if (zh) return `情绪是${words.join('或') || '…'}${least ? `（强度 ≥ ${least}）` : ''}`;
      return `the mood is ${words.join(' or ') || '…'}${least ? ` (intensity ≥ ${least})` : ''}`;
    }
    case 'words':
      return zh ? `说到${any(condition.is)}` : `it says ${any(condition.is)}`;
    case 'attribute':
      return zh
        ? `客户资料「${condition.name || '…'}」是${any(condition.is)}`
        : `the customer’s “${condition.name || '…'}” is ${any(condition.is)}`;
    case 'verified':
      if (zh) return condition.is ? '客户身份已验证' : '客户身份未验证';
      return condition.is ? 'the customer is verified' : 'the customer is not verified';
    case 'open': {
      const name = names.calendar(condition.calendarId) || '…';
      if (zh) return condition.is ? `在「${name}」的服务时间内` : `不在「${name}」的服务时间`;
      return condition.is ? `“${name}” is open` : `“${name}” is closed`;
    }
    default:
      return numberSentence(condition, language);
  }
}

type NumberCondition = Extract<TriageCondition, { atLeast?: number }>;

const numberNames: Readonly<Record<NumberCondition['on'], { zh: readonly [string, string]; en: string }>> = {
  orderValue: { zh: ['订单金额', ''], en: 'the order value' },
  complexity: { zh: ['复杂度', ''], en: 'complexity' },
  failedAnswers: { zh: ['助手没答上', '次'], en: 'failed answers' },
  turns: { zh: ['和助手聊了', '轮'], en: 'turns with the assistant' },
  confidence: { zh: ['答案的把握', ''], en: 'confidence' },
  reopenings: { zh: ['重新打开', '次'], en: 'times reopened' },
};

function numberSentence(condition: NumberCondition, language: Language): string {
  const { atLeast, atMost, on } = condition;
  const shown = (value: number) => (on === 'confidence' ? asPercent(value) : String(value));
  const range =
    atLeast !== undefined && atMost !== undefined
      ? `${shown(atLeast)}–${shown(atMost)}`
      : atLeast !== undefined
        ? `≥ ${shown(atLeast)}`
        : atMost !== undefined
          ? `≤ ${shown(atMost)}`
          : '…';
  if (language === 'en') return `${numberNames[on].en} ${range}`;
  const [name, unit] = numberNames[on].zh;
  return `${name} ${range}${unit && ` ${unit}`}`;
}

/** One action as a clause: 「进「投诉」队列」. */
export function actionSentence(action: TriageAction, names: PolicyNames, language: Language): string {
  const zh = language === 'zh';
  switch (action.do) {
    case 'assistant':
      return zh ? '由 AI 助手接待' : 'the assistant serves';
    case 'human':
      return zh ? '转人工' : 'a person serves at once';
    case 'queue':
      return zh
        ? `进「${names.queue(action.queueId) || '…'}」队列`
        : `queue “${names.queue(action.queueId) || '…'}”`;
    case 'priority':
      return zh ? `优先级 ${action.priority}` : `priority ${action.priority}`;
    case 'skill':
      return zh
        ? `需要「${skillName(action.need.skill).zh || '…'}」${action.need.level} 级以上`
        : `needs “${skillName(action.need.skill).en || '…'}” at level ${action.need.level}`;
    case 'label':
      return zh ? `打上标签「${action.label || '…'}」` : `label “${action.label || '…'}”`;
  }
}

/** All conditions as one clause, 「任何消息」 where there is none. */
export function whenSentence(
  when: readonly TriageCondition[],
  names: PolicyNames,
  language: Language,
): string {
  if (when.length === 0) return triageText.anyMessage[language];
  const clauses = when.map((one) => conditionSentence(one, names, language));
  return clauses.join(language === 'zh' ? '，且' : ' and ');
}

/** A whole rule in one line: 「当情绪是生气（强度 ≥ 0.6），且客户分组是「VIP」→ 转人工，进「投诉」队列，优先级 3」. */
export function ruleSentence(
  rule: { readonly when: readonly TriageCondition[]; readonly then: readonly TriageAction[] },
  names: PolicyNames,
  language: Language,
): string {
  const then = rule.then
    .map((one) => actionSentence(one, names, language))
    .join(language === 'zh' ? '，' : ', ');
  const lead = language === 'zh' ? '当' : 'When ';
  return `${lead}${whenSentence(rule.when, names, language)} → ${then || triageText.nothing[language]}`;
}

function anyOf(values: readonly string[], language: Language): string {
  if (values.length === 0) return '…';
  return language === 'zh'
    ? values.map((value) => `「${value}」`).join('或')
    : values.map((value) => `“${value}”`).join(' or ');
}

function wordOf(words: Readonly<Record<string, Bilingual>>, key: string, language: Language): string {
  return words[key]?.[language] ?? key;
}
