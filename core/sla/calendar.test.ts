import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cpuMs } from '../../test/kit/cpu-time.ts';
import { isOpen, nextClosing, nextOpening, openingOf } from './calendar.ts';
import { calendarBy, week } from './test-calendars.ts';
import { isTimeZone, localDay, startOfLocalDay } from './time-zone.ts';

const at = (text: string) => Date.parse(text);
const iso = (moment: number | null) => (moment === null ? null : new Date(moment).toISOString());
const shop = calendarBy();

test('a split shift is open on both sides of the break and closed in it', () => {
  assert.equal(isOpen(shop, at('2026-03-02T08:59:59.999+08:00')), false);
  assert.equal(isOpen(shop, at('2026-03-02T09:00+08:00')), true);
  assert.equal(isOpen(shop, at('2026-03-02T11:59:59.999+08:00')), true);
  assert.equal(isOpen(shop, at('2026-03-02T12:00+08:00')), false);
  assert.equal(isOpen(shop, at('2026-03-02T13:30+08:00')), true);
  assert.equal(isOpen(shop, at('2026-03-07T10:00+08:00')), false);
});

test('an opening says until when, a closed calendar when it opens', () => {
  assert.deepEqual(openingOf(shop, at('2026-03-02T10:00+08:00')), {
    isOpen: true,
    opensAt: null,
    closesAt: at('2026-03-02T12:00+08:00'),
  });
  assert.deepEqual(openingOf(shop, at('2026-03-06T18:00+08:00')), {
    isOpen: false,
    opensAt: at('2026-03-09T09:00+08:00'),
    closesAt: null,
  });
  assert.deepEqual(openingOf(undefined, 0), { isOpen: true, opensAt: null, closesAt: null });
});

test('while open the next opening is now, while closed the next closing is now', () => {
  const open = at('2026-03-02T10:00+08:00');
  const closed = at('2026-03-02T12:30+08:00');
  assert.equal(nextOpening(shop, open), open);
  assert.equal(nextClosing(shop, closed), closed);
});

test('a night shift in two spans is one opening over midnight', () => {
  const night = calendarBy({ week: week('22:00-24:00', '00:00-06:00') });
  const friday = at('2026-03-06T23:00+08:00');
  assert.equal(iso(nextClosing(night, friday)), iso(at('2026-03-07T06:00+08:00')));
  assert.equal(isOpen(night, at('2026-03-07T00:00+08:00')), true);
});

test('spans that overlap or touch are one opening, and those past 24:00 end with the day', () => {
  const long = calendarBy({ week: week('09:00-13:00 12:00-15:00 15:00-16:00', '20:00-30:00') });
  assert.equal(iso(nextClosing(long, at('2026-03-02T10:00+08:00'))), iso(at('2026-03-02T16:00+08:00')));
  assert.equal(iso(nextClosing(long, at('2026-03-07T21:00+08:00'))), iso(at('2026-03-08T00:00+08:00')));
});

test('a holiday closes, and the 调休 weekend has the hours of Monday', () => {
  const monday = [{ from: 600, to: 660 }];
  const china = calendarBy({ holidays: 'CN', week: [monday, ...shop.week.slice(1)] });
  assert.equal(isOpen(china, at('2026-02-16T10:00+08:00')), false, 'Monday, New Year’s Eve');
  assert.equal(isOpen(china, at('2026-02-14T10:30+08:00')), true, 'Saturday, worked');
  assert.equal(isOpen(china, at('2026-02-14T11:00+08:00')), false);
  assert.equal(iso(nextOpening(china, at('2026-02-14T12:00+08:00'))), iso(at('2026-02-24T09:00+08:00')));
  assert.equal(isOpen(shop, at('2026-02-16T10:00+08:00')), true, 'holidays do not apply');
});

test('where Monday is closed a worked weekend has the hours of Tuesday', () => {
  const museum = calendarBy({ holidays: 'CN', week: [[], ...shop.week.slice(1)] });
  assert.equal(isOpen(museum, at('2026-02-14T10:30+08:00')), true);
});

test('what the house decides outranks holidays, worked weekends and the week', () => {
  const house = calendarBy({
    holidays: 'CN',
    exceptions: [
      { day: '2026-10-05', name: '国庆值班', spans: [{ from: 600, to: 660 }] },
      { day: '2026-10-06', name: '国庆上班', spans: 'as-weekday' },
      { day: '2026-10-10', name: '不补班', spans: [] },
      { day: '2026-03-02', name: '盘点', spans: [] },
      { day: '2026-03-02', name: '盘点半天', spans: [{ from: 0, to: 1440 }] },
      { day: '2026-02-30', name: '没有这一天', spans: [{ from: 0, to: 1440 }] },
    ],
  });
  assert.equal(isOpen(house, at('2026-10-05T10:30+08:00')), true);
  assert.equal(isOpen(house, at('2026-10-05T09:30+08:00')), false);
  assert.equal(isOpen(house, at('2026-10-06T09:30+08:00')), true);
  assert.equal(isOpen(house, at('2026-10-10T09:30+08:00')), false);
  assert.equal(isOpen(house, at('2026-03-02T03:00+08:00')), true, 'the later of two counts');
});

