import { Argument } from 'commander';
import { type Audience, openAudience } from '../../app/audience.ts';
import { findRecap } from '../../app/find-recap.ts';
import { openShow } from '../../app/find-show.ts';
import { libraryProblems, openLibrary } from '../../app/open-library.ts';
import { recapJson } from '../../app/recap-json.ts';
import { ViewLoader } from '../../app/view-loader.ts';
import type { RecapFile, ShowContents } from '../../gated/show-contents.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import type { Library } from '../../store/library/library.ts';
import type { CommandContext, CommandDefinition } from '../command.ts';
import { isInteractive, openReader } from '../open-reader.ts';
import { READING_OPTIONS, type ReadingOptions } from '../options.ts';
import { printShow } from '../print-show.ts';
import { printShows } from '../print-shows.ts';
import { printView } from '../print-view.ts';

interface Given extends ReadingOptions {
  readonly show?: string;
  readonly recap?: string;
  readonly json?: boolean;
}

const read: CommandDefinition<Given> = {
  arguments: [
    new Argument('[show]', 'a slug, a title, or part of one'),
    new Argument('[recap]', 'an episode (S01E04, 4, next, last), or an article'),
  ],
  options: READING_OPTIONS,
  json: {
    version: '1',
    shows: 'without a show: as `recap list`',
    show: 'without a recap: as `recap list SHOW`',
    recaps: 'without a recap: as `recap list SHOW`',
    recap: 'the recap as you may see it',
  },
  examples: [
    { does: 'Open the reader', command: 'recap read' },
    {
      does: 'Read the recap of the episode you watched last',
      command: 'recap read severance last',
    },
    { does: 'Read the recap of an episode', command: 'recap read severance S01E04' },
    {
      does: 'Read it as if you had watched less',
      command: 'recap read severance S01E04 --watched S01E02',
    },
  ],
  async run(context, given) {
    const { output } = context;
    const audience = openAudience(context.host, given);
    for (const notice of audience.notices) output.say(notice);
    const library = openLibrary(given.library, context.host);
    const contents = given.show === undefined ? undefined : await openShow(library, given.show);
    if (isInteractive(context, given)) {
      return readOnScreen(context, library, audience, given, contents);
    }
    if (!contents) {
      await printShows(context, library, audience, given);
      if (!given.json) output.say(HOW_TO_GO_ON);
      return;
    }
    await print(context, library, audience, given, contents);
    for (const problem of libraryProblems(library, contents.show)) output.say(problem);
  },
};

export default read;

const HOW_TO_GO_ON =
  'next, try `recap list SHOW`, `recap read SHOW EPISODE`, or `recap watched SHOW EPISODE` to set your progress';

async function print(
  context: CommandContext,
  library: Library,
  audience: Audience,
  given: Given,
  contents: ShowContents,
): Promise<void> {
  const { introduction } = contents;
  if (given.recap !== undefined) {
    await printRecap(
      context,
      audience,
      given,
      contents,
      find(context, library, audience, contents, given.recap),
    );
    return;
  }
  if (introduction && !given.json) {
    await printRecap(context, audience, given, contents, introduction);
    context.output.print('\n');
  }
  printShow(context, contents, audience, given);
}

async function readOnScreen(
  context: CommandContext,
  library: Library,
  audience: Audience,
  given: Given,
  contents: ShowContents | undefined,
): Promise<void> {
  if (given.watched !== undefined && !contents) {
    throw new UserError('`--watched` needs a show', EXIT.usage);
  }
  const { recap: name } = given;
  const recap =
    contents && name !== undefined ? find(context, library, audience, contents, name) : undefined;
  await openReader(context, library, audience, given, contents && { contents, recap });
}

/** The recap that somebody means. If there is none, other files of the show may be why. @throws {UserError} */
function find(
  { output }: CommandContext,
  library: Library,
  audience: Audience,
  contents: ShowContents,
  name: string,
): RecapFile {
  try {
    return findRecap(contents, name, audience.reader(contents.show), audience.today);
  } catch (error) {
    for (const problem of libraryProblems(library, contents.show)) output.say(problem);
    throw error;
  }
}

async function printRecap(
  context: CommandContext,
  audience: Audience,
  given: Given,
  { show }: ShowContents,
  file: RecapFile,
): Promise<void> {
  const { output } = context;
  const reader = audience.reader(show);
  const view = new ViewLoader().view(show, file, reader);
  if (given.json) output.printJson({ version: 1, recap: recapJson(view, show, reader.place) });
  else await printView(context, view, reader.place, given);
  if (view.isFaulty) {
    output.say(
      `${file.path}: a spoiler is malformed, so more is hidden than its author meant; see docs/format.md`,
    );
  }
}
