import { moment } from '../entry.ts';
import type { HistoryFormat, Reader, Receiver } from '../format.ts';
import { isLongEnough, Plays } from '../plays.ts';
import type { TableRow } from '../table.ts';

/** An autoplayed title counts only if it ran longer than any accidental play. */
const LEAST_AUTOPLAYED_SECONDS = 10 * 60;

/** `ViewingActivity.csv` of the account archive: every play of every profile, including trailers. */
export const netflixActivity: HistoryFormat = {
  name: 'Netflix viewing activity',
  service: 'Netflix',
  howToGet:
    'Everything: Account, Security, "Personal info access". The archive, or `CONTENT_INTERACTION/ViewingActivity.csv` in it, has durations and episode numbers, and is the better one',
  readings: [
    {
      kind: 'table',
      fits: (header) => header.has('title', 'start time', 'duration', 'supplemental video type'),
      open: (to) => new ActivityRows(to),
    },
  ],
};

class ActivityRows implements Reader<TableRow> {
  readonly #to: Receiver;
  readonly #plays = new Plays<{ text: string; viewer: string }>();

  constructor(to: Receiver) {
    this.#to = to;
  }

  read(row: TableRow): void {
    const seconds = clock(row.get('duration'));
    const isAutoplayed = /autoplayed/i.test(row.get('attributes') ?? '');
    const isScrap = isAutoplayed && seconds < LEAST_AUTOPLAYED_SECONDS;
    const viewer = row.get('profile name') ?? '';
    if (row.get('supplemental video type') !== '' || isScrap) {
      this.#to.add({ kind: 'left-out', viewer });
      return;
    }
    const text = row.get('title') ?? '';
    const play = {
      key: JSON.stringify([viewer, text]),
      season: text.slice(0, Math.max(0, text.lastIndexOf(': '))),
      title: { text, viewer },
      when: moment(row.get('start time')),
      seconds,
      reached: clock(row.get('bookmark')),
    };
    if (this.#to.isOfLibrary(text)) this.#plays.add(play);
    else if (isLongEnough(play)) this.#to.add({ kind: 'titled', text, when: play.when, viewer });
    else this.#to.add({ kind: 'left-out', viewer });
  }

  end(): void {
    const { titles, leftOut } = this.#plays.watched();
    for (const { title, when } of titles) this.#to.add({ kind: 'titled', ...title, when });
    if (leftOut > 0) this.#to.add({ kind: 'left-out', count: leftOut });
  }
}

/** `01:02:03` in seconds; 0 for anything else. */
function clock(text: string | undefined): number {
  const found = /^\s*(\d{1,3}):(\d{2}):(\d{2})\s*$/.exec(text ?? '');
  return found ? Number(found[1]) * 3600 + Number(found[2]) * 60 + Number(found[3]) : 0;
}
