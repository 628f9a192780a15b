import { comingText } from '../app/air-date-text.ts';
import type { Audience } from '../app/audience.ts';
import { libraryProblems } from '../app/open-library.ts';
import { showJson } from '../app/show-json.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import type { Library } from '../store/library/library.ts';
import { columns } from '../text/columns.ts';
import type { CommandContext } from './command.ts';
import { indented } from './indented.ts';
import { progressText } from './progress-text.ts';

/** Prints all shows with the reader's progress in each. @throws {UserError} */
export async function printShows(
  { output }: Pick<CommandContext, 'output' | 'host'>,
  library: Library,
  audience: Audience,
  { json, watched }: { readonly json?: boolean; readonly watched?: string },
): Promise<void> {
  if (watched !== undefined) throw new UserError('`--watched` needs a show', EXIT.usage);
  const shows = await library.listShows();
  const rows = shows.map((show) => ({ show, place: audience.reader(show).place }));
  if (json) {
    output.printJson({
      version: 1,
      shows: rows.map(({ show, place }) => showJson(show, place, audience.today)),
    });
  } else {
    const table = (hasOrigin: boolean) =>
      indented(
        rows.map(({ show, place }) => [
          show.title,
          ...(hasOrigin ? [[show.year, show.network].filter(Boolean).join(', ')] : []),
          [progressText(show, place), comingText(show, place, audience.today)]
            .filter(Boolean)
            .join(', '),
          show.slug,
        ]),
      );
    const full = table(true);
    // where a show came out is left out before the terminal breaks lines
    const fits = full.split('\n').every((line) => columns(line) <= (output.columns ?? Infinity));
    output.print(rows.length === 0 ? 'No shows yet.\n' : fits ? full : table(false));
  }
  for (const problem of libraryProblems(library)) output.say(problem);
}
