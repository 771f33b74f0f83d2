import type { Calendar, CalendarException, TimeSpan } from '../terms/calendar.ts';
import { dayNumberOf, weekdayOf } from './day.ts';
import { holidayOf } from './holidays-cn.ts';

/** Why a day has the hours that it has. */
export interface HoursOfDay {
  readonly spans: readonly TimeSpan[];
  readonly by: 'week' | 'holiday' | 'working-weekend' | 'exception';
}

const none: readonly TimeSpan[] = [];

/**
 * The hours of a working day. China's notices do not say which weekday a 调休 weekend replaces, so such a day has
 * Monday's hours; where Monday is closed, those of the first of Tuesday to Friday that is not. A day from Monday to
 * Friday that must be worked although it is a holiday has its own hours.
 */
function hoursAsWeekday(calendar: Calendar, day: number): readonly TimeSpan[] {
  const weekday = weekdayOf(day);
  const own = calendar.week[weekday] ?? none;
  if (weekday < 5 && own.length > 0) return own;
  return calendar.week.slice(0, 5).find((spans) => spans.length > 0) ?? own;
}

/** The exceptions of a calendar by their day; of two for one day the later in the list counts. */
export function exceptionsByDay(calendar: Calendar): ReadonlyMap<number, CalendarException> {
  const byDay = new Map<number, CalendarException>();
  for (const exception of calendar.exceptions) {
    const day = dayNumberOf(exception.day);
    if (day !== null) byDay.set(day, exception);
  }
  return byDay;
}

/**
 * When a calendar is open on a local day (`day` days after 1970-01-01). The house's exceptions outrank public
 * holidays, and those the week.
 */
export function hoursOfDay(
  calendar: Calendar,
  day: number,
  exceptions: ReadonlyMap<number, CalendarException>,
): HoursOfDay {
  const exception = exceptions.get(day);
  if (exception) {
    const { spans } = exception;
    return { spans: spans === 'as-weekday' ? hoursAsWeekday(calendar, day) : spans, by: 'exception' };
  }
  const holiday = calendar.holidays === 'CN' ? holidayOf(day) : undefined;
  if (holiday?.isOff) return { spans: none, by: 'holiday' };
  if (holiday) return { spans: hoursAsWeekday(calendar, day), by: 'working-weekend' };
  return { spans: calendar.week[weekdayOf(day)] ?? none, by: 'week' };
}
