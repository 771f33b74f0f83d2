import type { HolidayRejection } from '../text/holidays.ts';
import { dayName, dayNumberOf } from './day.ts';
import type { ListBuilder } from './holiday-list.ts';

interface Property {
  readonly line: number;
  /** In capitals, without its parameters. */
  readonly name: string;
  readonly parameters: string;
  readonly value: string;
}

const longestEventDays = 60;

/** The unfolded content lines of an iCalendar file (RFC 5545, 3.1); `line` is where each begins. */
function propertiesOf(text: string): Property[] {
  const folded: { line: number; parts: string[] }[] = [];
  for (const [index, row] of text.split(/\r\n|\r|\n/).entries()) {
    const last = folded.at(-1);
    if (/^[ \t]/.test(row) && last) last.parts.push(row.slice(1));
    else if (row.trim() !== '') folded.push({ line: index + 1, parts: [row] });
  }
  return folded.map(({ line, parts }) => {
    const content = parts.join('');
    const colon = content.indexOf(':');
    const head = colon < 0 ? content : content.slice(0, colon);
    const [name = '', ...parameters] = head.split(';');
    return {
      line,
      name: name.trim().toUpperCase(),
      parameters: parameters.join(';').toUpperCase(),
      value: colon < 0 ? '' : content.slice(colon + 1).trim(),
    };
  });
}

/** RFC 5545, 3.3.11. */
function unescaped(text: string): string {
  return text.replace(/\\([nN,;\\])/g, (_, character: string) => (/n/i.test(character) ? ' ' : character));
}

const titleOf = (event: ReadonlyMap<string, Property>) => unescaped(event.get('SUMMARY')?.value ?? '');

/** Days since 1970-01-01 of `20261001`; null for a date with a time, or none. */
function allDay(value: string): number | null {
  const match = /^(\d{4})(\d\d)(\d\d)$/.exec(value);
  return match && dayNumberOf(`${match[1]}-${match[2]}-${match[3]}`);
}

/** How many days an event lasts; null where that is not said in whole days. */
function daysOf(event: ReadonlyMap<string, Property>, from: number): number | null {
  const end = event.get('DTEND')?.value;
  if (end !== undefined) {
    const to = allDay(end);
    // Some programs write the last day itself where the standard asks for the day after it.
    return to === null ? null : Math.max(1, to - from);
  }
  const duration = event.get('DURATION')?.value;
  if (duration === undefined) return 1;
  const match = /^\+?P(\d{1,4})([DW])$/i.exec(duration);
  return match ? Math.max(1, Number(match[1]) * (match[2]!.toUpperCase() === 'W' ? 7 : 1)) : null;
}

const workingTitle = /上班|补班|调班|（班）|\(班\)|\bwork(ing)?[ -]?day\b/i;

/** Takes the days of an event, or says why not. */
function takeEvent(
  event: ReadonlyMap<string, Property>,
  line: number,
  builder: ListBuilder,
): HolidayRejection | null {
  const title = titleOf(event);
  const start = event.get('DTSTART')?.value ?? '';
  if (start === '') return 'no-date';
  if (/^CANCELLED$/i.test(event.get('STATUS')?.value ?? '')) return 'cancelled';
  if (event.has('RRULE') || event.has('RDATE')) return 'repeating';
  const from = allDay(start);
  if (from === null) return start.includes('T') ? 'not-all-day' : 'bad-date';
  const days = daysOf(event, from);
  if (days === null) return 'not-all-day';
  if (days > longestEventDays) return 'too-long';
  const spans = workingTitle.test(title) ? 'as-weekday' : [];
  for (let day = from; day < from + days; day += 1) builder.take(line, dayName(day), title, spans);
  return null;
}

/** Reads the all-day events of an iCalendar file. */
export function readHolidaysIcs(text: string, builder: ListBuilder): void {
  let event: Map<string, Property> | null = null;
  let startLine = 1;
  /** Parts inside an event, such as an alarm, have properties of their own. */
  let inside = 0;
  let found = 0;
  for (const property of propertiesOf(text)) {
    const { name, value, line } = property;
    const part = value.toUpperCase();
    if (name === 'BEGIN' && part === 'VEVENT') {
      if (event) builder.reject(startLine, 'not-readable', titleOf(event));
      if (builder.isFull(line)) return;
      event = new Map();
      startLine = line;
      inside = 0;
      found += 1;
    } else if (!event) continue;
    else if (name === 'END' && part === 'VEVENT') {
      const reason = takeEvent(event, startLine, builder);
      if (reason) builder.reject(startLine, reason, `${event.get('DTSTART')?.value ?? ''} ${titleOf(event)}`);
      event = null;
    } else if (name === 'BEGIN') inside += 1;
    else if (name === 'END') inside = Math.max(0, inside - 1);
    else if (inside === 0 && !event.has(name)) event.set(name, property);
  }
  if (event) builder.reject(startLine, 'not-readable', titleOf(event));
  if (found === 0) builder.reject(1, 'not-readable', text);
}
