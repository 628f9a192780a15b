import type { Place } from '../model/order.ts';
import { header } from '../render/header.ts';
import { Layout } from '../render/layout.ts';
import type { LayoutOptions, Line } from '../render/line.ts';
import { paint, theme } from '../render/paint.ts';
import { colours } from '../terminal/colour.ts';
import { hasUnicode } from '../terminal/locale.ts';
import type { View } from '../veil/view.ts';
import type { Session } from './session.ts';

/** Columns of text where nothing else is said. */
const TEXT_WIDTH = 80;

/** How text is laid out on stdout: as wide as `--width` says, else as the terminal, but not too wide to read. */
export function looksOf({ options, output }: Session): LayoutOptions {
  const width = options.width ?? Math.min(output.columns ?? TEXT_WIDTH, TEXT_WIDTH);
  return { width: Math.max(width, 20), isAscii: !hasUnicode(process.env) };
}

/** Prints a view with its header, piece by piece. */
export function printView(session: Session, view: View, place: Place): void {
  const looks = looksOf(session);
  printLines(session, header(view, place, looks));
  for (const lines of new Layout(view, looks).chunks()) {
    if (session.output.isClosed) break;
    printLines(session, lines);
  }
}

/** Prints lines with the theme's styles, where stdout shows them. */
export function printLines({ options, output }: Session, lines: readonly Line[]): void {
  const look = theme(colours(process.env, output.isTerminal, options.color));
  output.print(lines.map((line) => `${paint(line, look)}\n`).join(''));
}
