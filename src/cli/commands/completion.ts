import { Argument } from 'commander';
import type { CommandDefinition } from '../command.ts';
import { COMPLETED_SHELLS, SCRIPTS } from '../completion-scripts.ts';
import type { Shell } from '../shell-line.ts';

interface Given {
  readonly shell: Shell;
}

const completion: CommandDefinition<Given> = {
  arguments: [new Argument('<shell>').choices(COMPLETED_SHELLS)],
  notes: `Add this to the startup file of your shell:
  bash  eval "$(recap completion bash)"
  zsh   source <(recap completion zsh)     # after compinit
  fish  recap completion fish | source`,
  ignoresSettings: true,
  async run({ output }, { shell }) {
    output.print(SCRIPTS[shell]);
  },
};

export default completion;
