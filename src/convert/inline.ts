import { sanitize } from '../text/sanitize.ts';
import { emphasized } from './emphasis.ts';
import { escapedText, isPlainCode, linkTarget } from './escape.ts';
import { type Hiding, type HidingMap, innerHiding } from './hiding.ts';
import { type Line, linesOf } from './inline-lines.ts';
import type { Run } from './inline-run.ts';
import {
  attribute,
  isBlock,
  isElement,
  isWordless,
  type PageElement,
  type PageNode,
  textValue,
} from './page-tree.ts';

/** What surrounds inline text. */
interface Surroundings {
  readonly isBold: boolean;
  readonly hiding: Hiding | undefined;
  readonly isInLink: boolean;
  readonly isInCode: boolean;
  /** The emphasis around it, so that none is written twice. */
  readonly emphasis: readonly string[];
}

const OUTSIDE: Surroundings = {
  isBold: false,
  hiding: undefined,
  isInLink: false,
  isInCode: false,
  emphasis: [],
};

/**
 * Writes inline content as lines of Markdown.
 *
 * @param nodes siblings that hold no block
 */
export function inlineLines(
  nodes: readonly PageNode[],
  hiding: HidingMap,
  isDropped: (element: PageElement) => boolean,
): Line[] {
  const writer = new InlineWriter(hiding, isDropped);
  for (const node of nodes) writer.write(node, OUTSIDE);
  return linesOf(writer.runs);
}

const MARKS: { readonly [tag: string]: string } = {
  b: '**',
  strong: '**',
  em: '*',
  i: '*',
  cite: '*',
  dfn: '*',
  del: '~~',
  s: '~~',
  strike: '~~',
};

class InlineWriter {
  readonly runs: Run[] = [];
  readonly #hiding: HidingMap;
  readonly #isDropped: (element: PageElement) => boolean;

  constructor(hiding: HidingMap, isDropped: (element: PageElement) => boolean) {
    this.#hiding = hiding;
    this.#isDropped = isDropped;
  }

  write(node: PageNode, around: Surroundings): void {
    const value = textValue(node);
    if (value !== undefined) this.#text(value, around);
    else if (isElement(node) && !isWordless(node) && !this.#isDropped(node))
      this.#element(node, around);
  }

  #text(value: string, { isBold, hiding }: Surroundings): void {
    const text = sanitize(value).replace(/[\s\u00a0]+/g, ' ');
    if (text !== '') this.runs.push({ markdown: escapedText(text), text, isBold, hiding });
  }

  #element(element: PageElement, around: Surroundings): void {
    const { tagName } = element;
    const hiding = innerHiding(around.hiding, this.#hiding.get(element));
    const inner = { ...around, hiding };
    if (tagName === 'br') {
      const breaks = attribute(element, 'data-soft') === undefined ? 'hard' : 'soft';
      this.runs.push({ markdown: '', text: '', isBold: false, hiding, breaks });
    } else if (
      tagName === 'img' ||
      (tagName === 'sup' && /\breference\b/.test(attribute(element, 'class') ?? ''))
    ) {
      return;
    } else if (/^(?:code|kbd|samp|tt)$/.test(tagName)) this.#code(element, inner);
    else if (tagName === 'a') this.#link(element, inner);
    else if (tagName === 'rt') {
      this.#text(' (', inner);
      this.#children(element, inner);
      this.#text(') ', inner);
    } else if (MARKS[tagName] !== undefined) this.#emphasis(element, MARKS[tagName], inner);
    else {
      if (isBlock(element)) this.#text(' ', inner);
      this.#children(element, inner);
      if (isBlock(element)) this.#text(' ', inner);
    }
  }

  #children(element: PageElement, around: Surroundings): void {
    for (const child of element.childNodes) this.write(child, around);
  }

  #code(element: PageElement, around: Surroundings): void {
    const start = this.runs.length;
    this.#children(element, { ...around, isInCode: true });
    if (around.isInCode) return;
    const inner = this.runs.slice(start);
    const text = inner.map((run) => run.text).join('');
    const isSimple = inner.every(
      (run) => run.hiding === around.hiding && !run.breaks && !run.emphasis,
    );
    if (!isSimple || !isPlainCode(text) || text.trim() === '') return;
    this.runs.length = start;
    this.runs.push({
      markdown: `\`${text.trim()}\``,
      text,
      isBold: around.isBold,
      hiding: around.hiding,
    });
  }

  #link(element: PageElement, around: Surroundings): void {
    const start = this.runs.length;
    this.#children(element, { ...around, isInLink: true });
    const title = attribute(element, 'title');
    const address = attribute(element, 'href') ?? '';
    // older Reddit: [what it is about](#s "what happens")
    if (title && /^[/#](?:s|sp|spoilers?)$/i.test(address)) {
      this.#text(` ${title}`, {
        ...around,
        hiding: { kind: 'spoiler', label: undefined, within: around.hiding },
      });
      return;
    }
    const target = linkTarget(address);
    if (target === undefined || around.isInLink || around.isInCode) return;
    const inner = this.runs.slice(start);
    const isSimple = inner.every((run) => run.hiding === around.hiding && !run.breaks);
    if (!isSimple) return;
    if (inner.every((run) => run.text.trim() === '')) return;
    const mark = { text: '', isBold: around.isBold, hiding: around.hiding };
    this.runs.length = start;
    this.runs.push({ ...mark, markdown: '[' });
    for (const run of inner) this.runs.push(run);
    this.runs.push({ ...mark, markdown: `](${target})` });
  }

  #emphasis(element: PageElement, markdown: string, around: Surroundings): void {
    const start = this.runs.length;
    const isBold = around.isBold || markdown === '**';
    const isWritten = !around.emphasis.includes(markdown) && !around.isInCode;
    const emphasis = isWritten ? [...around.emphasis, markdown] : around.emphasis;
    this.#children(element, { ...around, isBold, emphasis });
    if (!isWritten) return;
    const inner = this.runs.slice(start);
    this.runs.length = start;
    let stretch: Run[] = [];
    const end = () => {
      for (const run of emphasized(stretch, markdown, around)) this.runs.push(run);
      stretch = [];
    };
    for (const run of inner) {
      if (!run.breaks) stretch.push(run);
      else {
        end();
        this.runs.push(run);
      }
    }
    end();
  }
}
