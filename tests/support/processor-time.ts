/** Seconds of processor time that a call takes: unlike time on the clock, no other program adds to it. */
export function processorSeconds(call: () => unknown): number {
  const before = process.cpuUsage();
  call();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000_000;
}
