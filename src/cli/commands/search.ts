import { Argument, Option } from 'commander';
import { openAudience } from '../../app/audience.ts';
import { findReadableShow } from '../../app/find-show.ts';
import { libraryProblems, openLibrary } from '../../app/open-library.ts';
import { hitJson, searchLibrary } from '../../app/search-library.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import { ASCII, UNICODE } from '../../render/glyphs.ts';
import type { LayoutOptions, Line } from '../../render/line.ts';
import { stack } from '../../render/lines.ts';
import { wrap } from '../../render/wrap.ts';
import { excerpt, excerptRuns } from '../../search/excerpt.ts';
import { hitName } from '../../search/hit-name.ts';
import { parseArguments } from '../../search/query.ts';
import type { Hit } from '../../search/search.ts';
import { truncate } from '../../text/columns.ts';
import type { CommandDefinition } from '../command.ts';
import { countOf, READING_OPTIONS, type ReadingOptions } from '../options.ts';
import { layoutOptions, printLines } from '../print-view.ts';

interface Given extends ReadingOptions {
  readonly words: readonly string[];
  /** Only in this show. */
  readonly show?: string;
  readonly limit: number;
  readonly json?: boolean;
}

const search: CommandDefinition<Given> = {
  arguments: [new Argument('<words...>', 'all must match; quote a phrase')],
  options: [
    new Option('--show <show>', 'search only this show'),
    new Option('--limit <hits>', 'show at most this many matches')
      .argParser(countOf('matches'))
      .default(20),
    ...READING_OPTIONS,
  ],
  json: {
    version: '1',
    total: 'how many matches there are',
    hits: 'the best matches, as many as --limit allows',
  },
  examples: [
    { does: 'Search all shows', command: 'recap search lumon elevator' },
    {
      does: 'Search one show for a phrase',
      command: 'recap search "waffle party" --show severance',
    },
  ],
  async run(context, given) {
    const { host, output } = context;
    const terms = parseArguments(given.words);
    if (terms.length === 0) {
      throw new UserError('nothing to search for; use words with letters or digits', EXIT.usage);
    }
    const audience = openAudience(host, given);
    for (const notice of audience.notices) output.say(notice);
    const library = openLibrary(given.library, host);
    const show = given.show === undefined ? undefined : await findReadableShow(library, given.show);
    if (!show && given.watched !== undefined) {
      throw new UserError('`--watched` needs a show; add `--show SHOW`', EXIT.usage);
    }
    const shows = show ? [show] : await library.listShows();
    const { hits, faults } = await searchLibrary(library, shows, audience, terms);
    const shown = hits.slice(0, given.limit);
    if (given.json) {
      output.printJson({ version: 1, total: hits.length, hits: shown.map(hitJson) });
    } else {
      const options = layoutOptions(context, given);
      const lines = shown.map((hit) => hitLines(hit, options));
      await printLines(context, stack(lines, true), given);
      if (hits.length === 0) {
        output.say(`no matches for \`${given.words.join(' ')}\` in what you've unlocked`);
      } else if (hits.length > shown.length) {
        output.say(
          `showing ${shown.length} of ${hits.length} matches; \`--limit ${hits.length}\` shows all`,
        );
      }
    }
    for (const problem of [...faults, ...libraryProblems(library, show)]) {
      output.say(problem);
    }
  },
};

export default search;

/** The number of lines of text shown for a hit. */
const LINES = 2;
/** Columns that are lost where words break. */
const RAGGED = 10;
const INDENT = '  ';

/** A hit as text: its location, and below it the words around the match. */
function hitLines(hit: Hit, options: LayoutOptions): Line[] {
  const { passage, matches } = hit;
  const { dot, ellipsis } = options.isAscii ? ASCII : UNICODE;
  const where = truncate(hitName(hit, dot), options.width, ellipsis);
  const width = options.width - INDENT.length;
  const around = excerpt(passage.text, matches, LINES * width - RAGGED, ellipsis);
  // a title is in the line above already
  const below = passage.kind === 'title' ? [] : wrap(excerptRuns(around), width);
  return [
    { spans: [{ text: where, style: { role: 'heading' } }] },
    ...below.map(({ spans }) => ({
      spans: [{ text: INDENT, style: { role: 'text' as const } }, ...spans],
    })),
  ];
}
