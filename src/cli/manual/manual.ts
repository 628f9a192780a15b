import type { Argument, Option } from 'commander';
import manifest from '../../../package.json' with { type: 'json' };
import { EXIT } from '../../model/user-error.ts';
import { keysShown } from '../../reader/help.ts';
import { BINDINGS } from '../../reader/keys.ts';
import { SETTINGS } from '../../store/config/settings.ts';
import { COMMANDS, type ListedCommand } from '../commands.ts';
import { JSON_OPTION, READING_OPTIONS } from '../options.ts';
import { bold, entry, indented, paragraph, section, subsection, verbatim } from './roff.ts';

/**
 * The manual page, in the macros of man(7): made of the tables that help, settings and keys are made of.
 *
 * @param date the day on which it is made, `YYYY-MM-DD`
 */
export async function manual(date: string): Promise<string> {
  const { version } = manifest;
  return `${[
    `.TH RECAP 1 "${date}" "recap ${version}" "User Commands"`,
    // no hyphens are put into words, and no spaces between them
    '.nh',
    '.ad l',
    section('Name', 'recap \\- read TV\\-episode recaps without being spoiled'),
    section('Synopsis', `.B recap\n[\\fIcommand\\fR] [\\fIoptions\\fR]`),
    section('Description', ...DESCRIPTION.map(paragraph)),
    section('Commands', ...(await commandParts())),
    section('Options', paragraph(SHARED_NOTE), ...SHARED_OPTIONS.map(optionEntry)),
    section('Keys', paragraph('The keys of the reader. `?` shows them, too.'), ...keyEntries()),
    section('Settings', paragraph(SETTINGS_NOTE), ...settingEntries()),
    section('Environment', ...environmentEntries()),
    section('Files', ...FILES.map(([path, text]) => entry(bold(path), text))),
    section('Exit status', ...EXIT_CODES.map(([code, text]) => entry(bold(String(code)), text))),
  ].join('\n')}\n`;
}

const DESCRIPTION = [
  'Without a command, `recap` opens the reader with your library. Pick a show, say how far you have watched, and read. Text about later episodes stays behind a curtain until you confirm that you have watched them.',
  'Text that is gated behind an episode you have not watched never leaves the program: not on the screen, not in a pipe, not in JSON, not in an error message.',
];

const SHARED_OPTIONS = [...READING_OPTIONS, JSON_OPTION];
const SHARED_NOTE = 'Options that several commands have. Each command lists those that it takes.';

/** Every command, under the headings of the help. */
async function commandParts(): Promise<string[]> {
  const listed = COMMANDS.filter(({ summary }) => summary !== undefined);
  const groups = [...new Set(listed.map(({ group }) => group))];
  const parts = groups.map(async (group) => {
    const commands = listed.filter((command) => command.group === group);
    return subsection(group, ...(await Promise.all(commands.map(commandEntry))));
  });
  return Promise.all(parts);
}

async function commandEntry({ name, summary = '', load }: ListedCommand): Promise<string> {
  const { default: definition } = await load();
  const { arguments: taken = [], options = [], json, examples = [], notes } = definition;
  const all = json ? [...options, JSON_OPTION] : options;
  const own = all.filter((option) => !SHARED_OPTIONS.includes(option));
  const shared = all.filter((option) => SHARED_OPTIONS.includes(option));
  const usage = [bold(`recap ${name}`), ...taken.map(argumentText)].join(' ');
  return entry(
    usage,
    `${summary}.`,
    indented(
      ...taken.filter(({ description }) => description).map(argumentEntry),
      ...own.map(optionEntry),
      ...(shared.length > 0 ? [paragraph(`Also takes ${shared.map(flagOf).join(', ')}.`)] : []),
      ...noteParts(notes ?? ''),
      ...(examples.length > 0
        ? examples.map(({ does, command }) => verbatim([`# ${does}`, command]))
        : []),
    ),
  );
}

/** The notes of a command: lines that are indented are kept as they are, others are paragraphs. */
function noteParts(notes: string): string[] {
  const blocks = notes.match(/(?:^ {2}.*\n?)+|(?:^(?! {2}).+\n?)+/gm) ?? [];
  return blocks.map((block) => {
    return block.startsWith('  ') ? verbatim(block.trimEnd().split('\n')) : paragraph(block);
  });
}

function argumentText(argument: Argument): string {
  const name = `\\fI${argument.name()}\\fR${argument.variadic ? '...' : ''}`;
  return argument.required ? name : `[${name}]`;
}

function argumentEntry(argument: Argument): string {
  return entry(
    `\\fI${argument.name()}\\fR`,
    withChoices(argument.description, argument.argChoices),
  );
}

function optionEntry({ flags, description, argChoices }: Option): string {
  return entry(bold(flags), withChoices(description, argChoices));
}

function withChoices(description: string, choices: readonly string[] | undefined): string {
  const text = description.charAt(0).toUpperCase() + description.slice(1);
  return choices ? `${text}: ${choices.join(', ')}.` : `${text}.`;
}

function flagOf({ long, short }: Option): string {
  return `\`${long ?? short ?? ''}\``;
}

function keyEntries(): string[] {
  return BINDINGS.map(({ keys, help }) => entry(bold(keysShown(keys)), `${help}.`));
}

const SETTINGS_NOTE =
  'What `recap config` shows and `recap config set` changes. An option takes precedence over its variable, and a variable over the file.';

function settingEntries(): string[] {
  return SETTINGS.map(({ name, about, values, defaultText, variable, option }) => {
    const precedence = option
      ? `Its option is \`${option.flags.replace(/ .*/, '')}\`, its variable \`${variable}\`.`
      : `Its variable is \`${variable}\`.`;
    return entry(
      bold(name),
      `${about} Use ${values}; the default is ${defaultText}. ${precedence}`,
    );
  });
}

function environmentEntries(): string[] {
  const ofSettings = SETTINGS.map(({ name, variable }) => {
    return entry(bold(variable), `Takes precedence over the setting \`${name}\`.`);
  });
  return [...ofSettings, ...ENVIRONMENT.map(([name, text]) => entry(bold(name), text))];
}

const ENVIRONMENT = [
  ['RECAP_STATE', 'The folder for your progress, instead of the one below.'],
  ['RECAP_OFFLINE', 'If set to `1`, every connection to the network is an error.'],
  ['RECAP_SYNC_PASSWORD', 'The password for `recap sync kodi --url`. If unset, recap asks for it.'],
  ['NO_COLOR', 'If set, there are no colors.'],
  ['VISUAL, EDITOR', 'The editor of `recap new --edit`.'],
] as const;

const FILES = [
  ['$XDG_CONFIG_HOME/recap/config.yaml', 'Your settings (by default in `~/.config`).'],
  ['$XDG_DATA_HOME/recap/recaps', 'Your own recaps (by default in `~/.local/share`).'],
  ['$XDG_DATA_HOME/recap/added', 'Shows that `recap add` fetched.'],
  ['$XDG_STATE_HOME/recap', 'Your progress (by default in `~/.local/state`).'],
  ['$XDG_CACHE_HOME/recap', 'A cache that you can delete at any time (by default in `~/.cache`).'],
] as const;

const EXIT_CODES = [
  [EXIT.done, 'Success.'],
  [EXIT.problems, 'Something went wrong, or `recap check` found errors.'],
  [EXIT.usage, 'The command line or the settings are invalid.'],
  [EXIT.interrupted, 'Interrupted.'],
] as const;
