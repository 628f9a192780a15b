import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { EpisodeCode } from '../src/model/episode.ts';
import { logName } from '../src/store/progress/device.ts';
import { writeLine } from '../src/store/progress/line.ts';

import { temporaryFolder } from './cleanup.ts';

/** A reader's folders, all of them temporary: nothing of the user's is read or written. */
export interface Home {
  readonly env: Readonly<Record<string, string>>;
  /** Writes a file of the reader's own library, such as `show/s01e01.md`, and returns its path. */
  write(name: string, text: string): string;
  /** Records how far shows have been watched, in place of what was recorded before. */
  record(places: ReadonlyMap<string, EpisodeCode>): void;
  /** Removes whatever the program has kept to be faster the next time. */
  forgetCache(): void;
}

/** A home that is removed at the end. */
export function makeHome(): Home {
  const folder = temporaryFolder();
  const state = join(folder, 'state');
  const cache = join(folder, 'cache');
  const data = join(folder, 'data');
  return {
    env: {
      PATH: process.env.PATH ?? '',
      LANG: 'C.UTF-8',
      TZ: 'UTC',
      TERM: 'xterm-256color',
      HOME: folder,
      RECAP_STATE: state,
      XDG_CACHE_HOME: cache,
      XDG_DATA_HOME: data,
    },
    write(name, text) {
      const path = join(data, 'recap', 'recaps', name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
      return path;
    },
    record(places) {
      const lines = [...places].map(([show, through]) =>
        writeLine({
          show,
          epoch: 0,
          through,
          from: null,
          isUndo: false,
          at: '2020-01-01T00:00:00.000Z',
        }),
      );
      mkdirSync(state, { recursive: true });
      writeFileSync(join(state, logName('bench')), `${lines.join('\n')}\n`);
    },
    forgetCache: () => rmSync(cache, { recursive: true, force: true }),
  };
}
