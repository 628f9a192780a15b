import { Argument } from 'commander';
import type { UpdatedReport } from '../../app/update-shows.ts';
import { updateShows } from '../../app/update-shows.ts';
import { EXIT } from '../../model/user-error.ts';
import type { CommandDefinition } from '../command.ts';
import { interruptible } from '../interruptible.ts';
import { LIBRARY_OPTION, type LibraryOptions } from '../options.ts';
import { SourceMeter } from '../source-meter.ts';
import {
  OFFLINE_OPTION,
  SOURCE_OPTION,
  type SourceOptions,
  sourceRequest,
} from '../source-options.ts';

interface Given extends LibraryOptions, SourceOptions {
  readonly show: readonly string[];
  readonly json?: boolean;
}

const update: CommandDefinition<Given> = {
  arguments: [new Argument('[show...]', 'added shows; all of them if none is named')],
  options: [SOURCE_OPTION, OFFLINE_OPTION, LIBRARY_OPTION],
  json: { version: '1', shows: 'what came of each show, with the number of new episodes' },
  examples: [
    { does: 'Update all added shows', command: 'recap update' },
    { does: 'Update one', command: 'recap update severance' },
  ],
  async run(context, given) {
    const { host, output, setExitCode } = context;
    const meter = new SourceMeter({ host, output });
    const reports: UpdatedReport[] = [];
    const isDone = await interruptible(context, async (signal) => {
      const updates = updateShows(given.show, sourceRequest(host, given, signal, meter));
      try {
        for await (const report of updates) {
          meter.end();
          reports.push(report);
          if (report.message !== null) output.say(`${report.title}: ${report.message}`);
          if (!given.json && report.message === null) output.print(updatedText(report));
        }
        return true;
      } finally {
        meter.end();
      }
    });
    if (!isDone) return;
    if (reports.some(({ outcome }) => outcome === 'failed')) setExitCode(EXIT.problems);
    if (given.json) output.printJson({ version: 1, shows: reports });
    else if (reports.length === 0) output.print('No added shows. `recap add NAME` adds one.\n');
  },
};

export default update;

function updatedText({ title, outcome, newEpisodes }: UpdatedReport): string {
  if (outcome === 'unchanged') return `${title}: up to date\n`;
  if (newEpisodes === 0) return `${title}: updated\n`;
  return `${title}: ${newEpisodes === 1 ? '1 new episode' : `${newEpisodes} new episodes`}\n`;
}
