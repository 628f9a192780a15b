import { dayAfter, type InventedEpisode, type InventedShow } from './invented-show.ts';

interface LongShow {
  readonly id: number;
  readonly name: string;
  /** The number of episodes of each season. */
  readonly seasons: readonly number[];
  /** The day of the first episode. */
  readonly start: string;
}

/** A show of any length, in which every episode has a title, a name and four words that no other has. */
export function longShow({ id, name, seasons, start }: LongShow): InventedShow {
  const episodes: InventedEpisode[] = [];
  for (const [index, count] of seasons.entries()) {
    for (let number = 1; number <= count; number++) {
      const total = episodes.length + 1;
      const person = inventedName(total);
      const place = inventedName(total + 5_000);
      episodes.push({
        id: id * 10_000 + total,
        name: `The Gate of ${place}`,
        season: index + 1,
        number,
        type: 'regular',
        airdate: dayAfter(start, index * 365 + (number - 1) * 7),
        summary: `<p>The watch hears of ${person}, who carries the keys of ${place}. By morning ${person} has betrayed the wall.</p>`,
        plot: `<p>At the third bell ${person} climbs the stair of ${place} with a lantern under the cloak.</p><p>The captain finds the door of ${place} open, and ${person} gone over the ice.</p>`,
      });
    }
  }
  const last = episodes.at(-1);
  return {
    id,
    imdb: `tt90${String(id).padStart(5, '0')}`,
    name,
    premiered: start,
    ended: last?.airdate ?? null,
    status: 'Ended',
    network: 'Meridian',
    country: 'Canada',
    akas: [],
    summary: `<p>Who betrayed the wall? In the end it was ${inventedName(episodes.length)}.</p>`,
    episodes,
  };
}

const FIRST =
  'Bar Cor Dal Fen Gar Hol Jor Kel Lun Mor Nev Or Pel Quor Ras Sel Tor Ulm Var Wen'.split(' ');
const SECOND =
  'adan eth ik olm und yss arn ebor illo ovan uth yrr amis eld intar osk udra yven ath emmer'.split(
    ' ',
  );
const THIRD =
  'a by den ford gard holm ia kar low mund nor ost ple ric son tun ven wick yr zar'.split(' ');

/** A name that no other number below 8,000 has. */
function inventedName(number: number): string {
  return [
    FIRST[number % 20],
    SECOND[Math.floor(number / 20) % 20],
    THIRD[Math.floor(number / 400) % 20],
  ].join('');
}
