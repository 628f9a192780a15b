import { ViewLoader } from '../app/view-loader.ts';
import type { ShowContents } from '../gated/show-contents.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { ASCII, UNICODE } from '../render/glyphs.ts';
import type { LayoutOptions, Line } from '../render/line.ts';
import { stack } from '../render/lines.ts';
import { wrap } from '../render/wrap.ts';
import { excerpt, excerptRuns } from '../search/excerpt.ts';
import { hitName } from '../search/hit-name.ts';
import { parseArguments } from '../search/query.ts';
import { type Hit, search as searchViews } from '../search/search.ts';
import { truncate } from '../text/columns.ts';
import type { View } from '../veil/view.ts';
import { looksOf, printLines } from './page.ts';
import type { Session } from './session.ts';

/** Lines of words that are shown of a hit, and what stands before them. */
const LINES = 2;
/** Columns that are lost where words break. */
const RAGGED = 10;
const INDENT = '  ';

interface SearchOptions {
  /** Only in this show. */
  readonly show?: string;
  readonly limit: number;
}

/** `recap search WORDS…`: finds words in what the reader may know, and nowhere else. @throws {UserError} */
export async function search(
  session: Session,
  words: readonly string[],
  options: SearchOptions,
): Promise<void> {
  const terms = parseArguments(words);
  if (terms.length === 0) {
    throw new UserError(
      'there is no word to look for; write one with letters or digits',
      EXIT.usage,
    );
  }
  const shelf = options.show === undefined ? undefined : await session.shelf(options.show);
  if (!shelf && session.options.watched !== undefined) {
    throw new UserError('`--watched` needs a show to go with it; add `--show SHOW`', EXIT.usage);
  }
  const faults: string[] = [];
  const shelves = shelf ? [shelf] : await session.library.shelves();
  const hits = searchViews(views(session, shelves, faults), terms);
  const shown = hits.slice(0, options.limit);
  if (session.options.json) {
    session.output.printJson({ version: 1, total: hits.length, hits: shown.map(hitJson) });
  } else {
    const looks = looksOf(session);
    const lines = shown.map((hit) => hitLines(hit, looks));
    printLines(session, stack(lines, true));
    if (hits.length === 0)
      session.output.say(`nothing that you may know has \`${words.join(' ')}\``);
    if (hits.length > shown.length) {
      const all = `\`--limit ${hits.length}\` shows all`;
      session.output.say(`these are the best ${shown.length} of ${hits.length} hits; ${all}`);
    }
  }
  for (const fault of faults) session.output.say(fault);
  session.reportProblems(shelf?.show);
}

/** Every view of the shows, one after the other, so that only one is held at a time. */
function* views(
  session: Session,
  shelves: readonly ShowContents[],
  faults: string[],
): Generator<View> {
  const desk = new ViewLoader();
  for (const shelf of shelves) {
    yield* desk.views(shelf, session.reader(shelf.show), ({ message }) => {
      faults.push(message);
    });
  }
}

/** A hit for people: where it stands, and below it the words around what was found. */
function hitLines(hit: Hit, looks: LayoutOptions): Line[] {
  const { passage, matches } = hit;
  const { dot, ellipsis } = looks.isAscii ? ASCII : UNICODE;
  const where = truncate(hitName(hit, dot), looks.width, ellipsis);
  const width = looks.width - INDENT.length;
  const around = excerpt(passage.text, matches, LINES * width - RAGGED, ellipsis);
  // a title stands above already
  const below = passage.kind === 'title' ? [] : wrap(excerptRuns(around), width);
  return [
    { spans: [{ role: 'heading', text: where }] },
    ...below.map(({ spans }) => ({
      spans: [{ role: 'text' as const, text: INDENT }, ...spans],
    })),
  ];
}

/** A hit for programs (docs/json.md). */
function hitJson({ show, slug, episode, title, passage, matches }: Hit) {
  return {
    show,
    slug,
    kind: episode ? 'episode' : 'article',
    episode,
    title,
    heading: passage.heading,
    text: passage.text,
    matches: matches.map(({ from, to }) => [from, to]),
  };
}
