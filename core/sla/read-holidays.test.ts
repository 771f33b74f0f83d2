import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isOpen } from './calendar.ts';
import { readHolidays } from './read-holidays.ts';
import { calendarBy } from './test-calendars.ts';

const reasons = (text: string) => readHolidays(text).rejected.map(({ line, reason }) => `${line} ${reason}`);
const days = (text: string) =>
  readHolidays(text).exceptions.map(({ day, name, spans }) =>
    [
      day,
      name,
      spans === 'as-weekday' ? 'open' : spans.map(({ from, to }) => `${from}-${to}`).join(' '),
    ].join(' '),
  );

test('holiday-cn’s JSON closes the days off and opens the worked weekends', () => {
  const text = JSON.stringify({
    $schema: 'x',
    year: 2026,
    papers: ['https://www.gov.cn/'],
    days: [
      { name: '元旦', date: '2026-01-01', isOffDay: true },
      { name: '元旦', date: '2026-01-04', isOffDay: false },
    ],
  });
  assert.deepEqual(days(text), ['2026-01-01 元旦 ', '2026-01-04 元旦 open']);
  assert.deepEqual(days(`\ufeff[${text},${text.replaceAll('2026', '2027')}]`).length, 4);
  const { exceptions } = readHolidays(text);
  assert.equal(isOpen(calendarBy({ exceptions }), Date.parse('2026-01-04T10:00+08:00')), true);
  assert.equal(isOpen(calendarBy({ exceptions }), Date.parse('2026-01-01T10:00+08:00')), false);
});

test('entries that are no holidays are refused one by one, with their number', () => {
  const text = JSON.stringify([
    { name: '元旦', date: '2026-01-01', isOffDay: true },
    { name: '元旦', date: '2026-02-30', isOffDay: true },
    { name: '元旦', date: '2026-01-02' },
    { name: '', date: '2026-01-02', isOffDay: true },
    { name: '元旦', isOffDay: true },
    { name: '又一次', date: '2026-01-01', isOffDay: false },
    { name: 'x'.repeat(101), date: '2026-01-05', isOffDay: false },
    null,
    'x',
    { __proto__: null, name: 1, date: {}, isOffDay: true },
  ]);
  assert.deepEqual(days(text), ['2026-01-01 元旦 ']);
  assert.deepEqual(reasons(text), [
    '2 bad-date',
    '3 bad-hours',
    '4 no-name',
    '5 no-date',
    '6 same-day',
    '7 long-name',
    '8 not-readable',
    '9 not-readable',
    '10 no-date',
  ]);
});

test('JSON that is cut off or something else is refused as a whole', () => {
  for (const text of ['{"year": 2026, "days": [', '{"days": 3}', '[', '{}', '']) {
    assert.deepEqual(reasons(text), ['1 not-readable'], text);
  }
});

test('CSV takes words and hours in Chinese and English, and dates as people write them', () => {
  const text = [
    '日期,名称,时间',
    '2026-10-01,国庆节,closed',
    '2026/10/4,"国庆, 值班",09:00-12:00',
    '2026年10月5日,值班,9:00-12:00 13:30-18:00',
    '20261010,补班,上班',
    '2026-10-06,值班,09：00～12：00，13：00至24:00',
    '',
    '2026-10-07,值班,14:00-15:00,09:00-10:00',
  ].join('\r\n');
  assert.deepEqual(reasons(text), []);
  assert.deepEqual(days(text), [
    '2026-10-01 国庆节 ',
    '2026-10-04 国庆, 值班 540-720',
    '2026-10-05 值班 540-720 810-1080',
    '2026-10-06 值班 540-720 780-1440',
    '2026-10-07 值班 540-600 840-900',
    '2026-10-10 补班 open',
  ]);
});

test('semicolons and tabs separate as well, and a quotation mark may stand in a name', () => {
  assert.deepEqual(days('2026-10-01;"Say ""hi""";off\n2026-10-02;b;open'), [
    '2026-10-01 Say "hi" ',
    '2026-10-02 b open',
  ]);
  assert.deepEqual(days('2026-10-01\t国庆节\t休'), ['2026-10-01 国庆节 ']);
  assert.deepEqual(days('2026-10-01,值班,09:00-10:00;11:00-12:00'), ['2026-10-01 值班 540-600 660-720']);
});

test('every CSV row that is not taken is named with its line', () => {
  const text = [
    'date,name,hours',
    '2026-10-01,"国庆',
    '节",closed',
    '2026-13-01,x,closed',
    '2026-10-02,x,maybe',
    '2026-10-02,x,22:00-06:00',
    '2026-10-02,x,09:00-12:00 11:00-13:00',
    '2026-10-02,x,09:60-12:00',
    '2026-10-02,x,24:00-24:00',
    '2026-10-02,,closed',
    ',x,closed',
    'date,x,closed',
    '2026-10-01,x,open',
    '2026-10-02,x',
    '2026-10-03,"never closed,closed',
    '2026-10-04,lost,closed',
  ].join('\n');
  assert.deepEqual(days(text), ['2026-10-01 国庆 节 ']);
  assert.deepEqual(reasons(text), [
    '4 bad-date',
    '5 bad-hours',
    '6 overnight-hours',
    '7 overlapping-hours',
    '8 bad-hours',
    '9 bad-hours',
    '10 no-name',
    '11 no-date',
    '12 bad-date',
    '13 same-day',
    '14 bad-hours',
    '15 not-readable',
  ]);
});

