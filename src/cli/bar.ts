const WIDTH = 20;

/** A progress bar: how much of a total is done. */
export function bar(done: number, total: number): string {
  const full = total === 0 ? WIDTH : Math.round((WIDTH * Math.min(done, total)) / total);
  return '█'.repeat(full) + '░'.repeat(WIDTH - full);
}
