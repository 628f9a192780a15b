import * as z from 'zod/mini';
import { type Entry, moment, type ShowName, showName } from '../history/entry.ts';
import { delay } from '../http/delay.ts';
import { HttpError } from '../http/http-error.ts';
import { UserError } from '../model/user-error.ts';
import { PAIRING_PACE } from './deadlines.ts';
import type { SyncReach } from './reach.ts';
import type { Pairing, SyncAccount, SyncService } from './service.ts';

/** A Jellyfin server: pairing by Quick Connect, and the episodes that its user has played. */
export const jellyfin: SyncService = {
  name: 'jellyfin',
  title: 'Jellyfin',
  example: 'http://192.168.1.5:8096',
  takesPassword: false,
  pair,
  async read(account, to, reach) {
    const series = new Map<string, ShowName>();
    const shows = { includeItemTypes: 'Series', fields: 'OriginalTitle' };
    for await (const item of items(account, shows, reach)) {
      const { Id, Name, ProductionYear, OriginalTitle } = item;
      const name = showName(Name ?? '', ProductionYear ?? null);
      series.set(Id, OriginalTitle ? { ...name, aka: [OriginalTitle] } : name);
    }
    // without the user, `isPlayed` has no effect
    for await (const item of items(
      account,
      { includeItemTypes: 'Episode', isPlayed: 'true' },
      reach,
    )) {
      for (const entry of entriesOf(item, series)) to(entry);
    }
  },
  async revoke({ url: server, secret, deviceId }, reach) {
    const authorization = credentials({ deviceId, version: reach.version, token: secret ?? '' });
    const request = { url: new URL('Sessions/Logout', server), authorization, post: {} };
    await reach.send(request).catch((error: unknown) => {
      // it has been revoked already
      if (!isStatus(error, 401)) throw error;
    });
  },
};

/** Items in an answer. */
const PAGE = 500;
/** More episodes in one file than any has. */
const MOST_IN_A_FILE = 10;

const Enabled = z.boolean();
const QuickConnect = z.object({
  Authenticated: z.boolean(),
  Secret: z.string(),
  Code: z.string(),
});
const Authentication = z.object({
  AccessToken: z.string(),
  User: z.object({ Id: z.string(), Name: z.string() }),
});
const optional = <T>(schema: z.ZodMiniType<T>) => z.optional(z.nullable(schema));
const Item = z.object({
  Id: z.string(),
  Name: optional(z.string()),
  ProductionYear: optional(z.number()),
  OriginalTitle: optional(z.string()),
  SeriesId: optional(z.string()),
  SeriesName: optional(z.string()),
  ParentIndexNumber: optional(z.number()),
  IndexNumber: optional(z.number()),
  IndexNumberEnd: optional(z.number()),
  UserData: optional(
    z.object({ Played: optional(z.boolean()), LastPlayedDate: optional(z.string()) }),
  ),
});
const Page = z.object({ Items: z.array(Item), TotalRecordCount: z.number() });

async function pair(url: URL, pairing: Pairing, reach: SyncReach): Promise<SyncAccount> {
  const { deviceId } = pairing;
  const server = new URL(`${url.origin}${url.pathname}`.replace(/\/?(?:web\/.*)?$/, '/'));
  const authorization = credentials({ deviceId, version: reach.version });
  const ask = <T>(path: string, schema: z.ZodMiniType<T>, post?: unknown) =>
    reach.ask({ url: new URL(path, server), authorization, post }, schema);
  const isEnabled = await ask('QuickConnect/Enabled', Enabled);
  if (isEnabled === undefined) throw new UserError(`${url.host} is not a Jellyfin server`);
  if (!isEnabled) throw new UserError(noQuickConnect(url.host));
  const begun = await ask('QuickConnect/Initiate', QuickConnect, {}).catch((error: unknown) => {
    throw isStatus(error, 401) ? new UserError(noQuickConnect(url.host)) : error;
  });
  if (!begun) throw new UserError(noQuickConnect(url.host));
  pairing.showCode(begun.Code);
  const connect = `QuickConnect/Connect?secret=${encodeURIComponent(begun.Secret)}`;
  for (;;) {
    await delay(PAIRING_PACE, reach.signal);
    const state = await ask(connect, QuickConnect);
    if (!state) throw new UserError('the code has expired; run the same command again');
    if (state.Authenticated) break;
  }
  const done = await ask('Users/AuthenticateWithQuickConnect', Authentication, {
    Secret: begun.Secret,
  });
  if (!done) throw new UserError('the code has expired; run the same command again');
  const { AccessToken: secret, User } = done;
  const { Id: user, Name: userName } = User;
  return { service: jellyfin.name, url: server.href, user, userName, secret, deviceId };
}

