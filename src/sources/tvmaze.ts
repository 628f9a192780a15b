import { HttpError } from '../http/http-error.ts';
import { foldName } from '../text/fold.ts';
import { sanitizeLine } from '../text/sanitize.ts';
import { htmlText } from './html-markdown.ts';
import { jsonOf } from './json-answer.ts';
import { numbered } from './numbering.ts';
import type { DraftText, EpisodeDraft, LeftOut, ShowDraft } from './show-draft.ts';
import type { Candidate, Reach, Source } from './source.ts';
import {
  type TvmazeEpisode,
  type TvmazeShow,
  tvmazeAka,
  tvmazeEpisode,
  tvmazeHit,
  tvmazeSearch,
  tvmazeShow,
} from './tvmaze-shapes.ts';

const ADDRESS = 'https://api.tvmaze.com';
const HOSTS: ReadonlySet<string> = new Set(['www.tvmaze.com', 'tvmaze.com', 'api.tvmaze.com']);
/** Documented: at least 20 calls in 10 seconds (https://www.tvmaze.com/api#rate-limiting). */
const LIMITS = { requests: 20, interval: 10_000, concurrency: 4 };
/** A show of a thousand episodes takes 2 MB. */
const MOST = 20_000_000;
/** The longest text accepted as a summary or a title. */
const LONGEST_TEXT = 100_000;
const LONGEST_TITLE = 300;
const MOST_TITLES = 40;

const CREDIT = { site: 'TVmaze.com', author: 'TVmaze', license: 'CC BY-SA' };

/** Shows with their episodes, specials, other titles and summaries, from https://www.tvmaze.com. */
export const tvmaze: Source = {
  name: 'tvmaze',
  title: 'TVmaze',

  async search(query, reach) {
    const found = await get(reach, `/search/shows?q=${encodeURIComponent(query)}`);
    const hits = tvmazeSearch.safeParse(found).data ?? [];
    return hits.flatMap((hit) => {
      const show = tvmazeHit.safeParse(hit).data?.show;
      return show && titleOf(show.name) ? [candidateOf(show)] : [];
    });
  },

  showAt({ hostname, pathname }) {
    const number = /^\/shows\/([1-9]\d{0,9})(?:\/|$)/.exec(pathname)?.[1];
    return HOSTS.has(hostname) && number !== undefined ? `tvmaze:${number}` : undefined;
  },

  async fetch(id, _, reach) {
    const number = id.slice('tvmaze:'.length);
    const { host } = new URL(addressOf(reach));
    let done = 0;
    const step = async (path: string): Promise<unknown> => {
      const answer = await get(reach, path);
      reach.report({ source: 'tvmaze', what: 'episodes', done: ++done, total: 3 });
      return answer;
    };
    reach.report({ source: 'tvmaze', what: 'episodes', done, total: 3 });
    const [about, episodes, titles] = await Promise.all([
      step(`/shows/${number}`),
      step(`/shows/${number}/episodes?specials=1`),
      step(`/shows/${number}/akas`),
    ]);
    if (about === undefined) throw new HttpError('status', host, `${host} has no show ${id}`, 404);
    const show = tvmazeShow.safeParse(about).data;
    if (!show || !titleOf(show.name) || !Array.isArray(episodes)) {
      throw new HttpError('invalid', host, `the answer of ${host} is not a show with episodes`);
    }
    return draftOf(show, episodes, Array.isArray(titles) ? titles : []);
  },

  async isUnchanged(id, revision, reach) {
    const show = tvmazeShow.safeParse(await get(reach, `/shows/${id.slice('tvmaze:'.length)}`));
    return show.data !== undefined && revisionOf(show.data) === revision;
  },
};

