import { Argument } from 'commander';
import { openAudience } from '../../app/audience.ts';
import { openShow } from '../../app/find-show.ts';
import { libraryProblems, openLibrary } from '../../app/open-library.ts';
import type { CommandDefinition } from '../command.ts';
import { READING_OPTIONS, type ReadingOptions } from '../options.ts';
import { printShows } from '../print-shows.ts';

interface Given extends ReadingOptions {
  readonly show?: string;
  readonly json?: boolean;
}

const list: CommandDefinition<Given> = {
  arguments: [new Argument('[show]', 'a slug, a title, or part of one')],
  options: READING_OPTIONS,
  json: {
    version: '1',
    shows: 'without a show: all shows with your progress',
    show: 'the show with your progress',
    recaps: 'the recaps of the show',
  },
  examples: [
    { does: 'List all shows with your progress', command: 'recap list' },
    { does: 'List the recaps of a show', command: 'recap list severance' },
  ],
  async run({ host, output }, given) {
    const audience = openAudience(host, given);
    for (const notice of audience.notices) output.say(notice);
    const library = openLibrary(given.library, host);
    if (given.show === undefined) return printShows({ host, output }, library, audience, given);
    const { printShow } = await import('../print-show.ts');
    const contents = await openShow(library, given.show);
    printShow({ host, output }, contents, audience, given);
    for (const problem of libraryProblems(library, contents.summary)) output.say(problem);
  },
};

export default list;