/** All items of the user's that fit, page by page. */
async function* items(
  account: SyncAccount,
  query: Readonly<Record<string, string>>,
  reach: SyncReach,
): AsyncGenerator<z.infer<typeof Item>> {
  const { url: server, user, secret, deviceId } = account;
  const authorization = credentials({ deviceId, version: reach.version, token: secret ?? '' });
  const url = new URL('Items', server);
  const fixed = {
    userId: user ?? '',
    recursive: 'true',
    sortBy: 'SortName',
    enableImages: 'false',
  };
  for (const [name, value] of Object.entries({ ...fixed, ...query }))
    url.searchParams.set(name, value);
  url.searchParams.set('limit', String(PAGE));
  for (let start = 0; ; ) {
    url.searchParams.set('startIndex', String(start));
    const page = await reach.ask({ url, authorization }, Page).catch((error: unknown) => {
      throw [400, 401, 403].some((status) => isStatus(error, status)) ? unpaired(url.host) : error;
    });
    if (!page) throw unpaired(url.host);
    yield* page.Items;
    start += page.Items.length;
    if (page.Items.length === 0 || start >= page.TotalRecordCount) return;
  }
}

function entriesOf(
  {
    SeriesId,
    SeriesName,
    ParentIndexNumber: season,
    IndexNumber: first,
    ...item
  }: z.infer<typeof Item>,
  series: ReadonlyMap<string, ShowName>,
): Entry[] {
  const show = series.get(SeriesId ?? '') ?? showName(SeriesName ?? '');
  if (item.UserData?.Played !== true || show.title === '') return [{ kind: 'left-out' }];
  const when = moment(item.UserData.LastPlayedDate);
  if (!isNumber(season) || !isNumber(first)) return [{ kind: 'show', show, when }];
  const end = isNumber(item.IndexNumberEnd) ? item.IndexNumberEnd : first;
  const last = Math.max(first, Math.min(end, first + MOST_IN_A_FILE - 1));
  // several episodes in one file share its title
  const title = first === last ? (item.Name ?? null) : null;
  return Array.from({ length: last - first + 1 }, (_, index) => {
    return { kind: 'numbered' as const, show, season, number: first + index, title, when };
  });
}

function isNumber(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 9999;
}

/** The header by which clients of Jellyfin say who they are. */
function credentials(parts: {
  readonly version: string;
  readonly deviceId: string;
  readonly token?: string;
}): string {
  const { version, deviceId, token } = parts;
  const named = [
    ['Client', 'recap'],
    ['Device', 'recap'],
    ['DeviceId', deviceId],
    ['Version', version],
    ...(token === undefined ? [] : [['Token', token]]),
  ];
  // a header is ASCII, and a quote would end the value
  const written = named.map(([name, value = '']) => `${name}="${encodeURIComponent(value)}"`);
  return `MediaBrowser ${written.join(', ')}`;
}

function isStatus(error: unknown, status: number): boolean {
  return error instanceof HttpError && error.status === status;
}

function noQuickConnect(host: string): string {
  return `Quick Connect is turned off at ${host}; an administrator can turn it on in the dashboard, under General`;
}

function unpaired(host: string): UserError {
  return new UserError(
    `Jellyfin at ${host} no longer accepts this device or its user; pair again with \`recap sync jellyfin --url URL\``,
  );
}
