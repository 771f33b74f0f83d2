/** From the local midnight `days - 1` days ago until now, to the minute, so that the same question is asked once. */
export function periodOf(days: number): { from: number; to: number } {
  const start = new Date();
  start.setHours(0, 0, 0, 0);
  start.setDate(start.getDate() - days + 1);
  return { from: start.getTime(), to: Math.ceil(Date.now() / 60_000) * 60_000 };
}
