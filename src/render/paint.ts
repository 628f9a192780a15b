import type { ChalkInstance } from 'chalk';
import type { ThemeName } from '../model/theme.ts';
import type { Line, Role, Span } from './line.ts';
import { NAMED_PALETTES, PALETTES } from './palette.ts';

/** How a span looks, by its role. */
export type Theme = (span: Span) => string;

/** The text alone, as in a pipe. */
export const UNSTYLED: Theme = ({ text }) => text;

/**
 * How spans look on a terminal. Nothing is told by color alone: the layout draws what each role is as well. `plain`
 * keeps bold, underline and reverse, which are no colors.
 *
 * @param chalk of level 0: no styles at all
 */
export function theme(chalk: ChalkInstance, name: ThemeName = 'auto'): Theme {
  if (chalk.level === 0) return UNSTYLED;
  const styles = stylesOf(chalk, name);
  return ({ text, style }) => {
    const { role, strong, emphasis, strike, isMatch, isChosen } = style;
    let paint = styles[role];
    if (strong) paint = paint.bold;
    if (emphasis) paint = paint.italic;
    if (strike) paint = paint.strikethrough;
    if (isMatch) paint = paint.bold.underline;
    if (isChosen) paint = (role === 'heading' ? chalk.bold : chalk).inverse;
    return paint(text);
  };
}

function stylesOf(chalk: ChalkInstance, name: ThemeName): Readonly<Record<Role, ChalkInstance>> {
  const color = colorsOf(chalk, name);
  return {
    text: chalk,
    heading: color('heading').bold,
    quote: chalk.italic,
    code: color('code'),
    link: color('link').underline,
    image: chalk.italic,
    curtain: color('curtain'),
    rule: color('rule'),
    marker: color('marker'),
    note: color('note'),
    accent: color('accent').bold,
    bar: chalk.inverse,
  };
}

/** The color of each role, out of as many as the terminal has. */
function colorsOf(
  chalk: ChalkInstance,
  name: ThemeName,
): (role: keyof typeof PALETTES.auto) => ChalkInstance {
  if (name === 'plain') return () => chalk;
  if (chalk.level >= 2) return (role) => chalk.ansi256(PALETTES[name][role]);
  return (role) => {
    const color = NAMED_PALETTES[name][role];
    return color === undefined ? chalk : chalk[color];
  };
}

/** A line as text with the theme's styles in it. */
export function paint({ spans }: Line, styles: Theme): string {
  let text = '';
  for (const span of spans) text += styles(span);
  return text;
}
