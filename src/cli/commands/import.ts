import { Argument, Option } from 'commander';
import { openShow } from '../../app/find-show.ts';
import { type ReadHistories, readHistories } from '../../app/import-histories.ts';
import { libraryProblems, openLibrary } from '../../app/open-library.ts';
import { planPlaces } from '../../app/plan-places.ts';
import type { Show } from '../../gated/show.ts';
import { HISTORY_FORMATS, OTHER_RECORDS } from '../../history/formats.ts';
import { Matcher } from '../../history/match.ts';
import type { Tally, Tallying } from '../../history/tally.ts';
import type { ViewerTallies } from '../../history/viewers.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import { isThere } from '../../store/import/files-at.ts';
import type { Library } from '../../store/library/library.ts';
import { addOtherShows } from '../add-other-shows.ts';
import type { CommandContext, CommandDefinition } from '../command.ts';
import { reportJson, reportText } from '../import-report.ts';
import { sayLeftOut } from '../left-out-files.ts';
import { Meter } from '../meter.ts';
import { countOf, LIBRARY_OPTION, type LibraryOptions, PROFILE_OPTION } from '../options.ts';
import { raisePlaces, requireProgress, settlePlaces } from '../settle-places.ts';
import { OFFLINE_OPTION } from '../source-options.ts';

interface Given extends LibraryOptions {
  readonly files: readonly string[];
  /** Set the proposed progress without asking. */
  readonly yes?: boolean;
  /** Only this show. */
  readonly show?: string;
  /** Whose plays to read, in the export of an account with several profiles. */
  readonly viewer?: string;
  /** How many of the shows to add that the library does not have. */
  readonly add?: number;
  readonly offline?: boolean;
  readonly profile?: string;
  readonly json?: boolean;
}

/** What the files come to. */
interface Found {
  readonly read: ReadHistories;
  readonly counted: Tally;
  readonly library: Library;
  readonly only: Show | undefined;
}

/**
 * What watch histories, taken together, say about the reader's progress. Progress goes forward with `--yes` or when
 * the reader says so, and back only when the reader says so.
 */
const importHistory: CommandDefinition<Given> = {
  arguments: [
    new Argument(
      '<files...>',
      'files, folders or archives of watch histories; "-" is standard input',
    ),
  ],
  options: [
    new Option('-y, --yes', 'set the proposed progress without asking'),
    new Option('--show <show>', 'import only this show'),
    new Option('--viewer <name>', 'import the plays of this profile of the account'),
    new Option(
      '--add <shows>',
      'first add this many of the shows that your library does not have, the most recent ones',
    ).argParser(countOf('shows')),
    OFFLINE_OPTION,
    LIBRARY_OPTION,
    PROFILE_OPTION,
  ],
  json: {
    version: '1',
    shapes: 'the formats of the files',
    files: 'how many files were read, and which were left out',
    entries: 'how many entries were read, and what came of them',
    shows: 'the progress that is proposed for each show',
    added: 'what came of each show that was to be added',
  },
  examples: [
    {
      does: 'See what a history proposes, and be asked',
      command: 'recap import NetflixViewingHistory.csv',
    },
    { does: 'Set the proposed progress', command: 'recap import trakt.json --yes' },
    {
      does: 'Add the 5 shows you watched last, then set your progress in them',
      command: 'recap import netflix-report.zip --add 5',
    },
  ],
  notes: formatNotes(),
  async run(context, given) {
    const { output } = context;
    for (const path of given.files) {
      if (!isThere(path)) throw new UserError(`file not found: \`${path}\``);
    }
    const found = await look(context, given);
    const added = given.add === undefined ? [] : await addTo(context, given, found);
    if (!added) return;
    const hasAdded = added.some(({ kind }) => kind === 'added');
    const isReadable = !given.files.includes('-');
    if (hasAdded && !isReadable) output.say('import again to set progress in the added shows');
    const { read, counted, library, only } =
      hasAdded && isReadable ? await look(context, given) : found;
    sayLeftOut(output, given.files, read);
    for (const problem of libraryProblems(library, only)) output.say(problem);

    const audience = requireProgress(context, given.profile);
    const plans = planPlaces(audience, counted.shows, only);
    if (given.json) {
      const set = given.yes ? raisePlaces(audience, plans) : new Set<Show>();
      output.printJson(reportJson(plans, counted, read, set, added));
      return;
    }
    output.print(reportText(plans, counted, read));
    await settlePlaces(context, audience, plans, given.yes ?? false);
  },
};

export default importHistory;

/** What the files come to in the library as it is now. @throws {UserError} */
async function look({ host, output }: CommandContext, given: Given): Promise<Found> {
  const library = openLibrary(given.library, host);
  const only = given.show === undefined ? undefined : (await openShow(library, given.show)).show;
  const shows = await library.readShows();
  const matcher = new Matcher(shows, only);
  const meter = new Meter(output);
  meter.begin('reading');
  const stdin = bytesOf(host.stdin);
  const read = await readHistories(given.files, { matcher, stdin, tick: meter.tick });
  meter.end();
  if (read.files === 0) sayLeftOut(output, given.files, read);
  const counted = ofViewer(read.viewers, given.viewer).result;
  requireNamed(counted, only);
  return { read, counted, library, only };
}

/** Adds the shows that the library does not have. @returns `undefined` if the user interrupted it */
function addTo(context: CommandContext, given: Given, { counted }: Found) {
  return addOtherShows(context, counted.otherShows, {
    count: given.add ?? 0,
    yes: given.yes ?? false,
    json: given.json ?? false,
    library: given.library,
    isOffline: given.offline ?? false,
  });
}

/** Episodes without a show are of the one that the reader names. @throws {UserError} */
function requireNamed({ entries, leftOut, nameless }: Tally, only: Show | undefined): void {
  if (only || nameless === 0 || nameless < entries - leftOut) return;
  throw new UserError('these files name no show; name it with `--show SHOW`', EXIT.usage);
}

/**
 * The plays of one viewer. Plays of several people are never taken together, as none of them may have watched
 * it all.
 *
 * @throws {UserError} whose message names none of the viewers
 */
function ofViewer(viewers: ViewerTallies, viewer: string | undefined): Tallying {
  if (viewer === undefined && viewers.count > 1) {
    throw new UserError(
      `these are the plays of ${viewers.count} profiles; choose one with \`--viewer NAME\``,
      EXIT.usage,
    );
  }
  if (viewer !== undefined && !viewers.has(viewer)) {
    throw new UserError('no profile of that name has watched anything in these files', EXIT.usage);
  }
  return viewers.of(viewer);
}

async function* bytesOf(stream: NodeJS.ReadableStream): AsyncGenerator<Uint8Array> {
  for await (const piece of stream) yield typeof piece === 'string' ? Buffer.from(piece) : piece;
}

/** The services whose histories can be read, and those whose files have none. */
function formatNotes(): string {
  const services = [...new Set(HISTORY_FORMATS.map(({ service }) => service))];
  const others = OTHER_RECORDS.map(({ name }) => name);
  return `Reads ${services.join(', ')}.\nNot ${others.join(', ')}, which have no watched episodes. docs/import.md says how to get the files.`;
}
