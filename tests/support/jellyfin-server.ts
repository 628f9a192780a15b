import type { IncomingMessage } from 'node:http';
import { type Answer, type LocalServer, localServer, reply } from './local-server.ts';

/** An episode or a series, in the fields of Jellyfin's published API description (10.11) that it is asked for. */
export interface JellyfinItem {
  readonly Id: string;
  readonly Type: 'Episode' | 'Series';
  readonly Name: string;
  readonly SeriesId?: string;
  readonly SeriesName?: string;
  readonly ParentIndexNumber?: number | null;
  readonly IndexNumber?: number | null;
  readonly IndexNumberEnd?: number;
  readonly ProductionYear?: number;
  readonly OriginalTitle?: string;
  /** By the user's identifier. */
  readonly played?: Readonly<Record<string, boolean>>;
}

export interface JellyfinServer extends LocalServer {
  items: readonly JellyfinItem[];
  isQuickConnectOn: boolean;
  /** How often a code is asked about before somebody enters it. */
  asksBeforeEntered: number;
  /** Who enters the code. */
  user: { readonly Id: string; readonly Name: string };
  /** Tokens that are accepted, and whose they are. */
  readonly tokens: Map<string, string>;
  /** Answers in place of the server's own. */
  fault: ((path: string) => Answer | undefined) | undefined;
  /** The most items in an answer. */
  most: number;
}

/** Parameters of `GET /Items` that the API description has, of those that a client may need. */
const PARAMETERS = new Set(
  'userId recursive includeItemTypes fields isPlayed startIndex limit sortBy sortOrder enableImages enableUserData'.split(
    ' ',
  ),
);

/** A server that answers as Jellyfin's API description says, and refuses what it does not describe. */
export async function jellyfinServer(): Promise<JellyfinServer> {
  const sessions = new Map<string, number>();
  const local = await localServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://localhost');
    const answer = server.fault?.(url.pathname) ?? answerOf(request, url);
    answer(request, response);
  });

  function answerOf({ method, headers }: IncomingMessage, url: URL): Answer {
    const client = clientOf(headers.authorization ?? '');
    if (!client) return reply(400);
    switch (`${method} ${url.pathname}`) {
      case 'GET /QuickConnect/Enabled':
        return json(server.isQuickConnectOn);
      case 'POST /QuickConnect/Initiate': {
        if (!server.isQuickConnectOn) return reply(401);
        const Secret = `secret-${sessions.size}`;
        sessions.set(Secret, 0);
        return json({ Authenticated: false, Secret, Code: '123456', DeviceId: client.DeviceId });
      }
      case 'GET /QuickConnect/Connect': {
        const Secret = url.searchParams.get('secret') ?? '';
        const asked = sessions.get(Secret);
        if (asked === undefined) return reply(404, '{"title":"Not Found"}');
        sessions.set(Secret, asked + 1);
        return json({ Authenticated: asked >= server.asksBeforeEntered, Secret, Code: '123456' });
      }
      case 'POST /Users/AuthenticateWithQuickConnect':
        return (request, response) => {
          const chunks: Buffer[] = [];
          request.on('data', (chunk: Buffer) => chunks.push(chunk));
          request.on('end', () => {
            const body: unknown = JSON.parse(Buffer.concat(chunks).toString());
            const isObject = typeof body === 'object' && body !== null && 'Secret' in body;
            const asked = isObject ? sessions.get(String(body.Secret)) : undefined;
            if (asked === undefined || asked <= server.asksBeforeEntered) {
              response.writeHead(401).end();
              return;
            }
            const AccessToken = `token-${server.tokens.size}`;
            server.tokens.set(AccessToken, server.user.Id);
            json({ AccessToken, User: server.user, ServerId: 's' })(request, response);
          });
        };
      case 'POST /Sessions/Logout':
        return reply(server.tokens.delete(client.Token ?? '') ? 204 : 401);
      case 'GET /Items':
        return itemsOf(url.searchParams, server.tokens.get(client.Token ?? ''));
      default:
        return reply(404);
    }
  }

  function itemsOf(query: URLSearchParams, user: string | undefined): Answer {
    if (user === undefined) return reply(401);
    if ([...query.keys()].some((name) => !PARAMETERS.has(name))) return reply(400);
    const of = query.get('userId');
    if (of !== null && of !== user) return reply(403);
    const isPlayed = (item: JellyfinItem) => item.played?.[of ?? ''] ?? false;
    const found = server.items.filter((item) => {
      if (item.Type !== query.get('includeItemTypes')) return false;
      // without a user there is no such thing as played
      return of === null || query.get('isPlayed') !== 'true' || isPlayed(item);
    });
    const start = Number(query.get('startIndex') ?? 0);
    const limit = Math.min(Number(query.get('limit') ?? found.length), server.most);
    const hasTitle = query.get('fields')?.includes('OriginalTitle');
    const Items = found
      .slice(start, start + limit)
      .map(({ played: _, OriginalTitle, ...item }) => ({
        ...item,
        ...(hasTitle && OriginalTitle && { OriginalTitle }),
        UserData: {
          Played: isPlayed({ ...item, played: _ ?? {} }),
          LastPlayedDate: '2024-05-01T20:15:00.0000000Z',
        },
      }));
    return json({ Items, TotalRecordCount: found.length, StartIndex: start });
  }

  const server: JellyfinServer = {
    ...local,
    items: [],
    isQuickConnectOn: true,
    asksBeforeEntered: 0,
    user: { Id: 'ann-id', Name: 'Ann' },
    tokens: new Map(),
    fault: undefined,
    most: 1000,
  };
  return server;
}

function json(value: unknown): Answer {
  return reply(200, JSON.stringify(value), { 'content-type': 'application/json; charset=utf-8' });
}

/** Who asks, by the header that every client sends; `undefined` where it is not as it should be. */
function clientOf(header: string): Record<string, string> | undefined {
  const [, rest] = /^MediaBrowser (.+)$/.exec(header) ?? [];
  const parts = Array.from(
    (rest ?? '').matchAll(/(\w+)="([^"]*)"/g),
    ([, name = '', value = '']) => [name, decodeURIComponent(value)],
  );
  const client = Object.fromEntries(parts);
  return ['Client', 'Device', 'DeviceId', 'Version'].every((name) => client[name])
    ? client
    : undefined;
}
