import type { ColorSupportLevel } from 'chalk';

/** When to print in color: `auto` for a terminal that shows it, unless the environment says otherwise. */
export type ColorWhen = 'auto' | 'always' | 'never';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * How many colors to use, as Chalk counts: 0 for none, 1 for 16, 2 for 256, 3 for all. `NO_COLOR` (no-color.org) counts when it
 * is not empty, and comes before `FORCE_COLOR` and `CLICOLOR_FORCE` (bixense.com/clicolors); the option comes before all.
 */
export function colorLevel(
  env: Environment,
  isTerminal: boolean,
  when: ColorWhen = 'auto',
): ColorSupportLevel {
  const shown = depth(env);
  const some = shown === 0 ? 1 : shown;
  if (when !== 'auto') return when === 'always' ? some : 0;
  const { NO_COLOR, FORCE_COLOR, CLICOLOR, CLICOLOR_FORCE } = env;
  if (NO_COLOR) return 0;
  if (FORCE_COLOR !== undefined) return isOff(FORCE_COLOR) ? 0 : some;
  if (CLICOLOR_FORCE && !isOff(CLICOLOR_FORCE)) return some;
  return isTerminal && CLICOLOR !== '0' ? shown : 0;
}

function isOff(value: string): boolean {
  return value === '0' || value === 'false';
}

/** How many colors the terminal shows, by what it calls itself. */
function depth({ COLORTERM, TERM, OS }: Environment): ColorSupportLevel {
  if (TERM === 'dumb') return 0;
  if (COLORTERM === 'truecolor' || COLORTERM === '24bit') return 3;
  if (TERM && /-256(?:color)?$/i.test(TERM)) return 2;
  return TERM || COLORTERM || OS === 'Windows_NT' ? 1 : 0;
}
