import type { RecapFile, ShowContents } from '../gated/show-contents.ts';
import { parseEpisodeCode } from '../model/episode.ts';
import type { Place } from '../model/order.ts';
import { listing } from '../veil/listing.ts';
import type { RecapOrStory } from '../veil/story.ts';
import { startList } from './choice.ts';
import { folded } from './search.ts';
import { type ListState, placeIn, type Screen, type State } from './state.ts';

/** A row of a list: what is chosen by it, and what it says. */
export interface Row<T> {
  readonly value: T;
  /** Signs before it, its name, and what stands behind it. */
  readonly sign: string;
  readonly name: string;
  readonly title: string;
  readonly note: string;
}

/** The shows, as far as the filter lets them through. */
export function showRows(state: State, { filter }: ListState): Row<ShowContents>[] {
  const rows = state.shelves.map((shelf) => {
    const { summary: show } = shelf;
    return {
      value: shelf,
      sign: '',
      name: show.title,
      title: [show.year, show.network].filter(Boolean).join(', '),
      note: progressNote(shelf, placeIn(state, show.slug)),
    };
  });
  return filtered(rows, filter);
}

function progressNote({ summary: { order } }: ShowContents, place: Place): string {
  if (place === null) return 'not started';
  if (!order.isListed) return `through ${place}`;
  return `${order.codes.indexOf(place) + 1} of ${order.codes.length} watched`;
}

/** A show's introduction, episodes and articles, as far as the filter lets them through. */
export function recapRows(
  state: State,
  shelf: ShowContents,
  { filter }: ListState,
): Row<RecapFile>[] {
  const place = placeIn(state, shelf.show.slug);
  const recaps = listing(shelf, { place, showsTitles: state.showsTitles }).map((recap) => ({
    value: recap.entry,
    sign: recap.state,
    name: recap.episode ?? '',
    title: recap.title ?? (recap.episode ? 'title hidden' : recap.slug),
    note:
      recap.state === 'closed'
        ? `opens after ${recap.opensAfter}`
        : recap.episode
          ? recap.state
          : 'article',
  }));
  const about = shelf.introduction
    ? [{ value: shelf.introduction, sign: '', name: '', title: 'About the show', note: '' }]
    : [];
  return filtered([...about, ...recaps], filter);
}

function filtered<T>(rows: Row<T>[], filter: string): Row<T>[] {
  const wanted = folded(filter);
  const code = parseEpisodeCode(filter);
  return rows.filter(({ name, title }) => {
    return name === code || folded(`${name} ${title}`).includes(wanted);
  });
}

/** The list of a show, with a recap of it chosen: by default the one that comes next. */
export function showScreen(state: State, shelf: ShowContents, chosen?: RecapOrStory): Screen {
  const rows = recapRows(state, shelf, startList());
  const index = chosen
    ? rows.findIndex(({ value }) => value === chosen)
    : rows.findIndex(({ sign }) => sign === 'next');
  return { kind: 'show', shelf, list: startList(index) };
}
