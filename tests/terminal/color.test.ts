import { expect, test } from 'vitest';
import { type ColorWhen, colorLevel } from '../../src/terminal/color.ts';

const XTERM = { TERM: 'xterm-256color' };

const cases: [env: Record<string, string>, isTerminal: boolean, when: ColorWhen, level: number][] =
  [
    [XTERM, true, 'auto', 2],
    [XTERM, false, 'auto', 0],
    [XTERM, true, 'never', 0],
    [XTERM, false, 'always', 2],
    [{}, false, 'always', 1],
    [{ TERM: 'dumb' }, true, 'auto', 0],
    [{ TERM: 'xterm' }, true, 'auto', 1],
    [{ ...XTERM, COLORTERM: 'truecolor' }, true, 'auto', 3],
    [{ ...XTERM, NO_COLOR: '1' }, true, 'auto', 0],
    [{ ...XTERM, NO_COLOR: '' }, true, 'auto', 2],
    [{ ...XTERM, NO_COLOR: '1' }, false, 'always', 2],
    [{ ...XTERM, FORCE_COLOR: '1' }, false, 'auto', 2],
    [{ ...XTERM, FORCE_COLOR: '0' }, true, 'auto', 0],
    [{ ...XTERM, CLICOLOR_FORCE: '1' }, false, 'auto', 2],
    [{ ...XTERM, CLICOLOR_FORCE: '0' }, false, 'auto', 0],
    [{ ...XTERM, CLICOLOR_FORCE: '1', NO_COLOR: '1' }, false, 'auto', 0],
    [{ ...XTERM, CLICOLOR: '0' }, true, 'auto', 0],
  ];

test.each(cases)('%j, terminal %j, --color %s: level %i', (env, isTerminal, when, level) => {
  expect(colorLevel(env, isTerminal, when)).toBe(level);
});
