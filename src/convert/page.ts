import { UserError } from '../model/user-error.ts';
import { sanitize } from '../text/sanitize.ts';
import type { Article } from './article.ts';
import { articleRoot } from './article-root.ts';
import { articleBlocks } from './blocks.ts';
import { pageFacts } from './facts.ts';
import { extents } from './furniture.ts';
import { withoutFurnitureLines } from './furniture-lines.ts';
import { type Hiding, hidingOf } from './hiding.ts';
import {
  commentValue,
  elementsOf,
  isElement,
  type PageDocument,
  type PageElement,
  parsePage,
} from './page-tree.ts';
import { markWrittenSpoilers } from './written-spoilers.ts';

/** A hidden element with more than this share of a page's prose is the page itself, not a spoiler in it. */
const WHOLE_PAGE = 0.6;

/**
 * Reads a saved or fetched page as an article.
 *
 * @param address its URL, if known from elsewhere
 * @throws {UserError} if it has no text
 */
export function articleOfPage(html: string, address?: string): Article {
  const document = parsePage(sanitize(html));
  const body = bodyOf(document);
  const hiding = new Map<PageElement, Hiding>(hidingOf(document));
  const extentOf = extents(body);
  const most = extentOf(body).prose * WHOLE_PAGE;
  for (const element of hiding.keys()) {
    if (most > 0 && extentOf(element).prose > most) hiding.delete(element);
  }
  const facts = pageFacts(document, hiding, savedFrom(document) ?? address);
  const article = articleRoot(body, hiding);
  const hasStrayEnd = markWrittenSpoilers(article.root, hiding);
  const blocks = withoutFurnitureLines(articleBlocks(article, hiding), facts);
  if (!blocks.some(({ text }) => /[\p{L}\p{N}]/u.test(text))) {
    throw new UserError('the page has no text that could be a recap');
  }
  return { facts, blocks, hasStrayEnd, dropped: article.dropped };
}

function bodyOf(document: PageDocument): PageElement {
  for (const element of elementsOf(document))
    if (element.tagName === 'body' || element.tagName === 'frameset') return element;
  throw new UserError('the page has no text that could be a recap');
}

/** The URL in the comment added by browsers ("saved from url=…") or SingleFile. */
function savedFrom(document: PageDocument): string | undefined {
  const pending = [...document.childNodes];
  for (let node = pending.shift(); node; node = pending.shift()) {
    const comment = commentValue(node);
    const saved =
      comment === undefined
        ? undefined
        : /saved from url=\(\d+\)(\S+)|^\s*url:\s*(\S+)/im.exec(comment);
    const url = saved?.[1] ?? saved?.[2];
    if (url && /^https?:/i.test(url)) return url;
    if (isElement(node) && /^(?:html|head)$/.test(node.tagName)) {
      for (const child of node.childNodes)
        if (!isElement(child) || child.tagName === 'head') pending.push(child);
    }
  }
  return undefined;
}
