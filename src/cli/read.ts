import { ViewLoader } from '../app/view-loader.ts';
import type { RecapFile, ShowContents } from '../gated/show-contents.ts';
import { parseEpisodeCode } from '../model/episode.ts';
import { lookUp } from '../model/lookup.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import type { Reader } from '../veil/episode-title.ts';
import { visibleFrontMatter } from '../veil/front-matter.ts';
import { listShows } from './list.ts';
import { listShow } from './list-show.ts';
import { printView } from './page.ts';
import { recapJson } from './recap-json.ts';
import { isInteractive, openOnScreen } from './screen.ts';
import { readEpisode, type Session } from './session.ts';

/** `recap read [SHOW [EPISODE or ARTICLE]]`: in the reader on a terminal, else printed. @throws {UserError} */
export async function read(session: Session, query?: string, name?: string): Promise<void> {
  if (isInteractive(session)) return readOnScreen(session, query, name);
  if (query === undefined) {
    await listShows(session);
    if (!session.options.json) session.output.say(HOW_TO_GO_ON);
    return;
  }
  const shelf = await session.shelf(query);
  const { show, introduction } = shelf;
  const reader = session.reader(show);
  if (name !== undefined) print(session, shelf, findEntry(session, shelf, name, reader), reader);
  else {
    if (introduction && !session.options.json) {
      print(session, shelf, introduction, reader);
      session.output.print('\n');
    }
    listShow(session, shelf);
  }
  session.reportProblems(show);
}

async function readOnScreen(session: Session, query?: string, name?: string): Promise<void> {
  const { options } = session;
  const shelf = query === undefined ? undefined : await session.shelf(query);
  if (options.watched !== undefined && !shelf) {
    throw new UserError('`--watched` needs a show to go with it', EXIT.usage);
  }
  const entry =
    shelf && name !== undefined
      ? findEntry(session, shelf, name, session.reader(shelf.show))
      : undefined;
  await openOnScreen(session, shelf && { shelf, entry });
}

const HOW_TO_GO_ON =
  'to go on: `recap list SHOW` for its recaps, `recap read SHOW EPISODE` for one, `recap watched SHOW EPISODE` to say how far you are';

/** The recap that somebody means. Its file may be one that cannot be read, so that is said first. @throws {UserError} */
function findEntry(session: Session, shelf: ShowContents, name: string, reader: Reader): RecapFile {
  try {
    return entryNamed(shelf, name, reader);
  } catch (error) {
    session.reportProblems();
    throw error;
  }
}

/** By episode, slug, or a title that the reader may know. @throws {UserError} */
function entryNamed({ show, recaps }: ShowContents, name: string, reader: Reader): RecapFile {
  const code = parseEpisodeCode(name);
  if (code) {
    const entry = recaps.find(({ head }) => head.frontMatter.episode === code);
    if (entry) return entry;
    readEpisode(name, show);
    throw new UserError(`${show.title} has no recap of ${code} yet`, EXIT.usage);
  }
  const candidates = recaps.map((entry) => {
    const { title } = visibleFrontMatter(show, entry.head, reader);
    return { value: entry, names: title ? [entry.head.slug, title] : [entry.head.slug] };
  });
  return lookUp(
    candidates,
    name,
    `${show.title} has no recap`,
    `\`recap list ${show.slug}\` shows those there are`,
  );
}

function print(session: Session, { show }: ShowContents, entry: RecapFile, reader: Reader): void {
  const { options, output } = session;
  const view = new ViewLoader().view(show, entry, reader);
  if (options.json) output.printJson({ version: 1, recap: recapJson(view, show, reader.place) });
  else printView(session, view, reader.place);
  if (view.isFaulty) {
    output.say(
      `${entry.path}: a spoiler in it is not understood, so more is hidden than its author meant; docs/format.md says how spoilers are written`,
    );
  }
}
