import type { Place } from '../model/order.ts';
import { header } from '../render/header.ts';
import { Layout } from '../render/layout.ts';
import type { LayoutOptions, Line } from '../render/line.ts';
import { paint, type Theme, theme, UNSTYLED } from '../render/paint.ts';
import { themeFor } from '../render/palette.ts';
import { THEME, WIDTH } from '../store/config/settings.ts';
import { colorLevel } from '../terminal/color.ts';
import { hasUnicode } from '../terminal/locale.ts';
import type { View } from '../veil/view.ts';
import type { CommandContext } from './command.ts';
import type { ReadingOptions } from './options.ts';

type Streams = Pick<CommandContext, 'host' | 'output'>;
type Looks = Pick<ReadingOptions, 'color' | 'theme' | 'width'>;

/** Columns of text where nothing else is said. */
const TEXT_WIDTH = 80;

/** How text is laid out on stdout: as wide as `--width` or the settings say, or `COLUMNS` for a pipe, else as the
 * terminal, but not too wide to read. */
export function layoutOptions({ host, output }: Streams, looks: Looks): LayoutOptions {
  const width = looks.width ?? host.config.get(WIDTH);
  const fitting = Math.min(output.columns ?? TEXT_WIDTH, TEXT_WIDTH);
  const columns = width ?? (output.isTerminal ? undefined : columnsIn(host.env)) ?? fitting;
  return { width: Math.max(columns, 20), isAscii: !hasUnicode(host.env) };
}

/** The width that the environment sets for what is printed to a pipe. */
function columnsIn({ COLUMNS = '' }: Streams['host']['env']): number | undefined {
  return /^\d{2,4}$/.test(COLUMNS) ? Number(COLUMNS) : undefined;
}

/** Prints a view with its header, piece by piece. */
export async function printView(
  streams: Streams,
  view: View,
  place: Place,
  looks: Looks,
): Promise<void> {
  const options = layoutOptions(streams, looks);
  const styles = await stylesFor(streams, looks);
  print(streams, header(view, place, options), styles);
  for (const lines of new Layout(view, options).chunks()) {
    if (streams.output.isClosed) break;
    print(streams, lines, styles);
  }
}

/** Prints lines with the theme's styles, where stdout shows them. */
export async function printLines(
  streams: Streams,
  lines: readonly Line[],
  looks: Looks,
): Promise<void> {
  print(streams, lines, await stylesFor(streams, looks));
}

/** Chalk is loaded for color alone: it takes as long as a tenth of an empty process. */
async function stylesFor({ host, output }: Streams, looks: Looks): Promise<Theme> {
  const level = colorLevel(host.env, output.isTerminal, looks.color || 'never');
  if (level === 0) return UNSTYLED;
  const { Chalk } = await import('chalk');
  return theme(new Chalk({ level }), themeFor(looks.theme ?? host.config.get(THEME), host.env));
}

function print({ output }: Streams, lines: readonly Line[], styles: Theme): void {
  let text = '';
  for (const line of lines) text += `${paint(line, styles)}\n`;
  output.print(text);
}
