import { resolve } from 'node:path';
import { Argument, Option } from 'commander';
import { openShow } from '../../app/find-show.ts';
import { openLibrary } from '../../app/open-library.ts';
import { editFile } from '../../author/editor.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import { displayPath } from '../../store/disk/display-path.ts';
import { userFolder } from '../../store/library/folders.ts';
import type { CommandContext, CommandDefinition, Runtime } from '../command.ts';
import { interruptible } from '../interruptible.ts';
import { startMissing } from '../new/missing.ts';
import { startPeople } from '../new/people.ts';
import { type NewRecap, startRecap } from '../new/recap.ts';
import { LIBRARY_OPTION, type LibraryOptions } from '../options.ts';

interface Given extends LibraryOptions, NewRecap {
  /** Starts a recap of every episode that has none. */
  readonly all?: boolean;
  /** Starts the show's `people.md` instead. */
  readonly people?: boolean;
  /** Opens the file in `$VISUAL` or `$EDITOR`. */
  readonly edit?: boolean;
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
  async run(context, given) {
    if (given.all) return newMissing(context, given);
    const path = given.people
      ? await newPeople(context, given)
      : await interruptible(context, (signal) => newText(context, given, signal));
    if (path === undefined) return;
    context.output.print(`${displayPath(path)}\n`);
    if (given.edit) return editFile(path);
    context.output.say(
      given.people
        ? 'remove entries that are not people, fill in the rest, then run `recap check`'
        : 'fill it in, then run `recap check` and `recap preview`',
    );
  },
};

export default newRecap;

/** `--all`. @throws {UserError} */
async function newMissing({ host, output }: CommandContext, given: Given): Promise<void> {
  const { show, episode, article, title, people, edit } = given;
  if ([episode, article, title, people, edit].some((other) => other !== undefined)) {
    throw new UserError('`--all` takes a show and nothing else', EXIT.usage);
  }
  const contents = await openShow(openLibrary(given.library, host), show);
  const paths = startMissing(contents, ownFolder(given, host));
  for (const path of paths) output.print(`${displayPath(path)}\n`);
  if (paths.length === 0) output.say(`every episode of ${contents.show.title} has a recap`);
  else output.say('fill them in, then run `recap check`');
}

/** `--people`. @throws {UserError} */
async function newPeople({ host }: CommandContext, given: Given): Promise<string> {
  const { show, episode, article, title } = given;
  if (episode !== undefined || article !== undefined || title !== undefined) {
    throw new UserError('`--people` takes a show and nothing else', EXIT.usage);
  }
  const library = openLibrary(given.library, host);
  return startPeople(library, await openShow(library, show), ownFolder(given, host));
}

/** An episode or `--article`. @throws {UserError} */
async function newText(
  context: CommandContext,
  given: Given,
  signal: AbortSignal,
): Promise<string> {
  const { episode, article, title } = given;
  if ((episode === undefined) === (article === undefined)) {
    throw new UserError(
      'specify an episode (`recap new SHOW S01E05`), an article (`--article TITLE`) or `--all`',
      EXIT.usage,
    );
  }
  if (article !== undefined && title !== undefined) {
    throw new UserError('`--article` and `--title` cannot be used together', EXIT.usage);
  }
  const folder = ownFolder(given, context.host);
  return startRecap(context, openLibrary(given.library, context.host), folder, given, signal);
}

/** Where the user's own recaps go: the last folder named by `--library`, else their own. @throws {UserError} */
function ownFolder({ library }: LibraryOptions, host: Runtime): string {
  const named = library?.at(-1);
  const folder = named === undefined ? userFolder(host) : resolve(named);
  if (folder !== undefined) return folder;
  throw new UserError('no home folder for recaps; name a folder with `--library`', EXIT.usage);
}
