import type { Argument, Command, Option } from 'commander';
import type { CommandTree } from '../../src/cli/command.ts';
import { COMMANDS } from '../../src/cli/commands.ts';

/**
 * The command lines that the promise is tested with, made from the program's own commands and options: each
 * argument with each of its values, each option on its own. What is new must be given a value here, or a reason.
 */

/** What to write for an argument, by `COMMAND ARGUMENT` or by the argument alone. Errors are among them. */
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  show: ['a-show'],
  recap: ['a-recap', 's01e01', 's01e10', 'Delia pushed her', 'How Zelda vanished', 'nothing'],
  episode: ['S01E99', 'S01E02', 'none'],
  'new episode': ['S01E02', 'S01E10', 'S01E99'],
  words: ['Delia', 'public', 'note', 'zzz'],
  'complete words': [''],
  files: [
    'history.csv',
    'histories',
    'histories/count.xml',
    'library',
    'library/a-show/a-recap.md',
    'missing',
  ],
  'convert file': ['article.txt', 'missing'],
  'preview file': ['library/a-show/a-recap.md'],
  shell: ['bash', 'zsh', 'fish'],
  command: ['read', 'nothing'],
  service: ['jellyfin', 'kodi'],
  name: ['a-show'],
  'who name': ['ada', 'zelda', 'otto', 'nobody'],
  action: ['set', 'unset', 'path', 'nothing'],
  setting: ['width', 'folders', 'nothing'],
  values: ['44', 'nothing'],
};

/** What to write behind an option, by `COMMAND --OPTION` or by the option alone; empty for a flag. */
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  '--library': ['library'],
  '--line': ['bash', 'fish'],
  '--profile': ['ann', 'default'],
  '--watched': ['S01E01', 'none', 'S01E99'],
  '--width': ['33'],
  '--color': ['always'],
  '--theme': ['light'],
  '--with': ['default', 'ann'],
  '--from': ['S01E01', 'S01E10'],
  '--last': ['1'],
  '--length': ['short', 'full'],
  '--show': ['a-show'],
  '--limit': ['2'],
  '--viewer': ['Ann'],
  '--add': ['2'],
  '--episode': ['S01E02'],
  '--output': ['out.md'],
  '--article': ['Who, then?'],
  '--title': ['A title'],
  '--show-title': ['Another'],
  '--year': ['2020'],
  '--network': ['N'],
  '--episodes': ['2,1'],
  '--id': ['tvmaze:82'],
  '--source': ['tvmaze'],
  '--url': ['http://127.0.0.1:9'],
};

/** What is left out, by command or `COMMAND --OPTION`, and why. */
export const EXCEPTIONS: Readonly<Record<string, string>> = {
  check:
    'the author’s tool: where something is wrong depends on the text; tests/check shows that it quotes nothing',
  preview:
    'the author’s tool: it shows a file as readers at later places see it; one place is tested, with --watched',
  'new --people':
    'the author’s tool: it writes the names of later episodes into a file of the author’s; tests/author shows that it prints none',
  lsp: 'the author’s tool: an editor asks it about files that are open there; tests/lsp',
  'new --edit': 'runs the editor that the environment names',
};

/** Command lines beyond those that are made. */
const MORE: readonly (readonly string[])[] = [
  [],
  ['--version'],
  ['--help'],
  ['nothing'],
  ['read', 'nothing'],
  ['who', '--show', 'a-show', '--json'],
  ['who', 'otto', '--show', 'a-show', '--json'],
  ['list', 'a-show', '--titles', '--json'],
  ['read', 'a-show', '--titles', '--json'],
  ['read', 'a-show', 'a-recap', '--json', '--with', 'ann'],
  ['story', 'a-show', '--last', '1', '--json'],
  ['story', 'a-show', '--length', 'short', '--json'],
  ['search', 'Delia', 'pushed'],
  ['search', 'note', '--show', 'a-show', '--json'],
  ['import', 'histories', '--json', '--yes'],
  ['import', 'histories/count.xml', '--yes'],
  ['import', 'histories', '--add', '2', '--yes', '--offline'],
  ['add', 'https://recaps.example/a-show', '--follow', '--offline'],
  [
    'add',
    'https://recaps.example/a-show',
    '--follow',
    '--limit',
    '2',
    '--show',
    'a-show',
    '--json',
  ],
  ['forget', 'a-show', '--yes', '--json'],
  ['forget', 'nothing', '--yes'],
  ['config', 'set', 'folders', 'library', 'missing'],
  ['config', 'unset', 'width'],
  ['complete', '--', 'config', 'set', 'profile', ''],
  ['new', 'a-show', '--article', 'Who, then?'],
  ['new', 'a-show', '--all'],
  ['convert', 'article.txt', '--show', 'a-show', '--episode', 'S01E02'],
  ['complete', '--', 'watched', 'a-show', 'S'],
  ['complete', '--', 'read', '--profile', 'ann', 'a-show', ''],
  ['complete', '--', 'read', 'a-show', '--with', 'ann', ''],
  ['complete', '--', 'read', 'a-show', '--watched', ''],
  ['complete', '--', 'story', 'a-show', '--from', ''],
  ['complete', '--line', 'bash', '--', 'recap read a-show '],
  ['complete', '--line', 'zsh', '--', 'A=1 recap read --with=ann "a-show" '],
  ['complete', '--line', 'fish', '--', 'recap read a-show --watched='],
];

/** What has no value here and no reason to be left out. */
export class Unplaced extends Error {
  override readonly name = 'Unplaced';
}

/** Every command line that is tested. @throws {Unplaced} naming what is new */
export async function commandLines(tree: CommandTree): Promise<string[][]> {
  const lines = MORE.map((line) => [...line]);
  for (const { name } of COMMANDS) {
    const command = await tree.load(name);
    if (command) lines.push(...linesOf(command));
  }
  return lines;
}

/** The command lines of one command, and what a shell would complete in them. @throws {Unplaced} */
export function linesOf(command: Command): string[][] {
  const name = command.name();
  const required: string[] = [];
  const lines: string[][] = [];
  if (!command.registeredArguments.some(({ required }) => required)) lines.push([name]);
  for (const argument of command.registeredArguments) {
    const values = valuesOf(name, argument);
    for (const value of values) lines.push([name, ...required, value]);
    required.push(values[0] ?? '');
  }
  const longest = [name, ...required];
  const plain = name in EXCEPTIONS ? [] : lines;
  const completed = lines.map((line) => ['complete', '--', ...line.slice(0, -1), '']);
  const optional = command.options.flatMap((option) => {
    return wordsOf(name, option).map((words) => [...longest, ...words]);
  });
  return [...plain, ...completed, ...optional];
}

function valuesOf(command: string, argument: Argument): readonly string[] {
  const own = `${command} ${argument.name()}`;
  const values = ARGUMENTS[own] ?? ARGUMENTS[argument.name()];
  if (values) return values;
  if (command in EXCEPTIONS) return [''];
  throw new Unplaced(`the argument \`${argument.name()}\` of \`recap ${command}\``);
}

function wordsOf(command: string, option: Option): string[][] {
  const long = option.long ?? option.short ?? '';
  const own = `${command} ${long}`;
  if (own in EXCEPTIONS) return [];
  // of a command that is left out, only what has a place in it is not
  if (command in EXCEPTIONS && long !== '--watched') return [];
  if (!option.required && !option.optional) return [[long]];
  const values = OPTIONS[own] ?? OPTIONS[long];
  if (values) return values.map((value) => [long, value]);
  throw new Unplaced(`the option \`${long}\` of \`recap ${command}\``);
}
