import { Argument, Option } from 'commander';
import { type Audience, openAudience } from '../../app/audience.ts';
import { openShow } from '../../app/find-show.ts';
import { libraryProblems, openLibrary } from '../../app/open-library.ts';
import { requireRecorded } from '../../app/require-recorded.ts';
import { setProgress } from '../../app/set-progress.ts';
import type { Show } from '../../gated/show.ts';
import { Matcher } from '../../history/match.ts';
import { propose } from '../../history/propose.ts';
import type { History } from '../../history/row.ts';
import { tally } from '../../history/tally.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import type { Output } from '../../terminal/output.ts';
import { foldName } from '../../text/fold.ts';
import { ask } from '../ask.ts';
import type { CommandContext, CommandDefinition } from '../command.ts';
import { readHistoryFile } from '../history-file.ts';
import { type Plan, reportJson, reportText } from '../import-report.ts';
import { Meter } from '../meter.ts';
import { LIBRARY_OPTION, type LibraryOptions, PROFILE_OPTION } from '../options.ts';

interface Given extends LibraryOptions {
  readonly files: readonly string[];
  /** Sets what is proposed without asking. */
  readonly yes?: boolean;
  /** Only this show. */
  readonly show?: string;
  /** Whose plays, in the export of an account with several profiles. */
  readonly viewer?: string;
  readonly profile?: string;
  readonly json?: boolean;
}

/**
 * What watch histories, taken together, say about the reader's progress. Progress goes forward with `--yes` or when
 * the reader says so, and back only when the reader says so.
 */
const importHistory: CommandDefinition<Given> = {
  arguments: [
    new Argument('<files...>', 'exports of Netflix, Trakt, Simkl, TV Time, Kodi or Jellyfin'),
  ],
  options: [
    new Option('-y, --yes', 'set the proposed progress without asking'),
    new Option('--show <show>', 'import only this show'),
    new Option('--viewer <name>', 'import the plays of this profile of the account'),
    LIBRARY_OPTION,
    PROFILE_OPTION,
  ],
  json: {
    version: '1',
    shapes: 'the formats of the files',
    entries: 'how many entries were read, and what came of them',
    shows: 'the progress that is proposed for each show',
  },
  examples: [
    {
      does: 'See what a history proposes, and be asked',
      command: 'recap import NetflixViewingHistory.csv',
    },
    { does: 'Set the proposed progress', command: 'recap import trakt.json --yes' },
  ],
  async run(context, given) {
    const { host, output } = context;
    const library = openLibrary(given.library, host);
    const only = given.show === undefined ? undefined : (await openShow(library, given.show)).show;
    const meter = new Meter(output);
    meter.begin('reading');
    const read = given.files.map((file) => readHistoryFile(file, meter.tick));
    const histories = ofViewer(
      read.map(({ history }) => history),
      given.viewer,
    );
    const shows = (await library.shelves()).map(({ show }) => show);
    meter.begin('matching');
    const counted = tally(histories, new Matcher(shows, only), meter.tick);
    meter.end();
    for (const problem of libraryProblems(library, only)) output.say(problem);
    if (!only && counted.entries > 0 && histories.every(isNameless)) {
      throw new UserError('these files name no show; name it with `--show SHOW`', EXIT.usage);
    }

    const audience = openAudience(host, {
      ...(given.profile !== undefined && { profile: given.profile }),
    });
    for (const notice of audience.notices) output.say(notice);
    if (audience.progress.problems.some(({ kind }) => kind === 'unreadable')) {
      throw new UserError('your progress is unknown, so nothing is proposed');
    }
    const shapes = [...new Set(read.map(({ shape }) => shape))];
    const plans = counted.shows
      .filter(({ show }) => only === undefined || show === only)
      .map((tally) => ({
        show: tally.show,
        tally,
        proposal: propose(tally.show.order, audience.recorded(tally.show), tally),
      }))
      .sort((a, b) => (a.show.slug < b.show.slug ? -1 : 1));
    if (given.json) {
      const set = given.yes ? raise(audience, plans) : new Set<Show>();
      output.printJson(reportJson(plans, counted, shapes, set));
      return;
    }
    output.print(reportText(plans, counted, shapes));
    await settle(context, audience, plans, given.yes ?? false);
  },
};

