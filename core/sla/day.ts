export const dayMs = 86_400_000;

/** Days since 1970-01-01 of a calendar day written `2026-10-01`; null when there is no such day. */
export function dayNumberOf(day: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const at = Date.parse(`${day}T00:00:00Z`);
  // 2026-02-30 would silently become the second of March.
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day ? null : at / dayMs;
}

/** The calendar day, as `2026-10-01`, that is `day` days after 1970-01-01. */
export function dayName(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** 0 for Monday to 6 for Sunday, as `Calendar.week` counts. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}
