import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';
import { type HtmlNode, lineOfNodes } from './html-markdown.ts';

export type HtmlElement = DefaultTreeAdapterTypes.Element;

/** All elements of a page in the order of their start tags. Walks without recursion: a page may nest as deep as it likes. */
export function elementsOf(html: string): HtmlElement[] {
  return descendants(parse(html).childNodes);
}

export function descendants(nodes: readonly HtmlNode[]): HtmlElement[] {
  const found: HtmlElement[] = [];
  const open = [...nodes].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    if (!defaultTreeAdapter.isElementNode(node)) continue;
    found.push(node);
    for (let index = node.childNodes.length - 1; index >= 0; index--) {
      const child = node.childNodes[index];
      if (child) open.push(child);
    }
  }
  return found;
}

export function childElements({ childNodes }: HtmlElement): HtmlElement[] {
  return childNodes.filter((node) => defaultTreeAdapter.isElementNode(node));
}

export function attribute({ attrs }: HtmlElement, name: string): string {
  return attrs.find((candidate) => candidate.name === name)?.value ?? '';
}

export function hasClass(element: HtmlElement, name: string): boolean {
  return attribute(element, 'class').split(/\s+/).includes(name);
}

/** One line of an element's text, without reference marks. */
export function textOf(element: HtmlElement): string {
  return lineOfNodes(element.childNodes);
}

/** An element's text, cut where a line or a rule parts it. */
export function partsOf(element: HtmlElement): string[] {
  const groups: HtmlNode[][] = [[]];
  for (const node of element.childNodes) {
    const isBreak = defaultTreeAdapter.isElementNode(node) && /^(?:hr|br)$/.test(node.tagName);
    if (isBreak) groups.push([]);
    else groups.at(-1)?.push(node);
  }
  return groups.map(lineOfNodes).filter((text) => text !== '');
}
