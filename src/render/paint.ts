import type { ChalkInstance } from 'chalk';
import type { Line, Role, Span } from './line.ts';

/** How a span looks, by its role: the 16 colours of every terminal, which suit dark and light alike. */
export type Theme = (span: Span) => string;

/** The theme. Nothing is told by colour alone: the layout draws what each role is as well. */
export function theme(chalk: ChalkInstance): Theme {
  if (chalk.level === 0) return ({ text }) => text;
  const looks: Record<Role, ChalkInstance> = {
    text: chalk,
    heading: chalk.bold,
    quote: chalk.italic,
    code: chalk.cyan,
    link: chalk.underline,
    image: chalk.italic,
    curtain: chalk.yellow,
    rule: chalk.dim,
    marker: chalk.dim,
    note: chalk.dim,
    bar: chalk.inverse,
  };
  return (span) => {
    let look = looks[span.role];
    if (span.strong) look = look.bold;
    if (span.emphasis) look = look.italic;
    if (span.strike) look = look.strikethrough;
    if (span.isChosen) look = look.inverse;
    return look(span.text);
  };
}

/** A line as text with the theme's styles in it. */
export function paint({ spans }: Line, look: Theme): string {
  return spans.map(look).join('');
}
