import { type Extent, extents, furnitureName, isLinkList, lookOf } from './furniture.ts';
import type { HidingMap } from './hiding.ts';
import {
  attribute,
  elementsOf,
  isElement,
  isWordless,
  type PageElement,
  withAncestors,
} from './page-tree.ts';

/** The element of a page's article, and what inside it is not part of the article. */
export interface ArticleRoot {
  readonly root: PageElement;
  readonly isDropped: (element: PageElement) => boolean;
  /** What is left out, in words: "comments", "navigation". */
  readonly dropped: readonly string[];
}

/** The largest share of a page's prose that is dropped because of an element's name alone. */
const MOST = 0.5;

/**
 * Finds the article of a page. Prose is dropped only if it is certainly not part of the article and less than half of
 * all prose; short texts are dropped if their element's name or structure says so.
 */
export function articleRoot(body: PageElement, hiding: HidingMap): ArticleRoot {
  const extentOf = extents(body);
  const dropped = new Set<PageElement>();
  const kept = new Map<PageElement, number>();
  const most = extentOf(body).prose * MOST;
  const survey = (element: PageElement): number => {
    const extent = extentOf(element);
    if (element !== body && isFurniture(element, extent, most, hiding)) {
      dropped.add(element);
      return 0;
    }
    let inner = 0;
    let outer = extent.prose;
    for (const child of element.childNodes) {
      if (!isElement(child) || isWordless(child)) continue;
      outer -= extentOf(child).prose;
      inner += survey(child);
    }
    const prose = Math.max(0, outer) + inner;
    kept.set(element, prose);
    return prose;
  };
  survey(body);
  const scope = smallestWith(body, kept);
  const root = holderOf(scope) ?? body;
  const path = new Set(withAncestors(scope));
  const inScope = new Set(elementsOf(scope));
  const bare = new Set<PageElement>();
  findBare(root, bare);
  // loose words next to the text, as in a banner whose elements have no names
  const isLoose = (element: PageElement) =>
    !path.has(element) &&
    !inScope.has(element) &&
    (kept.get(element) ?? 0) === 0 &&
    bare.has(element);
  return {
    root,
    isDropped: (element) => dropped.has(element) || isLoose(element),
    dropped: [...new Set([...dropped].map(furnitureName).filter((name) => name !== undefined))],
  };
}

function isFurniture(
  element: PageElement,
  extent: Extent,
  most: number,
  hiding: HidingMap,
): boolean {
  const look = lookOf(element);
  if (look === 'certain') return extent.prose === 0 || extent.prose < most;
  if (look === 'likely')
    return extent.prose === 0 && !(hiding.has(element) && extent.links < extent.text);
  return isLinkList(element, extent);
}

/** The smallest element that contains all prose to keep. */
function smallestWith(body: PageElement, kept: ReadonlyMap<PageElement, number>): PageElement {
  let scope = body;
  const all = kept.get(body) ?? 0;
  if (all === 0) return body;
  for (;;) {
    const next = scope.childNodes.find(
      (child): child is PageElement => isElement(child) && kept.get(child) === all,
    );
    if (!next) return scope;
    scope = next;
  }
}

/** The element around another that the page declares to be its content. */
function holderOf(scope: PageElement): PageElement | undefined {
  let article: PageElement | undefined;
  for (const outer of withAncestors(scope)) {
    if (outer.tagName === 'main' || attribute(outer, 'role') === 'main') return outer;
    if (outer.tagName === 'article') article = outer;
  }
  return article;
}

/** Layout elements: what they contain besides paragraphs, headings and lists may be loose words. */
const ARRANGING = /^(?:div|section|header|hgroup|address|figure|form|fieldset)$/;
/** Inline elements, and elements without text. */
const INLINE =
  /^(?:a|abbr|span|small|time|img|picture|source|svg|use|path|g|script|style|noscript|button|label|input|iframe|video|i|font|sup|sub)$/;

/** Finds the elements that contain only loose words: no paragraph, heading or list. */
function findBare(element: PageElement, bare: Set<PageElement>): boolean {
  const isArranging = ARRANGING.test(element.tagName);
  let isBare = isArranging || INLINE.test(element.tagName);
  for (const child of element.childNodes) {
    if (isElement(child) && !findBare(child, bare)) isBare = false;
  }
  if (isBare && isArranging) bare.add(element);
  return isBare;
}
