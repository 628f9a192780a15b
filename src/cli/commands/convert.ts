import { Argument, Option } from 'commander';
import { findShow } from '../../app/find-show.ts';
import { openLibrary } from '../../app/open-library.ts';
import { readEpisode } from '../../app/read-episode.ts';
import { convertedDraft } from '../../convert/draft.ts';
import { articleOfPage, isPage } from '../../convert/page.ts';
import { articleOfText } from '../../convert/plain-article.ts';
import { RecapError } from '../../model/problem.ts';
import { decodeText } from '../../model/recap-source.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import { displayPath } from '../../store/disk/display-path.ts';
import { readWhole } from '../../store/library/file.ts';
import type { CommandDefinition } from '../command.ts';
import { writeNewFile } from '../new-file.ts';
import { LIBRARY_OPTION, type LibraryOptions } from '../options.ts';

interface Given extends LibraryOptions {
  readonly file: string;
  readonly show?: string;
  readonly episode?: string;
  readonly output?: string;
}

const convert: CommandDefinition<Given> = {
  arguments: [new Argument('<file>', 'a web page you saved, or plain text')],
  options: [
    new Option('--show <show>', 'the show it is about, which has the episodes for its gates'),
    new Option('--episode <episode>', 'make it the recap of this episode'),
    new Option('--output <file>', 'write the draft to this file instead of stdout'),
    LIBRARY_OPTION,
  ],
  examples: [
    { does: 'Print a draft of a saved page', command: 'recap convert page.html --show severance' },
    {
      does: 'Make it the recap of an episode',
      command: 'recap convert page.html --show severance --episode S01E04 --output s01e04.md',
    },
  ],
  async run({ host, output }, given) {
    const library = openLibrary(given.library, host);
    const show = given.show === undefined ? undefined : await findShow(library, given.show);
    if (given.episode !== undefined && !show) {
      throw new UserError('`--episode` needs `--show`', EXIT.usage);
    }
    const episode =
      show && given.episode !== undefined ? readEpisode(given.episode, show) : undefined;
    const text = textOf(given.file);
    const article = isPage(text) ? articleOfPage(text) : articleOfText(text);
    const draft = convertedDraft(article, { order: show?.order, episode });
    if (given.output === undefined) output.print(draft.text);
    else writeNewFile(given.output, draft.text);
    const name = given.output ?? 'draft';
    for (const { line, why } of draft.unsure) {
      const until = show?.order.last ? `gated by ${show.order.last}` : 'gated without an episode';
      output.say(`${name}:${line}: ${until}, as ${why}; check whether it may open earlier`);
    }
  },
};

export default convert;

/** @throws {UserError} */
function textOf(path: string): string {
  try {
    return decodeText(readWhole(path));
  } catch (error) {
    if (!(error instanceof RecapError)) throw error;
    throw new UserError(`${displayPath(path)}: ${error.problem.message}`);
  }
}
