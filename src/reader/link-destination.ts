import { sanitizeLine } from '../text/sanitize.ts';

/** An address on the web, as a browser would open it. */
export interface WebAddress {
  /** The whole of it, in ASCII. */
  readonly href: string;
  readonly host: string;
}

/** Where a link leads. */
export type LinkDestination =
  | { readonly kind: 'web'; readonly address: WebAddress }
  /** A file of the library; without a slug, a show. The heading is the part behind `#`, empty if there is none. */
  | {
      readonly kind: 'recap';
      readonly show: string;
      readonly slug: string | undefined;
      readonly heading: string;
    }
  | { readonly kind: 'heading'; readonly heading: string }
  | { readonly kind: 'unknown' };

const UNKNOWN: LinkDestination = { kind: 'unknown' };

/**
 * Where a link leads: to the web, or by a relative path to a recap (docs/format.md, links). No file is looked for, and
 * nothing but the web and the library can be reached.
 *
 * @param target as written in the link
 * @param show the slug of the show whose recap has the link: paths are relative to its folder
 */
export function linkDestination(target: string, show: string): LinkDestination {
  if (target.startsWith('//')) return webAddress(`https:${target}`);
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return webAddress(target);
  const [, path = '', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?#?(.*)$/.exec(target) ?? [];
  const heading = decoded(fragment);
  if (path === '') return heading ? { kind: 'heading', heading } : UNKNOWN;
  const plain = decoded(path);
  const segments = plain === '' ? undefined : resolved(plain, show);
  const [folder, file, ...deeper] = segments ?? [];
  if (!folder || deeper.length > 0) return UNKNOWN;
  const slug = file?.replace(/\.md$/i, '');
  return { kind: 'recap', show: folder, slug: slug || undefined, heading };
}

/** The name by which links refer to a heading: its words in lower case, joined by hyphens. */
export function headingName(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s+/g, '-');
}

function webAddress(text: string): LinkDestination {
  if (!URL.canParse(text)) return UNKNOWN;
  const { protocol, href, host } = new URL(text);
  if (protocol !== 'http:' && protocol !== 'https:') return UNKNOWN;
  return { kind: 'web', address: { href: sanitizeLine(href), host: sanitizeLine(host) } };
}

/** The segments of a path within the library; `undefined` if it leads out of it. */
function resolved(path: string, show: string): string[] | undefined {
  const segments = path.startsWith('/') ? [] : [show];
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments;
}

/** Percent-encoded text decoded; empty where it cannot be. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
