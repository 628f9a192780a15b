import { Argument, Option } from 'commander';
import { openAudience } from '../../app/audience.ts';
import { forgetReading, showToForget } from '../../app/forget-show.ts';
import { openLibrary } from '../../app/open-library.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import { ask, canAsk } from '../ask.ts';
import type { CommandDefinition } from '../command.ts';
import { LIBRARY_OPTION, type LibraryOptions, PROFILE_OPTION } from '../options.ts';

interface Given extends LibraryOptions {
  readonly show: string;
  readonly yes?: boolean;
  readonly profile?: string;
  readonly json?: boolean;
}

const forget: CommandDefinition<Given> = {
  arguments: [new Argument('<show>', 'a slug, a title, or part of one')],
  options: [new Option('-y, --yes', 'forget without asking'), LIBRARY_OPTION, PROFILE_OPTION],
  json: { version: '1', forgotten: 'the slug of the show' },
  examples: [
    { does: 'Forget what you have read of a show', command: 'recap forget severance' },
    {
      does: 'Forget it for somebody else, without asking',
      command: 'recap forget severance --profile ann --yes',
    },
  ],
  notes:
    'Forgets which recaps you have read, where you left them, and your bookmarks. Your progress is kept;\n`recap watched SHOW none` goes back to the start.',
  async run(context, given) {
    const { host, output, setExitCode } = context;
    const { profile, yes = false, json } = given;
    const audience = openAudience(host, { ...(profile !== undefined && { profile }) });
    const show = await showToForget(openLibrary(given.library, host), audience, given.show);
    if (!yes) {
      if (!canAsk(context, { json })) {
        throw new UserError('nothing was forgotten; add `--yes` to forget it', EXIT.usage);
      }
      const answer = await ask(`Forget what you have read of ${show.title}?`, output, host.stdin);
      if (answer === 'interrupted') {
        output.print('\n');
        return setExitCode(EXIT.interrupted);
      }
      if (answer === 'no') return output.print('Nothing was forgotten.\n');
    }
    forgetReading(audience, show);
    if (json) return output.printJson({ version: 1, forgotten: show.slug });
    output.print(`Forgot what you have read of ${show.title}. Your progress is kept.\n`);
  },
};

export default forget;
