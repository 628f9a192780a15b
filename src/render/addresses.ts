import type { MarkdownIt, Token } from 'markdown-it';
import { MARK } from './leaf.ts';

/** Text up to the first white space or mark. An address goes no further. */
const ADDRESS = /^[^\s\ufdd0-\ufdef]*/;

/** What a text must hold to have an address in it; making the patterns that find it takes long. */
const HINT = /:\/\/|www\.|mailto:/i;

/**
 * Sets which addresses become links, and how they are written.
 *
 * - Those with a scheme (http, https, mailto) or `www.` are found in plain text; bare domains are not.
 * - Every scheme is a link: a target is only ever printed, so that it is better seen than hidden.
 * - Hosts are written in ASCII, paths percent-encoded, and marks stay as they are. Nothing is decoded for
 *   reading: a decoded address could hold a mark, or look like another one.
 */
export function addresses(md: MarkdownIt): void {
  const { linkify } = md;
  linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  linkify.add('ftp:').add('//');
  linkify.add('www.', {
    validate: (text, at, self) => {
      const host = self.re.get_relative_proto_validator();
      host.lastIndex = at;
      return host.exec(text)?.[0].length ?? 0;
    },
    normalize: (match) => {
      match.url = `http://${match.url}`;
    },
  });
  const matchAtStart = linkify.matchAtStart.bind(linkify);
  linkify.matchAtStart = (text) => matchAtStart(ADDRESS.exec(text)?.[0] ?? '');
  // what is asked for addresses is plain text that may hold one: the target of a link that is written as one is known
  let asked: ReadonlySet<string> = new Set();
  md.core.ruler.before('linkify', 'hint', ({ tokens }) => {
    asked = new Set(tokens.flatMap(textsWithHint));
  });
  const test = linkify.test.bind(linkify);
  linkify.test = (text) => asked.has(text) && test(text);

  const normalizeLink = md.normalizeLink.bind(md);
  md.normalizeLink = (url) => (MARK.test(url) ? url : normalizeLink(url));
  md.normalizeLinkText = (url) => url;
  md.validateLink = () => true;
}

/** The texts in a block of inline tokens that may hold an address, and before them the block's source. */
function textsWithHint({ content, children }: Token): string[] {
  let links = 0;
  const texts = (children ?? []).filter(({ type, content }) => {
    if (type === 'link_open') links++;
    if (type === 'link_close') links--;
    return links === 0 && type === 'text' && HINT.test(content);
  });
  return texts.length === 0 ? [] : [content, ...texts.map(({ content }) => content)];
}

/**
 * Whether a link's text already says where it leads.
 *
 * @param isAuto it was written as a bare address; its text may still show letters that the host's name
 *   in ASCII (`xn--`) does not have
 */
export function isShownAlready(text: string, target: string, isAuto: boolean): boolean {
  if (target === '' || bare(text) === bare(target)) return true;
  return isAuto && (text.includes('xn--') || !target.includes('xn--'));
}

function bare(address: string): string {
  return address.replace(/^(?:https?:\/\/|mailto:)/i, '').replace(/\/$/, '');
}
