import { Argument, Option } from 'commander';
import { type Audience, hereIn, openAudience } from '../../app/audience.ts';
import { findShow, requireReadable } from '../../app/find-show.ts';
import { libraryProblems, openLibrary } from '../../app/open-library.ts';
import { needsDates, readPlace } from '../../app/read-episode.ts';
import { setProgress, undoProgress } from '../../app/set-progress.ts';
import { showJson } from '../../app/show-json.ts';
import type { ShowSummary } from '../../gated/show-summary.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import type { CommandContext, CommandDefinition } from '../command.ts';
import { LIBRARY_OPTION, type LibraryOptions, PROFILE_OPTION, WITH_OPTION } from '../options.ts';
import { printShows } from '../print-shows.ts';
import { progressText } from '../progress-text.ts';

interface Given extends LibraryOptions {
  readonly show?: string;
  readonly episode?: string;
  readonly none?: boolean;
  readonly undo?: boolean;
  readonly profile?: string;
  readonly with?: readonly string[];
  readonly json?: boolean;
}

const watched: CommandDefinition<Given> = {
  arguments: [
    new Argument('[show]', 'a slug, a title, or part of one'),
    new Argument('[episode]', 'the last episode you have watched (S01E04, 4, next), or "none"'),
  ],
  options: [
    new Option('--none', 'go back to the start'),
    new Option('--undo', 'undo the last change'),
    LIBRARY_OPTION,
    PROFILE_OPTION,
    WITH_OPTION,
  ],
  json: { version: '1', shows: 'the show with your progress, or all shows' },
  examples: [
    { does: 'Show your progress in all shows', command: 'recap watched' },
    {
      does: 'Record that you have watched through an episode',
      command: 'recap watched severance S01E04',
    },
    { does: 'Record that you have watched one more', command: 'recap watched severance next' },
    { does: 'Undo that', command: 'recap watched severance --undo' },
  ],
  async run(context, given) {
    const { host, output } = context;
    const { show: query, episode, none, undo } = given;
    const changes = [none && '`--none`', undo && '`--undo`', episode !== undefined && 'an episode'];
    const [change, another] = changes.filter((change) => typeof change === 'string');
    if (another !== undefined) {
      throw new UserError(`${change} and ${another} cannot be used together`, EXIT.usage);
    }
    const audience = openAudience(host, given);
    for (const notice of audience.notices) output.say(notice);
    if (change !== undefined && audience.companions.length > 0) {
      throw new UserError('nothing is recorded with `--with`; leave it out', EXIT.usage);
    }
    const library = openLibrary(given.library, host);
    if (query === undefined) {
      if (change !== undefined) throw new UserError(`${change} needs a show`, EXIT.usage);
      return printShows(context, library, audience, given);
    }
    const show = await findShow(library, query);
    requireReadable(library, show);
    for (const problem of libraryProblems(library, show)) output.say(problem);
    if (undo) undoProgress(audience, show);
    else if (none) setProgress(audience, show, null);
    else if (episode !== undefined) {
      // only the whole show says when its episodes air
      const dated = needsDates(episode) ? (await library.readContents(show)).show : show;
      setProgress(audience, show, readPlace(episode, dated, hereIn(audience, show)));
    }
    print(context, audience, show, given);
  },
};

export default watched;

function print(
  { output }: CommandContext,
  audience: Audience,
  show: ShowSummary,
  { json }: Given,
): void {
  const { through: own, shouldAsk } = audience.recorded(show);
  const through = audience.together(show, own);
  if (json)
    return output.printJson({ version: 1, shows: [showJson(show, through, audience.today)] });
  const place = through === null ? '' : ` (through ${through})`;
  output.print(`${show.title}: ${progressText(show, through)}${place}\n`);
  // progress that cannot be read is to be set again as well, but that has been said
  if (shouldAsk && !audience.progress.problems.some(({ kind }) => kind === 'unreadable')) {
    output.say(
      `your progress in ${show.title} is not certain; set it with \`recap watched ${show.slug} EPISODE\``,
    );
  }
}
