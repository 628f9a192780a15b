import { sanitizeLine } from '../text/sanitize.ts';
import { hostOf } from './address-host.ts';
import { type HidingMap, isWithinHidden } from './hiding.ts';
import { linkedData } from './linked-data.ts';
import { dateIn } from './page-date.ts';
import { attribute, elementsOf, type PageDocument, type PageElement, textOf } from './page-tree.ts';

/** What a page says about its article. All values are single lines of plain text. */
export interface PageFacts {
  readonly title: string | undefined;
  readonly author: string | undefined;
  /** `YYYY-MM-DD` */
  readonly published: string | undefined;
  /** The page's address, from `https://`. */
  readonly source: string | undefined;
  readonly site: string | undefined;
  /** All the page's titles: in its head, headings and metadata. They name its episode, if it is about one. */
  readonly titles: readonly string[];
  /** Other mentions of the episode: in metadata, and above the text. */
  readonly trails: readonly string[];
}

/**
 * Reads what a page says about its article in its meta tags, JSON-LD and elements. Hidden parts of the page are
 * ignored.
 *
 * @param address the URL that the page was fetched or saved from, if known
 */
export function pageFacts(
  document: PageDocument,
  hiding: HidingMap,
  address: string | undefined,
): PageFacts {
  const elements = [...elementsOf(document)];
  const data = linkedData(elements);
  const metas = metaTags(elements);
  const meta = (...names: string[]) =>
    names.map((name) => metas.get(name)).find((value) => value !== undefined);
  const shown = (test: (element: PageElement) => boolean) => {
    const found = elements.find(
      (element) =>
        test(element) && !isWithinHidden(element, hiding) && !holdsHidden(element, hiding),
    );
    return found ? sanitizeLine(textOf(found)) || undefined : undefined;
  };
  const heading = shown(({ tagName }) => tagName === 'h1');
  const head = shown(
    ({ tagName, parentNode }) =>
      tagName === 'title' &&
      parentNode !== null &&
      'tagName' in parentNode &&
      parentNode.tagName !== 'svg',
  );
  const site = meta('og:site_name', 'application-name') ?? data.site;
  const time = elements.find(
    ({ tagName, attrs }) => tagName === 'time' && attrs.some(({ name }) => name === 'datetime'),
  );
  const link = elements.find(
    (element) =>
      element.tagName === 'link' && /\bcanonical\b/i.test(attribute(element, 'rel') ?? ''),
  );
  const titles = [
    meta('og:title', 'twitter:title'),
    heading,
    head,
    data.headline,
    meta('parsely-title', 'sailthru.title', 'dc.title'),
  ];
  const own = titles.find((title) => title !== undefined);
  return {
    title: own === undefined ? undefined : withoutSite(own, site, heading),
    author: byline(
      shownAuthor(
        meta('author', 'article:author', 'parsely-author', 'dc.creator', 'sailthru.author'),
      ) ??
        data.author ??
        shown((element) => /\bauthor\b/.test(attribute(element, 'rel') ?? '')) ??
        shown((element) => attribute(element, 'itemprop') === 'author') ??
        shown((element) =>
          /(?:^|\s)(?:byline|author|author-name|entry-author|post-author|p-author)(?:\s|$)/.test(
            attribute(element, 'class') ?? '',
          ),
        ),
    ),
    published: dateIn(
      meta(
        'article:published_time',
        'date',
        'parsely-pub-date',
        'dc.date',
        'dcterms.date',
        'pubdate',
        'sailthru.date',
      ) ??
        data.published ??
        (time && attribute(time, 'datetime')) ??
        '',
    ),
    source: sourceOf([link && attribute(link, 'href'), meta('og:url'), data.url], address),
    site,
    titles: titles.filter((title) => title !== undefined),
    trails: [...data.episodes, ...breadcrumbs(elements)],
  };
}

