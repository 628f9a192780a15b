import { Command, CommanderError, type OptionValues } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { EXIT, UserError } from '../model/user-error.ts';
import { Output } from '../terminal/output.ts';
import { restoreTerminal } from '../terminal/restore.ts';
import { sanitize, sanitizeLine } from '../text/sanitize.ts';
import type { CommandDefinition, CommandTree, Runtime } from './command.ts';
import { COMMANDS } from './commands.ts';
import { examplesText } from './help.ts';
import { JSON_OPTION, READING_OPTIONS } from './options.ts';

/** Runs the program once. Importing this runs nothing. @returns its exit code */
export async function runProgram(args: readonly string[], host: Runtime): Promise<number> {
  const output = new Output(host.stdout, host.stderr, host);
  return output.exitCode(await exitCodeOf(args, host, output));
}

async function exitCodeOf(args: readonly string[], host: Runtime, output: Output): Promise<number> {
  let exitCode: number = EXIT.done;
  const setExitCode = (code: number) => {
    exitCode = code;
  };
  try {
    const { recap } = program({ host, output, setExitCode }, args[0]);
    await recap.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) return report(error, output);
    return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  }
}

/**
 * The last resort: tells the user what they can fix, or in a fixed sentence that recap is broken, as a message that is
 * not our own may quote what must stay hidden.
 *
 * @returns the exit code
 */
export function report(error: unknown, output: Output): number {
  restoreTerminal();
  if (error instanceof UserError) {
    output.say(error.message);
    return error.exitCode;
  }
  const kind = error instanceof Error && /^[A-Za-z]{1,40}$/.test(error.name) ? error.name : 'Error';
  output.say(
    `internal error (${kind}); nothing else was shown. Please report it with the command you ran`,
  );
  return EXIT.problems;
}

/**
 * The commands and options of the program. A command is listed with its summary alone; its arguments and options
 * are loaded when it is called, or by `load`.
 *
 * @param first the first word after `recap`: if it names a command, the others are left out, as listing them takes time
 */
export function program(
  given: {
    readonly host: Runtime;
    readonly output: Output;
    setExitCode(code: number): void;
  },
  first?: string,
): CommandTree {
  const { output } = given;
  const recap = new Command('recap')
    .description('Read TV-episode recaps without being spoiled.')
    .usage('[command] [options]')
    .version(manifest.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand(false)
    // options before a command are the program's, those after it the command's
    .enablePositionalOptions()
    .exitOverride()
    .showHelpAfterError('Run `recap --help` for usage.')
    .configureOutput({
      writeOut: (text) => output.print(text),
      writeErr: (text) => output.printError(sanitize(text)),
      outputError: (text, write) => write(`recap: ${sanitizeLine(text.replace(/^error: /, ''))}\n`),
      getOutHelpWidth: () => output.columns ?? 80,
      getErrHelpWidth: () => output.columns ?? 80,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });

  const loaded = new Map<string, Promise<void>>();
  const fill = (command: Command): Promise<void> => {
    const name = command.name();
    const filling = loaded.get(name) ?? fillCommand(command, name);
    loaded.set(name, filling);
    return filling;
  };
  const fillCommand = async (command: Command, name: string) => {
    const listed = COMMANDS.find((listed) => listed.name === name);
    if (!listed) return;
    const { default: definition } = await listed.load();
    define(command, definition, (values) => run(definition, values));
  };
  const run = async (definition: CommandDefinition, values: OptionValues) => {
    if (!definition.ignoresSettings) await given.host.config.load();
    await definition.run(context, values);
  };
  const commands: CommandTree = {
    recap,
    async load(name) {
      const command = recap.commands.find((command) => command.name() === name);
      if (command) await fill(command);
      return command;
    },
  };
  const context = {
    ...given,
    get commands() {
      return first === undefined ? commands : program(given);
    },
  };

  const called = COMMANDS.filter(({ name }) => name === first);
  for (const { name, summary, group } of called.length > 0 ? called : COMMANDS) {
    const command = recap
      .command(name, { hidden: summary === undefined })
      .helpGroup(`${group}:`)
      .showHelpAfterError(`Run \`recap ${name} --help\` for usage.`);
    if (summary !== undefined) command.description(summary);
  }
  recap.hook('preSubcommand', (_, command) => fill(command));
  for (const option of [...READING_OPTIONS, JSON_OPTION]) recap.addOption(option);
  recap
    .allowExcessArguments()
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .addHelpText('after', ROOT_EXAMPLES)
    .action(async () => {
      if (recap.args[0] !== undefined) await unknownCommand(recap, recap.args[0]);
      const { default: read } = await import('./commands/read.ts');
      await run(read, recap.opts());
    });
  return commands;
}

const ROOT_EXAMPLES = examplesText([
  { does: 'Browse the library and read', command: 'recap' },
  {
    does: 'Record that you have watched through an episode',
    command: 'recap watched severance S01E04',
  },
  { does: 'Read a recap', command: 'recap read severance S01E04' },
]);

/** Gives a command its arguments, options and help. */
function define(
  command: Command,
  definition: CommandDefinition,
  run: (values: OptionValues) => Promise<void>,
): void {
  const { options = [], json, examples = [], notes } = definition;
  for (const argument of definition.arguments ?? []) command.addArgument(argument);
  for (const option of json ? [...options, JSON_OPTION] : options) command.addOption(option);
  command.addHelpText('after', examplesText(examples));
  if (json) command.addHelpText('after', `\nJSON fields:\n  ${Object.keys(json).join(', ')}`);
  if (notes) command.addHelpText('after', `\n${notes}`);
  command.action(() => {
    const named = command.registeredArguments.map((argument, index) => {
      return [argument.name(), command.processedArgs[index]] as const;
    });
    return run({ ...Object.fromEntries(named), ...optionValues(command) });
  });
}

/**
 * The values of a command's options, which may stand before the command as well. What may be repeated is joined.
 *
 * @throws {UserError} for an option before the command that the command does not have
 */
function optionValues(command: Command): OptionValues {
  const values: OptionValues = { ...command.opts() };
  const { parent } = command;
  for (const option of parent?.options ?? []) {
    const name = option.attributeName();
    if (parent?.getOptionValueSource(name) !== 'cli') continue;
    if (!command.options.some((own) => own.attributeName() === name)) {
      throw new UserError(
        `\`recap ${command.name()}\` has no option \`${option.long}\``,
        EXIT.usage,
      );
    }
    const before: unknown = parent.getOptionValue(name);
    const own: unknown = values[name];
    if (command.getOptionValueSource(name) !== 'cli') values[name] = before;
    else if (Array.isArray(before) && Array.isArray(own)) values[name] = [...before, ...own];
  }
  return values;
}

/** @throws {UserError} naming the nearest command */
async function unknownCommand(recap: Command, name: string): Promise<void> {
  const { lookUp } = await import('../model/lookup.ts');
  const commands = recap
    .createHelp()
    .visibleCommands(recap)
    .map((command) => ({ value: command, names: [command.name()] }));
  const unknown = 'unknown command';
  const command = lookUp(commands, name, unknown, 'run `recap --help` for a list');
  throw new UserError(`${unknown} \`${name}\`; did you mean \`${command.name()}\`?`, EXIT.usage);
}
