import type { RecapNews } from '../app/reading-news.ts';
import type { RecapFile, ShowContents } from '../gated/show-contents.ts';
import { type EpisodeCode, parseEpisodeCode, seasonName } from '../model/episode.ts';
import { fold } from '../text/fold.ts';
import { listing, type RecapState } from '../veil/listing.ts';
import type { ListState, ReaderState } from './state.ts';
import { readerIn } from './step.ts';

/** A row of a show's list: a recap, the later episodes as one, or the people. */
export type ListRow = RecapRow | LaterRow | PeopleRow;

export interface RecapRow {
  readonly kind: 'recap';
  /** What the rows around it have in common; empty for the introduction. */
  readonly group: string;
  readonly file: RecapFile;
  /** `null` for the introduction. */
  readonly state: RecapState | null;
  readonly episode: EpisodeCode | null;
  /** `null` while it is hidden. */
  readonly title: string | null;
  /** A public line about it. */
  readonly summary: string | null;
  /** The gate of an article that is closed as a whole. */
  readonly opensAfter: EpisodeCode | null;
  /** `undefined` if it is not known. */
  readonly news: RecapNews | undefined;
}

interface LaterRow {
  readonly kind: 'later';
  readonly group: string;
  readonly count: number;
  readonly first: EpisodeCode;
  readonly last: EpisodeCode;
}

/** Whom the reader has met. */
interface PeopleRow {
  readonly kind: 'people';
  readonly group: string;
  readonly title: string;
  readonly episode: null;
}

/** Later episodes from so many on are one row until somebody opens it. */
const MANY = 3;

const PEOPLE = 'People you have met';

/** A show's introduction, episodes and articles, as far as the filter lets them through. */
export function recapRows(
  state: ReaderState,
  contents: ShowContents,
  { filter, showsLater }: Pick<ListState, 'filter' | 'showsLater'>,
): ListRow[] {
  const wanted = fold(filter);
  const code = parseEpisodeCode(filter);
  const rows = allRows(state, contents).filter((row) => {
    const { episode, title } = row;
    const name = title ?? (row.kind === 'recap' ? row.file.head.slug : '');
    return (
      wanted === '' ||
      (code !== undefined && episode === code) ||
      fold(`${episode ?? ''} ${name}`).includes(wanted)
    );
  });
  return wanted === '' && !showsLater ? withLaterAsOne(rows) : rows;
}

/** Where the next episode is in a show's list; -1 if it is not. */
export function nextIndex(rows: readonly ListRow[]): number {
  return rows.findIndex((row) => row.kind === 'recap' && row.state === 'next');
}

function allRows(state: ReaderState, contents: ShowContents): (RecapRow | PeopleRow)[] {
  const reader = readerIn(state, contents.show.slug);
  const news = state.news.get(contents.show.slug);
  const recaps = listing(contents, reader).map((recap): RecapRow => {
    const { episode, title, slug } = recap;
    return {
      kind: 'recap',
      group: episode ? seasonName(episode) : 'Articles',
      file: recap.file,
      state: recap.state,
      episode,
      title: title ?? (episode ? null : slug),
      summary: recap.summary,
      opensAfter: recap.opensAfter,
      news: news?.get(slug),
    };
  });
  const people: PeopleRow = { kind: 'people', group: '', title: PEOPLE, episode: null };
  const { introduction } = contents;
  if (!introduction) return [people, ...recaps];
  const about: RecapRow = {
    kind: 'recap',
    group: '',
    file: introduction,
    state: null,
    episode: null,
    title: 'About the show',
    summary: null,
    opensAfter: null,
    news: news?.get(introduction.head.slug),
  };
  return [about, people, ...recaps];
}

function isLater(row: ListRow | undefined): boolean {
  return row?.kind === 'recap' && row.state === 'later';
}

/** A run of later episodes of one season as one row. */
function withLaterAsOne(rows: readonly (RecapRow | PeopleRow)[]): ListRow[] {
  const found: ListRow[] = [];
  for (let at = 0; at < rows.length; ) {
    const row = rows[at];
    if (!row) break;
    let end = at;
    while (isLater(rows[end]) && rows[end]?.group === row.group) end++;
    const [first, last] = [row.episode, rows[end - 1]?.episode];
    if (end - at >= MANY && first && last) {
      found.push({ kind: 'later', group: row.group, count: end - at, first, last });
      at = end;
    } else {
      found.push(row);
      at++;
    }
  }
  return found;
}
