import { Argument } from 'commander';
import { EXIT, UserError } from '../../model/user-error.ts';
import type { CommandDefinition } from '../command.ts';

interface Given {
  readonly command?: string;
}

const help: CommandDefinition<Given> = {
  arguments: [new Argument('[command]', 'the name of a command')],
  ignoresSettings: true,
  async run({ commands }, { command: name }) {
    const command = name === undefined ? commands.recap : await commands.load(name);
    if (command) return command.outputHelp();
    throw new UserError(`unknown command \`${name}\`; run \`recap --help\` for a list`, EXIT.usage);
  },
};

export default help;
