import type { Argument, Command, Option, OptionValues } from 'commander';
import type { Host } from '../app/host.ts';
import type { Output } from '../terminal/output.ts';
import type { Sink } from '../terminal/sink.ts';

/** What a run of the program is given from outside: its streams, its environment, its clock. */
export interface Runtime extends Host {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: Sink;
  readonly stderr: Sink;
  /** Ends the program at once. */
  exit(code: number): never;
  /** Sets the exit code for when the program ends by itself. */
  setExitCode(code: number): void;
}

/** What a command works with. */
export interface CommandContext {
  readonly host: Runtime;
  readonly output: Output;
  /** Sets the exit code of a command that has done its work; errors are thrown instead. */
  setExitCode(code: number): void;
  readonly commands: CommandTree;
}

/** Every command as Commander knows it. */
export interface CommandTree {
  readonly recap: Command;
  /** The command of this name with its arguments and options, which are loaded first. */
  load(name: string): Promise<Command | undefined>;
}

/** An example for the help of a command. */
export interface Example {
  readonly does: string;
  /** What to type. */
  readonly command: string;
}

/**
 * A command: what it takes, what it does, and what its help says. One file in `commands/` each; its name and
 * summary are in `commands.ts`.
 *
 * @typeParam Given the values of its arguments and options, by name
 */
export interface CommandDefinition<Given = OptionValues> {
  readonly arguments?: readonly Argument[];
  readonly options?: readonly Option[];
  /** The top-level fields of its JSON and what is in them (docs/json.md); without it, there is no `--json`. */
  readonly json?: Readonly<Record<string, string>>;
  readonly examples?: readonly Example[];
  /** More help, shown last. */
  readonly notes?: string;
  /** It runs even where the settings cannot be read, and without them. */
  readonly ignoresSettings?: boolean;
  /** @throws {UserError} */
  run(context: CommandContext, given: Given): Promise<void>;
}
