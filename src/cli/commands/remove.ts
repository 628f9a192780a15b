import { Argument } from 'commander';
import { removeAdded } from '../../app/remove-show.ts';
import type { CommandDefinition } from '../command.ts';
import { LIBRARY_OPTION, type LibraryOptions } from '../options.ts';

interface Given extends LibraryOptions {
  readonly show: string;
  readonly json?: boolean;
}

const remove: CommandDefinition<Given> = {
  arguments: [new Argument('<show>', 'an added show')],
  options: [LIBRARY_OPTION],
  json: { version: '1', removed: 'the slug of the show' },
  examples: [{ does: 'Remove a show that was added', command: 'recap remove severance' }],
  notes: 'Your progress and your own recaps of the show are kept.',
  async run({ host, output }, { show: query, library, json }) {
    const { slug, title } = await removeAdded(query, { host, library });
    if (json) return output.printJson({ version: 1, removed: slug });
    output.print(`Removed ${title}. Your progress is kept.\n`);
  },
};

export default remove;
