import { resolve } from 'node:path';
import { THEMES, type ThemeName } from '../../model/theme.ts';
import { DEFAULT_PROFILE, readProfileName } from '../progress/profile.ts';

/** Where a value was written, which relative paths start from. */
export interface WrittenIn {
  readonly folder: string;
  /** The folder that `~` means; `undefined` for a user without a home folder. */
  readonly home: string | undefined;
}

/**
 * Something that users can set for good. Help, docs, the JSON Schema and `recap config` are made from these.
 *
 * @typeParam Value what is set
 * @typeParam Default the value while nothing is set
 */
export interface Setting<Value = unknown, Default = Value> {
  /** Its key in `config.yaml`. */
  readonly name: string;
  /** What it does: one sentence, in Markdown. */
  readonly about: string;
  /** What can be written, as in "use …". */
  readonly values: string;
  readonly example: string;
  readonly default: Default;
  /** The default in words, in Markdown. */
  readonly defaultText: string;
  /** The environment variable that takes precedence over the file. */
  readonly variable: string;
  /** The option that takes precedence over both; `undefined` for what is decided once for all runs. */
  readonly option: { readonly flags: string; readonly does: string } | undefined;
  /**
   * A list, of which a variable has the entries separated as in `PATH`. The file adds to what the variable and the option
   * give, and they come first.
   */
  readonly isList: boolean;
  /** What is offered when somebody completes a value. */
  readonly choices: readonly string[];
  /** The JSON Schema of its value, for editors. */
  readonly schema: object;
  /** A value as it is written; of a list, one entry. @returns `undefined` if it is invalid */
  read(text: string, at: WrittenIn): Value | undefined;
}

export const THEME: Setting<ThemeName> = {
  name: 'theme',
  about: 'The colors: for a `dark` or `light` background, `auto` for either, or `plain` for none.',
  values: `${THEMES.slice(0, -1).join(', ')} or ${THEMES.at(-1)}`,
  example: 'light',
  default: 'auto',
  defaultText: '`auto`',
  variable: 'RECAP_THEME',
  option: { flags: '--theme <theme>', does: 'use the colors of this theme' },
  isList: false,
  choices: THEMES,
  schema: { enum: THEMES },
  read: (text) => THEMES.find((theme) => theme === text.toLowerCase()),
};

/** Columns of text. */
export const WIDTH: Setting<number, undefined> = {
  name: 'width',
  about: 'The width of text, in columns. Longer lines are wrapped.',
  values: 'a number of columns from 20 to 9999',
  example: '100',
  default: undefined,
  defaultText: 'the width of the terminal, at most 80',
  variable: 'RECAP_WIDTH',
  option: { flags: '--width <columns>', does: 'wrap text at this width' },
  isList: false,
  choices: [],
  schema: { type: 'integer', minimum: 20, maximum: 9999 },
  read(text) {
    const columns = /^\d{1,4}$/.test(text) ? Number(text) : 0;
    return columns < 20 ? undefined : columns;
  },
};

export const TITLES: Setting<boolean> = {
  name: 'titles',
  about: 'Whether to show the titles of episodes that you have not reached.',
  values: 'true or false',
  example: 'true',
  default: false,
  defaultText: '`false`',
  variable: 'RECAP_TITLES',
  option: { flags: '--titles', does: 'show the titles of all episodes' },
  isList: false,
  choices: ['true', 'false'],
  schema: { type: 'boolean' },
  read(text) {
    const word = text.toLowerCase();
    if (['true', 'yes', 'on', '1'].includes(word)) return true;
    return ['false', 'no', 'off', '0'].includes(word) ? false : undefined;
  },
};

export const FOLDERS: Setting<string, never[]> = {
  name: 'folders',
  about: 'Folders with shows, in addition to your own and the built-in ones; the first one wins.',
  values: 'a list of folders',
  example: '[~/recaps]',
  default: [],
  defaultText: 'none',
  variable: 'RECAP_LIBRARY',
  option: {
    flags: '--library <folder>',
    does: 'also look for shows in this folder; may be repeated',
  },
  isList: true,
  choices: [],
  schema: { type: 'array', items: { type: 'string' } },
  read(text, { folder, home }) {
    const inHome = /^~(?:[/\\](.*))?$/s.exec(text);
    if (inHome) return home === undefined ? undefined : resolve(home, inHome[1] ?? '');
    return resolve(folder, text);
  },
};

/** Whose progress is read and recorded. */
export const PROFILE: Setting<string> = {
  name: 'profile',
  about: 'The profile whose progress to use.',
  values: 'up to 32 letters from a to z, digits, `_` and `-`',
  example: 'ann',
  default: DEFAULT_PROFILE,
  defaultText: `\`${DEFAULT_PROFILE}\``,
  variable: 'RECAP_PROFILE',
  option: { flags: '--profile <profile>', does: 'use the progress of this profile' },
  isList: false,
  choices: [],
  schema: { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$' },
  read: readProfileName,
};

const SYNC_TIMES = ['never', 'on-start'] as const;

export const SYNC: Setting<(typeof SYNC_TIMES)[number]> = {
  name: 'sync',
  about: 'When the reader asks the services that `recap sync` has set up for new progress.',
  values: 'never or on-start',
  example: 'on-start',
  default: 'never',
  defaultText: '`never`',
  variable: 'RECAP_SYNC',
  option: undefined,
  isList: false,
  choices: SYNC_TIMES,
  schema: { enum: SYNC_TIMES },
  read: (text) => SYNC_TIMES.find((time) => time === text.toLowerCase()),
};

/** Every setting, in the order in which they are listed. */
export const SETTINGS: readonly Setting[] = [THEME, WIDTH, TITLES, FOLDERS, PROFILE, SYNC];
