import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Argument, Option } from 'commander';
import { hereIn, openAudience } from '../../app/audience.ts';
import { openShow } from '../../app/find-show.ts';
import { openLibrary } from '../../app/open-library.ts';
import { readEpisode } from '../../app/read-episode.ts';
import { recapDraft, seasonsOf, showDraft } from '../../author/draft.ts';
import { editFile } from '../../author/editor.ts';
import { keepSchemas, schemaAddress } from '../../author/schema.ts';
import { slugOf } from '../../author/slug.ts';
import { parseEpisodeWords } from '../../model/episode-words.ts';
import { ViewingOrder } from '../../model/order.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import { displayPath } from '../../store/disk/display-path.ts';
import { userFolder } from '../../store/library/folders.ts';
import type { Library } from '../../store/library/library.ts';
import { sanitizeLine } from '../../text/sanitize.ts';
import type { CommandContext, CommandDefinition, Runtime } from '../command.ts';
import { writeNewFile } from '../new-file.ts';
import { startMissing } from '../new-missing.ts';
import { startPeople } from '../new-people.ts';
import { LIBRARY_OPTION, type LibraryOptions } from '../options.ts';

interface Given extends LibraryOptions {
  readonly show: string;
  readonly episode?: string;
  /** The title of an article; its file is named after it. */
  readonly article?: string;
  readonly title?: string;
  /** Starts a recap of every episode that has none. */
  readonly all?: boolean;
  /** Starts the show's `people.md` instead. */
  readonly people?: boolean;
  /** Opens the file in `$VISUAL` or `$EDITOR`. */
  readonly edit?: boolean;
  readonly showTitle?: string;
  readonly year?: string;
  readonly network?: string;
  /** Episodes of each season: `8,10`. */
  readonly episodes?: string;
}

const newRecap: CommandDefinition<Given> = {
  arguments: [
    new Argument('<show>', 'a slug or title; a new one starts a show'),
    new Argument(
      '[episode]',
      'the episode it is about, unless --all, --article or --people is used',
    ),
  ],
  options: [
    new Option('--article <title>', 'start an article with this title'),
    new Option('--all', 'start a recap of every episode that has none'),
    new Option('--people', 'start the people of the show from the names in its recaps'),
    new Option('--title <title>', 'set the title of the recap (default: the title of the episode)'),
    new Option('--edit', 'open the file in $VISUAL or $EDITOR'),
    new Option('--show-title <title>', 'for a new show: set its title'),
    new Option('--year <year>', 'for a new show: set its year'),
    new Option('--network <name>', 'for a new show: set its network'),
    new Option('--episodes <counts>', 'for a new show: list its episodes by season, such as 8,10'),
    LIBRARY_OPTION,
  ],
  examples: [
    { does: 'Start the recap of an episode', command: 'recap new severance S01E05' },
    { does: 'Start all recaps that are missing', command: 'recap new severance --all' },
    { does: 'Start an article', command: 'recap new severance --article "Who runs Lumon?"' },
    { does: 'Start the cards of the people in a show', command: 'recap new severance --people' },
    {
      does: 'Start a show with its first recap',
      command: 'recap new "The Office" S01E01 --show-title "The Office" --episodes 6,22',
    },
  ],
  async run({ host, output }, given) {
    const { show: query, episode } = given;
    if (given.all) {
      const { article, title, people, edit } = given;
      if ([episode, article, title, people, edit].some((other) => other !== undefined)) {
        throw new UserError('`--all` takes a show and nothing else', EXIT.usage);
      }
      const contents = await openShow(openLibrary(given.library, host), query);
      const paths = startMissing(contents, ownFolder(given, host));
      for (const path of paths) output.print(`${displayPath(path)}\n`);
      if (paths.length === 0) output.say(`every episode of ${contents.show.title} has a recap`);
      else output.say('fill them in, then run `recap check`');
      return;
    }
    if (given.people) {
      if (episode !== undefined || given.article !== undefined || given.title !== undefined) {
        throw new UserError('`--people` takes a show and nothing else', EXIT.usage);
      }
      const library = openLibrary(given.library, host);
      const contents = await openShow(library, query);
      const path = startPeople(library, contents, ownFolder(given, host));
      output.print(`${displayPath(path)}\n`);
      if (given.edit) await editFile(path);
      else
        output.say('remove entries that are not people, fill in the rest, then run `recap check`');
      return;
    }
    if ((episode === undefined) === (given.article === undefined)) {
      throw new UserError(
        'specify an episode (`recap new SHOW S01E05`), an article (`--article TITLE`) or `--all`',
        EXIT.usage,
      );
    }
    if (given.article !== undefined && given.title !== undefined) {
      throw new UserError('`--article` and `--title` cannot be used together', EXIT.usage);
    }
    const folder = ownFolder(given, host);
    const library = openLibrary(given.library, host);
    const known = await knownShow(library, query);
    // errors in the command come before anything is written
    const words = parseEpisodeWords(episode ?? '');
    if (episode !== undefined && (!words || (!known && words.kind !== 'code'))) {
      throw new UserError(`\`${episode}\` is not an episode; write it as \`S01E04\``, EXIT.usage);
    }
    const { slug, order } = known ?? (await startShow({ host, output }, folder, given));
    const code =
      known && episode !== undefined
        ? readEpisode(episode, known, hereIn(openAudience(host, {}), known))
        : words?.kind === 'code'
          ? words.code
          : undefined;
    const title = given.article ?? given.title;
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
    const hidden = library.listFiles(slug).get(name);
    writeNewFile(path, draft);
    keepSchemas(folder);
    if (hidden !== undefined && hidden !== path) {
      output.say(`${displayPath(hidden)} is hidden as long as this file exists`);
    }
    output.print(`${displayPath(path)}\n`);
    if (given.edit) await editFile(path);
    else output.say('fill it in, then run `recap check` and `recap preview`');
  },
};

