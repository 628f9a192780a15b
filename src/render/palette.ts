import type { Role } from './line.ts';

/** What a theme is for: a background that is not known, a dark or light one, or no colors at all. */
export type ThemeName = 'auto' | 'dark' | 'light' | 'plain';

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

/**
 * The theme that suits a terminal, as far as it says what its background is: `COLORFGBG`, set by rxvt, Konsole and
 * others, ends with the number of the background's color.
 */
export function detectedTheme(env: Readonly<Record<string, string | undefined>>): ThemeName {
  const background = /;(\d+)$/.exec(env.COLORFGBG ?? '')?.[1];
  if (background === undefined) return 'auto';
  return ['7', '15'].includes(background) ? 'light' : 'dark';
}
