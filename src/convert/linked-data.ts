import { sanitizeLine } from '../text/sanitize.ts';
import { attribute, type PageElement, rawText } from './page-tree.ts';

/** What a page says of itself in JSON-LD. What is not what it should be counts as missing. */
export interface LinkedData {
  readonly headline?: string | undefined;
  readonly author?: string | undefined;
  readonly published?: string | undefined;
  readonly url?: string | undefined;
  readonly site?: string | undefined;
  /** Episodes and seasons that it is said to be about, as text: "Season 1 Episode 4". */
  readonly episodes: readonly string[];
}

type Item = Readonly<Record<string, unknown>>;

/** Objects in each other that are looked into. */
const DEEPEST = 8;
const MOST_ITEMS = 2000;

/** Reads the JSON-LD of a page. The first article in it tells of the page. */
export function linkedData(elements: readonly PageElement[]): LinkedData {
  const found: Item[] = [];
  for (const element of elements) {
    if (element.tagName !== 'script' || !/ld\+json/i.test(attribute(element, 'type') ?? ''))
      continue;
    collect(parsed(rawText(element)), found, 0);
  }
  const article =
    found.find((item) => isOf(item, /article|posting|review|recap/i)) ??
    found.find((item) => isOf(item, /page/i));
  const site =
    found.find((item) => isOf(item, /^WebSite$/i)) ??
    found.find((item) => isOf(item, /organization/i));
  const author = firstItem(article?.author);
  return {
    headline: textOf(article?.headline),
    author: textOf(author?.name) ?? textOf(article?.author),
    published: textOf(article?.datePublished),
    url:
      textOf(article?.url) ??
      textOf(firstItem(article?.mainEntityOfPage)?.['@id']) ??
      textOf(article?.mainEntityOfPage),
    site: textOf(site?.name),
    episodes: found.flatMap(episodeText),
  };
}

function episodeText(item: Item): string[] {
  if (isOf(item, /^(?:TV)?Episode$/i)) {
    const season = numberOf(firstItem(item.partOfSeason)?.seasonNumber ?? item.seasonNumber);
    const number = numberOf(item.episodeNumber);
    if (number !== undefined)
      return [`${season === undefined ? '' : `Season ${season} `}Episode ${number}`];
    return season === undefined ? [] : [`Season ${season}`];
  }
  if (isOf(item, /^(?:TV)?Season$|^CreativeWorkSeason$/i)) {
    const season = numberOf(item.seasonNumber);
    return season === undefined ? [] : [`Season ${season}`];
  }
  if (isOf(item, /^ListItem$/i)) {
    const name = textOf(item.name) ?? textOf(firstItem(item.item)?.name);
    return name === undefined ? [] : [name];
  }
  return [];
}

/** All objects of a value, outer ones first. */
function collect(value: unknown, found: Item[], depth: number): void {
  if (depth > DEEPEST || found.length >= MOST_ITEMS) return;
  if (Array.isArray(value)) for (const entry of value) collect(entry, found, depth + 1);
  else if (isItem(value)) {
    found.push(value);
    for (const entry of Object.values(value)) collect(entry, found, depth + 1);
  }
}

function isOf(item: Item, type: RegExp): boolean {
  const types: unknown = item['@type'];
  const names: unknown[] = Array.isArray(types) ? types : [types];
  return names.some((name) => typeof name === 'string' && type.test(name));
}

function firstItem(value: unknown): Item | undefined {
  const [first]: unknown[] = Array.isArray(value) ? value : [value];
  return isItem(first) ? first : undefined;
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | undefined {
  const [first]: unknown[] = Array.isArray(value) ? value : [value];
  return typeof first === 'string' ? sanitizeLine(first) || undefined : undefined;
}

function numberOf(value: unknown): number | undefined {
  const number =
    typeof value === 'string' && /^\d{1,4}$/.test(value.trim()) ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 ? number : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
