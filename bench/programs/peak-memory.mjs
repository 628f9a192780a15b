// Loaded before a program: at its end, writes the most memory that it has held, in KB.
import { readFileSync, writeFileSync } from 'node:fs';

process.on('exit', () => writeFileSync(process.env.RECAP_BENCH_PEAK, String(peak())));

/** On Linux `maxRSS` begins with what the parent held, so it says nothing about a small child. */
function peak() {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS;
  return /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
}
