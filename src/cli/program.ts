import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { BUILT_IN_RECAPS } from '../installation.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { Output } from '../terminal/output.ts';
import { restoreTerminal } from '../terminal/restore.ts';
import { StandardSink } from '../terminal/sink.ts';
import { sanitize, sanitizeLine } from '../text/sanitize.ts';
import type { CommonOptions, Session } from './session.ts';

/**
 * Who reads along, before the command and behind it: of an option given in both places Commander takes one,
 * and whoever is forgotten would be spoiled.
 */
const company: string[] = [];

const INSTALLING = `
In the shell's start-up file:
  bash  source <(recap completion bash)
  zsh   source <(recap completion zsh)     # behind compinit
  fish  recap completion fish | source`;

// before any file is read: whatever has seen a recap may hold gated text in its message
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);

const output = new Output(new StandardSink(1), new StandardSink(2));

main(process.argv).catch(fail);

async function main(argv: readonly string[]): Promise<void> {
  try {
    await program().parseAsync(argv);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
  }
}

/** The program's commands and options. Each command's code is loaded when it is called. */
function program(): Command {
  const recap = new Command('recap')
    .description('Read TV-episode recaps without being spoiled.')
    .version(manifest.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    // options before a command are the program's, those behind it the command's
    .enablePositionalOptions()
    .showHelpAfterError('(`recap --help` shows what there is)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => output.print(text),
      writeErr: (text) => output.printError(sanitize(text)),
      outputError: (text, write) => write(`recap: ${sanitizeLine(text.replace(/^error: /, ''))}\n`),
    });
  withReading(recap.command('read [show] [recap]'))
    .description('read a recap; without one, see what there is')
    .action(async (show: string | undefined, name: string | undefined, _, command) => {
      const { read } = await import('./read.ts');
      await read(await open(command), show, name);
    });
  withReading(recap.command('list [show]'))
    .description('list the shows, or the recaps of a show')
    .action(async (show: string | undefined, _, command) => {
      const { list } = await import('./list.ts');
      await list(await open(command), show);
    });
  withReading(recap.command('story <show>'))
    .description('the story so far: all recaps that are open to you, in order')
    .option('--from <episode>', 'begin with this episode')
    .addOption(
      new Option('--last <recaps>', 'only the last so many').argParser((text) =>
        count(text, 'recaps'),
      ),
    )
    .addOption(
      new Option('--length <length>', 'summaries alone, or all')
        .choices(['short', 'full'])
        .default('full'),
    )
    .action(async (show: string, options, command) => {
      const { story } = await import('./story.ts');
      await story(await open(command), show, options);
    });
  withReading(recap.command('search <words...>'))
    .description('find words in what you may know; a phrase in quotes')
    .option('--show <show>', 'only in this show')
    .addOption(
      new Option('--limit <hits>', 'how many hits to show')
        .argParser((text) => count(text, 'hits'))
        .default(20),
    )
    .action(async (words: string[], options, command) => {
      const { search } = await import('./search.ts');
      await search(await open(command), words, options);
    });
  withLibrary(recap.command('watched [show] [episode]'))
    .description('say how far you have watched a show, or see it')
    .option('--none', 'go back to the start')
    .option('--undo', 'take the last change back')
    .action(async (show: string | undefined, episode: string | undefined, options, command) => {
      const { watched } = await import('./watched.ts');
      await watched(await open(command), show, episode, options);
    });
  recap
    .command('new <show> [episode]')
    .description('start a recap: an episode’s, or an article with --article')
    .option('--article <title>', 'an article of that title')
    .option('--title <title>', 'the title of the recap, if it is not the episode’s')
    .option('--edit', 'open it in $VISUAL or $EDITOR')
    .option('--show-title <title>', 'for a new show: its title')
    .option('--year <year>', 'for a new show: its year')
    .option('--network <name>', 'for a new show: where it was shown')
    .option('--episodes <counts>', 'for a new show: the episodes of each season, as in 8,10')
    .option('--library <folder>', 'where to write it, instead of your own library', repeated)
    .action(async (show: string, episode: string | undefined, options, command) => {
      const { newRecap } = await import('./new.ts');
      await newRecap(await open(command), show, episode, options);
    });
  withLibrary(recap.command('check [paths...]'))
    .description('find mistakes and leaks in recaps, for those who write them')
    .option('--strict', 'let warnings count as errors')
    .option('--watch', 'check again whenever a file is saved')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'github']))
    .action(async (paths: string[], options, command) => {
      const { check } = await import('./check.ts');
      await check(await open(command), paths, options);
    });
  withLibrary(recap.command('convert <file>'))
    .description('make a recap draft of an article saved from the web, or of plain text')
    .option('--show <show>', 'the show that it is about, whose list gives the gates')
    .option('--episode <episode>', 'make it the recap of this episode')
    .option('--output <file>', 'write it there; a file that is there already stays')
    .action(async (file: string, options, command) => {
      const { convert } = await import('./convert.ts');
      await convert(await open(command), file, options);
    });
  withReading(recap.command('preview <file>'))
    .description('show a recap as its readers see it at each of its gates, for those who write it')
    .action(async (file: string, _, command) => {
      const { preview } = await import('./preview.ts');
      preview(await open(command), file);
    });
  withLibrary(recap.command('import <files...>'))
    .description('read watch histories (Netflix, Trakt, Simkl, …) and see how far they say you are')
    .option('-y, --yes', 'set the places that it proposes, without asking')
    .option('--show <show>', 'this show alone')
    .option('--viewer <name>', 'whose plays, where an account has several profiles')
    .action(async (files: string[], options, command) => {
      const { importHistory } = await import('./import.ts');
      await importHistory(await open(command), files, options);
    });
  recap
    .command('completion')
    .description('print what makes a shell complete shows, recaps and options')
    .addArgument(new Argument('<shell>').choices(['bash', 'zsh', 'fish']))
    .addHelpText('after', INSTALLING)
    .action(async (shell: 'bash' | 'zsh' | 'fish') => {
      const { SCRIPTS } = await import('./completion-scripts.ts');
      output.print(SCRIPTS[shell]);
    });
  recap.command('complete [words...]', { hidden: true }).action(async (words: string[]) => {
    const { complete } = await import('./complete.ts');
    await complete(recap, words, output, (options) => sessionOf(options));
  });
  withReading(recap)
    .allowExcessArguments()
    .action(async () => {
      if (recap.args[0] !== undefined) await unknownCommand(recap, recap.args[0]);
      const { read } = await import('./read.ts');
      await read(await open(recap));
    });
  return recap;
}

