import { hostOf } from '../convert/address-host.ts';
import type { Article } from '../convert/article.ts';
import { episodeNames } from '../convert/episode-names.ts';
import { type PageLinks, pageLinks } from '../convert/page-links.ts';
import { addressText } from '../convert/whole-gate.ts';
import type { ShowSummary } from '../gated/show-summary.ts';
import { delay } from '../http/delay.ts';
import { type EpisodeCode, episodeCode } from '../model/episode.ts';
import { UserError } from '../model/user-error.ts';
import { type RobotRules, robotRules } from '../sources/robots.ts';
import type { Reach } from '../sources/source.ts';
import { type FetchedPage, fetchPage } from '../sources/web-page.ts';
import { errno } from '../store/disk/errno.ts';
import { fileErrorWords } from '../store/disk/file-error.ts';
import { stateFolder } from '../store/progress/state-folder.ts';
import { UnfinishedCrawl } from '../store/unfinished-crawl.ts';
import { isAbout } from './about-show.ts';
import {
  addressOf,
  filePage,
  type PageRequest,
  type PlannedPage,
  placedPage,
  readPage,
  requireUserFolder,
  subjectShow,
} from './add-page.ts';
import { askSources } from './ask-sources.ts';
import { Crawl, type CrawlTarget } from './crawl.ts';
import { findShow } from './find-show.ts';
import { openLibrary } from './open-library.ts';
import {
  isUnanswered,
  SkippedPage,
  type SkipReason,
  skipReason,
  startMessage,
} from './skipped-page.ts';

export interface FollowRequest extends Omit<PageRequest, 'episode'> {
  /** The most pages that are fetched in this run. */
  readonly limit: number;
  /** Replaces pages that were filed before. */
  readonly force: boolean;
  /** Called once for each page, as soon as it has been dealt with. */
  readonly onPage: (outcome: PageOutcome, crawled: CrawlProgress) => void;
}

/** The outcome for a page. Everything in it is public. */
export type PageOutcome =
  | { readonly kind: 'filed' | 'already-filed'; readonly page: Omit<PlannedPage, 'path' | 'text'> }
  | { readonly kind: 'list' }
  | {
      readonly kind: 'skipped';
      readonly reason: SkipReason;
      /** The episode in its address, for a page that is worth another look. */
      readonly episode?: EpisodeCode | undefined;
    };

/** How far a crawl has come. */
export interface CrawlProgress {
  readonly done: number;
  /** Known pages that have not been fetched. */
  readonly remaining: number;
}

/** How a crawl ended. */
export interface FollowedSite {
  readonly host: string;
  readonly show: { readonly slug: string; readonly title: string };
  /** Pages that are known and were not fetched, as there are more than the limit. */
  readonly remaining: number;
}

/**
 * Fetches the recaps of one show from a site: from one page along its links to the episodes before and after it and
 * to its lists of recaps. What is fetched depends on the pages and the show's public title alone. A run that is
 * interrupted, or has fetched as many pages as it may, is continued by the next one.
 *
 * @throws {UserError} whose message names the host alone; whatever the signal's reason is, where it was aborted
 */
export async function followSite(request: FollowRequest): Promise<FollowedSite> {
  const ask = { ...request, report: () => {} };
  return askSources(ask, (reach) => new SiteWalk(request, reach).run());
}

class SiteWalk {
  readonly #request: FollowRequest;
  readonly #reach: Reach;
  readonly #start: URL;
  readonly #root: string;
  readonly #kept: UnfinishedCrawl | undefined;
  readonly #rules = new Map<string, RobotRules>();
  #crawl: Crawl;
  /** Known from the first page on. */
  #show: ShowSummary | undefined;
  #fetched = 0;
  /** Whether the site has answered in this run. */
  #hasAnswered = false;
  /** Why the last page set aside did not answer. */
  #failure: unknown;

