import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Calendar, TimeSpan } from '../terms/calendar.ts';
import { addBusinessMs, businessMsBetween } from './business-time.ts';
import { isOpen, nextClosing, nextOpening } from './calendar.ts';
import { calendarBy, week } from './test-calendars.ts';

const minute = 60_000;
const hour = 60 * minute;
const at = (text: string) => Date.parse(text);

/** What the local clock shows in every minute of a window: straight from `Intl`, nothing of the code under test. */
function walk(timeZone: string, from: number, days: number) {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return Array.from({ length: days * 1440 }, (_, index) => {
    const moment = from + index * minute;
    const [day, time] = format.format(moment).split(' ') as [string, string];
    const [hours, minutes] = time.split(':').map(Number) as [number, number];
    return { moment, day, weekday: (new Date(day).getUTCDay() + 6) % 7, minute: hours * 60 + minutes };
  });
}

/** Each has a change of clocks in it, apart from Shanghai and Kathmandu. */
const windows = [
  ['Asia/Shanghai', '2026-02-13T00:00Z'],
  ['Asia/Kathmandu', '2026-05-01T00:00Z'],
  ['America/New_York', '2026-03-07T05:00Z'],
  ['America/New_York', '2026-10-31T04:00Z'],
  ['Europe/London', '2026-10-24T00:00Z'],
  ['Australia/Lord_Howe', '2026-04-03T13:00Z'],
  ['Australia/Lord_Howe', '2026-10-02T13:00Z'],
  ['Africa/Cairo', '2026-04-22T22:00Z'],
  ['America/Havana', '2026-10-31T04:00Z'],
  ['America/St_Johns', '2006-10-28T02:30Z'],
  ['Pacific/Apia', '2011-12-29T10:00Z'],
].map(([timeZone, from]) => ({ timeZone: timeZone!, minutes: walk(timeZone!, at(from!), 3) }));

const spans: fc.Arbitrary<TimeSpan[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }), { maxLength: 6 })
  .map((numbers) => {
    const ends = numbers.sort((a, b) => a - b);
    return Array.from({ length: Math.floor(ends.length / 2) }, (_, index) => ({
      from: ends[2 * index]!,
      to: ends[2 * index + 1]!,
    }));
  });

const cases = fc.record({
  window: fc.constantFrom(...windows),
  week: fc.array(spans, { minLength: 7, maxLength: 7 }),
  exceptions: fc.array(fc.record({ day: fc.nat(2), spans }), { maxLength: 2 }),
});

test('opening, closing and business time agree with a walk through every minute, clocks changing or not', () => {
  fc.assert(
    fc.property(cases, fc.nat(4319), fc.nat(4319), ({ window, week, exceptions }, one, other) => {
      const { timeZone, minutes } = window;
      const days = [...new Set(minutes.map(({ day }) => day))];
      const decided = new Map(exceptions.map(({ day, spans }) => [days[day % days.length]!, spans]));
      const calendar: Calendar = calendarBy({
        timeZone,
        week,
        exceptions: [...decided].map(([day, spans]) => ({ day, name: '', spans })),
      });
      const open = minutes.map(({ day, weekday, minute }) =>
        (decided.get(day) ?? week[weekday]!).some((span) => minute >= span.from && minute < span.to),
      );
      const wrong = minutes.find(({ moment }, index) => isOpen(calendar, moment + 59_999) !== open[index]);
      assert.equal(wrong, undefined, timeZone);

      const [first, last] = [Math.min(one, other), Math.max(one, other)];
      const start = minutes[first]!.moment;
      const counted = open.slice(first, last).filter(Boolean).length * minute;
      assert.equal(businessMsBetween(calendar, start, minutes[last]!.moment), counted);

      const opens = open.indexOf(true, first);
      if (opens >= 0) assert.equal(nextOpening(calendar, start), minutes[opens]!.moment);
      const closes = open.indexOf(false, first);
      if (closes >= 0) assert.equal(nextClosing(calendar, start), minutes[closes]!.moment);

      if (counted > 0) {
        const lastOpen = open.lastIndexOf(true, last - 1);
        assert.equal(addBusinessMs(calendar, start, counted), minutes[lastOpen]!.moment + minute);
      }
    }),
    { numRuns: 200 },
  );
});

test('added business time, measured, gives back what was added, and no earlier moment does', () => {
  fc.assert(
    fc.property(
      cases,
      fc.integer({ min: 0, max: 72 * hour }),
      fc.integer({ min: 1, max: 200 * hour }),
      ({ window, week }, offset, ms) => {
        const calendar = calendarBy({ timeZone: window.timeZone, week, holidays: 'CN' });
        const from = window.minutes[0]!.moment + offset;
        const to = addBusinessMs(calendar, from, ms);
        if (to === null) {
          // Closed for good, or open so seldom that ten years do not hold as much.
          const inReach = businessMsBetween(calendar, from, from + 10 * 365 * 24 * hour);
          assert.ok(nextOpening(calendar, from) === null || inReach < ms);
          return;
        }
        assert.equal(businessMsBetween(calendar, from, to), ms);
        assert.equal(businessMsBetween(calendar, from, to - 1), ms - 1);
      },
    ),
    { numRuns: 300 },
  );
});

test('business time adds up over any point between', () => {
  const calendar = calendarBy({ timeZone: 'Europe/Berlin', week: week('22:00-24:00', '00:00-06:00') });
  const from = at('2026-03-27T00:00Z');
  fc.assert(
    fc.property(fc.nat(96 * hour), fc.nat(96 * hour), (one, two) => {
      const whole = businessMsBetween(calendar, from, from + one + two);
      const parts =
        businessMsBetween(calendar, from, from + one) +
        businessMsBetween(calendar, from + one, from + one + two);
      assert.equal(whole, parts);
    }),
  );
});

test('without a calendar time counts around the clock, and backwards there is none', () => {
  assert.equal(businessMsBetween(undefined, 1_000, 5_000), 4_000);
  assert.equal(addBusinessMs(undefined, 1_000, 4_000), 5_000);
  assert.equal(businessMsBetween(undefined, 5_000, 1_000), 0);
  assert.equal(businessMsBetween(calendarBy(), 5_000, 1_000), 0);
  assert.equal(addBusinessMs(calendarBy(), 5_000, 0), 5_000);
});

test('time that ends with the day ends at closing, not at the next opening', () => {
  const friday = at('2026-03-06T17:00+08:00');
  assert.equal(addBusinessMs(calendarBy(), friday, hour), at('2026-03-06T18:00+08:00'));
  assert.equal(addBusinessMs(calendarBy(), friday, hour + 1), at('2026-03-09T09:00+08:00') + 1);
});

test('nine days of Spring Festival do not count, the worked Saturday before it does', () => {
  const calendar = calendarBy({ holidays: 'CN' });
  const from = at('2026-02-14T09:00+08:00');
  assert.equal(businessMsBetween(calendar, from, at('2026-02-24T09:00+08:00')), 7.5 * hour);
});

test('a calendar that never opens, or a promise without end, ends in null', () => {
  assert.equal(addBusinessMs(calendarBy({ week: [] }), at('2026-03-02T00:00Z'), 1), null);
  assert.equal(addBusinessMs(calendarBy({ week: week('09:00-09:01') }), 0, Number.MAX_SAFE_INTEGER), null);
});
