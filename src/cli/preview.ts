import { basename, dirname, resolve } from 'node:path';
import { PreviewedRecap } from '../author/preview.ts';
import type { Place } from '../model/order.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { ASCII, UNICODE } from '../render/glyphs.ts';
import type { Line } from '../render/line.ts';
import { paint, theme } from '../render/paint.ts';
import { GUTTER, sideBySide } from '../render/side-by-side.ts';
import { Library } from '../store/library/library.ts';
import { colours } from '../terminal/colour.ts';
import { hasUnicode } from '../terminal/locale.ts';
import { recapJson } from './recap-json.ts';
import { readPlace, type Session } from './session.ts';

/** The narrowest column that can be read. */
const NARROWEST = 36;
/** The widest that is wanted. */
const WIDEST = 80;

/**
 * `recap preview FILE`: shows its author what a reader sees at each of a recap's gates, side by side. It says
 * what no reader at an earlier place may read, so it takes a file and no show. @throws {UserError}
 */
export function preview(session: Session, written: string): void {
  const path = resolve(written);
  const slug = basename(dirname(path));
  const root = { path: dirname(dirname(path)), isExpected: true };
  const files = new Library([root, ...session.folders]).files(slug);
  if (![...files.values()].includes(path)) {
    throw new UserError(
      `\`${written}\` is no file of a show: a folder of Markdown files, named by its slug`,
      EXIT.usage,
    );
  }
  const recap = new PreviewedRecap(slug, files, path);
  const { watched, json } = session.options;
  const places = watched === undefined ? recap.places() : [readPlace(watched, recap.show)];
  if (json) {
    session.output.printJson({
      version: 1,
      previews: places.map((place) => recapJson(recap.view(place), recap.show, place)),
    });
  } else print(session, recap, places);
}

function print(
  { options, output }: Session,
  recap: PreviewedRecap,
  places: readonly Place[],
): void {
  const total = Math.max(20, options.width ?? output.columns ?? WIDEST);
  const fitting = Math.max(1, Math.floor((total + GUTTER) / (NARROWEST + GUTTER)));
  const abreast = Math.min(places.length, fitting);
  const width = Math.min(WIDEST, Math.floor((total - GUTTER * (abreast - 1)) / abreast));
  const isAscii = !hasUnicode(process.env);
  const { rule, column } = isAscii ? ASCII : UNICODE;
  const look = theme(colours(process.env, output.isTerminal, options.color));
  const texts = places.map((place) => recap.lines(place, { width, isAscii }));
  for (let index = 0; index < texts.length; index += abreast) {
    const row = texts.slice(index, index + abreast);
    const lines: Line[] = sideBySide(row, width, column);
    if (index > 0) output.print(`${rule.repeat(Math.min(total, width))}\n`);
    output.print(lines.map((line) => `${paint(line, look)}\n`).join(''));
  }
}
