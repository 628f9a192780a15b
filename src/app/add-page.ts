import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hostOf } from '../convert/address-host.ts';
import type { Article } from '../convert/article.ts';
import { type ConvertedDraft, convertedDraft } from '../convert/draft.ts';
import { EpisodeList, foldedTitle, subjectOf } from '../convert/episode-list.ts';
import { readArticle } from '../convert/read-article.ts';
import type { ShowSummary } from '../gated/show-summary.ts';
import type { EpisodeCode, Gate } from '../model/episode.ts';
import type { ViewingOrder } from '../model/order.ts';
import { UserError } from '../model/user-error.ts';
import { type FetchedPage, fetchPage } from '../sources/web-page.ts';
import { makeFolder } from '../store/disk/make-folder.ts';
import { replaceFile } from '../store/disk/replace-file.ts';
import { userFolder } from '../store/library/folders.ts';
import type { Library } from '../store/library/library.ts';
import { askSources, type SourceRequest } from './ask-sources.ts';
import { hereIn, openAudience } from './audience.ts';
import { findShow, requireReadable } from './find-show.ts';
import type { Host } from './host.ts';
import { openLibrary } from './open-library.ts';
import { articleName, freeName, isMadeOf } from './page-name.ts';
import { readEpisode } from './read-episode.ts';

/** Which page is to be added, and what the user says about it. */
export interface PageRequest extends Omit<SourceRequest, 'report' | 'sources'> {
  readonly url: string;
  readonly show?: string | undefined;
  readonly episode?: string | undefined;
}

/** A page as it would be filed. Everything except `path` and `text` is public. */
export interface PlannedPage {
  readonly host: string;
  readonly show: { readonly slug: string; readonly title: string };
  /** An episode's recap where it has none yet, else an article. */
  readonly kind: 'episode' | 'article';
  /** What the whole waits for; `null`: only a peek opens it. */
  readonly gate: Gate;
  /** The gates of sections that open earlier or later, each once. */
  readonly sections: readonly Gate[];
  /** The name of its file: made of the episode and the host, as a title can tell. */
  readonly name: string;
  /** The same page was filed before, under this name. */
  readonly isFiled: boolean;
  readonly path: string;
  readonly text: string;
}

/**
 * Fetches a page, converts it and finds its place in the user's own library. Nothing is written yet.
 *
 * @throws {UserError} whose message names the host alone
 */
export async function planPage(request: PageRequest): Promise<PlannedPage> {
  const { host, url: written } = request;
  const url = addressOf(written);
  const root = requireUserFolder(host);
  const ask = { ...request, report: () => {} };
  const page = await askSources(ask, (reach) => fetchPage(url, true, reach));
  const article = readPage(page);
  const library = openLibrary(request.library, host);
  const show = await subjectShow(library, request.show, article.facts.titles, url.host);
  return placedPage(page, article, { host, library, show, root, episode: request.episode });
}

/** The article of a page. @throws {UserError} whose message names the host alone */
export function readPage(page: FetchedPage): Article {
  try {
    return readArticle(page.bytes, page);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(`${hostOf(page.address)}: ${error.message}`);
  }
}

/** Where a page is to be filed. */
export interface Placing {
  readonly host: Host;
  readonly library: Library;
  readonly show: ShowSummary;
  /** The folder of the user's own recaps. */
  readonly root: string;
  /** The episode that the user names. */
  readonly episode?: string | undefined;
}

/** Finds a page's place among the recaps of its show. @throws {UserError} for an episode that nothing can be */
export async function placedPage(
  page: FetchedPage,
  article: Article,
  { host, library, show: summary, root, episode: named }: Placing,
): Promise<PlannedPage> {
  const contents = await library.readContents(summary);
  const list = new EpisodeList(subjectOf(contents.show), article.facts.published);
  const asked =
    named === undefined
      ? undefined
      : readEpisode(named, contents.show, hereIn(openAudience(host, {}), contents.show));
  const options = { list, today: host.now().toISOString().slice(0, 10) };
  const draft = convertedDraft(article, options);
  const source = article.facts.source ?? page.address;
  const folder = join(root, summary.slug);
  const isTold = (code: EpisodeCode) =>
    contents.recaps.some(({ head }) => head.episode === code) &&
    !isMadeOf(join(folder, `${code.toLowerCase()}.md`), source);
  const about = ownEpisode(contents.show.order, draft);
  const episode = asked ?? (about && !isTold(about) ? about : undefined);
  const final = episode ? convertedDraft(article, { ...options, episode }) : draft;
  const pageHost = hostOf(page.address) ?? new URL(page.address).host;
  const base = episode?.toLowerCase() ?? articleName(draft.whole, pageHost);
  const files = library.listFiles(summary.slug);
  const { name, isFiled } = freeName(base, folder, files, source);
  return {
    host: pageHost,
    show: { slug: summary.slug, title: summary.title },
    kind: episode ? 'episode' : 'article',
    gate: final.whole.gate,
    sections: [...new Set(final.sections.map(({ gate }) => gate))],
    name,
    isFiled,
    path: join(folder, `${name}.md`),
    text: final.text,
  };
}

/** Writes a planned page; one that was filed before only if that is meant. @throws {UserError} */
export function filePage({ path, text, isFiled }: PlannedPage): void {
  makeFolder(dirname(path), 0o777);
  if (!isFiled) {
    writeFileSync(path, text, { flag: 'wx' });
    return;
  }
  replaceFile(path, text, 0o666);
}

/** The folder of the user's own recaps. @throws {UserError} if this user has no home */
export function requireUserFolder(host: Host): string {
  const root = userFolder(host);
  if (root !== undefined) return root;
  throw new UserError('there is no home folder to keep recaps in; set `XDG_DATA_HOME`');
}

/** The address that a user typed. @throws {UserError} */
export function addressOf(written: string): URL {
  if (URL.canParse(written)) return new URL(written);
  throw new UserError('an address is not valid; write it whole, from `https://`');
}

/** The show that the user names, or else the only one whose title occurs in the page's title. @throws {UserError} */
export async function subjectShow(
  library: Library,
  query: string | undefined,
  titles: readonly string[],
  host: string,
): Promise<ShowSummary> {
  if (query !== undefined) {
    const show = await findShow(library, query);
    requireReadable(library, show);
    return show;
  }
  const folded = titles.map((title) => ` ${foldedTitle(title)} `);
  const matches = (await library.listShows()).filter(({ title }) => {
    const name = foldedTitle(title);
    return name !== '' && folded.some((text) => text.includes(` ${name} `));
  });
  // "Salt" is in "The Salt Line" as well: the longest one is meant
  const longest = Math.max(...matches.map(({ title }) => foldedTitle(title).length));
  const [match, ...others] = matches.filter(({ title }) => foldedTitle(title).length === longest);
  if (match && others.length === 0) return match;
  const why = match
    ? 'the title of the page fits several shows of your library'
    : 'the title of the page names no show of your library';
  throw new UserError(
    `${host}: ${why}; name it with \`--show\`${match ? '' : ', or add it first with `recap add NAME`'}`,
  );
}

/** The one episode that a page is about as a whole; `undefined` if it is a season, or parts of it open earlier. */
function ownEpisode(
  order: ViewingOrder,
  { whole: { gate, reason, isSeason }, sections }: ConvertedDraft,
): EpisodeCode | undefined {
  const isNamed = reason === 'title' || reason === 'address' || reason === 'page data';
  if (gate === null || !isNamed || isSeason || !order.knows(gate)) return undefined;
  return sections.some(({ opens }) => opens === 'earlier') ? undefined : gate;
}
