import * as z from 'zod/mini';
import { jsonOf } from './json-answer.ts';
import type { Reach } from './source.ts';

const ADDRESS = 'https://www.wikidata.org';
/** Wikimedia's limit with a compliant User-Agent is 200 a minute and 3 at once; half of it is enough. */
export const WIKIMEDIA_LIMITS = { requests: 100, interval: 60_000, concurrency: 2 };

const found = z.object({ query: z.object({ search: z.array(z.object({ title: z.string() })) }) });
const claim = z.object({
  mainsnak: z.object({ datavalue: z.object({ value: z.object({ id: z.string() }) }) }),
});
const entity = z.object({
  claims: z.catch(
    z.optional(z.object({ P1811: z.catch(z.optional(z.array(z.unknown())), undefined) })),
    undefined,
  ),
  sitelinks: z.catch(
    z.optional(
      z.object({ enwiki: z.catch(z.optional(z.object({ title: z.string() })), undefined) }),
    ),
    undefined,
  ),
});
const entities = z.object({ entities: z.record(z.string(), entity) });

/**
 * The English Wikipedia's page with a show's episode list, or the show's own page, found by its IMDb identifier: titles
 * are never guessed.
 *
 * @returns its title; `undefined` if Wikidata knows no such show, or several
 */
export async function episodeListPage(imdb: string, reach: Reach): Promise<string | undefined> {
  const search = await get(reach, {
    action: 'query',
    list: 'search',
    srsearch: `haswbstatement:P345=${imdb}`,
    srlimit: '2',
  });
  const items = found.safeParse(search).data?.query.search ?? [];
  const item = items[0]?.title;
  if (items.length !== 1 || item === undefined || !/^Q\d+$/.test(item)) return undefined;
  const show = await entityOf(reach, item);
  // "list of episodes"
  const list = claim.safeParse(show?.claims?.P1811?.[0]).data?.mainsnak.datavalue.value.id;
  const page =
    list !== undefined && /^Q\d+$/.test(list)
      ? (await entityOf(reach, list))?.sitelinks?.enwiki?.title
      : undefined;
  return page ?? show?.sitelinks?.enwiki?.title;
}

async function entityOf(reach: Reach, id: string): Promise<z.infer<typeof entity> | undefined> {
  const answer = await get(reach, {
    action: 'wbgetentities',
    ids: id,
    props: 'claims|sitelinks',
    sitefilter: 'enwiki',
  });
  return entities.safeParse(answer).data?.entities[id];
}

async function get(reach: Reach, query: Record<string, string>): Promise<unknown> {
  const url = new URL(`${(reach.addresses.wikidata ?? ADDRESS).replace(/\/$/, '')}/w/api.php`);
  url.search = new URLSearchParams({ ...query, format: 'json', formatversion: '2' }).toString();
  const answer = await reach.get({
    url,
    isTyped: reach.addresses.wikidata !== undefined,
    accept: 'application/json',
    limits: WIKIMEDIA_LIMITS,
    most: 10_000_000,
  });
  return jsonOf(answer, url.host);
}
