import { type LocalServer, localServer, reply } from './local-server.ts';

/** What a site answers at a path: the markup of a page, a redirect, another status than 200, or nothing. */
export type SitePage =
  | string
  | { readonly redirect: string }
  | { readonly status: number }
  | { readonly text: string }
  | { readonly hangUp: true };

export interface LocalSite extends LocalServer {
  /** The paths that were asked for, in order. */
  readonly paths: () => string[];
  /** When each request came, in milliseconds. */
  readonly times: readonly number[];
}

/** A site on this machine, by path and query; whatever it has not is a 404. `ORIGIN` in its pages is its address. */
export async function localSite(pages: Readonly<Record<string, SitePage>>): Promise<LocalSite> {
  const times: number[] = [];
  const server = await localServer((request, response) => {
    times.push(performance.now());
    const page = pages[request.url ?? ''] ?? { status: 404 };
    const html = { 'content-type': 'text/html; charset=utf-8' };
    if (typeof page === 'string') {
      reply(200, page.replaceAll('ORIGIN', server.origin), html)(request, response);
    } else if ('text' in page) reply(200, page.text)(request, response);
    else if ('hangUp' in page) request.socket.destroy();
    else if ('redirect' in page) reply(302, '', { location: page.redirect })(request, response);
    else reply(page.status)(request, response);
  });
  return { ...server, times, paths: () => server.requests.map(({ path }) => path) };
}
