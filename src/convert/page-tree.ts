import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';
import { UserError } from '../model/user-error.ts';

export type PageNode = DefaultTreeAdapterTypes.ChildNode;
export type PageElement = DefaultTreeAdapterTypes.Element;
export type PageDocument = DefaultTreeAdapterTypes.Document;

/** Elements nested deeper than this are no article, and would exhaust the stack of what walks the tree. */
const DEEPEST = 1000;

/** Parses a page the way browsers do. @throws {UserError} where its elements nest too deeply */
export function parsePage(html: string): PageDocument {
  const document = parse(html);
  refuseDeep(document);
  return document;
}

/** Depth is measured without recursion, before anything recurses. */
function refuseDeep(document: PageDocument): void {
  const walk: [node: PageNode, depth: number][] = document.childNodes.map((node) => [node, 1]);
  for (let next = walk.pop(); next; next = walk.pop()) {
    const [node, depth] = next;
    if (!isElement(node)) continue;
    if (depth > DEEPEST) {
      throw new UserError(
        `the page nests elements more than ${DEEPEST} deep; save the article alone, for example from your browser's reader view`,
      );
    }
    for (const child of node.childNodes) walk.push([child, depth + 1]);
  }
}

export function isElement(node: PageNode): node is PageElement {
  return defaultTreeAdapter.isElementNode(node);
}

/** The text of a text node; `undefined` for any other node. */
export function textValue(node: PageNode): string | undefined {
  return defaultTreeAdapter.isTextNode(node) ? node.value : undefined;
}

/** The text of a comment; `undefined` for any other node. */
export function commentValue(node: PageNode): string | undefined {
  return defaultTreeAdapter.isCommentNode(node) ? node.data : undefined;
}

/** An attribute's value. The parser has put names in lower case. */
export function attribute(element: PageElement, name: string): string | undefined {
  return element.attrs.find((found) => found.name === name)?.value;
}

/** All elements below a node, in document order. */
export function* elementsOf(
  parent: Pick<PageElement | PageDocument, 'childNodes'>,
): Generator<PageElement> {
  const pending = [...parent.childNodes].reverse();
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (!isElement(node)) continue;
    yield node;
    for (let index = node.childNodes.length - 1; index >= 0; index--) {
      const child = node.childNodes[index];
      if (child) pending.push(child);
    }
  }
}

/** The parent element of a node; `undefined` at the top. */
export function parentOf(node: PageNode): PageElement | undefined {
  const parent = node.parentNode;
  return parent && 'tagName' in parent ? parent : undefined;
}

/** An element, then its ancestors, from the inside out. */
export function* withAncestors(element: PageElement): Generator<PageElement> {
  for (let next: PageElement | undefined = element; next; next = parentOf(next)) yield next;
}

/** Elements whose text is code or data, not words. */
const WORDLESS = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'svg',
  'math',
  'object',
  'audio',
  'video',
  'canvas',
  'select',
  'datalist',
  'textarea',
  'head',
]);

/** Whether an element can hold no words of an article. */
export function isWordless({ tagName }: PageElement): boolean {
  return WORDLESS.has(tagName);
}

const BLOCKS = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td ' +
    'tfoot th thead tr ul'
  ).split(' '),
);

/** Whether an element begins a line of its own. */
export function isBlock({ tagName }: PageElement): boolean {
  return BLOCKS.has(tagName);
}

/** The words of a node, with a space wherever a block or a line ends. */
export function textOf(node: PageNode): string {
  const parts: string[] = [];
  collectText(node, parts);
  return parts.join('').replace(/\s+/g, ' ').trim();
}

function collectText(node: PageNode, parts: string[]): void {
  const text = textValue(node);
  if (text !== undefined) {
    parts.push(text);
    return;
  }
  if (!isElement(node) || isWordless(node)) return;
  const isApart = isBlock(node) || node.tagName === 'br';
  if (isApart) parts.push(' ');
  for (const child of node.childNodes) collectText(child, parts);
  if (isApart) parts.push(' ');
}

/** The source of a `script` or `style` element. */
export function rawText(element: PageElement): string {
  return element.childNodes.map((child) => textValue(child) ?? '').join('');
}
