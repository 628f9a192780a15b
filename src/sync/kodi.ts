import * as z from 'zod/mini';
import { type Entry, type ShowName, showName } from '../history/entry.ts';
import { HttpError } from '../http/http-error.ts';
import { UserError } from '../model/user-error.ts';
import type { SyncReach } from './reach.ts';
import type { SyncAccount, SyncService } from './service.ts';

/** A Kodi whose control via HTTP is turned on: the episodes of its library that have been played. */
export const kodi: SyncService = {
  name: 'kodi',
  title: 'Kodi',
  example: 'http://kodi@192.168.1.5:8080',
  takesPassword: true,
  async pair(url, { deviceId }, reach) {
    const name = credentials(url);
    const secret = name === ':' ? null : Buffer.from(name).toString('base64');
    const server = new URL(url.origin);
    const account = {
      service: kodi.name,
      url: server.href,
      user: null,
      userName: null,
      secret,
      deviceId,
    };
    const answer = await call(account, 'JSONRPC.Ping', {}, z.literal('pong'), reach);
    if (answer === undefined) throw new UserError(`${url.host} is not a Kodi`);
    return account;
  },
  async read(account, to, reach) {
    const shows = new Map<number, ShowName>();
    for await (const show of all(account, SHOWS, reach)) {
      const name = showName(show.title, show.year || null);
      shows.set(show.tvshowid, show.originaltitle ? { ...name, aka: [show.originaltitle] } : name);
    }
    for await (const episode of all(account, EPISODES, reach)) {
      to(entryOf(episode, shows));
    }
  },
};

/** Records in an answer. */
const PAGE = 500;

/** What is asked of one kind of record. */
interface Query<Page, Item> {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly page: z.ZodMiniType<Page>;
  /** A library without any has no list of them. */
  readonly records: (page: Page) => readonly Item[] | undefined;
}

interface Limited {
  readonly limits: { readonly total: number };
}

const limits = z.object({ total: z.number() });
const Show = z.object({
  tvshowid: z.number(),
  title: z.string(),
  originaltitle: z.optional(z.string()),
  year: z.optional(z.number()),
});
const Shows = z.object({ limits, tvshows: z.optional(z.array(Show)) });
const SHOWS: Query<z.infer<typeof Shows>, z.infer<typeof Show>> = {
  method: 'VideoLibrary.GetTVShows',
  params: { properties: ['title', 'originaltitle', 'year'] },
  page: Shows,
  records: ({ tvshows }) => tvshows,
};
const Episode = z.object({
  tvshowid: z.optional(z.number()),
  showtitle: z.optional(z.string()),
  title: z.optional(z.string()),
  season: z.number(),
  episode: z.number(),
  playcount: z.number(),
  lastplayed: z.optional(z.string()),
});
const Episodes = z.object({ limits, episodes: z.optional(z.array(Episode)) });
const EPISODES: Query<z.infer<typeof Episodes>, z.infer<typeof Episode>> = {
  method: 'VideoLibrary.GetEpisodes',
  params: {
    properties: ['tvshowid', 'showtitle', 'season', 'episode', 'title', 'playcount', 'lastplayed'],
    filter: { field: 'playcount', operator: 'greaterthan', value: '0' },
  },
  page: Episodes,
  records: ({ episodes }) => episodes,
};

/** `NAME:PASSWORD` of an address. @throws {UserError} if its percent-encoding is invalid */
function credentials({ username, password, host }: URL): string {
  try {
    return `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  } catch {
    throw new UserError(`the name or password for ${host} is not valid; write \`%\` as \`%25\``);
  }
}

/** All records of a kind, page by page. @throws {HttpError | UserError} */
async function* all<Page extends Limited, Item>(
  account: SyncAccount,
  { method, params, page: schema, records }: Query<Page, Item>,
  reach: SyncReach,
): AsyncGenerator<Item> {
  for (let start = 0; ; ) {
    const limits = { start, end: start + PAGE };
    const page = await call(account, method, { ...params, limits }, schema, reach);
    if (page === undefined) throw new UserError(`${new URL(account.url).host} is not a Kodi`);
    const found = records(page) ?? [];
    yield* found;
    start += found.length;
    if (found.length === 0 || start >= page.limits.total) return;
  }
}

/** What a method returns; `undefined` if the address is not that of a Kodi. @throws {HttpError | UserError} */
async function call<T>(
  { url: server, secret }: SyncAccount,
  method: string,
  params: Readonly<Record<string, unknown>>,
  result: z.ZodMiniType<T>,
  reach: SyncReach,
): Promise<T | undefined> {
  const url = new URL('jsonrpc', server);
  const authorization = secret === null ? undefined : `Basic ${secret}`;
  const post = { jsonrpc: '2.0', id: 1, method, params };
  try {
    return (await reach.ask({ url, authorization, post }, z.object({ result })))?.result;
  } catch (error) {
    if (!(error instanceof HttpError) || error.status !== 401) throw error;
    throw new UserError(
      `Kodi at ${url.host} asks for another name or password; set it up again with \`recap sync kodi --url http://NAME@${url.host}\``,
    );
  }
}

function entryOf(episode: z.infer<typeof Episode>, shows: ReadonlyMap<number, ShowName>): Entry {
  const { season, episode: number, playcount, lastplayed, showtitle, title } = episode;
  const show = shows.get(episode.tvshowid ?? -1) ?? showName(showtitle ?? '');
  const isNumbered = season >= 0 && number >= 0;
  if (playcount < 1 || show.title === '' || !isNumbered) return { kind: 'left-out' };
  return {
    kind: 'numbered',
    show,
    season,
    number,
    title: title || null,
    when: localTime(lastplayed),
  };
}

/** Kodi writes the time of its own clock, which is that of this house. Empty where it does not know. */
function localTime(written: string | undefined): number | null {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(written ?? '')) return null;
  const at = Date.parse((written ?? '').replace(' ', 'T'));
  return Number.isNaN(at) ? null : at;
}
