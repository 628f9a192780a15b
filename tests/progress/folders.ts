import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openProgress, type Progress } from '../../src/progress/log.ts';

/** An empty folder for the running test, taken away when it ends. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'recap-progress-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Progress in the folder as a device sees it. Its clock stands still. */
export function open(folder: string | null, device = 'laptop'): Progress {
  return openProgress({ folder, device, now: () => new Date('2026-01-02T03:04:05Z') });
}

/** Adds text to a file of the folder as another program would. */
export function scribble(folder: string, name: string, text: string): void {
  appendFileSync(join(folder, name), text);
}
