import { Argument, Option } from 'commander';
import { type AddedReport, addShow, exactCandidate, findCandidates } from '../../app/add-show.ts';
import type { SourceRequest } from '../../app/ask-sources.ts';
import { hereIn, openAudience } from '../../app/audience.ts';
import { findShow } from '../../app/find-show.ts';
import { openLibrary } from '../../app/open-library.ts';
import { isAddress, isPageAddress } from '../../app/page-address.ts';
import { readPlace } from '../../app/read-episode.ts';
import { setProgress } from '../../app/set-progress.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import { showIdIn } from '../../sources/show-id.ts';
import type { Candidate } from '../../sources/source.ts';
import { addPages, type PageOptions } from '../add-pages.ts';
import { addedJson, addedText, candidateLine, notesOf } from '../added-text.ts';
import { askLine, canAsk } from '../ask.ts';
import type { CommandContext, CommandDefinition } from '../command.ts';
import { type FollowOptions, followPages } from '../follow-pages.ts';
import { interruptible } from '../interruptible.ts';
import { countOf, LIBRARY_OPTION, type LibraryOptions, PROFILE_OPTION } from '../options.ts';
import { progressText } from '../progress-text.ts';
import { SourceMeter } from '../source-meter.ts';
import {
  OFFLINE_OPTION,
  SOURCE_OPTION,
  type SourceOptions,
  sourceRequest,
} from '../source-options.ts';

/** How many pages `--follow` fetches unless told otherwise. */
const MOST_PAGES = 40;

interface Given extends LibraryOptions, SourceOptions {
  readonly name: readonly string[];
  /** A show's identifier, instead of a search. */
  readonly id?: string;
  /** What a page is about, if it does not say so itself. */
  readonly show?: string;
  readonly episode?: string;
  /** Takes the one show of that very title and asks nothing. */
  readonly yes?: boolean;
  /** Fetches it even if the library has it. */
  readonly force?: boolean;
  /** Goes on along the site's links. */
  readonly follow?: boolean;
  readonly limit?: number;
  readonly profile?: string;
  readonly json?: boolean;
}

const add: CommandDefinition<Given> = {
  arguments: [
    new Argument(
      '[name...]',
      'the title of a show, its page on TVmaze, or the addresses of web pages',
    ),
  ],
  options: [
    new Option(
      '--id <id>',
      'add the show with this identifier or TVmaze address, such as tvmaze:82',
    ),
    new Option('--show <show>', 'the show that a page is about'),
    new Option('--episode <episode>', 'the episode that a page is about'),
    new Option('-y, --yes', 'take the one show with exactly this title, and ask nothing'),
    new Option('--force', 'fetch the show even if the library has it; replace a page'),
    new Option('--follow', "also add the site's other recaps of the show, along the page's links"),
    new Option(
      '--limit <pages>',
      `fetch at most this many pages with --follow (default: ${MOST_PAGES})`,
    ).argParser(countOf('pages')),
    SOURCE_OPTION,
    OFFLINE_OPTION,
    LIBRARY_OPTION,
    PROFILE_OPTION,
  ],
  json: {
    version: '1',
    show: 'what was added, with the numbers of its episodes and recaps',
    leftOut: 'what was not taken, by reason',
    failed: 'the sources that could not be reached, and why',
    pages: 'the pages that were filed, where addresses were given',
    skipped: 'with `--follow`, the pages that were skipped, and why',
    remaining: 'with `--follow`, how many known pages are left for the next run',
  },
  examples: [
    { does: 'Add a show', command: 'recap add severance' },
    { does: 'Add one of several with the same title', command: 'recap add --id tvmaze:44933' },
    { does: 'Add a recap from the web', command: 'recap add https://example.com/s01e04-recap' },
    {
      does: 'Add all recaps of the show from that site',
      command: 'recap add https://example.com/s01e04-recap --follow',
    },
    { does: 'Add it without questions', command: 'recap add "game of thrones" --yes' },
  ],
  notes:
    'Everything that is fetched stays hidden until you have watched its episode.\nRequests go to tvmaze.com, wikidata.org and wikipedia.org, or to the site of the page that you name, and do not depend on what you have watched.',
  async run(context, given) {
    const ids = given.name.flatMap((name) => showIdIn(name) ?? []);
    if (given.follow) {
      if (ids.length > 0) throw new UserError(NO_PAGE, EXIT.usage);
      return followPages(context, followOptions(given));
    }
    if (given.limit !== undefined) {
      throw new UserError('`--limit` goes with `--follow`', EXIT.usage);
    }
    if (ids.length === 0 && given.name.some(isPageAddress))
      return addPages(context, pageOptions(given));
    if (given.show !== undefined || given.episode !== undefined) {
      throw new UserError('`--show` and `--episode` go with the address of a page', EXIT.usage);
    }
    if (ids.length > 0 && given.name.length > 1) throw new UserError(ONE_AT_A_TIME, EXIT.usage);
    const query = given.name.join(' ').trim();
    if ((query === '') === (given.id === undefined)) {
      throw new UserError('name a show, or give its identifier with `--id`', EXIT.usage);
    }
    const id = given.id === undefined ? ids[0] : (showIdIn(given.id) ?? given.id);
    if (id === undefined && isAddress(query)) {
      const advice = 'save the page and use `recap convert`';
      throw new UserError(
        `\`recap add\` takes the title of a show, not an address; ${advice}`,
        EXIT.usage,
      );
    }
    const { host, output } = context;
    const meter = new SourceMeter({ host, output });
    const report = await interruptible(context, async (signal) => {
      const options = sourceRequest(host, given, signal, meter);
      try {
        const chosen = id ?? (await choose(context, query, given, options));
        return chosen && (await addShow(chosen, given.force ?? false, options));
      } finally {
        meter.end();
      }
    });
    if (!report) return;
    for (const note of notesOf(report)) output.say(note);
    if (given.json) return output.printJson(addedJson(report));
    output.print(addedText(report));
    if (canAsk(context, given)) await askPlace(context, report, given);
    output.print(`\nRead it with \`recap read ${report.slug}\`.\n`);
  },
};

