import type { PageLinks } from '../convert/page-links.ts';
import { isSameSite } from '../http/address.ts';
import type { StoredCrawl } from '../store/unfinished-crawl.ts';

/** A page that is still to be fetched; a list of recaps is read for its links alone. */
export type CrawlTarget = StoredCrawl['queue'][number];

/** The order in which the pages of one site are fetched, each once. Pure: it fetches nothing. */
export class Crawl {
  readonly #start: URL;
  readonly #queue: CrawlTarget[];
  /** Pages that did not answer in this run or an earlier one. */
  readonly #aside: CrawlTarget[] = [];
  readonly #seen: Set<string>;

  /** @param state how far an earlier run has come */
  constructor(start: URL, state?: StoredCrawl) {
    this.#start = start;
    this.#queue = [...(state?.queue ?? [])];
    this.#seen = new Set(state?.seen);
    if (!state) this.#add(start.href, 'recap');
  }

  /** The page to fetch next; it stays first until `done`. */
  get next(): CrawlTarget | undefined {
    return this.#queue[0];
  }

  /** How many pages are known that have not been fetched. */
  get remaining(): number {
    return this.#queue.length;
  }

  /** The first page has been dealt with. */
  done(): void {
    this.#queue.shift();
  }

  /** Notes that the first page did not answer. It stays first: whether the site does is not known yet. */
  fail(): void {
    const [first, ...others] = this.#queue;
    if (first) this.#queue.splice(0, Infinity, { ...first, hasFailed: true }, ...others);
  }

  /** Moves the first page to the end of the stored queue. It is not tried again in this run. */
  setAside(): void {
    this.#aside.push(...this.#queue.splice(0, 1));
  }

  /** Notes where a page was really found. @returns whether that page was seen before */
  arrive({ address }: CrawlTarget, found: string): boolean {
    const key = normalForm(found);
    if (key === normalForm(address)) return false;
    const isSeen = this.#seen.has(key);
    this.#seen.add(key);
    return isSeen;
  }

  /** Adds where a page leads: from a list to its recaps and its further pages, from a recap to its neighbors. */
  follow(from: CrawlTarget, links: PageLinks): void {
    for (const address of links.steps) this.#add(address, 'recap');
    if (from.kind === 'list') {
      for (const address of links.entries) this.#add(address, 'recap');
      for (const address of links.pages) this.#add(address, 'list');
    } else {
      for (const address of links.archives) this.#add(address, 'list');
    }
  }

  /** All that is needed to go on with it. */
  get state(): Pick<StoredCrawl, 'queue' | 'seen'> {
    return { queue: [...this.#queue, ...this.#aside], seen: [...this.#seen] };
  }

  #add(address: string, kind: CrawlTarget['kind']): void {
    const key = normalForm(address);
    const url = new URL(address);
    if (this.#seen.has(key) || !isSameSite(this.#start, url)) return;
    this.#seen.add(key);
    // a site that has moved to https may still have old http links
    if (this.#start.protocol === 'https:' && url.port === '') url.protocol = 'https:';
    this.#queue.push({ address: url.href, kind });
  }
}

/** An address without what does not name the page: its part, how one came to it, a slash at its end. */
function normalForm(address: string): string {
  const url = new URL(address);
  for (const name of [...url.searchParams.keys()]) {
    if (/^(?:utm_\w+|fbclid|gclid|ref|share|replytocom|amp)$/.test(name)) {
      url.searchParams.delete(name);
    }
  }
  const host = url.host.replace(/^www\./, '');
  return `${host}${url.pathname.replace(/\/$/, '')}${url.search}`;
}
