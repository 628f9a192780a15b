import { Argument } from 'commander';
import { type Audience, openAudience } from '../../app/audience.ts';
import { openShow } from '../../app/find-show.ts';
import { openLibrary } from '../../app/open-library.ts';
import { profileNames } from '../../app/profiles.ts';
import type { ShowContents } from '../../gated/show-contents.ts';
import { UserError } from '../../model/user-error.ts';
import { sanitizeLine } from '../../text/sanitize.ts';
import { listing } from '../../veil/listing.ts';
import type { CommandDefinition, Runtime } from '../command.ts';
import { type PlaceOptions, readTyped, type Typed } from '../unfinished-line.ts';

interface Given {
  /** Those after `recap`; the last one is not finished. */
  readonly words: readonly string[];
}

/**
 * What the scripts of `recap completion` call: prints what the last word may become, a line each with a description after a
 * tab; or `:files` or `:folders`. It is what a list would show at the place that the words before it give. What cannot
 * be completed prints nothing, and neither is anything said on stderr.
 */
const complete: CommandDefinition<Given> = {
  arguments: [new Argument('[words...]')],
  async run({ host, output, commands }, { words }) {
    try {
      const typed = await readTyped(commands, words);
      const offers = await offersFor(typed, host);
      if (typeof offers === 'string') return output.print(`${offers}\n`);
      const { current } = typed;
      const fitting = offers
        .map(([value, description = '']) => [sameCase(value, current), sanitizeLine(description)])
        .filter(([value = '']) => value.startsWith(current));
      output.print(fitting.map((offer) => `${offer.join('\t')}\n`).join(''));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
  },
};

export default complete;

/** What a shell may put in place of the word that is typed, and what it says about it. */
type Offer = readonly [value: string, description?: string];

/** Shells complete names of files and folders themselves. */
type Offers = readonly Offer[] | ':files' | ':folders';

async function offersFor(typed: Typed, host: Runtime): Promise<Offers> {
  if ('offers' in typed) return typed.offers;
  if (typed.kind === 'nothing') return [];
  switch (typed.name) {
    case 'file':
    case 'files':
    case 'path':
      return ':files';
    case 'library':
      return ':folders';
    case 'show':
      return (await openLibrary(typed.options.library, host).listShows()).map(({ slug, title }) => [
        slug,
        title,
      ]);
    case 'recap':
      return recaps(host, typed.options, typed.show);
    case 'episode':
    case 'watched':
    case 'from':
      return episodes(host, typed.options, typed.show);
    case 'profile':
    case 'with':
      return profileNames(host).map((name) => [name] as const);
    default:
      return [];
  }
}

/** A show's recaps by episode or slug, with the titles that a list would show. */
async function recaps(host: Runtime, options: PlaceOptions, query?: string): Promise<Offer[]> {
  const opened = await open(host, options, query);
  if (!opened) return [];
  const { contents, audience } = opened;
  return listing(contents, audience.reader(contents.show)).map(({ episode, slug, title }) => {
    return [episode ?? slug, title ?? ''];
  });
}

/** A show's episodes. Those without a recap have no title here, as in the list. */
async function episodes(host: Runtime, options: PlaceOptions, query?: string): Promise<Offer[]> {
  const opened = await open(host, options, query);
  if (!opened) return [];
  const { contents, audience } = opened;
  const titles = new Map(
    listing(contents, audience.reader(contents.show)).map(({ episode, title }) => [episode, title]),
  );
  const { codes } = contents.show.order;
  return [...codes.map((code): Offer => [code, titles.get(code) ?? '']), ['none', 'not started']];
}

async function open(
  host: Runtime,
  options: PlaceOptions,
  query: string | undefined,
): Promise<{ contents: ShowContents; audience: Audience } | undefined> {
  if (query === undefined) return undefined;
  const contents = await openShow(openLibrary(options.library, host), query);
  return { contents, audience: openAudience(host, options) };
}

/** A value in lower case if that is how its beginning was typed, as shells compare letter by letter. */
function sameCase(value: string, current: string): string {
  const isLower = current !== '' && current === current.toLowerCase();
  return isLower ? value.toLowerCase() : value;
}
