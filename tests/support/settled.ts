import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fingerprintOf } from '../../src/store/cache/fingerprint.ts';

/** Waits until all files in some folders are old enough to be indexed, as an index does not trust recent changes. */
export async function settled(...folders: readonly string[]): Promise<void> {
  for (const folder of folders.filter((path) => existsSync(path))) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      while (entry.isFile() && fingerprintOf(path) === undefined) await sleep(5);
    }
  }
}
