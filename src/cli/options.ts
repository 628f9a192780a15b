import { InvalidArgumentError, Option } from 'commander';
import type { AudienceOptions } from '../app/audience.ts';
import { THEMES, type ThemeName } from '../model/theme.ts';
import { FOLDERS, PROFILE, type Setting, THEME, TITLES, WIDTH } from '../store/config/settings.ts';
import type { ColorWhen } from '../terminal/color.ts';

/** The values of `LIBRARY_OPTION`. */
export interface LibraryOptions {
  readonly library?: readonly string[];
}

/** The values of `READING_OPTIONS`. */
export interface ReadingOptions extends LibraryOptions, AudienceOptions {
  readonly width?: number;
  readonly theme?: ThemeName;
  readonly color: ColorChoice;
}

/** For a command that reads the library. */
export const LIBRARY_OPTION = settingOption(FOLDERS).argParser(repeated);

/** For a command that reads or sets somebody's progress. */
export const PROFILE_OPTION = settingOption(PROFILE);

/** For a command that may be run for several people. */
export const WITH_OPTION = new Option(
  '--with <profile>',
  'show only what this profile may see too, and record nothing; may be repeated',
).argParser(repeated);

/** For a command that lays out text. */
export const WIDTH_OPTION = settingOption(WIDTH).argParser(columns);

/** For a command that prints in color. */
export const COLOR_OPTIONS: readonly Option[] = [
  new Option('--color <when>', 'print in color')
    .choices(['auto', 'always', 'never'])
    .default('auto'),
  new Option('--no-color', 'the same as --color never; NO_COLOR does this too'),
  settingOption(THEME).choices(THEMES),
];

/** The value of `COLOR_OPTIONS`: `false` with `--no-color`. */
export type ColorChoice = ColorWhen | false;

/** For a command that prints text as a reader may see it. */
export const READING_OPTIONS: readonly Option[] = [
  LIBRARY_OPTION,
  PROFILE_OPTION,
  new Option('--watched <episode>', 'read as if you had watched through this episode (or "none")'),
  settingOption(TITLES),
  new Option(
    '--no-titles',
    'hide the titles of episodes that you have not reached, whatever your settings say',
  ),
  WIDTH_OPTION,
  WITH_OPTION,
  ...COLOR_OPTIONS,
];

/** For a command that has JSON to print. */
export const JSON_OPTION = new Option('--json', 'print JSON');

/** A number of things, 1 or more. */
export function countOf(things: string): (text: string) => number {
  return (text) => {
    const number = /^\d{1,6}$/.test(text) ? Number(text) : 0;
    if (number < 1) throw new InvalidArgumentError(`Use a number of ${things}, 1 or more.`);
    return number;
  };
}

function repeated(value: string, values: readonly string[] = []): readonly string[] {
  return [...values, value];
}

/** The option that takes precedence over a setting. */
function settingOption({ option, name }: Setting<unknown, unknown>): Option {
  if (!option) throw new Error(`the setting ${name} has no option`);
  return new Option(option.flags, option.does);
}

function columns(text: string): number {
  const width = WIDTH.read(text, { folder: '', home: undefined });
  if (width === undefined) throw new InvalidArgumentError(`Use ${WIDTH.values}.`);
  return width;
}
