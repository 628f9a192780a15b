import { sanitizeLine } from '../text/sanitize.ts';
import type { Article } from './article.ts';

/**
 * What a page says of its article, from its meta tags, its JSON-LD and its elements, in this order.
 *
 * @param hidden a selector of what the page hides: nothing in it is said
 */
export function pageFacts(document: Document, hidden: string): Omit<Article, 'markdown'> {
  const meta = (...names: string[]) => {
    for (const name of names) {
      const element = document.querySelector(`meta[property="${name}"],meta[name="${name}"]`);
      const content = sanitizeLine(element?.getAttribute('content') ?? '');
      if (content) return content;
    }
    return undefined;
  };
  const data = linkedData(document);
  const text = (selector: string) => {
    const element = [...document.querySelectorAll(selector)].find(
      (found) => !found.closest(hidden),
    );
    const isOpen = element && !element.querySelector(hidden);
    return isOpen ? sanitizeLine(element.textContent ?? '') || undefined : undefined;
  };
  const address = document.querySelector('link[rel="canonical"]')?.getAttribute('href');
  const time = document.querySelector('time[datetime]')?.getAttribute('datetime');
  return {
    title: withoutSite(
      meta('og:title', 'twitter:title') ?? data.headline ?? text('h1') ?? text('title'),
      meta('og:site_name'),
    ),
    author: byline(
      meta('author', 'article:author') ?? data.author ?? text('[rel="author"],.byline,.author'),
    ),
    published: date(meta('article:published_time', 'date') ?? data.published ?? time ?? undefined),
    source:
      [address, meta('og:url'), data.url].find((url) => /^https?:\/\/[^\s]+$/.test(url ?? '')) ??
      undefined,
  };
}

interface LinkedData {
  readonly headline?: string | undefined;
  readonly author?: string | undefined;
  readonly published?: string | undefined;
  readonly url?: string | undefined;
}

/** The first article that the page describes in JSON-LD. What is not what it should be counts as missing. */
function linkedData(document: Document): LinkedData {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    for (const item of items(parsed(script.textContent ?? ''))) {
      if (!/article|posting|review|page/i.test(textOf(item['@type']) ?? '')) continue;
      const [author] = items(item.author);
      return {
        headline: textOf(item.headline),
        author: textOf(author?.name) ?? textOf(item.author),
        published: textOf(item.datePublished),
        url: textOf(item.url) ?? textOf(item.mainEntityOfPage),
      };
    }
  }
  return {};
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Item = Readonly<Record<string, unknown>>;

/** The objects of a value: itself, those of a list, those of a graph. */
function items(value: unknown): Item[] {
  if (Array.isArray(value)) return value.flatMap(items);
  if (!isItem(value)) return [];
  return [value, ...('@graph' in value ? items(value['@graph']) : [])];
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null;
}

function textOf(value: unknown): string | undefined {
  const [first]: unknown[] = Array.isArray(value) ? value : [value];
  return typeof first === 'string' ? sanitizeLine(first) || undefined : undefined;
}

/** A title without the name of the site behind it: `Who did it? | The Site`. */
function withoutSite(title: string | undefined, site: string | undefined): string | undefined {
  if (title === undefined) return undefined;
  const parts = title.split(/\s+[|–—·-]\s+/);
  const last = parts.at(-1) ?? '';
  const isSite = parts.length > 1 && (site === undefined ? title.includes(' | ') : last === site);
  return (
    isSite ? title.slice(0, title.length - last.length).replace(/\s*[|–—·-]\s*$/, '') : title
  ).slice(0, 300);
}

function byline(text: string | undefined): string | undefined {
  const name = text
    ?.replace(/^(?:written\s+)?by[\s:]+/i, '')
    .trim()
    .slice(0, 200);
  return name && !/^https?:/i.test(name) ? name : undefined;
}

function date(text: string | undefined): string | undefined {
  const written = /^\d{4}-\d{2}-\d{2}/.exec(text ?? '')?.[0];
  if (written) return Number.isNaN(Date.parse(written)) ? undefined : written;
  const time = Date.parse(`${text ?? ''} UTC`);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 10);
}
