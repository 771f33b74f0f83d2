import type { CalendarException, TimeSpan } from '../terms/calendar.ts';
import type { HolidayRejection } from '../text/holidays.ts';
import type { ListBuilder } from './holiday-list.ts';

interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
  /** A quotation mark opened here is never closed. */
  readonly isCut: boolean;
}

/** The records of a CSV file (RFC 4180: quotes doubled inside quotes); `line` is where each begins. */
function* recordsOf(text: string, separator: string): Generator<CsvRecord> {
  let line = 1;
  let startLine = 1;
  let fields: string[] = [];
  let field = '';
  let quoted = false;
  for (let index = 0; index <= text.length; index += 1) {
    const character = text[index];
    if (quoted && character !== undefined) {
      if (character === '\n') line += 1;
      if (character !== '"') field += character;
      else if (text[index + 1] === '"') {
        field += '"';
        index += 1;
      } else quoted = false;
    } else if (character === '"' && field.trim() === '') {
      field = '';
      quoted = true;
    } else if (character === separator) {
      fields.push(field);
      field = '';
    } else if (character === '\n' || character === undefined) {
      fields.push(field);
      yield { line: startLine, fields: fields.map((value) => value.trim()), isCut: quoted };
      fields = [];
      field = '';
      line += 1;
      startLine = line;
    } else field += character;
  }
}

/** `2026/10/1`, `2026年10月1日` and `20261001` as `2026-10-01`; what is no date at all comes back as it is. */
function dayOf(text: string): string {
  const match =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  return match ? `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}` : text;
}

const closedWords = /^(closed|close|off|holiday|休息|休|放假|关闭|不营业|假日)$/i;
const openWords = /^(open|working|workday|上班|补班|营业|开放|班|工作日)$/i;

function spanOf(text: string): TimeSpan | HolidayRejection {
  const match = /^(\d{1,2})[:：](\d\d)(?:-|–|—|~|～|至|到)(\d{1,2})[:：](\d\d)$/.exec(text);
  if (!match) return 'bad-hours';
  const [fromHour, fromMinute, toHour, toMinute] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
  ];
  const from = fromHour * 60 + fromMinute;
  const to = toHour * 60 + toMinute;
  if (fromMinute > 59 || toMinute > 59 || from >= 1440 || to > 1440) return 'bad-hours';
  return to > from ? { from, to } : 'overnight-hours';
}

function hoursOf(text: string): CalendarException['spans'] | HolidayRejection {
  if (closedWords.test(text)) return [];
  if (openWords.test(text)) return 'as-weekday';
  const spans: TimeSpan[] = [];
  for (const part of text.split(/[\s,，、;；+|]+/).filter(Boolean)) {
    const span = spanOf(part);
    if (typeof span === 'string') return span;
    spans.push(span);
  }
  if (spans.length === 0) return 'bad-hours';
  spans.sort((a, b) => a.from - b.from);
  const overlap = spans.some((span, index) => index > 0 && span.from < spans[index - 1]!.to);
  return overlap ? 'overlapping-hours' : spans;
}

/** Reads `date,name,hours`; separated by commas, semicolons or tabs: whichever follows the first date or heading. */
export function readHolidaysCsv(text: string, builder: ListBuilder): void {
  const content = text.replace(/\r\n?/g, '\n');
  const firstLine = content.slice(0, 1_000).trimStart().split('\n', 1)[0]!;
  const separator = /[\t;,]/.exec(firstLine)?.[0] ?? ',';
  let isFirst = true;
  for (const { line, fields, isCut } of recordsOf(content, separator)) {
    if (fields.every((field) => field === '')) continue;
    const [date = '', name = '', ...rest] = fields;
    const mayBeHeading = isFirst;
    isFirst = false;
    if (mayBeHeading && /^(date|day|日期|时间)$/i.test(date)) continue;
    if (builder.isFull(line)) return;
    // Several spans may stand in columns of their own.
    const hours = hoursOf(rest.filter(Boolean).join(' ').slice(0, 500));
    const excerpt = fields.join(',');
    const isReason = typeof hours === 'string' && hours !== 'as-weekday';
    if (isCut) builder.reject(line, 'not-readable', excerpt);
    else if (isReason) builder.reject(line, date === '' ? 'no-date' : hours, excerpt);
    else builder.take(line, dayOf(date), name, hours, excerpt);
  }
  if (isFirst) builder.reject(1, 'not-readable', text);
}
