import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { recapDraft, seasonsOf, showDraft } from '../author/draft.ts';
import { editFile } from '../author/editor.ts';
import { schemaAddress } from '../author/schema.ts';
import { slugOf } from '../author/slug.ts';
import { parseEpisodeCode } from '../model/episode.ts';
import { ViewingOrder } from '../model/order.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { sanitizeLine } from '../text/sanitize.ts';
import { writeNewFile } from './new-file.ts';
import { displayPath, readEpisode, type Session } from './session.ts';

export interface NewOptions {
  /** The title of an article; its file is named after it. */
  readonly article?: string;
  readonly title?: string;
  /** Opens the file in `$VISUAL` or `$EDITOR`. */
  readonly edit?: boolean;
  readonly showTitle?: string;
  readonly year?: string;
  readonly network?: string;
  /** Episodes of each season: `8,10`. */
  readonly episodes?: string;
}

/** `recap new SHOW EPISODE`, `recap new SHOW --article TITLE`: a recap to fill in. @throws {UserError} */
export async function newRecap(
  session: Session,
  query: string,
  episode: string | undefined,
  options: NewOptions,
): Promise<void> {
  if ((episode === undefined) === (options.article === undefined)) {
    throw new UserError(
      'say what it is about: an episode (`recap new SHOW S01E05`) or an article (`recap new SHOW --article TITLE`)',
      EXIT.usage,
    );
  }
  if (options.article !== undefined && options.title !== undefined) {
    throw new UserError('`--article` gives the title already; leave `--title` out', EXIT.usage);
  }
  const folder = session.ownFolder;
  const known = await knownShow(session, query);
  // what is wrong in the command is said before anything is written
  if (episode !== undefined && !parseEpisodeCode(episode)) {
    throw new UserError(`\`${episode}\` is no episode code; write it as \`S01E04\``, EXIT.usage);
  }
  const { slug, order } = known ?? (await startShow(session, folder, query, options));
  const code =
    episode === undefined
      ? undefined
      : known
        ? readEpisode(episode, known)
        : parseEpisodeCode(episode);
  const title = options.article ?? options.title;
  const name = code?.toLowerCase() ?? slugOf(title ?? '');
  if (name === undefined) {
    throw new UserError('the title has no letter or digit to name a file after', EXIT.usage);
  }
  const draft = recapDraft({
    episode: code,
    title: title === undefined ? undefined : sanitizeLine(title),
    order,
    schema: schemaAddress('recap'),
  });
  const path = join(folder, slug, `${name}.md`);
  const hidden = session.library.files(slug).get(name);
  writeNewFile(path, draft);
  if (hidden !== undefined && hidden !== path) {
    session.output.say(`it takes the place of ${displayPath(hidden)} as long as it is there`);
  }
  session.output.print(`${displayPath(path)}\n`);
  if (options.edit) await editFile(path);
  else
    session.output.say(
      'fill it in, then `recap check` finds mistakes and `recap preview` shows it',
    );
}

/** The show that is meant, if the library has it; a name that is only alike may be a new show. */
async function knownShow(session: Session, query: string) {
  const wanted = slugOf(query);
  return (await session.library.shows()).find(
    ({ slug, title }) =>
      slug === query.toLowerCase() || slug === wanted || slugOf(title) === wanted,
  );
}

async function startShow(
  session: Session,
  folder: string,
  query: string,
  options: NewOptions,
): Promise<{ slug: string; order: ViewingOrder }> {
  const slug = slugOf(query);
  if (slug === undefined) throw new UserError(`\`${query}\` has no letter or digit`, EXIT.usage);
  const isAsked = options.showTitle === undefined && Boolean(process.stdin.isTTY);
  if (options.showTitle === undefined && !isAsked) {
    throw new UserError(
      `there is no show \`${query}\` (\`recap list\` shows those there are); to start it write \`--show-title TITLE\`, and \`--episodes 10\` for its list`,
      EXIT.usage,
    );
  }
  const answers = isAsked ? await ask(session, query, options) : options;
  const episodes = seasonsOf(readCounts(answers.episodes));
  const year = readYear(answers.year);
  const text = showDraft({
    title: sanitizeLine(answers.showTitle ?? '') || query,
    year,
    network: sanitizeLine(answers.network ?? '') || undefined,
    episodes,
    schema: schemaAddress('show'),
  });
  const path = join(folder, slug, 'show.md');
  writeNewFile(path, text);
  session.output.print(`${displayPath(path)}\n`);
  return { slug, order: new ViewingOrder(episodes) };
}

/** Asks about a new show. An empty answer leaves a thing out; Ctrl-C or an end of input leaves all. */
async function ask(session: Session, query: string, options: NewOptions): Promise<NewOptions> {
  session.output.say(
    `there is no show \`${query}\` yet; let us start it (Ctrl-C leaves all as it is)`,
  );
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  lines.on('SIGINT', () => process.exit(EXIT.interrupted));
  try {
    const showTitle = (await lines.question(`Title [${query}]: `)) || query;
    const year = await lines.question('Year, or nothing: ');
    const network = await lines.question('Network, or nothing: ');
    const episodes = await lines.question('Episodes of each season (8,10): ');
    return { ...options, showTitle, year, network, episodes };
  } finally {
    lines.close();
  }
}

/** @throws {UserError} */
function readCounts(text = ''): number[] {
  if (text.trim() === '') return [];
  const counts = text
    .split(',')
    .map((part) => Number(/^\s*(\d{1,4})\s*$/.exec(part)?.[1] ?? Number.NaN));
  if (counts.every((count) => count > 0)) return counts;
  const message = 'the episodes of each season are numbers, as in `8` or `8,10`';
  throw new UserError(message, EXIT.usage);
}

/** @throws {UserError} */
function readYear(text = ''): number | undefined {
  if (text.trim() === '') return undefined;
  if (/^\s*\d{4}\s*$/.test(text)) return Number(text);
  throw new UserError('the year has four digits, as in `2020`', EXIT.usage);
}
