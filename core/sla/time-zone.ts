import { dayMs, dayName } from './day.ts';

/** A part of a UTC day in which local time runs evenly: local = UTC + `offset`. `to` is not included. Milliseconds. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

interface Zone {
  readonly format: Intl.DateTimeFormat;
  readonly days: Map<number, readonly Stretch[]>;
}

/** Asking `Intl` takes microseconds, so its answers are kept; nobody looks at more days than this at a time. */
const keptDays = 4_096;
const keptZones = 256;
const zones = new Map<string, Zone>();

function zoneOf(timeZone: string): Zone {
  const known = zones.get(timeZone);
  if (known) return known;
  const zone: Zone = {
    format: new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    }),
    days: new Map(),
  };
  if (zones.size >= keptZones) zones.clear();
  zones.set(timeZone, zone);
  return zone;
}

/** Whether this is a time zone that can be reckoned with, e.g. `Asia/Shanghai`. */
export function isTimeZone(timeZone: string): boolean {
  try {
    zoneOf(timeZone);
    return true;
  } catch {
    return false;
  }
}

function askOffset(zone: Zone, at: number): number {
  const read: Record<string, number> = {};
  for (const { type, value } of zone.format.formatToParts(at)) read[type] = Number(value);
  const local = Date.UTC(read.year!, read.month! - 1, read.day!, read.hour!, read.minute!, read.second!);
  return local - Math.floor(at / 1000) * 1000;
}

/**
 * The stretches of one UTC day (`utcDay` days after 1970-01-01), in order and without gaps. There are two on a day on
 * which the clocks change. Throws a RangeError for an unknown time zone.
 */
export function stretchesOf(timeZone: string, utcDay: number): readonly Stretch[] {
  const zone = zoneOf(timeZone);
  const known = zone.days.get(utcDay);
  if (known) return known;
  const from = utcDay * dayMs;
  const to = from + dayMs;
  const before = askOffset(zone, from);
  const after = askOffset(zone, to - 1);
  let stretches: readonly Stretch[] = [{ from, to, offset: before }];
  if (before !== after) {
    let [same, changed] = [from / 1000, (to - 1000) / 1000];
    while (changed - same > 1) {
      const middle = Math.floor((same + changed) / 2);
      if (askOffset(zone, middle * 1000) === before) same = middle;
      else changed = middle;
    }
    stretches = [
      { from, to: changed * 1000, offset: before },
      { from: changed * 1000, to, offset: after },
    ];
  }
  if (zone.days.size >= keptDays) zone.days.clear();
  zone.days.set(utcDay, stretches);
  return stretches;
}

/** Milliseconds that local time is ahead of UTC at a moment. */
export function offsetAt(timeZone: string, at: number): number {
  const stretches = stretchesOf(timeZone, Math.floor(at / dayMs));
  return (stretches.find((stretch) => at < stretch.to) ?? stretches[0]!).offset;
}

/** The local calendar day of a moment, as `2026-10-01`. */
export function localDay(timeZone: string, at: number): string {
  return dayName(Math.floor((at + offsetAt(timeZone, at)) / dayMs));
}

/**
 * The first moment of the local day that `at` lies in: its midnight, or, where the clocks skip midnight, the moment
 * after the gap. Epoch milliseconds.
 */
export function startOfLocalDay(timeZone: string, at: number): number {
  const day = Math.floor((at + offsetAt(timeZone, at)) / dayMs);
  for (let utcDay = day - 1; utcDay <= day + 1; utcDay += 1) {
    for (const { from, to, offset } of stretchesOf(timeZone, utcDay)) {
      const start = Math.max(from, day * dayMs - offset);
      if (start < Math.min(to, (day + 1) * dayMs - offset)) return start;
    }
  }
  return at;
}
