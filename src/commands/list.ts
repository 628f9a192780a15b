import type { Shelf } from '../library/shelf.ts';
import { alignRows } from '../render/rows.ts';
import { EXIT, UserError } from '../terminal/user-error.ts';
import { type Listed, listing, type State } from '../veil/listing.ts';
import type { Session } from './session.ts';
import { progressWords, watchedJson } from './standing-words.ts';

/** `recap list [SHOW]` */
export function list(session: Session, query: string | undefined): void {
  const shelf = query === undefined ? undefined : session.shelf(query);
  if (shelf) listShow(session, shelf);
  else listShows(session);
  session.reportProblems(shelf?.show);
}

/** Prints the shows with how far the reader is in each. */
export function listShows(session: Session): void {
  if (session.options.watched !== undefined) {
    throw new UserError('`--watched` needs a show to go with it', EXIT.usage);
  }
  const rows = session.library.shelves.map(({ show }) => ({
    show,
    place: session.reader(show).place,
  }));
  if (session.options.json) {
    const shows = rows.map(({ show, place }) => ({
      slug: show.slug,
      title: show.title,
      year: show.year,
      network: show.network,
      watched: watchedJson(show, place),
    }));
    session.output.printJson({ version: 1, shows });
    return;
  }
  const cells = rows.map(({ show, place }) => [
    show.title,
    [show.year, show.network].filter(Boolean).join(', '),
    progressWords(show, place),
    show.slug,
  ]);
  session.output.print(rows.length === 0 ? 'No shows yet.\n' : indented(cells));
}

/** Prints a show's recaps: what is watched, what comes next, and what is still hidden. */
export function listShow(session: Session, shelf: Shelf): void {
  const { show } = shelf;
  const reader = session.reader(show);
  const recaps = listing(shelf, reader);
  if (session.options.json) {
    session.output.printJson({
      version: 1,
      show: {
        slug: show.slug,
        title: show.title,
        year: show.year,
        network: show.network,
        watched: watchedJson(show, reader.place),
      },
      recaps: recaps.map(({ slug, episode, title, summary, state, opensAfter }) => ({
        slug,
        kind: episode ? 'episode' : 'article',
        episode,
        title,
        summary,
        state,
        opensAfter,
      })),
    });
    return;
  }
  const heading = [show.title, show.year, show.network, progressWords(show, reader.place)];
  const rows = recaps.map((recap) => [
    SIGNS[recap.state],
    recap.episode ?? recap.slug,
    recap.title ?? 'title hidden',
    stateWords(recap),
  ]);
  const episodes = rows.filter((_, index) => recaps[index]?.episode);
  const articles = rows.filter((_, index) => !recaps[index]?.episode);
  const parts = [
    `${heading.filter(Boolean).join(' · ')}\n`,
    episodes.length > 0 ? indented(episodes) : '',
    articles.length > 0 ? indented(articles) : '',
  ];
  session.output.print(parts.filter(Boolean).join('\n'));
}

const SIGNS: Record<State, string> = {
  watched: '✓',
  next: '›',
  later: ' ',
  open: ' ',
  closed: ' ',
};

function stateWords({ state, opensAfter }: Listed): string {
  if (state === 'closed') return `opens after ${opensAfter}`;
  return state === 'open' ? 'article' : state;
}

function indented(rows: readonly (readonly string[])[]): string {
  return alignRows(rows)
    .map((line) => `  ${line}\n`)
    .join('');
}
