import type { Language } from '../../core/terms/language.ts';

/** A span of time; epoch milliseconds. */
export interface Slot {
  readonly from: number;
  readonly to: number;
}

const locale: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' };
const named = { zh: ['今天', '明天'], en: ['today', 'tomorrow'] } as const;

/** `9:00`, as it is said; by the reader's own clock. */
export function hour(at: number): string {
  const time = new Date(at);
  return `${time.getHours()}:${String(time.getMinutes()).padStart(2, '0')}`;
}

/** 今天, 明天, else 11月23日; with the year where it is another one. */
export function day(at: number, now: number, language: Language): string {
  const tomorrow = new Date(now);
  tomorrow.setDate(tomorrow.getDate() + 1);
  const date = new Date(at);
  if (date.toDateString() === new Date(now).toDateString()) return named[language][0];
  if (date.toDateString() === tomorrow.toDateString()) return named[language][1];
  // 11月23日, 23 Nov.
  const shape: Intl.DateTimeFormatOptions = { month: 'short', day: 'numeric' };
  if (date.getFullYear() !== new Date(now).getFullYear()) shape.year = 'numeric';
  return new Intl.DateTimeFormat(locale[language], shape).format(date);
}

/** 明天 9:00 or 11月23日 9:00; in English with its preposition, to stand at the end of a sentence. */
export function moment(at: number, now: number, language: Language): string {
  const date = day(at, now, language);
  if (language === 'zh') return `${date} ${hour(at)}`;
  return `${/^t/.test(date) ? date : `on ${date}`} at ${hour(at)}`;
}

/** `10:00–12:00`; midnight at the end of a day is 24:00. */
export function hours({ from, to }: Slot): string {
  const end = hour(to);
  return `${hour(from)}–${end === '0:00' ? '24:00' : end}`;
}

/** 明天 10:00–12:00. */
export function slotWords(slot: Slot, now: number, language: Language): string {
  return `${day(slot.from, now, language)}${language === 'zh' ? ' ' : ', '}${hours(slot)}`;
}

/** The slots that have not begun, day by day, the soonest first. */
export function slotsByDay(
  slots: readonly Slot[],
  now: number,
  language: Language,
): { readonly day: string; readonly slots: readonly Slot[] }[] {
  const days = new Map<string, Slot[]>();
  for (const slot of slots.filter(({ from }) => from > now).sort((one, other) => one.from - other.from)) {
    const name = day(slot.from, now, language);
    days.set(name, [...(days.get(name) ?? []), slot]);
  }
  return [...days].map(([name, of]) => ({ day: name, slots: of }));
}
