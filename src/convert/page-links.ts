import { fold } from '../text/fold.ts';
import { decodedText } from './charset.ts';
import { foldedTitle } from './episode-list.ts';
import { episodeNames } from './episode-names.ts';
import { attribute, elementsOf, type PageElement, parsePage, textOf } from './page-tree.ts';
import { addressText } from './whole-gate.ts';

/** Where a page about a show leads, as absolute addresses in document order. */
export interface PageLinks {
  /** Recaps of the episodes before and after it. */
  readonly steps: readonly string[];
  /** Lists of the site's recaps of the show. */
  readonly archives: readonly string[];
  /** Recaps of the show that a list names; to be followed from such a list alone. */
  readonly entries: readonly string[];
  /** Further pages of a list. */
  readonly pages: readonly string[];
}

const NONE: PageLinks = { steps: [], archives: [], entries: [], pages: [] };

/** A longer text is a teaser, and its link no button. */
const LONGEST = 200;

/** Nouns and directions in both orders: "next episode", "épisode suivant". Folded. */
const STEP = new RegExp(
  [
    '^(?:the |our )?(?:next|previous|prev|following) (?:episode|ep|recap|chapter|week)s?\\b',
    '^(?:zur )?(?:nachste|vorherige|vorige|letzte)n? (?:folge|episode)\\b',
    '^(?:episode|chapitre|recap) (?:suivant|precedent)e?\\b',
    '^(?:proxim|siguiente|anterior|prossim|precedente|successiv)\\w* (?:episodio|capitulo|puntata)\\b',
    '^(?:episodio|capitulo|puntata) (?:siguiente|anterior|successiv[oa]|precedente|seguinte|proximo)\\b',
    '^(?:volgende|vorige) aflevering\\b',
    '^(?:nasta|foregaende|naeste|forrige|neste) (?:avsnitt|afsnit|episode)\\b',
  ].join('|'),
);
/** A step to any page of the site; it counts where it names the show. */
const NEIGHBOR =
  /^(?:next|previous|prev|newer|older|weiter|zuruck|suivant|precedent|siguiente|anterior|prossimo|precedente)\b/;
const ARCHIVE = new RegExp(
  `^(?:(?:view|see|show|browse|read|check out|visit|our|the|full|complete) )*(?:${[
    'all',
    'all (?:the |our |of our )?(?:episodes?|recaps?|reviews?|chapters?)',
    '(?:episode |recap )?archives?',
    'episodes?(?: list| guide| recaps?)',
    'recaps?(?: list| guide| archive)',
    '(?:episodes|recaps)',
    'alle(?: folgen| episoden)?(?: ansehen| anzeigen)?',
    'episodenguide|episodenliste|folgenubersicht',
    '(?:voir )?tous les episodes|tout voir',
    '(?:ver )?tod[oa]s(?: (?:los|os) (?:episodios|capitulos))?',
    '(?:vedi )?tutt[ie](?: (?:gli|i) episodi| le puntate)?',
    'alle afleveringen|alla avsnitt|alle afsnit|alle episoder',
  ].join('|')})$`,
);
/** Words of a page that tells what happened, besides the number of an episode. Folded. */
const TELLS =
  /\b(?:recap|review|explain|ending|summar|synops|zusammenfassung|ruckblick|kritik|resum|critique|expli[qc]|resen|riassunto|recension|spiegat|analys)/;

/**
 * Finds the links from one recap of a show to the site's other recaps of it. Only the pages and the show's public
 * title decide: not the show's episodes, nor what anybody has watched.
 *
 * @param address where the page was found
 * @param title the show's public title
 */