function draftOf(
  show: TvmazeShow,
  records: readonly unknown[],
  titles: readonly unknown[],
): ShowDraft {
  const leftOut: Partial<Record<LeftOut, number>> = {};
  const leaveOut = (why: LeftOut): never[] => {
    leftOut[why] = (leftOut[why] ?? 0) + 1;
    return [];
  };
  const seen = new Set<number>();
  const episodes = records.flatMap((record) => {
    const episode = tvmazeEpisode.safeParse(record).data;
    if (!episode || seen.has(episode.id)) return leaveOut('invalid');
    if (episode.type === 'insignificant_special') return leaveOut('insignificant');
    seen.add(episode.id);
    return { ...episode, record: episode.id, aired: dateOf(episode.airdate) };
  });
  const title = titleOf(show.name) ?? '';
  const address = `https://www.tvmaze.com/shows/${show.id}`;
  const about = textOf(show.summary, address);
  return {
    id: `tvmaze:${show.id}`,
    imdb: /^tt\d{5,12}$/.exec(show.externals?.imdb ?? '')?.[0] ?? null,
    title,
    year: yearOf(show.premiered),
    network: networkOf(show),
    aka: otherTitles(title, titles),
    status: show.status === 'Ended' ? 'ended' : 'running',
    about,
    episodes: numbered(episodes).map(({ code, episode }) => episodeDraft(code, episode)),
    credits: [{ what: 'Episodes and summaries', credit: { ...CREDIT, address } }],
    revisions: { ...(show.updated !== null && { tvmaze: revisionOf(show) }) },
    leftOut,
  };
}

function revisionOf({ updated }: TvmazeShow): string {
  return String(updated);
}

function episodeDraft(
  code: EpisodeDraft['code'],
  { id, name, airdate, summary }: TvmazeEpisode,
): EpisodeDraft {
  const title = titleOf(name ?? '');
  return {
    code,
    id: `tvmaze:${id}`,
    title: title && foldName(title) !== 'tba' ? title : null,
    aired: dateOf(airdate),
    summary: textOf(summary, `https://www.tvmaze.com/episodes/${id}`),
    plot: null,
  };
}

function textOf(html: string | null, address: string): DraftText | null {
  if (html === null || html.length > LONGEST_TEXT) return null;
  const text = htmlText(html);
  if (!/[\p{L}\p{N}]/u.test(text.line)) return null;
  return { ...text, credit: { ...CREDIT, address, page: null } };
}

/** A title as one visible line; `null` if nothing in it is visible. */
function titleOf(name: string): string | null {
  const title = sanitizeLine(name);
  return /[^\s]/.test(title) && title.length <= LONGEST_TITLE ? title : null;
}

function otherTitles(title: string, records: readonly unknown[]): string[] {
  const titles = new Map<string, string>();
  for (const record of records) {
    const other = titleOf(tvmazeAka.safeParse(record).data?.name ?? '');
    const folded = foldName(other ?? '');
    if (other && folded && folded !== foldName(title) && !titles.has(folded))
      titles.set(folded, other);
  }
  return [...titles.values()].slice(0, MOST_TITLES);
}

function candidateOf(show: TvmazeShow): Candidate {
  return {
    id: `tvmaze:${show.id}`,
    title: titleOf(show.name) ?? '',
    year: yearOf(show.premiered),
    lastYear: show.status === 'Ended' ? yearOf(show.ended) : null,
    network: networkOf(show),
    country: titleOf((show.network ?? show.webChannel)?.country?.name ?? ''),
  };
}

function networkOf({ network, webChannel }: TvmazeShow): string | null {
  return titleOf(network?.name ?? webChannel?.name ?? '');
}

function yearOf(date: string | null): number | null {
  const day = dateOf(date);
  return day === null ? null : Number(day.slice(0, 4));
}

/** A valid calendar date. Unknown ones are "" or malformed. */
function dateOf(date: string | null): string | null {
  if (date === null || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  const parsed = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(parsed.getTime()) || !parsed.toISOString().startsWith(date)) return null;
  return date;
}

async function get(reach: Reach, path: string): Promise<unknown> {
  const base = addressOf(reach);
  const url = new URL(base.replace(/\/$/, '') + path);
  const answer = await reach.get({
    url,
    isTyped: reach.addresses.tvmaze !== undefined,
    accept: 'application/json',
    limits: LIMITS,
    most: MOST,
  });
  return jsonOf(answer, url.host);
}

function addressOf({ addresses }: Reach): string {
  return addresses.tvmaze ?? ADDRESS;
}
