import { dateReader } from '../dates.ts';
import type { HistoryFormat, Reader, Receiver } from '../format.ts';
import type { TableRow } from '../table.ts';

/** The number of dates that decide how the others are written. */
const ROWS_FOR_DATES = 20_000;

/** `NetflixViewingHistory.csv`: a title that contains the show's and rarely a number, and a date. */
export const netflixHistory: HistoryFormat = {
  name: 'Netflix viewing history',
  service: 'Netflix',
  howToGet:
    'Account, Profiles, Viewing activity, "Download all" at the end of the page: `NetflixViewingHistory.csv`',
  readings: [
    {
      kind: 'table',
      fits: (header) => header.cells.length <= 3 && header.has('title', 'date'),
      open: (to) => new HistoryRows(to),
    },
  ],
};

class HistoryRows implements Reader<TableRow> {
  readonly #to: Receiver;
  #waiting: { text: string; date: string }[] = [];
  #readDate: ((text: string) => number | null) | undefined;

  constructor(to: Receiver) {
    this.#to = to;
  }

  read(row: TableRow): void {
    const entry = { text: row.get('title') ?? '', date: row.get('date') ?? '' };
    if (this.#readDate) this.#add(entry, this.#readDate);
    else if (this.#waiting.push(entry) >= ROWS_FOR_DATES) this.end();
  }

  end(): void {
    const readDate = dateReader(this.#waiting.map(({ date }) => date));
    for (const entry of this.#waiting) this.#add(entry, readDate);
    this.#waiting = [];
    this.#readDate = readDate;
  }

  #add({ text, date }: { text: string; date: string }, readDate: (text: string) => number | null) {
    this.#to.add({ kind: 'titled', text, when: readDate(date) });
  }
}
