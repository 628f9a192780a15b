import { defaultTreeAdapter, html } from 'parse5';
import { WRITTEN_SPOILERS, writtenSyntax } from '../syntax/in-pages.ts';
import { sanitizeLine } from '../text/sanitize.ts';
import type { Hiding } from './hiding.ts';
import {
  isBlock,
  isElement,
  isWordless,
  type PageElement,
  type PageNode,
  textValue,
} from './page-tree.ts';

/** Spoilers of other programs that recap does not read: AniList's `~!…!~`, comments of note-taking apps, `[hide]`. */
const OTHERS: readonly {
  name: string;
  pattern: RegExp;
  meaning: (match: string, isOpen: boolean) => 'start' | 'stop';
}[] = [
  { name: 'anilist', pattern: /~!|!~/g, meaning: (match) => (match === '~!' ? 'start' : 'stop') },
  { name: 'percent', pattern: /%%/g, meaning: (_, isOpen) => (isOpen ? 'stop' : 'start') },
  {
    name: 'hide',
    pattern: /\[\/?(?:hide|hidden)(?:[\s=:][^\]\n]{0,200})?\]/gi,
    meaning: (match) => (match.startsWith('[/') ? 'stop' : 'start'),
  },
];

/** Syntaxes whose end may be paragraphs later. */
const LONG = new Set(['tag', 'block', 'hide']);

/**
 * Finds the spoilers written in a page's text (`||…||`, `>!…!<`, `~!…!~`, `[spoiler]…[/spoiler]`) and moves each into
 * an element of its own, without its markers. Unpaired markers, and those in code, stay text.
 *
 * @param hiding receives the new elements
 * @returns whether a spoiler ends without a beginning: what it should hide is unknown
 */
export function markWrittenSpoilers(root: PageElement, hiding: Map<PageElement, Hiding>): boolean {
  const reader = new Reader(hiding);
  reader.read(root);
  reader.endParagraph();
  reader.replaceTexts();
  return reader.hasStrayEnd;
}

type TextNode = Extract<PageNode, { value: string }>;

interface Marker {
  readonly syntax: string;
  readonly isStart: boolean;
  readonly isStop: boolean;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A stretch of a paragraph: hidden, or the marker of something hidden. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  /** `undefined`: a marker. */
  readonly hiding: Hiding | undefined;
}

class Reader {
  hasStrayEnd = false;
  readonly #hiding: Map<PageElement, Hiding>;
  readonly #replaced = new Map<PageNode, PageNode[]>();
  readonly #parents = new Set<PageElement>();
  #paragraph: TextNode[] = [];
  /** A spoiler that began in an earlier paragraph. */
  #open: { syntax: string; depth: number; hiding: Hiding } | undefined;

  constructor(hiding: Map<PageElement, Hiding>) {
    this.#hiding = hiding;
  }

  read(element: PageElement): void {
    for (const child of element.childNodes) {
      if (isTextNode(child)) this.#paragraph.push(child);
      else if (isElement(child) && !isWordless(child) && !CODE.test(child.tagName)) {
        const isApart = isBlock(child);
        if (isApart) this.endParagraph();
        this.read(child);
        if (isApart) this.endParagraph();
      }
    }
  }

