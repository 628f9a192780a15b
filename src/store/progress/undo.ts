import { type LogEntry, writeLine } from './line.ts';

/**
 * The last change that has not been taken back yet; its `from` is the place to go back to. `undefined`
 * if there is nothing to undo.
 *
 * @param own what this device wrote about one show, in the order of its file
 */
export function lastChange(own: readonly LogEntry[]): LogEntry | undefined {
  const changes: LogEntry[] = [];
  for (const entry of own) {
    if (entry.isUndo) changes.pop();
    else changes.push(entry);
  }
  return changes.at(-1);
}

/**
 * What one device has written, in order, each entry once. If it wrote several logs (under several host names), their
 * entries are ordered by the device's own clock, which decides nothing else.
 */
export function ownEntries(logs: readonly (readonly LogEntry[])[]): readonly LogEntry[] {
  const [only, ...others] = logs;
  if (others.length === 0) return only ?? [];
  const all = new Map(logs.flat().map((entry) => [writeLine(entry), entry]));
  return [...all.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