export default importHistory;

/** Sets what is to be set, after asking where that can be done. @throws {UserError} */
async function settle(
  context: CommandContext,
  audience: Audience,
  plans: readonly Plan[],
  yes: boolean,
): Promise<void> {
  const { host, output } = context;
  const raised = plans.filter(({ proposal }) => proposal.kind === 'raise').length;
  const again = plans.filter(({ proposal }) => proposal.kind === 'again');
  const places = raised === 1 ? '1 place' : `${raised} places`;
  const canAsk = output.isTerminal && host.stdin.isTTY === true;
  if (raised === 0) output.print('\nThere is no place to set.\n');
  else if (yes) sayRaised(output, raise(audience, plans));
  else if (!canAsk) output.say(`nothing has been set; \`--yes\` sets ${places}`);
  else {
    output.print('\n');
    const answer = await ask(`Set ${places}?`, output, host.stdin);
    if (answer === 'interrupted') return interrupted(context);
    if (answer === 'yes') sayRaised(output, raise(audience, plans));
    else output.print('Nothing has been set.\n');
  }
  if (yes || !canAsk) return;
  for (const { show, proposal } of again) {
    const back = proposal.proposed ?? 'the start';
    const answer = await ask(`Go back to ${back} in ${show.title}?`, output, host.stdin);
    if (answer === 'interrupted') return interrupted(context);
    if (answer === 'no') continue;
    setProgress(audience, show, proposal.proposed);
    output.print(`${show.title}: back to ${back}.\n`);
  }
}

/** Records every place that is to be raised. @returns the shows whose place was @throws {UserError} */
function raise(audience: Audience, plans: readonly Plan[]): Set<Show> {
  const set = new Set<Show>();
  for (const { show, proposal } of plans) {
    if (proposal.kind !== 'raise') continue;
    const outcome = audience.progress.confirm(show.slug, show.order, proposal.proposed);
    requireRecorded(audience, show, outcome);
    set.add(show);
  }
  return set;
}

function sayRaised(output: Output, { size }: ReadonlySet<Show>): void {
  const places = size === 1 ? '1 place is set' : `${size} places are set`;
  output.print(`\n${places}; \`recap watched SHOW --undo\` takes it back.\n`);
}

function interrupted({ output, setExitCode }: CommandContext): void {
  output.print('\n');
  setExitCode(EXIT.interrupted);
}

function isNameless({ rows, bare }: History): boolean {
  return bare.length === 0 && rows.every((row) => row.kind === 'numbered' && row.show === null);
}

/**
 * The plays of one viewer; those of a file that tells no viewers stay. Plays of several people are never
 * taken together, as none of them may have watched it all.
 *
 * @throws {UserError} which names nobody
 */
function ofViewer(histories: readonly History[], viewer: string | undefined): History[] {
  const rows = histories.flatMap(({ rows }) => rows);
  const viewers = new Set(rows.flatMap(({ viewer }) => (viewer ? [viewer] : [])));
  if (viewer === undefined) {
    if (viewers.size <= 1) return [...histories];
    throw new UserError(
      `these are the plays of ${viewers.size} profiles; say whose to read with \`--viewer NAME\``,
      EXIT.usage,
    );
  }
  const wanted = foldName(viewer);
  if (![...viewers].some((name) => foldName(name) === wanted)) {
    throw new UserError('there is no profile of that name in there', EXIT.usage);
  }
  return histories.map((history) => ({
    ...history,
    rows: history.rows.filter((row) => !row.viewer || foldName(row.viewer) === wanted),
  }));
}
