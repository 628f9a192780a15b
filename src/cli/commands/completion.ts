import { Argument } from 'commander';
import type { CommandDefinition } from '../command.ts';
import { SCRIPTS } from '../completion-scripts.ts';

interface Given {
  readonly shell: keyof typeof SCRIPTS;
}

const completion: CommandDefinition<Given> = {
  arguments: [new Argument('<shell>').choices(Object.keys(SCRIPTS))],
  notes: `Add this to the startup file of your shell:
  bash  source <(recap completion bash)
  zsh   source <(recap completion zsh)     # after compinit
  fish  recap completion fish | source`,
  async run({ output }, { shell }) {
    output.print(SCRIPTS[shell]);
  },
};

export default completion;
