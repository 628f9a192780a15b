import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import TurndownService from 'turndown';
import { UserError } from '../model/user-error.ts';
import { sanitize, sanitizeLine } from '../text/sanitize.ts';
import type { Article } from './article.ts';
import { pageFacts } from './facts.ts';
import { MARKS, markedText, REST, START, STOP, type WrittenState } from './marks.ts';

/** Elements in each other: more is no article, and would take too long. */
const DEEPEST = 300;
/** Elements of a page: the same. */
const MOST_ELEMENTS = 100_000;

/** What a page itself hides, or calls a spoiler. */
const MARKED = [
  'details',
  'spoiler',
  '[class*="spoil" i]',
  '[id*="spoil" i]',
  '[data-spoiler]',
  '[hidden]',
  '[style*="display:none" i]',
  '[style*="display: none" i]',
  '[style*="blur" i]',
  '[style*="visibility:hidden" i]',
  '[style*="visibility: hidden" i]',
  '[class*="blur" i]',
].join(',');

const BLOCKS = /^(?:details|div|section|aside|article|p|ul|ol|table|blockquote|figure|h[1-6])$/i;

/** Furniture that Readability may take for text, by what it is called. */
const FURNITURE = [
  'nav',
  'header nav',
  'footer',
  'form',
  'iframe',
  'script',
  'style',
  'noscript',
  'template',
  'button',
  'svg',
  '[class*="newsletter" i]',
  '[class*="share" i]',
  '[class*="social" i]',
  '[class*="related" i]',
  '[class*="advert" i]',
  '[class*="promo" i]',
  '[class*="comments" i]',
  '[id="comments" i]',
  '[role="navigation"]',
  '[class*="cookie" i]',
  '[class*="breadcrumb" i]',
  '[class*="infobox" i]',
  '[class*="toc" i]',
  '[class*="subscribe" i]',
].join(',');

/** What a notice that spoilers follow is called. */
const BANNER = /spoil\w*[-_ ]?(?:alert|warning|notice|ahead)/i;

/** Whether a text is a page, and not plain text. */
export function isPage(text: string): boolean {
  return /^\s*<(?:!doctype|html|head|body|article|div|p|h1|meta|!--)/i.test(text);
}

/**
 * An article as it was saved from the web: its text as Markdown with marks where the page has spoilers, and
 * what the page says of it. No script of the page runs, and nothing that it names is loaded.
 *
 * @param html decoded text
 * @throws {UserError} where the page is too deep or too large, or has no text
 */
export function articleOfPage(html: string): Article {
  const { document } = parseHTML(/<body/i.test(html) ? html : `<html><body>${html}</body></html>`);
  refuseDeep(document);
  const facts = pageFacts(document, MARKED);
  for (const element of document.querySelectorAll(FURNITURE)) {
    if (!element.matches(`${MARKED},html,body,main,article`)) element.remove();
  }
  for (const heading of document.querySelectorAll('h1')) {
    if (sanitizeLine(heading.textContent ?? '') === facts.title) heading.remove();
  }
  // texts first: what they hold of the marks' characters is taken out
  markTexts(document);
  markElements(document);
  const whole = document.body.innerHTML;
  const readable = new Readability(document, { keepClasses: false, charThreshold: 200 }).parse();
  // what it drops may be the mark of a spoiler: then nothing may be dropped
  const isKept = count(readable?.content ?? '') === count(whole);
  const content = isKept ? (readable?.content ?? '') : whole;
  const root = parseHTML(
    `<html><body><main>${content}</main></body></html>`,
  ).document.querySelector('main');
  const markdown = root ? turndown().turndown(root) : '';
  if (!/[\p{L}\p{N}]/u.test(markdown))
    throw new UserError('the page has no text that could be a recap');
  return {
    ...facts,
    title: facts.title ?? (sanitizeLine(readable?.title ?? '') || undefined),
    markdown,
  };
}

/** How many marks a text has. */
function count(text: string): number {
  return text.match(MARKS)?.length ?? 0;
}

function turndown(): TurndownService {
  const service = new TurndownService({
    headingStyle: 'atx',
    codeBlockStyle: 'fenced',
    bulletListMarker: '-',
    emDelimiter: '*',
  });
  // a picture's address leads out of the library, and what describes it may give something away
  service.addRule('picture', {
    filter: ['img', 'picture', 'video', 'audio'],
    replacement: () => '',
  });
  return service;
}

/** Depth is measured without recursion, before anything recurses. */
function refuseDeep(document: Document): void {
  let count = 0;
  const walk: [element: Element, depth: number][] = [[document.documentElement, 1]];
  for (let next = walk.pop(); next; next = walk.pop()) {
    const [element, depth] = next;
    if (++count > MOST_ELEMENTS || depth > DEEPEST) {
      throw new UserError(
        'the page has more elements, or deeper ones, than any article; save the article alone',
      );
    }
    for (let child = element.firstElementChild; child; child = child.nextElementSibling) {
      walk.push([child, depth + 1]);
    }
  }
}

/** Puts marks around what the page hides or calls a spoiler, and lets what is hidden be text. */
function markElements(document: Document): void {
  const named = [...document.querySelectorAll('*')].filter(({ tagName }) => /spoil/i.test(tagName));
  for (const element of new Set([...document.querySelectorAll(MARKED), ...named])) {
    if (/^(?:body|html|main)$/i.test(element.tagName)) continue;
    // a banner hides what follows it, and not itself
    if (BANNER.test(`${element.className} ${element.id}`))
      element.prepend(document.createTextNode(REST));
    const isBlock = BLOCKS.test(element.tagName);
    const heading = /^h[1-6]$/i.test(element.tagName);
    const before = markNode(document, START, isBlock && !heading);
    const behind = markNode(document, STOP, isBlock && !heading);
    if (heading) {
      element.prepend(before);
      element.append(behind);
    } else {
      element.before(before);
      element.after(behind);
    }
    for (const name of ['hidden', 'style', 'class', 'id', 'aria-hidden'])
      element.removeAttribute(name);
    // Readability would take the summary for a button, and drop it
    if (/^(?:details|summary|spoiler)$/i.test(element.tagName)) unwrap(document, element, isBlock);
  }
  for (const summary of document.querySelectorAll('summary')) unwrap(document, summary, true);
}

function unwrap(document: Document, element: Element, isBlock: boolean): void {
  const plainElement = document.createElement(isBlock ? 'div' : 'span');
  plainElement.append(...element.childNodes);
  element.replaceWith(plainElement);
}

function markNode(document: Document, mark: string, isBlock: boolean): Node {
  if (!isBlock) return document.createTextNode(mark);
  const paragraph = document.createElement('p');
  paragraph.textContent = mark;
  return paragraph;
}

/** Puts marks in place of what is written for spoilers in the page's text. */
function markTexts(document: Document): void {
  const state: WrittenState = new Set();
  // a parser may part a text at its entities, and a marker with it
  document.body.normalize();
  const texts = document.createTreeWalker(document.body, 4);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    node.textContent = markedText(sanitize(node.textContent ?? ''), state);
  }
}