export function pageLinks(
  bytes: Uint8Array,
  { address, charset }: { readonly address: string; readonly charset: string | undefined },
  title: string,
): PageLinks {
  const elements = [...elementsOf(parsePage(decodedText(bytes, charset)))];
  if (forbidsFollowing(elements)) return NONE;
  const base = baseOf(elements, address);
  const show = foldedTitle(title);
  const names = (text: string) => ` ${foldedTitle(text)} `.includes(` ${show} `);
  const isOfShow =
    names(addressText(address)) ||
    elements.some(({ tagName, ...rest }) => {
      return /^(?:h1|title)$/.test(tagName) && names(textOf({ tagName, ...rest }));
    });
  const found = { steps: set(), archives: set(), entries: set(), pages: set() };
  for (const element of elements) {
    const to = targetOf(element, base);
    if (to === undefined || sameDocument(to, base)) continue;
    const written = wordsOf(element);
    const text = foldedWords(written);
    const path = addressText(to.href);
    const isNamed = names(written) || names(path);
    const relation = attribute(element, 'rel') ?? '';
    const isNeighbor = /\b(?:next|prev|previous)\b/i.test(relation) || NEIGHBOR.test(text);
    if (withoutPage(to) === withoutPage(base)) found.pages.add(to.href);
    else if (isStep(element, text) || (isNeighbor && isNamed)) found.steps.add(to.href);
    else if (ARCHIVE.test(text) || (show !== '' && foldedTitle(written) === show)) {
      found.archives.add(to.href);
    } else if (isNamed || isOfShow) {
      const isEpisode = [...episodeNames(written), ...episodeNames(path)].some(
        ({ number }) => number !== undefined,
      );
      const isTold = isNamed && (TELLS.test(text) || TELLS.test(fold(path)));
      if (isEpisode || isTold) found.entries.add(to.href);
    }
  }
  return {
    steps: [...found.steps],
    archives: [...found.archives],
    entries: [...found.entries],
    pages: [...found.pages],
  };
}

function isStep(element: PageElement, text: string): boolean {
  if (element.tagName !== 'a') return false;
  const names = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`;
  return STEP.test(text) || /\b(?:next|prev|previous)[-_]?episode\b/i.test(names);
}

/** The page asks programs not to follow its links. */
function forbidsFollowing(elements: readonly PageElement[]): boolean {
  return elements.some(
    (element) =>
      element.tagName === 'meta' &&
      attribute(element, 'name')?.toLowerCase() === 'robots' &&
      /\b(?:nofollow|none)\b/i.test(attribute(element, 'content') ?? ''),
  );
}

function baseOf(elements: readonly PageElement[], address: string): URL {
  const page = new URL(address);
  const base = elements.find(({ tagName }) => tagName === 'base');
  const href = base && attribute(base, 'href');
  return href !== undefined && URL.canParse(href, page) ? new URL(href, page) : page;
}

/** Where a link leads, without the part of the page; `undefined` where that is no page. */
function targetOf(element: PageElement, base: URL): URL | undefined {
  if (element.tagName !== 'a' && element.tagName !== 'link') return undefined;
  const href = attribute(element, 'href')?.trim();
  if (!href || !URL.canParse(href, base)) return undefined;
  const to = new URL(href, base);
  to.hash = '';
  if (!/^https?:$/.test(to.protocol)) return undefined;
  return NO_PAGE.test(to.pathname) ? undefined : to;
}

const NO_PAGE =
  /\.(?:jpe?g|png|gif|webp|avif|svg|ico|css|js|json|xml|rss|pdf|zip|mp[34]|webm|woff2?)$/i;

function sameDocument(a: URL, b: URL): boolean {
  return a.origin === b.origin && a.pathname === b.pathname && a.search === b.search;
}

/** An address without the number of a list's page: `/archive/page/2/`, `/archive?page=2`. */
function withoutPage({ origin, pathname, search }: URL): string {
  const path = pathname.replace(/\/page\/\d+(?=\/?$)/, '').replace(/\/$/, '');
  const query = search.replace(/([?&])paged?=\d+(?=&|$)/, '$1').replace(/[?&]$/, '');
  return `${origin}${path}${query}`;
}

/** The text of a link, or the alternative text of its image. */
function wordsOf(element: PageElement): string {
  if (element.tagName === 'link') return '';
  const text = textOf(element) || attribute(element, 'aria-label') || attribute(element, 'title');
  return (text ?? '').slice(0, LONGEST);
}

function foldedWords(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

function set(): Set<string> {
  return new Set();
}
