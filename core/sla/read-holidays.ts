import { type HolidayList, listBuilder } from './holiday-list.ts';
import { readHolidaysCsv } from './read-holidays-csv.ts';
import { readHolidaysIcs } from './read-holidays-ics.ts';
import { readHolidaysJson } from './read-holidays-json.ts';

/** Some 20,000 holidays: no list that anybody has is longer. */
const longestText = 1_000_000;

/**
 * A list of holidays that an administrator has, as exceptions of a calendar:
 *
 * - JSON as holiday-cn publishes it, one year or several: `{ year, days: [{ name, date, isOffDay }] }`
 * - CSV: `date,name,hours` with `open`, `closed` or `09:00-12:00`, with or without a line of headings
 * - iCalendar: all-day events; one whose title says 上班, 补班 or the like is a worked weekend
 *
 * Never throws: what is not taken stands in `rejected` with its line and its reason.
 */
export function readHolidays(text: string): HolidayList {
  const builder = listBuilder();
  const content = text.replace(/^\ufeff/, '');
  const start = content.slice(0, 1_000).trimStart();
  if (content.length > longestText) builder.reject(1, 'too-large', start);
  else if (start === '') builder.reject(1, 'not-readable', '');
  else if (start.startsWith('{') || start.startsWith('[')) readHolidaysJson(content, builder);
  else if (/^BEGIN:/i.test(start)) readHolidaysIcs(content, builder);
  else readHolidaysCsv(content, builder);
  return builder.list();
}
