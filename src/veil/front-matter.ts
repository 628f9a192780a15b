import type { RecapHead } from '../gated/recap-head.ts';
import { unseal } from '../gated/sealed.ts';
import { type Show, secretsOf } from '../gated/show.ts';
import { type ListedKey, type VisibleOf, visibleNames } from '../model/field.ts';
import type { ViewingOrder } from '../model/order.ts';
import {
  isFetched,
  RECAP_FIELDS,
  type RecapFrontMatter,
  type VisibleRecapFields,
} from '../model/recap-fields.ts';
import { episodeTitle, type Reader } from './episode-title.ts';

/** What a reader may see of a recap's front matter. */
export interface VisibleFrontMatter extends VisibleRecapFields {
  /** The host of `source`, which may be shown while the rest of the address is still hidden. */
  readonly host: string | null;
}

/** What a reader may see of a recap in a list. */
export type VisibleListing = VisibleOf<typeof RECAP_FIELDS, ListedKey<typeof RECAP_FIELDS>>;

/**
 * What a reader may see of a recap's front matter: each field by its rule in `RECAP_FIELDS`, and nothing that holds a
 * declared secret.
 *
 * @param isPeeked whether the reader peeks behind the gate of the whole recap
 */
export function visibleFrontMatter(
  show: Show,
  head: RecapHead<RecapFrontMatter>,
  reader: Reader,
  isPeeked: boolean,
): VisibleFrontMatter {
  const visible = visibleFields(show, head, reader, isPeeked, VISIBLE);
  if (!areAllVisible(visible)) throw new Error('the table of fields has changed');
  const { source } = unseal(head.frontMatter);
  const secrets = secretsOf(show).closedAt(reader.place, show.order);
  const host = source === undefined ? null : secrets.withheld(hostOf(source)) || null;
  return Object.assign(visible, { host });
}

/** What a reader may see of a recap in a list. */
export function visibleListing(show: Show, head: RecapHead, reader: Reader): VisibleListing {
  const visible = visibleFields(show, head, reader, false, LISTED);
  if (!areListed(visible)) throw new Error('the table of fields has changed');
  return visible;
}

/** The fields of a view that is not made from a single recap. */
export function noFrontMatter(): VisibleFrontMatter {
  const none = Object.fromEntries(VISIBLE.map((name) => [name, isList(name) ? [] : null]));
  if (!areAllVisible(none)) throw new Error('the table of fields has changed');
  return { ...none, host: null };
}

type Name = keyof VisibleRecapFields;

const VISIBLE = visibleNames(RECAP_FIELDS);
const LISTED = VISIBLE.filter((name) => RECAP_FIELDS[name].json === 'list');

function visibleFields(
  show: Show,
  head: RecapHead,
  reader: Reader,
  isPeeked: boolean,
  names: readonly Name[],
): Readonly<Record<string, unknown>> {
  const frontMatter: RecapFrontMatter = unseal(head.frontMatter);
  const secrets = secretsOf(show).closedAt(reader.place, show.order);
  const isOpen = () => isPeeked || isUnlocked(show.order, head, reader);
  const visibleValue = (name: Name): string | readonly string[] | null => {
    const { visibility } = RECAP_FIELDS[name];
    if (visibility === 'episode-title' && head.episode) {
      return episodeTitle(show, head.episode, reader, frontMatter.title);
    }
    if (name === 'episode') return head.episode ?? null;
    const waits = visibility === 'body' || (visibility === 'provenance' && isFetched(frontMatter));
    const value = waits && !isOpen() ? undefined : frontMatter[name];
    if (isList(name)) {
      const entries = typeof value === 'object' ? value : [];
      return entries.filter((entry) => secrets.withheld(entry) !== null);
    }
    return typeof value === 'string' ? secrets.withheld(value) : null;
  };
  const visible: Record<string, unknown> = {};
  for (const name of names) visible[name] = visibleValue(name);
  return visible;
}

function isUnlocked(order: ViewingOrder, { gate }: RecapHead, { place }: Reader): boolean {
  return gate === undefined || order.isOpen(gate, place);
}

function isList(name: Name): boolean {
  return RECAP_FIELDS[name].value === 'lines';
}

function areAllVisible(fields: object): fields is VisibleRecapFields {
  return VISIBLE.every((name) => name in fields);
}

function areListed(fields: object): fields is VisibleListing {
  return LISTED.every((name) => name in fields);
}

/** The host of a URL, without user name and port. */
function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : '';
}