  constructor(request: FollowRequest, reach: Reach) {
    this.#request = request;
    this.#reach = reach;
    this.#start = addressOf(request.url);
    this.#root = requireUserFolder(request.host);
    const state = stateFolder(request.host);
    this.#kept =
      state.kind === 'folder' ? new UnfinishedCrawl(state.folder, this.#start.href) : undefined;
    this.#crawl = new Crawl(this.#start);
  }

  async run(): Promise<FollowedSite> {
    await this.#goOn();
    for (let done = 1; this.#fetched < this.#request.limit; done++) {
      const target = this.#crawl.next;
      if (!target) break;
      const outcome = await this.#visit(target);
      if (isSetAside(outcome)) this.#crawl.setAside();
      else this.#crawl.done();
      this.#keep();
      this.#request.onPage(outcome, { done, remaining: this.#crawl.remaining });
    }
    const { remaining } = this.#crawl;
    // pages set aside while the site is down, or this machine offline, are tried again in a later run
    if (this.#failure !== undefined && !this.#hasAnswered) throw this.#failure;
    if (remaining === 0) this.#kept?.remove();
    const { slug, title } = this.#requireShow();
    return { host: hostOf(this.#start.href) ?? this.#start.host, show: { slug, title }, remaining };
  }

  /** Takes up what an earlier run left of the same show. */
  async #goOn(): Promise<void> {
    const { host, library: folders, show } = this.#request;
    const stored = this.#kept?.read();
    const named = show ?? stored?.show ?? undefined;
    if (named !== undefined) this.#show = await findShow(openLibrary(folders, host), named);
    if (stored && stored.show === (this.#show?.slug ?? null)) {
      this.#crawl = new Crawl(this.#start, stored);
    }
  }

  /** Fetches a page, files it if it is a recap of the show, and queues its links. */
  async #visit(target: CrawlTarget): Promise<PageOutcome> {
    const url = new URL(target.address);
    const isStart = url.href === this.#start.href;
    try {
      const isTyped = url.origin === this.#start.origin;
      const rules = await this.#rulesOf(url, isTyped);
      this.#hasAnswered = true;
      if (!rules.allows(url)) throw new SkippedPage('forbidden by robots.txt');
      // the client itself keeps requests a second apart
      if (this.#fetched > 0) await delay(rules.delay, this.#request.signal);
      this.#fetched++;
      const page = await fetchPage(url, isTyped, this.#reach);
      if (this.#crawl.arrive(target, page.address)) throw new SkippedPage('seen before');
      return await this.#read(target, page);
    } catch (error) {
      if (isUnanswered(error) && !isStart) {
        if (target.hasFailed) {
          this.#failure = error;
          return unanswered(target);
        }
        this.#crawl.fail();
        this.#keep();
      }
      const reason = skipReason(error);
      if (reason === undefined) throw error;
      if (!isStart) return { kind: 'skipped', reason };
      if (!(error instanceof SkippedPage)) throw error;
      throw new UserError(startMessage(url.host, reason));
    }
  }

  async #read(target: CrawlTarget, page: FetchedPage): Promise<PageOutcome> {
    const { host, library: folders, force } = this.#request;
    const library = openLibrary(folders, host);
    if (target.kind === 'list') {
      this.#crawl.follow(target, this.#linksOf(page));
      return { kind: 'list' };
    }
    const article = this.#article(page, target);
    const { facts } = article;
    const names = [...facts.titles, ...facts.trails, addressText(page.address)];
    this.#show ??= await subjectShow(library, undefined, facts.titles, new URL(page.address).host);
    const isNamed = this.#request.show !== undefined && target.address === this.#start.href;
    if (!isNamed && !(await isAbout(names, this.#show, library))) {
      throw new SkippedPage('another show');
    }
    const links = this.#linksOf(page);
    const { path, text, ...shown } = await placedPage(page, article, {
      host,
      library,
      show: this.#show,
      root: this.#root,
    });
    if (isList(target, this.#start, shown, links)) {
      this.#crawl.follow({ ...target, kind: 'list' }, links);
      return { kind: 'list' };
    }
    this.#crawl.follow(target, links);
    if (shown.isFiled && !force) return { kind: 'already-filed', page: shown };
    try {
      filePage({ ...shown, path, text });
    } catch (error) {
      throw new UserError(notWritten(`${shown.host}: the recap`, error));
    }
    return { kind: 'filed', page: shown };
  }

  /** @throws {UserError | SkippedPage} if the page holds no text */
  #article(page: FetchedPage, { address }: CrawlTarget): Article {
    try {
      return readPage(page);
    } catch (error) {
      const isStart = address === this.#start.href;
      throw isStart || !(error instanceof UserError) ? error : new SkippedPage('not readable');
    }
  }

  #linksOf(page: FetchedPage): PageLinks {
    return pageLinks(page.bytes, page, this.#requireShow().title);
  }

  async #rulesOf(url: URL, isTyped: boolean): Promise<RobotRules> {
    const known = this.#rules.get(url.origin);
    if (known) return known;
    const rules = await robotRules(url, isTyped, this.#reach);
    this.#rules.set(url.origin, rules);
    return rules;
  }

  #keep(): void {
    try {
      this.#kept?.write({ show: this.#show?.slug ?? null, ...this.#crawl.state });
    } catch (error) {
      throw new UserError(notWritten('the list of pages still to fetch', error));
    }
  }

  #requireShow(): ShowSummary {
    if (this.#show) return this.#show;
    throw new Error('no page was read');
  }
}

function notWritten(what: string, error: unknown): string {
  return `${what} could not be written: ${fileErrorWords(errno(error))}`;
}

/** A page that has not answered in two runs, named by the one episode that its address names. */
function unanswered({ address }: CrawlTarget): PageOutcome {
  const codes = episodeNames(addressText(address)).flatMap(({ season, number }) => {
    return season !== undefined && typeof number === 'number' ? [episodeCode(season, number)] : [];
  });
  const episode = new Set(codes).size === 1 ? codes[0] : undefined;
  return { kind: 'skipped', reason: 'no answer', episode };
}

function isSetAside(outcome: PageOutcome): boolean {
  return outcome.kind === 'skipped' && outcome.reason === 'no answer';
}

/**
 * Whether the page that the user typed is itself a list of recaps: it is about no episode, has none before or after
 * it, and leads to several.
 */
function isList(
  { address }: CrawlTarget,
  start: URL,
  { kind }: Pick<PlannedPage, 'kind'>,
  links: PageLinks,
): boolean {
  return (
    address === start.href &&
    kind === 'article' &&
    links.steps.length === 0 &&
    links.entries.length >= FEWEST
  );
}

/** A page about no episode is a list if it has at least this many links to recaps. */
const FEWEST = 3;
