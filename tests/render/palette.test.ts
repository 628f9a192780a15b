import { Chalk } from 'chalk';
import { describe, expect, test } from 'vitest';
import type { Span } from '../../src/render/line.ts';
import { theme } from '../../src/render/paint.ts';
import { PALETTES, themeFor } from '../../src/render/palette.ts';

/** WCAG 2.1: relative luminance of `#rrggbb`. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.1: contrast, from 1 to 21. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** One of the 256 colors as `#rrggbb`. */
function rgb(index: number): string {
  if (index >= 232) return `#${(8 + (index - 232) * 10).toString(16).padStart(2, '0').repeat(3)}`;
  const levels = [0, 95, 135, 175, 215, 255];
  return `#${[Math.floor((index - 16) / 36), Math.floor((index - 16) / 6) % 6, (index - 16) % 6]
    .map((level) => (levels[level] ?? 0).toString(16).padStart(2, '0'))
    .join('')}`;
}

const BACKGROUNDS = {
  auto: ['#000000', '#ffffff'],
  dark: ['#000000', '#1e1e1e', '#002b36'],
  light: ['#ffffff', '#fdf6e3'],
} as const;

describe.each(['auto', 'dark', 'light'] as const)('the theme %s', (name) => {
  const least = name === 'auto' ? 3.5 : 4.5;

  test.each(Object.entries(PALETTES[name]))('%s can be read', (role, color) => {
    for (const background of BACKGROUNDS[name]) {
      const wanted = role === 'rule' ? 3 : least;
      expect(contrast(rgb(color), background)).toBeGreaterThanOrEqual(wanted);
    }
  });
});

/** The 16 colors of terminals, from black to bright white. */
const TERMINALS = {
  xterm:
    '000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff',
  'the Linux console':
    '000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa 555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff',
  'Windows Terminal':
    '0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc 767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2',
  'macOS Terminal':
    '000000 990000 00a600 999900 0000b2 b200b2 00a6b2 bfbfbf 666666 e50000 00d900 e5e500 0000ff e500e5 00e5e5 e5e5e5',
  'GNOME Terminal':
    '2e3436 cc0000 4e9a06 c4a000 3465a4 75507b 06989a d3d7cf 555753 ef2929 8ae234 fce94f 729fcf ad7fa8 34e2e2 eeeeec',
  PuTTY:
    '000000 bb0000 00bb00 bbbb00 0000bb bb00bb 00bbbb bbbbbb 555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff',
  'VS Code':
    '000000 cd3131 0dbc79 e5e510 2472c8 bc3fbc 11a8cd e5e5e5 666666 f14c4c 23d18b f5f543 3b8eea d670d6 29b8db e5e5e5',
} as const;

const ROLES = ['heading', 'code', 'link', 'curtain', 'note', 'accent', 'marker', 'rule'] as const;

/** The colors that a theme prints on a terminal with 16, by role, as numbers of the 16. */
function printed(name: 'auto' | 'dark' | 'light'): number[] {
  const styles = theme(new Chalk({ level: 1 }), name);
  return ROLES.flatMap((role) => {
    const codes = styles({ text: 'x', style: { role } }).matchAll(/\[(\d+)m/g);
    const colors = Array.from(codes, ([, code]) => Number(code)).filter((code) => code >= 30);
    // 39 is the terminal's own
    return colors.filter((code) => code !== 39).map((code) => (code % 10) + (code >= 90 ? 8 : 0));
  });
}

describe.each(Object.entries(TERMINALS))('with the 16 colors of %s', (_, palette) => {
  const shades = palette.split(' ').map((shade) => `#${shade}`);

  test.each([
    ['dark', '#000000'],
    ['light', '#ffffff'],
  ] as const)('the theme %s can be read', (name, background) => {
    const colors = printed(name);
    expect(colors.length).toBeGreaterThanOrEqual(5);
    for (const color of colors) {
      expect(contrast(shades[color] ?? background, background)).toBeGreaterThanOrEqual(4.5);
    }
  });
});

test('with 16 colors, an unknown background gets those of the terminal’s text alone', () => {
  expect(printed('auto')).toEqual([]);
  const styles = theme(new Chalk({ level: 1 }), 'auto');
  // dimmed text is too dark to read on the Linux console
  expect(ROLES.map((role) => styles({ text: 'x', style: { role } })).join('')).not.toContain(
    '\x1b[2m',
  );
});

test('without colors, bold, underline and reverse stay', () => {
  const styles = theme(new Chalk({ level: 1 }), 'plain');
  const spans: Span[] = [
    { text: 'a', style: { role: 'heading' } },
    { text: 'b', style: { role: 'text', isMatch: true } },
    { text: 'c', style: { role: 'text', isChosen: true } },
    { text: 'd', style: { role: 'bar' } },
    { text: 'e', style: { role: 'curtain' } },
  ];
  const painted = spans.map(styles);
  expect(painted).toEqual([
    '\x1b[1ma\x1b[22m',
    '\x1b[1m\x1b[4mb\x1b[24m\x1b[22m',
    '\x1b[7mc\x1b[27m',
    '\x1b[7md\x1b[27m',
    'e',
  ]);
});

test('in a pipe there are no styles', () => {
  expect(
    theme(new Chalk({ level: 0 }))({ text: 'a', style: { role: 'heading', isChosen: true } }),
  ).toBe('a');
});

test.each([
  ['auto', { TERM: 'linux' }, 'dark'],
  ['auto', { TERM: 'xterm' }, 'auto'],
  ['light', { TERM: 'linux', COLORFGBG: '15;0' }, 'light'],
  ['plain', { COLORFGBG: '0;15' }, 'plain'],
] as const)('the theme %s in %j: %s', (name, env, expected) => {
  expect(themeFor(name, env)).toBe(expected);
});

test.each([
  [undefined, 'auto'],
  ['15;0', 'dark'],
  ['0;15', 'light'],
  ['0;default;15', 'light'],
  ['12;8', 'dark'],
  ['nonsense', 'auto'],
])('COLORFGBG %s: %s', (value, expected) => {
  expect(themeFor('auto', { COLORFGBG: value })).toBe(expected);
});
