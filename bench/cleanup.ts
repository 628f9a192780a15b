import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

const pending = new Set<() => void>();

/**
 * Has something undone when the benchmark ends, however it ends; what came last is undone first.
 *
 * @param undo works at once, as there is no waiting at the end of a process
 * @returns what takes it off the list, once it has been undone otherwise
 */
export function atEnd(undo: () => void): () => void {
  pending.add(undo);
  return () => pending.delete(undo);
}

/** A folder that is removed at the end. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'recap-bench-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Makes signals end the benchmark in order: children are killed and folders removed. */
export function cleanUpOnSignals(): void {
  process.on('exit', () => {
    for (const undo of [...pending].reverse()) undo();
  });
  for (const [signal, code] of Object.entries(SIGNALS))
    process.on(signal, () => process.exit(code));
}
