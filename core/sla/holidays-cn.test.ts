import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayName, dayNumberOf, weekdayOf } from './day.ts';
import { holidayOf, holidayStanding, holidayYears } from './holidays-cn.ts';

const number = (day: string) => dayNumberOf(day)!;
const length = (from: string, to: string) => number(to) - number(from) + 1;
const blocks = holidayYears.flatMap(({ year, provisional, blocks }) =>
  blocks.map((block) => ({ ...block, year, provisional })),
);

test('every block is a contiguous run of real days in its own year, in order and apart', () => {
  let last = Number.NEGATIVE_INFINITY;
  for (const { from, to, year } of blocks) {
    assert.ok(number(from) > last, `${from} follows the block before`);
    assert.ok(number(to) >= number(from));
    assert.equal(from.slice(0, 4), String(year));
    assert.equal(to.slice(0, 4), String(year));
    last = number(to);
  }
});

test('every worked day is a Saturday or a Sunday, within two weeks of its holiday, and no day off', () => {
  for (const { from, to, working } of blocks) {
    for (const day of working) {
      assert.ok(weekdayOf(number(day)) >= 5, `${day} is a weekend day`);
      assert.ok(number(day) >= number(from) - 14 && number(day) <= number(to) + 14);
      assert.equal(holidayOf(number(day))?.isOff, false);
    }
  }
});

test('in a published year weekdays off are the days of the law and those that worked weekends pay for', () => {
  // 13 days a year by the law of 2024; one that falls on a weekend is given back on a weekday.
  const lawful: Record<string, number> = {
    元旦: 1,
    春节: 4,
    清明节: 1,
    劳动节: 2,
    端午节: 1,
    中秋节: 1,
    国庆节: 3,
    '国庆节、中秋节': 4,
  };
  for (const { name, from, to, working, provisional, year } of blocks) {
    const days = Array.from({ length: length(from, to) }, (_, index) => number(from) + index);
    if (provisional) {
      assert.equal(days.length, lawful[name.zh], `${year} ${name.zh} has the days of the law only`);
      assert.deepEqual(working, []);
    } else {
      const weekdays = days.filter((day) => weekdayOf(day) < 5).length;
      assert.equal(weekdays, lawful[name.zh]! + working.length, `${year} ${name.zh}`);
    }
  }
  for (const { blocks } of holidayYears) {
    assert.equal(
      blocks.reduce((sum, { name }) => sum + lawful[name.zh]!, 0),
      13,
    );
  }
});

test('the totals of the notices are met: 28 days off in 2025 and 33 in 2026, 5 and 6 weekend days worked', () => {
  const totals = (year: number) => {
    const ofYear = blocks.filter((block) => block.year === year);
    return [
      ofYear.reduce((sum, { from, to }) => sum + length(from, to), 0),
      ofYear.reduce((sum, { working }) => sum + working.length, 0),
    ];
  };
  assert.deepEqual(totals(2025), [28, 5]);
  assert.deepEqual(totals(2026), [33, 6]);
});

test('each festival covers its own day: by the sun, and by the moon', () => {
  // The lunar days are the almanac's. `Intl` puts New Year 2027 a day late: the new moon comes at 23:56 in Beijing.
  const days: Record<string, string[]> = {
    元旦: ['2025-01-01', '2026-01-01', '2027-01-01'],
    春节: ['2025-01-28', '2025-01-29', '2025-01-31', '2026-02-16', '2026-02-17', '2026-02-19'],
    清明节: ['2025-04-04', '2026-04-05', '2027-04-05'],
    劳动节: ['2025-05-01', '2025-05-02', '2026-05-01', '2026-05-02', '2027-05-01', '2027-05-02'],
    端午节: ['2025-05-31', '2026-06-19', '2027-06-09'],
    中秋节: ['2025-10-06', '2026-09-25', '2027-09-15'],
    国庆节: ['2025-10-01', '2025-10-03', '2026-10-01', '2026-10-03', '2027-10-01', '2027-10-03'],
  };
  days.春节!.push('2027-02-05', '2027-02-06', '2027-02-08');
  for (const [name, listed] of Object.entries(days)) {
    for (const day of listed) {
      const holiday = holidayOf(number(day));
      assert.ok(holiday?.isOff && holiday.name.zh.includes(name), `${day} is ${name}`);
    }
  }
});

test('the lunar festivals agree with the Chinese calendar of the runtime', () => {
  const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', {
    timeZone: 'UTC',
    month: 'numeric',
    day: 'numeric',
  });
  const parts = (day: number) => {
    const read = Object.fromEntries(
      lunar.formatToParts(day * 86_400_000).map(({ type, value }) => [type, value]),
    );
    return `${read.month}-${read.day}`;
  };
  for (const [name, date] of [
    ['端午节', '5-5'],
    ['中秋节', '8-15'],
  ]) {
    for (const { year, blocks } of holidayYears) {
      const block = blocks.find((candidate) => candidate.name.zh.includes(name!))!;
      const days = Array.from(
        { length: length(block.from, block.to) },
        (_, index) => number(block.from) + index,
      );
      assert.ok(
        days.some((day) => parts(day) === date),
        `${name} ${year}`,
      );
    }
  }
});

test('a day like any other is no holiday, and a year says how well it is known', () => {
  assert.equal(holidayOf(number('2026-03-02')), undefined);
  assert.equal(dayName(number('2026-10-01')), '2026-10-01');
  assert.equal(dayNumberOf('2026-02-29'), null);
  assert.deepEqual([2024, 2025, 2026, 2027, 2028].map(holidayStanding), [
    'unknown',
    'published',
    'published',
    'provisional',
    'unknown',
  ]);
});
