import type { RecapFile, ShowContents } from '../gated/show-contents.ts';
import type { ShowSummary } from '../gated/show-summary.ts';
import { parseEpisodeCode } from '../model/episode.ts';
import type { Place } from '../model/order.ts';
import { listing, type RecapState } from '../veil/listing.ts';
import { folded } from './search.ts';
import type { ReaderState } from './state.ts';
import { placeIn, readerIn } from './step.ts';

/** A row of the list of shows. */
export interface ShowRow {
  readonly show: ShowSummary;
  readonly title: string;
  /** Year and network. */
  readonly about: string;
  /** How far it has been watched. */
  readonly progress: string;
}

/** A row of a show's list. */
export interface RecapRow {
  readonly file: RecapFile;
  /** `null` for the introduction. */
  readonly state: RecapState | null;
  readonly episode: string;
  readonly title: string;
  readonly note: string;
}

/** The shows, as far as the filter lets them through. */
export function showRows(state: ReaderState, filter: string): ShowRow[] {
  const rows = state.shows.map((show) => ({
    show,
    title: show.title,
    about: [show.year, show.network].filter(Boolean).join(', '),
    progress: progressText(show, placeIn(state, show.slug)),
  }));
  const wanted = folded(filter);
  return rows.filter(({ title, about }) => folded(`${title} ${about}`).includes(wanted));
}

function progressText({ order }: ShowSummary, place: Place): string {
  if (place === null) return 'not started';
  if (!order.isListed) return `through ${place}`;
  return `${order.codes.indexOf(place) + 1} of ${order.codes.length} watched`;
}

/** A show's introduction, episodes and articles, as far as the filter lets them through. */
export function recapRows(state: ReaderState, contents: ShowContents, filter: string): RecapRow[] {
  const reader = readerIn(state, contents.show.slug);
  const recaps = listing(contents, reader).map((recap): RecapRow => {
    const { episode, title, slug, opensAfter } = recap;
    return {
      file: recap.entry,
      state: recap.state,
      episode: episode ?? '',
      title: title ?? (episode ? 'title hidden' : slug),
      note:
        recap.state === 'closed' ? `opens after ${opensAfter}` : episode ? recap.state : 'article',
    };
  });
  const about: RecapRow[] = contents.introduction
    ? [
        {
          file: contents.introduction,
          state: null,
          episode: '',
          title: 'About the show',
          note: '',
        },
      ]
    : [];
  const wanted = folded(filter);
  const code = parseEpisodeCode(filter);
  return [...about, ...recaps].filter(({ episode, title }) => {
    return episode === code || folded(`${episode} ${title}`).includes(wanted);
  });
}
