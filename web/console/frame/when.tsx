import type { Language } from '../../../core/terms/language.ts';
import { useLanguage } from '../../ui/language.ts';

const locales: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' };

/** 刚刚, 5 分钟前, 今天 15:04, 11月22日 15:04, or with the year where it is another one. */
export function whenOf(at: number, now: number, language: Language): string {
  const minutes = Math.floor((now - at) / 60_000);
  if (minutes < 1) return language === 'zh' ? '刚刚' : 'just now';
  if (minutes < 60) return language === 'zh' ? `${minutes} 分钟前` : `${minutes} min ago`;
  const [day, today] = [new Date(at), new Date(now)];
  const clock = `${String(day.getHours()).padStart(2, '0')}:${String(day.getMinutes()).padStart(2, '0')}`;
  if (day.toDateString() === today.toDateString())
    return language === 'zh' ? `今天 ${clock}` : `today ${clock}`;
  const sameYear = day.getFullYear() === today.getFullYear();
  if (language === 'zh') {
    const date = `${day.getMonth() + 1}月${day.getDate()}日`;
    return sameYear ? `${date} ${clock}` : `${day.getFullYear()}年${date}`;
  }
  const month = new Intl.DateTimeFormat(locales.en, { month: 'short' }).format(day);
  return sameYear ? `${day.getDate()} ${month} ${clock}` : `${day.getDate()} ${month} ${day.getFullYear()}`;
}

/** The date and time in full, for a tooltip. */
export function stampOf(at: number, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'full', timeStyle: 'medium' }).format(at);
}

/** A moment as people say it, with the full stamp on hover. */
export function When({ at }: { readonly at: number }) {
  const { language } = useLanguage();
  return (
    <time dateTime={new Date(at).toISOString()} title={stampOf(at, language)} className="figure">
      {whenOf(at, Date.now(), language)}
    </time>
  );
}
