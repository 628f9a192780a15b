import type { CommandDefinition } from '../command.ts';
import { LIBRARY_OPTION, type LibraryOptions, PROFILE_OPTION, WITH_OPTION } from '../options.ts';
import { writableTo } from '../writable.ts';

interface Given extends LibraryOptions {
  readonly profile?: string;
  readonly with?: readonly string[];
}

const mcp: CommandDefinition<Given> = {
  options: [LIBRARY_OPTION, PROFILE_OPTION, WITH_OPTION],
  examples: [
    { does: 'Serve your library to an assistant', command: 'recap mcp' },
    { does: 'Serve it as far as both of you have watched', command: 'recap mcp --with ann' },
  ],
  notes:
    'Speaks the Model Context Protocol on standard input and output, until its input ends.\nSee docs/assistants.md for how to connect it.',
  async run({ host, output }, given) {
    const { serve } = await import('../../mcp/serve.ts');
    await serve(host, given, host.stdin, writableTo(host.stdout), () => {
      output.say('a message could not be read; it is ignored, or the connection is closed');
    });
  },
};

export default mcp;
