import xterm from '@xterm/headless';

/** Operating system commands that do something: titles, colors, links, clipboard, notifications, files. */
const COMMANDS = [0, 1, 2, 4, 7, 8, 9, 10, 11, 12, 50, 52, 99, 104, 133, 633, 777, 1337];

/**
 * What an output does to a terminal besides showing text: its titles, bells, answers and commands by name,
 * and what is left switched on. Nothing, if all is well.
 *
 * @returns the effects, and the text that the terminal shows and can scroll back to
 */
export async function effectsOf(output: string): Promise<{ effects: string[]; text: string }> {
  const terminal = new xterm.Terminal({
    cols: 80,
    rows: 24,
    scrollback: 100_000,
    convertEol: true,
    allowProposedApi: true,
  });
  const effects: string[] = [];
  terminal.onTitleChange((title) => effects.push(`title ${title}`));
  terminal.onBell(() => effects.push('bell'));
  terminal.onData((answer) => effects.push(`answer ${JSON.stringify(answer)}`));
  terminal.onBinary(() => effects.push('answer'));
  terminal.onResize(() => effects.push('resize'));
  for (const command of COMMANDS) {
    terminal.parser.registerOscHandler(command, () => {
      effects.push(`command ${command}`);
      return false;
    });
  }
  const before = JSON.stringify(terminal.modes);
  await new Promise<void>((resolve) => terminal.write(output, resolve));
  if (JSON.stringify(terminal.modes) !== before) effects.push('modes');
  const { active } = terminal.buffer;
  if (active.type !== 'normal') effects.push('alternate screen');
  const text = Array.from({ length: active.length }, (_, row) =>
    active.getLine(row)?.translateToString(true),
  ).join('\n');
  terminal.dispose();
  return { effects, text };
}

/** The styles of the theme, as chalk switches them on and off: the only sequences that are our own. */
const STYLES = /\x1b\[(?:[123479]|2[234679]|35|39|38;5;\d{1,3})m/g;

/** An output without the styles that recap gives it. */
export function unstyled(output: string): string {
  return output.replace(STYLES, '');
}

/** What no output may hold: the invariant of hostile-terminal.json. */
const FORBIDDEN =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u{e0000}-\u{e007f}\ud800-\udfff]|(?<!\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?|[\p{L}\p{M}])\u200d|(?<![\p{L}\p{M}])\u200c/u;

/** The first character of a text that may not be there, with what stands around it. */
export function forbiddenIn(text: string): string | undefined {
  const found = FORBIDDEN.exec(text);
  if (!found) return undefined;
  const around = text.slice(Math.max(0, found.index - 20), found.index + 20);
  return `U+${found[0].codePointAt(0)?.toString(16)} in ${JSON.stringify(around)}`;
}