test('a calendar that never opens has no next opening, one that never closes no next closing', () => {
  const never = calendarBy({ week: [] });
  assert.deepEqual(openingOf(never, at('2026-03-02T10:00Z')), {
    isOpen: false,
    opensAt: null,
    closesAt: null,
  });
  const always = calendarBy({ week: week('00:00-24:00', '00:00-24:00', '00:00-24:00') });
  assert.equal(nextClosing(always, at('2026-03-02T10:00Z')), null);
  const almost = { ...always, exceptions: [{ day: '2026-12-25', name: '休', spans: [] }] };
  assert.equal(iso(nextClosing(almost, at('2026-03-02T10:00Z'))), '2026-12-24T16:00:00.000Z');
});

test('an opening a year ahead is found, one out of reach is not', () => {
  const rare = calendarBy({
    week: [],
    exceptions: [{ day: '2027-03-01', name: '', spans: [{ from: 0, to: 1 }] }],
  });
  assert.equal(iso(nextOpening(rare, at('2026-03-02T00:00+08:00'))), iso(at('2027-03-01T00:00+08:00')));
  assert.equal(nextOpening(rare, at('2025-03-02T00:00+08:00')), null);
});

test('a span that the clocks skip is gone, one in the hour that comes twice counts twice', () => {
  const small = calendarBy({ timeZone: 'America/New_York', week: week('', '', '02:10-02:50') });
  // 8 March 2026: 02:00 becomes 03:00.
  assert.equal(iso(nextOpening(small, at('2026-03-08T00:00-05:00'))), iso(at('2026-03-15T02:10-04:00')));
  const twice = calendarBy({ timeZone: 'America/New_York', week: week('', '', '01:00-01:30') });
  // 1 November 2026: 02:00 becomes 01:00.
  assert.equal(isOpen(twice, at('2026-11-01T01:10-04:00')), true);
  assert.equal(isOpen(twice, at('2026-11-01T01:40-04:00')), false);
  assert.equal(isOpen(twice, at('2026-11-01T01:10-05:00')), true);
});

test('a local day starts at midnight, or after the gap where the clocks skip midnight', () => {
  assert.equal(
    iso(startOfLocalDay('Asia/Shanghai', at('2026-03-02T07:00+08:00'))),
    '2026-03-01T16:00:00.000Z',
  );
  // Cairo, 24 April 2026: 00:00 becomes 01:00, at 22:00 UTC.
  assert.equal(iso(startOfLocalDay('Africa/Cairo', at('2026-04-24T09:00Z'))), '2026-04-23T22:00:00.000Z');
  assert.equal(iso(startOfLocalDay('America/New_York', at('2026-11-01T20:00Z'))), '2026-11-01T04:00:00.000Z');
  assert.equal(localDay('Pacific/Kiritimati', at('2026-03-02T11:00Z')), '2026-03-03');
});

test('a day that an island left out has no opening hours', () => {
  // Samoa went from the 29th to the 31st of December 2011.
  const samoa = calendarBy({ timeZone: 'Pacific/Apia', week: week('09:00-10:00') });
  assert.equal(iso(nextOpening(samoa, at('2011-12-29T10:00-10:00'))), iso(at('2012-01-02T09:00+14:00')));
});

test('an unknown time zone is recognised, and no calendar is reckoned with it', () => {
  assert.equal(isTimeZone('Asia/Shanghai'), true);
  assert.equal(isTimeZone('Mars/Olympus'), false);
  assert.throws(() => isOpen(calendarBy({ timeZone: 'Mars/Olympus' }), 0), RangeError);
});

test('a hundred thousand warm checks of opening take less than half a second', () => {
  const china = calendarBy({ holidays: 'CN' });
  const from = at('2026-02-01T00:00Z');
  const check = () => {
    let open = 0;
    for (let index = 0; index < 100_000; index += 1) open += isOpen(china, from + index * 60_000) ? 1 : 0;
    return open;
  };
  check();
  const took = cpuMs(() => assert.ok(check() > 0));
  assert.ok(took < 500, 'five microseconds each');
});
