import { moment, type NumberedEntry, showName } from '../entry.ts';
import type { HistoryFormat, Reader, Receiver } from '../format.ts';
import { Plays } from '../plays.ts';
import type { TableRow } from '../table.ts';

/** The backup of Jellyfin's Playback Reporting plugin: tab-separated plays with durations, without a header. */
export const jellyfinPlayback: HistoryFormat = {
  name: 'Jellyfin Playback Reporting',
  service: 'Jellyfin',
  howToGet:
    'Dashboard, Plugins, Playback Reporting, "Save Backup": the `.tsv`. `--viewer` says which user, by the long number in the second column',
  readings: [
    {
      kind: 'table',
      isHeadless: true,
      fits: ({ cells, delimiter }) =>
        delimiter === '\t' &&
        cells.length === 9 &&
        /^\d{4}-\d{2}-\d{2} /.test(cells[COLUMN.when] ?? '') &&
        /^\d+$/.test(cells[COLUMN.seconds]?.trim() ?? ''),
      open: (to) => new PlaybackRows(to),
    },
  ],
};

const COLUMN = { when: 0, user: 1, type: 3, name: 4, seconds: 8 } as const;

/** `Show - s01e02 - Title`; two episodes in one file are `s01e02-e03`. */
const NAME = /^(.*\S)\s+-\s+s(\d{1,3})e(\d{1,4})(?:-e?(\d{1,4}))?(?:\s+-\s+(.*))?$/i;

type PlayedEntry = NumberedEntry & { readonly viewer: string };

class PlaybackRows implements Reader<TableRow> {
  readonly #to: Receiver;
  readonly #plays = new Plays<readonly PlayedEntry[]>();

  constructor(to: Receiver) {
    this.#to = to;
  }

  read({ cells }: TableRow): void {
    const cell = (at: number) => cells[at]?.trim() ?? '';
    const viewer = cell(COLUMN.user);
    const name = cell(COLUMN.name);
    const found = cell(COLUMN.type) === 'Episode' ? NAME.exec(name) : null;
    if (!found) {
      this.#to.add({ kind: 'left-out', viewer });
      return;
    }
    const [, show = '', season, first, last = first, title = ''] = found;
    const when = moment(cell(COLUMN.when));
    const entries: PlayedEntry[] = [];
    for (
      let number = Number(first);
      number <= Math.min(Number(last), Number(first) + 9);
      number++
    ) {
      // two episodes in one file share its title
      const ownTitle = first === last ? title || null : null;
      const parts = { show: showName(show), season: Number(season), number, title: ownTitle };
      entries.push({ kind: 'numbered', ...parts, when, viewer });
    }
    this.#plays.add({
      key: JSON.stringify([viewer, name]),
      season: JSON.stringify([viewer, show, season]),
      title: entries,
      when,
      seconds: Number(cell(COLUMN.seconds)) || 0,
      reached: 0,
    });
  }

  end(): void {
    const { titles, leftOut } = this.#plays.watched();
    for (const { title: entries, when } of titles) {
      for (const entry of entries) this.#to.add({ ...entry, when });
    }
    if (leftOut > 0) this.#to.add({ kind: 'left-out', count: leftOut });
  }
}
