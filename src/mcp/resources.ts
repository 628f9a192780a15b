import { foldName } from '../text/fold.ts';
import { enterShow, findOpened, type Room } from './door.ts';
import { importReadingModules } from './reading-modules.ts';
import { NO_SUCH_RECAP, Refusal } from './refusal.ts';

/** A recap as a resource. */
export const RECAP_URI = 'recap://{show}/{recap}';

/** The most completions in one response: the protocol's limit. */
const MOST_COMPLETIONS = 100;

type Variable = string | string[] | undefined;

/** A recap as Markdown, under its title. @throws {Refusal} */
export async function readResource(room: Room, show: Variable, recap: Variable): Promise<string> {
  if (typeof show !== 'string' || typeof recap !== 'string') throw new Refusal(NO_SUCH_RECAP);
  const { ViewLoader, markdownOf } = await importReadingModules();
  const opened = await enterShow(room, decodeURIComponent(show));
  const file = await findOpened(opened, decodeURIComponent(recap));
  const view = new ViewLoader().view(opened.contents.show, file, opened.reader);
  return `# ${view.title}\n\n${markdownOf(view)}`;
}

/** Slugs of shows that start with the typed text. */
export async function completeShows({ library }: Room, typed: string): Promise<string[]> {
  return startingWith(
    typed,
    (await library.listShows()).map(({ slug }) => slug),
  );
}

/** Slugs of a show's recaps that start with the typed text. */
export async function completeRecaps(
  room: Room,
  show: string | undefined,
  typed: string,
): Promise<string[]> {
  if (show === undefined) return [];
  const { listing } = await importReadingModules();
  const { contents, reader } = await enterShow(room, show);
  return startingWith(
    typed,
    listing(contents, reader).map(({ slug }) => slug),
  );
}

function startingWith(typed: string, slugs: readonly string[]): string[] {
  const start = foldName(typed);
  return slugs.filter((slug) => foldName(slug).startsWith(start)).slice(0, MOST_COMPLETIONS);
}