export default add;

const NO_PAGE = '`--follow` goes with the address of a recap, and this is the address of a show';
const ONE_AT_A_TIME = 'add a show or web pages, one at a time';

/** @throws {UserError} if addresses are mixed with what goes with a title */
function pageOptions(given: Given): PageOptions {
  if (!given.name.every(isPageAddress) || given.id !== undefined) {
    throw new UserError(ONE_AT_A_TIME, EXIT.usage);
  }
  if (given.episode !== undefined && given.name.length > 1) {
    throw new UserError('`--episode` goes with one page', EXIT.usage);
  }
  return {
    urls: given.name,
    library: given.library,
    isOffline: given.offline ?? false,
    show: given.show,
    episode: given.episode,
    yes: given.yes ?? false,
    force: given.force ?? false,
    json: given.json ?? false,
  };
}

/** @throws {UserError} if there is anything but one address */
function followOptions(given: Given): FollowOptions {
  const { urls, episode, ...options } = pageOptions(given);
  const [url, ...others] = urls;
  if (url === undefined || others.length > 0 || episode !== undefined) {
    const message = '`--follow` goes with the address of one page, and without `--episode`';
    throw new UserError(message, EXIT.usage);
  }
  return { ...options, url, limit: given.limit ?? MOST_PAGES };
}

/** The show that is meant; `undefined` if the user chooses none. @throws {UserError} */
async function choose(
  context: CommandContext,
  query: string,
  given: Given,
  options: SourceRequest,
): Promise<Candidate | undefined> {
  const candidates = await findCandidates(query, options);
  const exact = exactCandidate(query, candidates);
  if (candidates.length === 0) {
    throw new UserError(`no show named \`${query}\` was found; try its original title`);
  }
  if (exact && (candidates.length === 1 || !canAsk(context, given))) return exact;
  if (!canAsk(context, given)) throw new UserError(severalMessage(query, candidates));
  return ask(context, candidates, options.signal);
}

async function ask(
  { host, output }: CommandContext,
  candidates: readonly Candidate[],
  signal: AbortSignal,
): Promise<Candidate | undefined> {
  const lines = candidates.map((candidate, index) => {
    return `${String(index + 1).padStart(4)}  ${candidateLine(candidate)}\n`;
  });
  output.print(lines.join(''));
  for (;;) {
    const answer = await askLine('Which one? (Enter for none)', output, host.stdin, signal);
    if (answer === '' || answer === undefined) {
      output.print('Nothing was added.\n');
      return undefined;
    }
    const chosen = /^\d{1,3}$/.test(answer) ? candidates[Number(answer) - 1] : undefined;
    if (chosen) return chosen;
    output.say(`type a number from 1 to ${candidates.length}`);
  }
}

function severalMessage(query: string, candidates: readonly Candidate[]): string {
  const listed = candidates.map((candidate) => `${candidate.id} (${candidateLine(candidate)})`);
  return `no single show is named exactly \`${query}\`; choose with \`--id\`: ${listed.join('; ')}`;
}

/** Asks how far the reader has watched, and records the answer; Enter leaves it as it is. */
async function askPlace(
  context: CommandContext,
  { slug }: AddedReport,
  given: Given,
): Promise<void> {
  const { host, output } = context;
  const show = await findShow(openLibrary(given.library, host), slug);
  const audience = openAudience(host, {
    ...(given.profile !== undefined && { profile: given.profile }),
  });
  for (const notice of audience.notices) output.say(notice);
  const { codes } = show.order;
  if (codes.length === 0 || audience.recorded(show).through !== null) return;
  await interruptible(context, async (signal) => {
    for (;;) {
      const question = `How far have you watched? (such as ${codes[0]}; Enter if you have not started)`;
      const answer = await askLine(question, output, host.stdin, signal);
      if (answer === undefined || answer === '' || answer.toLowerCase() === 'none') return;
      try {
        const place = readPlace(answer, show, hereIn(audience, show));
        setProgress(audience, show, place);
        output.print(`${show.title}: ${progressText(show, place)}.\n`);
        return;
      } catch (error) {
        if (!(error instanceof UserError) || error.exitCode !== EXIT.usage) throw error;
        output.say(error.message);
      }
    }
  });
}
