import type { Language } from '../../../core/terms/language.ts';

const locale: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' };

export function clock(at: number, language: Language): string {
  return new Intl.DateTimeFormat(locale[language], { hour: '2-digit', minute: '2-digit' }).format(at);
}

/** The full stamp, for those who want to know exactly. */
export function stamp(at: number, language: Language): string {
  return new Intl.DateTimeFormat(locale[language], { dateStyle: 'long', timeStyle: 'medium' }).format(at);
}

/** Today and yesterday by name, the rest as 11月22日 or 22 November. */
export function dayName(
  at: number,
  now: number,
  language: Language,
  names: { today: string; yesterday: string },
): string {
  const dayOf = (time: number) => new Date(time).toDateString();
  if (dayOf(at) === dayOf(now)) return names.today;
  if (dayOf(at) === dayOf(now - 86_400_000)) return names.yesterday;
  return new Intl.DateTimeFormat(locale[language], { month: 'long', day: 'numeric' }).format(at);
}

/** `1.2 MB`; counts 1 kB as 1,024 bytes, as file managers do. */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const [size, unit] = bytes < 1024 ** 2 ? [bytes / 1024, 'kB'] : [bytes / 1024 ** 2, 'MB'];
  return `${size < 10 ? Math.round(size * 10) / 10 : Math.round(size)} ${unit}`;
}
