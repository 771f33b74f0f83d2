import type { ListBuilder } from './holiday-list.ts';

type Entry = Readonly<Record<string, unknown>>;

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** What an entry looks like, for the person who must find it. */
function excerptOf(value: unknown): string {
  if (!isEntry(value)) return typeof value === 'string' ? value : typeof value;
  return `${textOf(value.date)} ${textOf(value.name)}`.trim();
}

/** The days of `{ days: […] }`, of a list of such years, or of a plain list of days. Null where it is none of them. */
function daysOf(value: unknown): readonly unknown[] | null {
  if (isEntry(value)) return Array.isArray(value.days) ? value.days : null;
  if (!Array.isArray(value)) return null;
  return value.flatMap((item: unknown) => (isEntry(item) && Array.isArray(item.days) ? item.days : [item]));
}

/** Reads holidays in holiday-cn's shape. */
export function readHolidaysJson(text: string, builder: ListBuilder): void {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    builder.reject(1, 'not-readable', text);
    return;
  }
  const days = daysOf(value);
  if (!days) {
    builder.reject(1, 'not-readable', text);
    return;
  }
  for (const [index, day] of days.entries()) {
    const line = index + 1;
    if (builder.isFull(line)) return;
    if (!isEntry(day)) builder.reject(line, 'not-readable', excerptOf(day));
    else if (typeof day.isOffDay !== 'boolean') builder.reject(line, 'bad-hours', excerptOf(day));
    else builder.take(line, textOf(day.date), textOf(day.name), day.isOffDay ? [] : 'as-weekday');
  }
}
