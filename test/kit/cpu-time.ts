/**
 * Milliseconds of processor time that some work took: what else the machine does meanwhile does not count, so a limit
 * on it holds on a busy machine too.
 */
export function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