/** @throws {UserError} naming the nearest command */
async function unknownCommand(recap: Command, name: string): Promise<void> {
  const { lookUp } = await import('../model/lookup.ts');
  const commands = recap
    .createHelp()
    .visibleCommands(recap)
    .map((command) => ({
      value: command,
      names: [command.name()],
    }));
  const command = lookUp(
    commands,
    name,
    'there is no command',
    '`recap --help` shows what there is',
  );
  const message = `there is no command \`${name}\`; did you mean \`${command.name()}\`?`;
  throw new UserError(message, EXIT.usage);
}

/** The options of a command that shows something as a reader at some place may see it. */
function withReading(command: Command): Command {
  return withLibrary(command)
    .option('--watched <episode>', 'read as if you had watched through it (or `none`), this once')
    .option('--titles', 'show the titles of all episodes')
    .addOption(
      new Option('--width <columns>', 'columns of text').argParser((text) => columns(text)),
    )
    .option(
      '--with <profile>',
      'read only as far as they have watched too, and record nothing; may be repeated',
      (name: string) => {
        company.push(name);
        return company;
      },
    )
    .option('--no-color', 'print without colour, as does `NO_COLOR`');
}

function withLibrary(command: Command): Command {
  return command
    .option(
      '--library <folder>',
      'a folder of shows besides your own and the built-in; may be repeated',
      repeated,
    )
    .option('--profile <name>', 'whose places to use, as does `RECAP_PROFILE`')
    .option('--json', 'print JSON (see docs/json.md)');
}

function repeated(value: string, values: string[] = []): string[] {
  return [...values, value];
}

function columns(text: string): number {
  const number = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (number < 20) throw new InvalidArgumentError('Write a number of columns from 20 to 9999.');
  return number;
}

/** A number of things, 1 or more. */
function count(text: string, things: string): number {
  const number = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (number < 1) throw new InvalidArgumentError(`Write a number of ${things}, 1 or more.`);
  return number;
}

/** Options may stand before the command as well as behind it. */
async function open(command: Command): Promise<Session> {
  return sessionOf(command.optsWithGlobals<CommonOptions>());
}

async function sessionOf(options: CommonOptions): Promise<Session> {
  const { Session } = await import('./session.ts');
  return new Session(options, BUILT_IN_RECAPS, output);
}

/** The last resort: a sentence for what the user can mend, a fixed one for what is our mistake. */
function fail(error: unknown): never {
  restoreTerminal();
  if (error instanceof UserError) {
    output.say(error.message);
    process.exit(error.exitCode);
  }
  const kind = error instanceof Error && /^[A-Za-z]{1,40}$/.test(error.name) ? error.name : 'Error';
  output.say(
    `something went wrong inside recap (${kind}), and nothing more was shown; please report it with the command you ran`,
  );
  process.exit(EXIT.problems);
}