const calendarFile = (...events: string[][]) =>
  [
    'BEGIN:VCALENDAR',
    ...events.flatMap((event) => ['BEGIN:VEVENT', ...event, 'END:VEVENT']),
    'END:VCALENDAR',
  ].join('\r\n');

test('all-day events of an iCalendar file close their days, worked weekends open', () => {
  const text = calendarFile(
    ['SUMMARY:春节假', ' 期', 'DTSTART;VALUE=DATE:20260215', 'DTEND;VALUE=DATE:20260218'],
    ['SUMMARY:上班(补春节假期)', 'DTSTART;VALUE=DATE:20260214', 'DTEND;VALUE=DATE:20260215'],
    ['SUMMARY:盘点\\, 半年', 'DTSTART:20260630', 'BEGIN:VALARM', 'SUMMARY:alarm', 'END:VALARM'],
    ['SUMMARY:团建', 'DTSTART;VALUE=DATE:20260701', 'DURATION:P2D'],
    ['SUMMARY:国庆节（班）', 'DTSTART;VALUE=DATE:20261010', 'DTEND;VALUE=DATE:20261010'],
  );
  assert.deepEqual(reasons(text), []);
  assert.deepEqual(days(text), [
    '2026-02-14 上班(补春节假期) open',
    '2026-02-15 春节假期 ',
    '2026-02-16 春节假期 ',
    '2026-02-17 春节假期 ',
    '2026-06-30 盘点, 半年 ',
    '2026-07-01 团建 ',
    '2026-07-02 团建 ',
    '2026-10-10 国庆节（班） open',
  ]);
});

test('every event that is not taken is named with the line where it begins', () => {
  const text = calendarFile(
    ['SUMMARY:会议', 'DTSTART:20260215T090000Z', 'DTEND:20260215T100000Z'],
    ['SUMMARY:生日', 'DTSTART;VALUE=DATE:20260215', 'RRULE:FREQ=YEARLY'],
    ['SUMMARY:取消', 'DTSTART;VALUE=DATE:20260215', 'STATUS:CANCELLED'],
    ['SUMMARY:永远', 'DTSTART;VALUE=DATE:20260215', 'DTEND;VALUE=DATE:99991231'],
    ['SUMMARY:没有', 'DTSTART;VALUE=DATE:20260231'],
    ['SUMMARY:无'],
    ['DTSTART;VALUE=DATE:20260215'],
  ).replace('END:VCALENDAR', 'BEGIN:VEVENT\r\nSUMMARY:断');
  assert.deepEqual(days(text), []);
  assert.deepEqual(reasons(text), [
    '2 not-all-day',
    '7 repeating',
    '12 cancelled',
    '17 too-long',
    '22 bad-date',
    '26 no-date',
    '29 no-name',
    '32 not-readable',
  ]);
  assert.deepEqual(reasons('BEGIN:VCALENDAR\nEND:VCALENDAR'), ['1 not-readable']);
});

test('names lose what could disturb a page’s text, and keep the rest as text', () => {
  const name = '\u202e<b>国庆</b>\u0000\u200b';
  const text = JSON.stringify([{ name, date: '2026-10-01', isOffDay: true }]);
  assert.deepEqual(days(text), ['2026-10-01 <b>国庆</b> ']);
});

test('a list that is too long is taken up to its limit and says where it stopped', () => {
  const many = Array.from({ length: 5_010 }, (_, index) => `x${index},a,closed`).join('\n');
  const { rejected } = readHolidays(many);
  assert.equal(rejected.length, 5_001);
  assert.deepEqual([rejected.at(-1)!.line, rejected.at(-1)!.reason], [5_001, 'too-large']);
  assert.deepEqual(reasons(`date,name,hours\n${'x'.repeat(1_000_001)}`), ['1 too-large']);
});

test('hostile files end quickly and never throw', () => {
  const started = performance.now();
  for (const text of [
    '['.repeat(900_000),
    '"'.repeat(900_000),
    `BEGIN:VCALENDAR\n${'BEGIN:VEVENT\n'.repeat(60_000)}`,
    `BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:${'a\n '.repeat(250_000)}`,
    `2026-10-01,a,${'09:00-09:01 '.repeat(70_000)}`,
    `2026-10-01,${' '.repeat(900_000)},closed`,
    ','.repeat(900_000),
  ]) {
    assert.ok(readHolidays(text).rejected.length > 0);
  }
  assert.ok(performance.now() - started < 5_000);
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom('', '[', 'BEGIN:VEVENT\n', '2026-01-01,a,'),
      (text, start) => {
        for (const { excerpt } of readHolidays(start + text).rejected) assert.ok(excerpt.length <= 100);
      },
    ),
  );
});
