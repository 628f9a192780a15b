import { createHash } from 'node:crypto';
import type { InventedEpisode, InventedShow } from './invented-show.ts';

/** The answer of TVmaze to a path and query; `undefined` for what it does not know (404 with an empty body). */
export function tvmazeAnswer(shows: readonly InventedShow[], url: URL): unknown {
  if (url.pathname === '/search/shows') return search(shows, url.searchParams.get('q') ?? '');
  const [, id, part] = /^\/shows\/(\d+)(?:\/(episodes|akas))?$/.exec(url.pathname) ?? [];
  const show = shows.find((candidate) => String(candidate.id) === id);
  if (!show) return undefined;
  if (part === 'akas') return show.akas.map((name) => ({ name, country: null }));
  if (part === undefined) return showRecord(show);
  const hasSpecials = url.searchParams.get('specials') === '1';
  return show.episodes.filter(({ number }) => hasSpecials || number !== null).map(episodeRecord);
}

/** A number that is another one where anything about the show is. */
export function numberOf(value: unknown): number {
  return createHash('sha1').update(JSON.stringify(value)).digest().readUInt16BE();
}

function search(shows: readonly InventedShow[], query: string): unknown {
  const wanted = fold(query);
  return shows
    .filter(({ name, akas }) => [name, ...akas].some((title) => fold(title).includes(wanted)))
    .map((show) => ({ score: fold(show.name) === wanted ? 1 : 0.5, show: showRecord(show) }));
}

function fold(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function showRecord(show: InventedShow): unknown {
  const { id, name, status, premiered, ended, network, country, imdb, summary } = show;
  return {
    id,
    url: `https://www.tvmaze.com/shows/${id}/${fold(name).replace(/ /g, '-')}`,
    name,
    type: 'Scripted',
    language: 'English',
    genres: ['Drama'],
    status,
    runtime: 60,
    premiered,
    ended,
    officialSite: null,
    schedule: { time: '21:00', days: ['Sunday'] },
    rating: { average: null },
    weight: 50,
    network: { id: 1, name: network, country: { name: country, code: 'XX', timezone: 'UTC' } },
    webChannel: null,
    externals: { tvrage: null, thetvdb: null, imdb },
    image: null,
    summary,
    updated: 1_600_000_000 + numberOf(show),
    _links: { self: { href: `https://api.tvmaze.com/shows/${id}` } },
  };
}

function episodeRecord({
  id,
  name,
  season,
  number,
  type,
  airdate,
  summary,
}: InventedEpisode): unknown {
  return {
    id,
    url: `https://www.tvmaze.com/episodes/${id}/x`,
    name,
    season,
    number,
    type,
    airdate,
    airtime: airdate && '21:00',
    airstamp: airdate && `${airdate}T21:00:00+00:00`,
    runtime: 60,
    rating: { average: null },
    image: null,
    summary,
    _links: { self: { href: `https://api.tvmaze.com/episodes/${id}` } },
  };
}