export default newRecap;

/** Where the user's own recaps go: the last folder named by `--library`, else their own. @throws {UserError} */
function ownFolder({ library }: LibraryOptions, host: Runtime): string {
  const named = library?.at(-1);
  const folder = named === undefined ? userFolder(host) : resolve(named);
  if (folder !== undefined) return folder;
  throw new UserError('no home folder for recaps; name a folder with `--library`', EXIT.usage);
}

/** The show that is meant, if the library has it; a name that is only alike may be a new show. */
async function knownShow(library: Library, query: string) {
  const wanted = slugOf(query);
  return (await library.listShows()).find(
    ({ slug, title }) =>
      slug === query.toLowerCase() || slug === wanted || slugOf(title) === wanted,
  );
}

async function startShow(
  { host, output }: Pick<CommandContext, 'host' | 'output'>,
  folder: string,
  given: Given,
): Promise<{ slug: string; order: ViewingOrder }> {
  const { show: query } = given;
  const slug = slugOf(query);
  if (slug === undefined) throw new UserError(`\`${query}\` has no letter or digit`, EXIT.usage);
  const isAsked = given.showTitle === undefined && host.stdin.isTTY === true;
  if (given.showTitle === undefined && !isAsked) {
    throw new UserError(
      `no show named \`${query}\`; to start it, add \`--show-title TITLE\` and \`--episodes 10\` for its list`,
      EXIT.usage,
    );
  }
  const answers = isAsked ? await ask({ host, output }, given) : given;
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
  output.print(`${displayPath(path)}\n`);
  return { slug, order: new ViewingOrder(episodes) };
}

/** Asks about a new show. An empty answer leaves that key out; Ctrl-C or the end of the input cancels. */
async function ask(
  { host, output }: Pick<CommandContext, 'host' | 'output'>,
  given: Given,
): Promise<Given> {
  const { show: query } = given;
  output.say(`no show named \`${query}\` yet; to start it, answer these (Ctrl-C cancels)`);
  const lines = createInterface({ input: host.stdin, output: process.stderr });
  lines.on('SIGINT', () => host.exit(EXIT.interrupted));
  try {
    const showTitle = (await lines.question(`Title [${query}]: `)) || query;
    const year = await lines.question('Year, or nothing: ');
    const network = await lines.question('Network, or nothing: ');
    const episodes = await lines.question('Episodes of each season (8,10): ');
    return { ...given, showTitle, year, network, episodes };
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
