import type { LogEntry } from './line.ts';

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
