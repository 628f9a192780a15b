import { basename, dirname, resolve } from 'node:path';
import { Argument, Option } from 'commander';
import { hereIn, openAudience } from '../../app/audience.ts';
import { foldersOf } from '../../app/open-library.ts';
import { readPlace } from '../../app/read-episode.ts';
import { recapJson } from '../../app/recap-json.ts';
import { PreviewedRecap } from '../../author/preview.ts';
import type { Place } from '../../model/order.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import { ASCII, UNICODE } from '../../render/glyphs.ts';
import { GUTTER, sideBySide } from '../../render/side-by-side.ts';
import { Library } from '../../store/library/library.ts';
import { nameKey } from '../../system/file-names.ts';
import { isSamePath } from '../../system/paths.ts';
import { SYSTEM } from '../../system/system.ts';
import { hasUnicode } from '../../terminal/locale.ts';
import type { CommandContext, CommandDefinition } from '../command.ts';
import {
  COLOR_OPTIONS,
  type ColorChoice,
  LIBRARY_OPTION,
  type LibraryOptions,
  WIDTH_OPTION,
} from '../options.ts';
import { printLines } from '../print-view.ts';

interface Given extends LibraryOptions {
  readonly file: string;
  readonly watched?: string;
  readonly width?: number;
  readonly color: ColorChoice;
  readonly json?: boolean;
}

const preview: CommandDefinition<Given> = {
  arguments: [new Argument('<file>', 'a recap in the folder of its show')],
  options: [
    new Option('--watched <episode>', 'show only what a reader at this place sees'),
    WIDTH_OPTION,
    ...COLOR_OPTIONS,
    LIBRARY_OPTION,
  ],
  json: { version: '1', previews: 'the recap as seen at each of its gates' },
  examples: [
    {
      does: 'See the recap at each of its gates',
      command: 'recap preview recaps/severance/s01e04.md',
    },
    {
      does: 'See it at one place',
      command: 'recap preview recaps/severance/s01e04.md --watched S01E02',
    },
  ],
  async run(context, given) {
    const path = resolve(given.file);
    const root = { path: dirname(dirname(path)), isExpected: true };
    const library = Library.open([root, ...foldersOf(given.library, context.host)]);
    const folder = nameKey(basename(dirname(path)));
    const slug = library.listSlugs().find((slug) => nameKey(slug) === folder) ?? folder;
    const files = library.listFiles(slug);
    const own = [...files.values()].find((file) => isSamePath(file, path, SYSTEM));
    if (own === undefined) {
      throw new UserError(
        `\`${given.file}\` is not a recap of a show; a show is a folder of Markdown files, named by its slug`,
        EXIT.usage,
      );
    }
    const recap = new PreviewedRecap(slug, files, library.listLayers(slug), own);
    const { watched } = given;
    const places =
      watched === undefined
        ? recap.places()
        : [readPlace(watched, recap.show, hereIn(openAudience(context.host, {}), recap.show))];
    if (!given.json) return await print(context, given, recap, places);
    const previews = places.map((place) => recapJson(recap.view(place), recap.show, place));
    context.output.printJson({ version: 1, previews });
  },
};

export default preview;

/** The narrowest column that can be read. */
const NARROWEST = 36;
/** The widest that is wanted. */
const WIDEST = 80;

async function print(
  { host, output }: CommandContext,
  given: Given,
  recap: PreviewedRecap,
  places: readonly Place[],
): Promise<void> {
  const total = Math.max(20, given.width ?? output.columns ?? WIDEST);
  const fitting = Math.max(1, Math.floor((total + GUTTER) / (NARROWEST + GUTTER)));
  const abreast = Math.min(places.length, fitting);
  const width = Math.min(WIDEST, Math.floor((total - GUTTER * (abreast - 1)) / abreast));
  const isAscii = !hasUnicode(host.env);
  const { rule, column } = isAscii ? ASCII : UNICODE;
  const texts = places.map((place) => recap.lines(place, { width, isAscii }));
  for (let index = 0; index < texts.length; index += abreast) {
    const row = texts.slice(index, index + abreast);
    const lines = sideBySide(row, width, column);
    if (index > 0) output.print(`${rule.repeat(Math.min(total, width))}\n`);
    await printLines({ host, output }, lines, given);
  }
}
