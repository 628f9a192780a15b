import * as z from 'zod/mini';
import { seasonAndNumber } from '../model/episode.ts';
import { sanitizeLine } from '../text/sanitize.ts';
import { jsonOf } from './json-answer.ts';
import { matchPlots } from './match-plots.ts';
import { elementsOf, type HtmlElement } from './page-tree.ts';
import type { Credit, EpisodeDraft, ShowDraft } from './show-draft.ts';
import type { Reach, Source } from './source.ts';
import { episodeListPage, WIKIMEDIA_LIMITS } from './wikidata.ts';
import { plotRows } from './wikipedia-rows.ts';
import { linkedPages } from './wikipedia-season.ts';

const ADDRESS = 'https://en.wikipedia.org';
const MOST = 20_000_000;
/** The most season pages to fetch. */
const MOST_PAGES = 60;

const parsed = z.object({
  parse: z.object({ title: z.string(), text: z.string(), revid: z.catch(z.int(), 0) }),
});
const info = z.object({
  query: z.object({ pages: z.array(z.object({ title: z.string(), lastrevid: z.int() })) }),
});
/** The pages of a show and their revisions. */
const revisions = z.array(z.object({ title: z.string(), revision: z.int() }));
/** The longest URL allowed in front matter (docs/format.md). */
const LONGEST_ADDRESS = 500;
/** The most titles in one request. */
const MOST_TITLES = 50;

interface Page {
  readonly title: string;
  readonly elements: readonly HtmlElement[];
  /** 0 if unknown. */
  readonly revision: number;
}

/** Full plots from the English Wikipedia's episode lists, for shows that another source lists. */
export const wikipedia: Source = {
  name: 'wikipedia',
  title: 'Wikipedia',

  async fetch(_, draft, reach) {
    if (draft === undefined) throw new Error('Wikipedia adds to a show, and there is none');
    if (draft.imdb === null || draft.episodes.length === 0) return draft;
    reach.report({ source: 'wikipedia', what: 'plots', done: 0, total: 1 });
    const title = await episodeListPage(draft.imdb, reach);
    const first = title === undefined ? undefined : await pageOf(title, reach);
    if (first === undefined) return draft;
    return addPlots(draft, first, reach);
  },

  async isUnchanged(_, revision, reach) {
    const known = revisions.safeParse(JSON.parse(revision)).data ?? [];
    if (known.length === 0 || known.length > MOST_TITLES) return false;
    const titles = known.map(({ title }) => title).join('|');
    const answer = await get(reach, { action: 'query', prop: 'info', titles });
    const pages = info.safeParse(answer).data?.query.pages ?? [];
    return known.every(({ title, revision }) => {
      return pages.some((page) => page.title === title && page.lastrevid === revision);
    });
  },
};

async function addPlots(draft: ShowDraft, first: Page, reach: Reach): Promise<ShowDraft> {
  const pages = [first];
  let linked = linkedPages(first.title, first.elements);
  let result = withPlots(draft, first);
  // a show's own page may link to a separate episode list
  if (linked.list !== undefined && linked.list !== first.title) {
    const list = await pageOf(linked.list, reach);
    if (list) {
      pages.push(list);
      result = withPlots(result, list);
      linked = linkedPages(list.title, list.elements);
    }
  }
  const seasons = linked.seasons.filter(({ season }) => lacksPlots(result, season));
  for (const [index, { title }] of seasons.slice(0, MOST_PAGES).entries()) {
    reach.report({
      source: 'wikipedia',
      what: 'plots',
      done: index + 1,
      total: seasons.length + 1,
    });
    const page = await pageOf(title, reach);
    if (page) {
      pages.push(page);
      result = withPlots(result, page);
    }
  }
  const total = seasons.length + 1;
  reach.report({ source: 'wikipedia', what: 'plots', done: total, total });
  const credit = { ...CREDIT, address: pageAddress(first.title) };
  return {
    ...result,
    credits: [...result.credits, { what: 'Plots', credit }],
    revisions: { ...result.revisions, ...revisionsOf(pages) },
  };
}

const CREDIT = { site: 'Wikipedia', author: 'Wikipedia contributors', license: 'CC BY-SA 4.0' };

function withPlots(draft: ShowDraft, { title, elements }: Page): ShowDraft {
  const credit: Credit = { ...CREDIT, address: pageAddress(title), page: title };
  const { plots, unclear } = matchPlots(plotRows(title, elements), draft.episodes, credit);
  const episodes = draft.episodes.map(
    (episode): EpisodeDraft => ({
      ...episode,
      plot: episode.plot ?? plots.get(episode.code) ?? null,
    }),
  );
  const count = (draft.leftOut.unclear ?? 0) + unclear;
  return {
    ...draft,
    episodes,
    leftOut: { ...draft.leftOut, ...(count > 0 && { unclear: count }) },
  };
}

function revisionsOf(pages: readonly Page[]): ShowDraft['revisions'] {
  if (pages.some(({ revision }) => revision === 0)) return {};
  return { wikipedia: JSON.stringify(pages.map(({ title, revision }) => ({ title, revision }))) };
}

function lacksPlots({ episodes }: ShowDraft, season: number): boolean {
  return episodes.some(({ code, plot }) => plot === null && seasonAndNumber(code)[0] === season);
}

/** A page as HTML, following redirects; `undefined` if there is none with that title. */
async function pageOf(title: string, reach: Reach): Promise<Page | undefined> {
  const query = { action: 'parse', page: title, prop: 'text|revid', redirects: '1' };
  const page = parsed.safeParse(await get(reach, query)).data?.parse;
  const name = sanitizeLine(page?.title ?? '');
  if (!page || name === '' || pageAddress(name).length > LONGEST_ADDRESS) return undefined;
  return { title: name, elements: elementsOf(page.text), revision: page.revid };
}

async function get(reach: Reach, query: Record<string, string>): Promise<unknown> {
  const url = new URL(`${(reach.addresses.wikipedia ?? ADDRESS).replace(/\/$/, '')}/w/api.php`);
  url.search = new URLSearchParams({ ...query, format: 'json', formatversion: '2' }).toString();
  const answer = await reach.get({
    url,
    isTyped: reach.addresses.wikipedia !== undefined,
    accept: 'application/json',
    limits: WIKIMEDIA_LIMITS,
    most: MOST,
  });
  return jsonOf(answer, url.host);
}

function pageAddress(title: string): string {
  const name = encodeURIComponent(title.replace(/ /g, '_')).replace(/[()*!']/g, (sign) => {
    return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
  });
  return `https://en.wikipedia.org/wiki/${name}`;
}
