import { EXIT, UserError } from '../model/user-error.ts';
import { indented } from './indented.ts';
import { progressText, watchedJson } from './progress-text.ts';
import type { Session } from './session.ts';

/** `recap list [SHOW]` */
export async function list(session: Session, query: string | undefined): Promise<void> {
  if (query === undefined) return listShows(session);
  const { listShow } = await import('./list-show.ts');
  const shelf = await session.shelf(query);
  listShow(session, shelf);
  session.reportProblems(shelf.summary);
}

/** Prints the shows with how far the reader is in each. @throws {UserError} */
export async function listShows(session: Session): Promise<void> {
  if (session.options.watched !== undefined) {
    throw new UserError('`--watched` needs a show to go with it', EXIT.usage);
  }
  const shows = await session.library.shows();
  const rows = shows.map((show) => ({ show, place: session.reader(show).place }));
  if (session.options.json) {
    const printed = rows.map(({ show, place }) => ({
      slug: show.slug,
      title: show.title,
      year: show.year,
      network: show.network,
      watched: watchedJson(show, place),
    }));
    session.output.printJson({ version: 1, shows: printed });
  } else {
    const cells = rows.map(({ show, place }) => [
      show.title,
      [show.year, show.network].filter(Boolean).join(', '),
      progressText(show, place),
      show.slug,
    ]);
    session.output.print(rows.length === 0 ? 'No shows yet.\n' : indented(cells));
  }
  session.reportProblems();
}
