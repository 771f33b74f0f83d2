import type { Language } from '../../../core/terms/language.ts';

const locales: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' };

/** A moment to come or gone by as it is planned: 2026年12月12日 00:00, without the year where it is the present one. */
export function momentOf(at: number, language: Language, now = Date.now()): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const date = new Intl.DateTimeFormat(locales[language], {
    ...(sameYear ? {} : { year: 'numeric' }),
    month: language === 'zh' ? 'long' : 'short',
    day: 'numeric',
  }).format(at);
  const clock = new Intl.DateTimeFormat(locales[language], {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
  return `${date} ${clock}`;
}

/** The same as a day: when a review is due nobody asks for the hour. */
export function dayOf(at: number, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], {
    year: 'numeric',
    month: language === 'zh' ? 'long' : 'short',
    day: 'numeric',
  }).format(at);
}