  endParagraph(): void {
    const nodes = this.#paragraph;
    this.#paragraph = [];
    const text = nodes.map(({ value }) => value).join('');
    if (text.trim() === '' || (this.#open === undefined && !/[|>~%[<]|:::/.test(text))) return;
    const stretches = this.#find(text);
    if (stretches.length === 0) return;
    let start = 0;
    let first = 0;
    for (const node of nodes) {
      const end = start + node.value.length;
      while ((stretches[first]?.to ?? Number.POSITIVE_INFINITY) <= start) first++;
      if ((stretches[first]?.from ?? Number.POSITIVE_INFINITY) < end) {
        this.#replaced.set(node, this.#parts(node.value, start, stretches, first));
        if (node.parentNode && 'tagName' in node.parentNode) this.#parents.add(node.parentNode);
      }
      start = end;
    }
  }

  replaceTexts(): void {
    for (const parent of this.#parents) {
      const children = parent.childNodes.flatMap((child) => this.#replaced.get(child) ?? [child]);
      for (const child of children) child.parentNode = parent;
      parent.childNodes = children;
    }
  }

  /** What is hidden in a paragraph, and the markers around it, in order. */
  #find(text: string): Stretch[] {
    const markers = markersIn(text, this.#open?.syntax);
    const stops = nextStops(markers);
    const out: Stretch[] = [];
    let position = 0;
    for (let index = 0; index < markers.length; index++) {
      const marker = markers[index];
      if (!marker || marker.from < position) continue;
      if (this.#open) {
        if (marker.syntax !== this.#open.syntax) continue;
        if (marker.isStart && !marker.isStop) this.#open.depth++;
        else if (--this.#open.depth === 0) {
          out.push({ from: position, to: marker.from, hiding: this.#open.hiding });
          out.push({ from: marker.from, to: marker.to, hiding: undefined });
          position = marker.to;
          this.#open = undefined;
        }
      } else if (LONG.has(marker.syntax)) {
        if (marker.isStart) {
          const title = titleIn(marker);
          const hiding: Hiding = { kind: 'spoiler', label: title?.text };
          // its title is part of the hidden text
          if (title) {
            out.push({ from: marker.from, to: title.from, hiding: undefined });
            out.push({ from: title.from, to: title.to, hiding });
          }
          out.push({ from: title?.to ?? marker.from, to: marker.to, hiding: undefined });
          position = marker.to;
          this.#open = { syntax: marker.syntax, depth: 1, hiding };
        } else if (marker.syntax === 'tag') this.hasStrayEnd = true;
      } else if (marker.isStart) {
        const stop = stops[index];
        const words = stop && text.slice(marker.to, stop.from);
        if (!stop || !words || words.trim() === '') {
          if (!stop && isTight(text, marker)) {
            // something should be hidden from here: the marker stays text, and what follows is hidden
            out.push({
              from: marker.to,
              to: text.length,
              hiding: { kind: 'spoiler', label: undefined },
            });
            return out.filter(({ from, to }) => from < to);
          }
          continue;
        }
        out.push({ from: marker.from, to: marker.to, hiding: undefined });
        out.push({ from: marker.to, to: stop.from, hiding: { kind: 'spoiler', label: undefined } });
        out.push({ from: stop.from, to: stop.to, hiding: undefined });
        position = stop.to;
      }
    }
    if (this.#open) out.push({ from: position, to: text.length, hiding: this.#open.hiding });
    return out.filter(({ from, to }) => from < to);
  }

  /** The parts of a text node: plain text, and elements that hold hidden text. */
  #parts(value: string, start: number, stretches: readonly Stretch[], first: number): PageNode[] {
    const parts: PageNode[] = [];
    let position = 0;
    let isAfterTitle = false;
    for (let index = first; ; index++) {
      const stretch = stretches[index];
      const from = Math.max(0, (stretch?.from ?? Number.POSITIVE_INFINITY) - start);
      if (!stretch || from >= value.length) break;
      if (from > position)
        parts.push(defaultTreeAdapter.createTextNode(value.slice(position, from)));
      const to = Math.min(value.length, stretch.to - start);
      if (stretch.hiding) {
        const words = value.slice(from, to);
        const element = defaultTreeAdapter.createElement('span', html.NS.HTML, []);
        defaultTreeAdapter.appendChild(
          element,
          defaultTreeAdapter.createTextNode(isAfterTitle ? `: ${words}` : words),
        );
        this.#hiding.set(element, stretch.hiding);
        parts.push(element);
        isAfterTitle = stretches[index + 2]?.hiding === stretch.hiding;
      }
      position = to;
    }
    if (position < value.length)
      parts.push(defaultTreeAdapter.createTextNode(value.slice(position)));
    return parts;
  }
}

/** Elements in which markers are code. */
const CODE = /^(?:code|pre|kbd|samp|tt)$/;

/** @param open the syntax of a spoiler that is open at the start of the text */
function markersIn(text: string, open: string | undefined): Marker[] {
  const found = Array.from(text.matchAll(WRITTEN_SPOILERS), (match): Marker | undefined => {
    const syntax = writtenSyntax(match.slice(1));
    const page = syntax?.inPages;
    if (!syntax || !page) return undefined;
    const outside = page.read(match[0], false);
    const inside = page.read(match[0], true);
    return markerOf(syntax.name, match, outside === 'start', inside === 'stop');
  });
  for (const { name, pattern, meaning } of OTHERS) {
    for (const match of text.matchAll(pattern)) {
      found.push(
        markerOf(
          name,
          match,
          meaning(match[0], false) === 'start',
          meaning(match[0], true) === 'stop',
        ),
      );
    }
  }
  const markers = found.filter((marker) => marker !== undefined).sort((a, b) => a.from - b.from);
  return open === 'block' || markers.some(({ syntax }) => syntax === 'block')
    ? markers
    : markers.filter(({ isStart, isStop }) => isStart || isStop);
}

function markerOf(
  syntax: string,
  match: RegExpExecArray,
  isStart: boolean,
  isStop: boolean,
): Marker {
  return {
    syntax,
    isStart,
    isStop,
    from: match.index,
    to: match.index + match[0].length,
    text: match[0],
  };
}

/** Whether a marker comes before a word and after none: `a || b` and `c||d` hide nothing. */
function isTight(text: string, { from, to }: Marker): boolean {
  return (
    /^[^\s|]/.test(text.slice(to, to + 1)) &&
    !/[^\s(["“‘'|]/.test(text.slice(Math.max(0, from - 1), from))
  );
}

/** For each marker, the next one of its syntax that can end it. */
function nextStops(markers: readonly Marker[]): (Marker | undefined)[] {
  const next = new Map<string, Marker>();
  const stops: (Marker | undefined)[] = [];
  for (let index = markers.length - 1; index >= 0; index--) {
    const marker = markers[index];
    if (!marker) continue;
    stops[index] = next.get(marker.syntax);
    if (marker.isStop) next.set(marker.syntax, marker);
  }
  return stops;
}

/** The title in `[spoiler=Title]` or `::: spoiler Title`, and its position in the paragraph. */
function titleIn({ text, from }: Marker): { text: string; from: number; to: number } | undefined {
  const [, before = '', title = ''] =
    /^(\[\w+[\s=:]+["“]?|:+\s*spoiler\b\s*)([^\]"”{]*)/i.exec(text) ?? [];
  const words = sanitizeLine(title);
  if (words === '') return undefined;
  const start = from + before.length;
  return { text: words, from: start, to: start + title.trimEnd().length };
}

function isTextNode(node: PageNode): node is TextNode {
  return textValue(node) !== undefined;
}