/** The URL that a page declares. If its real URL is known, it must have the same host. */
function sourceOf(
  own: readonly (string | undefined)[],
  address: string | undefined,
): string | undefined {
  const host = hostOf(address);
  const given = own.map((url) => url?.trim()).filter((url) => isAddress(url));
  return given.find((url) => address === undefined || hostOf(url) === host) ?? address;
}

export function isAddress(url: string | undefined): boolean {
  return url !== undefined && /^https?:\/\/[^\s]+$/i.test(url);
}

function metaTags(elements: readonly PageElement[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const element of elements) {
    if (element.tagName !== 'meta') continue;
    const content = sanitizeLine(attribute(element, 'content') ?? '');
    for (const name of [
      attribute(element, 'property'),
      attribute(element, 'name'),
      attribute(element, 'itemprop'),
    ]) {
      const key = name?.toLowerCase();
      if (key && content && !found.has(key)) found.set(key, content);
    }
  }
  return found;
}

function holdsHidden(element: PageElement, hiding: HidingMap): boolean {
  for (const inner of elementsOf(element)) if (hiding.has(inner)) return true;
  return false;
}

function breadcrumbs(elements: readonly PageElement[]): string[] {
  return elements
    .flatMap((element) => {
      const names = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''} ${attribute(element, 'aria-label') ?? ''}`;
      if (!/breadcrumb|\bcrumbs?\b/i.test(names)) return [];
      const text = textOf(element);
      return text === '' || text.length > 300 ? [] : [text];
    })
    .slice(0, 3);
}

/** A title without the site's name at the end: `Who did it? | The Site`. */
function withoutSite(title: string, site: string | undefined, heading: string | undefined): string {
  const cut = title.slice(0, 300);
  const end = /\s+[|–—·•»-]\s+([^|–—·•»]{1,60})$/.exec(cut);
  if (!end) return cut;
  const name = end[1] ?? '';
  const before = cut.slice(0, end.index).trim();
  const isSite =
    name === site ||
    before === heading ||
    cut.includes(' | ') ||
    /^(?:wikipedia|fandom|imdb|reddit|youtube|medium|tumblr|wiki|.{1,40} wiki)$/i.test(name) ||
    /\.[a-z]{2,6}$/i.test(name);
  if (!isSite || before === '') return cut;
  return cut.includes(' | ') && before.includes(' | ')
    ? withoutSite(before, site, heading)
    : before;
}

function shownAuthor(text: string | undefined): string | undefined {
  return text === undefined || isAddress(text) ? undefined : text;
}

/** Longer texts are no line about an author, and would take long to look through. */
const LONGEST_BYLINE = 1000;

/** An author without what surrounds the name: `By Mara Lind`, `Von …`, `Mara Lind | 8h`. */
export function byline(text: string | undefined): string | undefined {
  const name = text
    ?.replace(/\s+/g, ' ')
    .slice(0, LONGEST_BYLINE)
    .replace(
      /^(?:(?:written|posted|published|reviewed|recap(?:ped)?|words|text|story)\s+)?(?:by|von|par|por|di|door|av|af|przez)[\s:]+/i,
      '',
    )
    .replace(/^(?:author|autor|auteur|autore|verfasst von)[\s:]+/i, '')
    .replace(
      /\s+[|•·,–—-]?\s*(?:\d+\s*(?:m|h|d|w|min|mins|minutes?|hours?|days?|weeks?|months?|years?)(?:\s+ago)?|updated.*|published.*|posted.*|on\s+\w+\s+\d.*|\d{1,2}[./]\d{1,2}[./]\d{2,4}.*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?\s+\d{1,2},?\s+\d{4}.*|\d+)$/i,
      '',
    )
    .replace(/^\[\[(.*)\]\]$/, '$1')
    .replace(/[\s,|•·–—-]+$/, '')
    .trim()
    .slice(0, 200);
  return name && !isAddress(name) && /\p{L}/u.test(name) ? name : undefined;
}
