import type { Calendar, TimeSpan } from '../terms/calendar.ts';
import type { Add } from './add-problem.ts';

/** One calendar: its time zone, and that every day's spans can be. */
export function checkCalendar(
  path: string,
  calendar: Calendar,
  isTimeZone: ((name: string) => boolean) | undefined,
  add: Add,
): void {
  if (isTimeZone && !isTimeZone(calendar.timeZone))
    add(`${path}.timeZone`, 'unknown-time-zone', {
      zh: `没有时区「${calendar.timeZone}」，例如 Asia/Shanghai。`,
      en: `There is no time zone “${calendar.timeZone}”; Asia/Shanghai is one.`,
    });
  calendar.week.forEach((spans, day) => {
    checkSpans(`${path}.week.${day}`, spans, add);
  });
  if (calendar.week.every((spans) => spans.length === 0) && calendar.exceptions.length === 0)
    add(
      `${path}.week`,
      'never-open',
      { zh: '一周里没有一天开放。', en: 'No day of the week is open.' },
      'warning',
    );
  const days = new Set<string>();
  calendar.exceptions.forEach(({ day, spans }, place) => {
    if (days.has(day))
      add(`${path}.exceptions.${place}.day`, 'duplicate-day', {
        zh: `${day} 写了两次。`,
        en: `${day} stands here twice.`,
      });
    days.add(day);
    if (spans !== 'as-weekday') checkSpans(`${path}.exceptions.${place}.spans`, spans, add);
  });
}

function checkSpans(path: string, spans: readonly TimeSpan[], add: Add): void {
  spans.forEach((span, place) => {
    if (span.from >= span.to)
      add(`${path}.${place}`, 'span-reversed', {
        zh: '结束时间要晚于开始时间；跨夜请拆成两段。',
        en: 'The end must be after the start; split a night into two spans.',
      });
  });
  const sorted = spans.map((span, place) => ({ ...span, place })).sort((one, other) => one.from - other.from);
  sorted.forEach((span, at) => {
    const before = sorted[at - 1];
    if (before && span.from < before.to)
      add(`${path}.${span.place}`, 'spans-overlap', {
        zh: '和另一段时间重叠。',
        en: 'Overlaps another span.',
      });
  });
}
