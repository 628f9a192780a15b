import { Chalk } from 'chalk';
import { describe, expect, test } from 'vitest';
import type { Span } from '../../src/render/line.ts';
import { theme } from '../../src/render/paint.ts';
import { detectedTheme, PALETTES } from '../../src/render/palette.ts';

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

test('with 16 colors, those are used that can be read on black and white', () => {
  const styles = theme(new Chalk({ level: 1 }));
  const used = (['heading', 'link', 'curtain', 'note', 'accent', 'code', 'rule'] as const).map(
    (role) => styles({ role, text: 'x' }),
  );
  const colors = new Set(used.flatMap((text) => text.match(/\[(?:3|9)[0-7]m/g) ?? []));
  expect(colors).toEqual(new Set(['[35m']));
  // xterm's magenta
  for (const background of ['#000000', '#ffffff']) {
    expect(contrast('#cd00cd', background)).toBeGreaterThanOrEqual(4);
  }
});

test('without colors, bold, underline and reverse stay', () => {
  const styles = theme(new Chalk({ level: 1 }), 'plain');
  const spans: Span[] = [
    { role: 'heading', text: 'a' },
    { role: 'text', text: 'b', isMatch: true },
    { role: 'text', text: 'c', isChosen: true },
    { role: 'bar', text: 'd' },
    { role: 'curtain', text: 'e' },
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
  expect(theme(new Chalk({ level: 0 }))({ role: 'heading', text: 'a', isChosen: true })).toBe('a');
});

test.each([
  [undefined, 'auto'],
  ['15;0', 'dark'],
  ['0;15', 'light'],
  ['0;default;15', 'light'],
  ['12;8', 'dark'],
  ['nonsense', 'auto'],
])('COLORFGBG %s: %s', (value, expected) => {
  expect(detectedTheme({ COLORFGBG: value })).toBe(expected);
});
