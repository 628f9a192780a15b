import type { Command } from 'commander';
import { profileNames } from '../app/profiles.ts';
import type { ShowContents } from '../gated/show-contents.ts';
import { UserError } from '../model/user-error.ts';
import type { Output } from '../terminal/output.ts';
import { sanitizeLine } from '../text/sanitize.ts';
import { listing } from '../veil/listing.ts';
import type { CommonOptions, Session } from './session.ts';
import { readTyped, type Typed } from './typed.ts';

/** What a shell may put in place of the word that is typed, and what it says about it. */
type Offer = readonly [value: string, description?: string];

/** Shells complete names of files and folders themselves. */
type Offers = readonly Offer[] | ':files' | ':folders';

/**
 * `recap complete -- WORDS…`, which the scripts of `recap completion` call: prints what the last word may
 * become, a line each with a description behind a tab; or `:files` or `:folders`. It is what a list would
 * show at the place that the words before it give. What cannot be completed prints nothing;
 * what is said on stderr the scripts drop.
 *
 * @param words those behind `recap`, the last one being typed
 */
export async function complete(
  recap: Command,
  words: readonly string[],
  output: Output,
  open: (options: CommonOptions) => Promise<Session>,
): Promise<void> {
  try {
    const typed = readTyped(recap, words);
    const offers = await offersFor(typed, () => open(typed.options));
    if (typeof offers === 'string') return output.print(`${offers}\n`);
    const { current } = typed;
    const fitting = offers
      .map(([value, description = '']) => [sameCase(value, current), sanitizeLine(description)])
      .filter(([value = '']) => value.startsWith(current));
    output.print(fitting.map((offer) => `${offer.join('\t')}\n`).join(''));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}

async function offersFor(typed: Typed, open: () => Promise<Session>): Promise<Offers> {
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
      return (await (await open()).library.shows()).map(({ slug, title }) => [slug, title]);
    case 'recap':
      return recaps(await open(), typed.show);
    case 'episode':
    case 'watched':
    case 'from':
      return episodes(await open(), typed.show);
    case 'profile':
    case 'with':
      return profileNames(await open()).map((name) => [name] as const);
    default:
      return [];
  }
}

/** A show's recaps by episode or slug, with the titles that a list would show. */
async function recaps(session: Session, query: string | undefined): Promise<Offer[]> {
  const shelf = await shelfOf(session, query);
  if (!shelf) return [];
  return listing(shelf, session.reader(shelf.show)).map(({ episode, slug, title }) => {
    return [episode ?? slug, title ?? ''];
  });
}

/** A show's episodes. Those without a recap have no title here, as in the list. */
async function episodes(session: Session, query: string | undefined): Promise<Offer[]> {
  const shelf = await shelfOf(session, query);
  if (!shelf) return [];
  const titles = new Map(
    listing(shelf, session.reader(shelf.show)).map(({ episode, title }) => [episode, title]),
  );
  const { codes } = shelf.show.order;
  return [...codes.map((code): Offer => [code, titles.get(code) ?? '']), ['none', 'not started']];
}

async function shelfOf(
  session: Session,
  query: string | undefined,
): Promise<ShowContents | undefined> {
  return query === undefined ? undefined : session.shelf(query);
}

/** A value in lower case if that is how its beginning was typed, as shells compare letter by letter. */
function sameCase(value: string, current: string): string {
  const isLower = current !== '' && current === current.toLowerCase();
  return isLower ? value.toLowerCase() : value;
}
