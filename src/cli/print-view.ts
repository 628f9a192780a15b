import type { Place } from '../model/order.ts';
import { header } from '../render/header.ts';
import { Layout } from '../render/layout.ts';
import type { LayoutOptions, Line } from '../render/line.ts';
import { paint, theme } from '../render/paint.ts';
import { colours } from '../terminal/colour.ts';
import { hasUnicode } from '../terminal/locale.ts';
import type { View } from '../veil/view.ts';
import type { CommandContext } from './command.ts';
import type { ReadingOptions } from './options.ts';

type Streams = Pick<CommandContext, 'host' | 'output'>;
type Looks = Pick<ReadingOptions, 'color' | 'width'>;

/** Columns of text where nothing else is said. */
const TEXT_WIDTH = 80;

/** How text is laid out on stdout: as wide as `--width` says, or `COLUMNS` for a pipe, else as the
 * terminal, but not too wide to read. */
export function layoutOptions({ host, output }: Streams, { width }: Looks): LayoutOptions {
  const fitting = Math.min(output.columns ?? TEXT_WIDTH, TEXT_WIDTH);
  const columns = width ?? (output.isTerminal ? undefined : columnsIn(host.env)) ?? fitting;
  return { width: Math.max(columns, 20), isAscii: !hasUnicode(host.env) };
}

/** The width that the environment sets for what is printed to a pipe. */
function columnsIn({ COLUMNS = '' }: Streams['host']['env']): number | undefined {
  return /^\d{2,4}$/.test(COLUMNS) ? Number(COLUMNS) : undefined;
}

/** Prints a view with its header, piece by piece. */
export function printView(streams: Streams, view: View, place: Place, looks: Looks): void {
  const options = layoutOptions(streams, looks);
  printLines(streams, header(view, place, options), looks);
  for (const lines of new Layout(view, options).chunks()) {
    if (streams.output.isClosed) break;
    printLines(streams, lines, looks);
  }
}

/** Prints lines with the theme's styles, where stdout shows them. */
export function printLines({ host, output }: Streams, lines: readonly Line[], looks: Looks): void {
  const styles = theme(colours(host.env, output.isTerminal, looks.color || 'never'));
  output.print(lines.map((line) => `${paint(line, styles)}\n`).join(''));
}
