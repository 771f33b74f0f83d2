const dayMs = 24 * 60 * 60 * 1000;

/** The calendar day of a moment, as `2026-11-22`, in the time zone `utcOffsetMinutes` east of UTC. */
export function dayOf(at: number, utcOffsetMinutes: number): string {
  return new Date(at + utcOffsetMinutes * 60_000).toISOString().slice(0, 10);
}

/** Every calendar day that the period from `from` up to but not including `to` touches, in order. */
export function daysBetween(from: number, to: number, utcOffsetMinutes: number): string[] {
  if (to <= from) return [];
  const offset = utcOffsetMinutes * 60_000;
  const first = Math.floor((from + offset) / dayMs);
  const last = Math.floor((to - 1 + offset) / dayMs);
  return Array.from({ length: last - first + 1 }, (_, index) => dayOf((first + index) * dayMs, 0));
}
