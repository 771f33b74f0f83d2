import type { Language } from '../../../../core/terms/language.ts';
import type { SlaRule } from '../../../../core/terms/sla.ts';
import { durationWords } from '../../../../core/text/console-duration.ts';
import type { PolicyNames } from '../../../../core/text/console-rule-sentence.ts';
import { slaText } from '../../../../core/text/console-sla.ts';
import { fill } from '../../../../core/text/fill.ts';
import { asPercent } from '../../../../core/text/reasons.ts';

/** Whom a promise is for: 「投诉」队列、VIP 客户, or everybody. */
export function slaScope(rule: SlaRule, names: PolicyNames, language: Language): string {
  const parts = [
    ...(rule.queueIds?.length ? [listed(rule.queueIds.map(names.queue), language)] : []),
    ...(rule.segments?.length ? [listed(rule.segments.map(names.segment), language)] : []),
    ...(rule.minimumPriority === undefined
      ? []
      : [fill(slaText.priorityFrom[language], { priority: rule.minimumPriority })]),
  ];
  return parts.join(' · ') || slaText.sentenceAll[language];
}

/** What is promised: 1 分钟内 · 只算「工作日」 · 用掉 75% 时提醒. */
export function slaPromise(rule: SlaRule, names: PolicyNames, language: Language): string {
  return [
    fill(slaText.within[language], { limit: durationWords(rule.limitMs, language) }),
    ...(rule.calendarId === undefined
      ? []
      : [fill(slaText.inHours[language], { name: names.calendar(rule.calendarId) })]),
    fill(slaText.warned[language], { share: asPercent(rule.warnAt) }),
  ].join(' · ');
}

function listed(names: readonly string[], language: Language): string {
  return language === 'zh'
    ? names.map((name) => `「${name}」`).join('')
    : names.map((name) => `“${name}”`).join(', ');
}
