import { Argument } from 'commander';
import { openAudience } from '../../app/audience.ts';
import { openShow } from '../../app/find-show.ts';
import { libraryProblems, openLibrary } from '../../app/open-library.ts';
import { openPreviously, previouslyJson } from '../../app/previously.ts';
import { ViewLoader } from '../../app/view-loader.ts';
import { previouslyView } from '../../veil/previously.ts';
import type { CommandDefinition } from '../command.ts';
import { READING_OPTIONS, type ReadingOptions } from '../options.ts';
import { printView } from '../print-view.ts';

interface Given extends ReadingOptions {
  readonly show: string;
  readonly json?: boolean;
}

const previously: CommandDefinition<Given> = {
  arguments: [new Argument('<show>', 'a slug, a title, or part of one')],
  options: READING_OPTIONS,
  json: {
    version: '1',
    previously: 'the episodes of the season so far, and what the last ones leave open',
  },
  examples: [
    { does: 'Recall what happened before the next episode', command: 'recap previously severance' },
  ],
  async run(context, given) {
    const { host, output } = context;
    const audience = openAudience(host, given);
    for (const notice of audience.notices) output.say(notice);
    const library = openLibrary(given.library, host);
    const contents = await openShow(library, given.show);
    const { show } = contents;
    const reader = audience.reader(show);
    const faults: string[] = [];
    const told = openPreviously(contents, reader, new ViewLoader(), ({ message }) => {
      faults.push(message);
    });
    if (given.json) {
      output.printJson({ version: 1, previously: previouslyJson(told, contents, reader) });
    } else if (told.brief.length + told.full.length > 0) {
      await printView(context, previouslyView(told, show), reader.place, given);
    } else {
      output.say(
        `no recaps of ${show.title} are unlocked for you yet; set your progress with \`recap watched ${show.slug} EPISODE\``,
      );
    }
    for (const problem of [...faults, ...libraryProblems(library, show)]) output.say(problem);
  },
};

export default previously;
