import type { ThemeName } from '../model/theme.ts';
import type { Role } from './line.ts';

/** The roles that have a color of their own; all others have that of the terminal's text. */
type ColoredRole = Extract<
  Role,
  'heading' | 'code' | 'link' | 'curtain' | 'note' | 'accent' | 'marker' | 'rule'
>;

/** Numbers of the 256 colors (xterm's), which are the same everywhere from 16 on. */
type Palette = Readonly<Record<ColoredRole, number>>;

/**
 * The colors of each theme, for terminals with 256 colors or more. Those of `auto` can be read on black and on white
 * alike; a test measures the contrast of all of them.
 */
export const PALETTES: Readonly<Record<Exclude<ThemeName, 'plain'>, Palette>> = {
  auto: {
    heading: 31,
    code: 94,
    link: 67,
    curtain: 133,
    note: 243,
    accent: 64,
    marker: 243,
    rule: 243,
  },
  dark: {
    heading: 117,
    code: 180,
    link: 111,
    curtain: 182,
    note: 248,
    accent: 150,
    marker: 248,
    rule: 244,
  },
  light: {
    heading: 24,
    code: 94,
    link: 25,
    curtain: 90,
    note: 240,
    accent: 22,
    marker: 240,
    rule: 243,
  },
};

/** A color of the 16, by Chalk's name. */
type NamedColor = 'red' | 'green' | 'blue' | 'magenta' | 'cyan' | 'white' | 'yellowBright';

/**
 * The same for terminals with 16 colors, whose shades differ from terminal to terminal. A role that is missing has the
 * color of the terminal's text: none of the 16 can be read on black and on white everywhere.
 */
export const NAMED_PALETTES: Readonly<
  Record<Exclude<ThemeName, 'plain'>, Readonly<Partial<Record<ColoredRole, NamedColor>>>>
> = {
  auto: {},
  dark: {
    heading: 'cyan',
    code: 'white',
    link: 'cyan',
    curtain: 'yellowBright',
    note: 'white',
    accent: 'green',
    marker: 'white',
    rule: 'white',
  },
  light: { heading: 'blue', code: 'red', link: 'blue', curtain: 'magenta', accent: 'blue' },
};

/**
 * The theme to use. `auto` becomes the one that suits the terminal, as far as it says what its background is: `COLORFGBG`, set by
 * rxvt, Konsole and others, ends with the number of the background's color, and the Linux console is black.
 */
export function themeFor(
  name: ThemeName,
  env: Readonly<Record<string, string | undefined>>,
): ThemeName {
  if (name !== 'auto') return name;
  const background = /;(\d+)$/.exec(env.COLORFGBG ?? '')?.[1];
  if (background === undefined) return env.TERM === 'linux' ? 'dark' : 'auto';
  return ['7', '15'].includes(background) ? 'light' : 'dark';
}
