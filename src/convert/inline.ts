import { sanitize } from '../text/sanitize.ts';
import type { Words } from './block.ts';
import { escapedLineStart, escapedText, isPlainCode, linkTarget } from './escape.ts';
import type { Hiding, HidingMap } from './hiding.ts';
import {
  attribute,
  isBlock,
  isElement,
  isWordless,
  type PageElement,
  type PageNode,
  textValue,
} from './page-tree.ts';

/** A line of text as Markdown. */
export interface Line {
  /** Without markup. */
  readonly text: string;
  readonly words: readonly Words[];
  /** Its beginning in bold type; all of it where the two are equal. */
  readonly lead: string;
  /** It was ended by a line break that shows, and not by one of a text file. */
  readonly isHard: boolean;
}

interface Run {
  /** Markdown, escaped; of a mark the mark itself. */
  readonly markdown: string;
  readonly text: string;
  readonly isBold: boolean;
  readonly hiding: Hiding | undefined;
  /** Emphasis that begins or ends here: the two marks have the same object. */
  readonly emphasis?: object;
  readonly isEnd?: boolean;
  readonly breaks?: 'hard' | 'soft';
}

/** What surrounds inline text. */
interface Surroundings {
  readonly isBold: boolean;
  readonly hiding: Hiding | undefined;
  readonly isInLink: boolean;
  readonly isInCode: boolean;
  /** The emphasis around it: none is written twice. */
  readonly emphasis: readonly string[];
}

const OUTSIDE: Surroundings = {
  isBold: false,
  hiding: undefined,
  isInLink: false,
  isInCode: false,
  emphasis: [],
};

/** A hiding within another one: what is in both waits for both. */
export function innerHiding(
  outer: Hiding | undefined,
  own: Hiding | undefined,
): Hiding | undefined {
  if (!outer || !own) return own ?? outer;
  // folded within something folded: nothing more is hidden
  if (own.kind === outer.kind && own.label === outer.label && !own.within) return outer;
  return { ...own, within: innerHiding(outer, own.within) };
}

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

/** Runs between two marks, with white space outside of them. */
function emphasized(runs: readonly Run[], markdown: string, { isBold }: Surroundings): Run[] {
  const first = runs.findIndex(({ text }) => text.trim() !== '');
  if (first === -1) return [...runs];
  const last = runs.findLastIndex(({ text }) => text.trim() !== '');
  const head = runs[first];
  const tail = runs[last];
  if (!head || !tail) return [...runs];
  const emphasis = {};
  const mark = { markdown, text: '', isBold, emphasis };
  const before = /^ +/.exec(head.text)?.[0] ?? '';
  const behind = head === tail && head.text.trim() === '' ? '' : (/ +$/.exec(tail.text)?.[0] ?? '');
  const middle = runs.slice(first, last + 1).map((run) => {
    let { text, markdown: written } = run;
    if (run === head && before && written.startsWith(before)) {
      text = text.slice(before.length);
      written = written.slice(before.length);
    }
    if (run === tail && behind && written.endsWith(behind)) {
      text = text.slice(0, -behind.length);
      written = written.slice(0, -behind.length);
    }
    return { ...run, text, markdown: written };
  });
  const space = (text: string, { hiding }: Run): Run => ({ markdown: text, text, isBold, hiding });
  return [
    ...runs.slice(0, first),
    ...(before ? [space(before, head)] : []),
    { ...mark, hiding: head.hiding },
    ...middle,
    { ...mark, hiding: tail.hiding, isEnd: true },
    ...(behind ? [space(behind, tail)] : []),
    ...runs.slice(last + 1),
  ];
}

function linesOf(runs: readonly Run[]): Line[] {
  const lines: Line[] = [];
  let line: Run[] = [];
  for (const run of runs) {
    if (!run.breaks) line.push(run);
    else {
      lines.push(lineOf(line, run.breaks === 'hard'));
      line = [];
    }
  }
  lines.push(lineOf(line, false));
  return lines;
}

function lineOf(written: readonly Run[], isHard: boolean): Line {
  const runs = withoutIdleMarks(trimmed(written));
  const words: { markdown: string; hiding: Hiding | undefined }[] = [];
  for (const { markdown, hiding } of runs) {
    const last = words.at(-1);
    if (last && last.hiding === hiding) last.markdown += markdown;
    else words.push({ markdown, hiding });
  }
  const [first] = words;
  if (first && first.hiding === undefined) first.markdown = escapedLineStart(first.markdown);
  const end = runs.findIndex(({ text, isBold }) => !isBold && text.trim() !== '');
  const join = (some: readonly Run[]) =>
    some
      .map(({ text }) => text)
      .join('')
      .trim();
  return { text: join(runs), words, lead: join(end === -1 ? runs : runs.slice(0, end)), isHard };
}

/** Runs of a line without white space at its ends, and with single spaces. */
function trimmed(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  let isAfterSpace = true;
  for (const run of runs) {
    const isLeading: boolean =
      isAfterSpace && run.text.startsWith(' ') && run.markdown.startsWith(' ');
    const next: Run = isLeading
      ? { ...run, text: run.text.slice(1), markdown: run.markdown.slice(1) }
      : run;
    out.push(next);
    if (next.text !== '') isAfterSpace = next.text.endsWith(' ');
  }
  for (let index = out.length - 1; index >= 0; index--) {
    const run = out[index];
    if (!run || run.text === '') continue;
    if (run.text.endsWith(' ') && run.markdown.endsWith(' ')) {
      out[index] = { ...run, text: run.text.trimEnd(), markdown: run.markdown.trimEnd() };
    }
    if (run.text.trim() !== '') break;
  }
  return out;
}

const PUNCTUATION = /[\p{P}\p{S}]/u;

/** Leaves out the emphasis that Markdown would not understand as such where it stands. */
function withoutIdleMarks(runs: readonly Run[]): Run[] {
  const idle = new Set<object>();
  const ends = new Map(
    runs.flatMap((run) => (run.emphasis && run.isEnd ? [[run.emphasis, run]] : [])),
  );
  for (const [index, { emphasis, isEnd, hiding, markdown }] of runs.entries()) {
    if (!emphasis || idle.has(emphasis)) continue;
    const before = lastCharacter(runs, index);
    const behind = nextCharacter(runs, index);
    const [inside, outside] = isEnd ? [before, behind] : [behind, before];
    const isFlanking =
      inside !== ' ' && (!PUNCTUATION.test(inside) || outside === ' ' || PUNCTUATION.test(outside));
    const previous = runs[index - 1];
    const isAfterEnd = !isEnd && previous?.emphasis !== undefined && previous.isEnd === true;
    const isDoubled =
      !isEnd &&
      previous?.emphasis !== undefined &&
      !previous.isEnd &&
      previous.markdown === markdown;
    const isMixed = ends.get(emphasis)?.hiding !== hiding;
    if (!isFlanking || isAfterEnd || isDoubled || isMixed) idle.add(emphasis);
  }
  return runs.filter(({ emphasis }) => !emphasis || !idle.has(emphasis));
}

function lastCharacter(runs: readonly Run[], index: number): string {
  for (let at = index - 1; at >= 0; at--) {
    const run = runs[at];
    if (!run || run.emphasis) continue;
    if (run.hiding !== runs[index]?.hiding) return '}';
    if (run.markdown !== '') return run.markdown.at(-1) ?? ' ';
  }
  return ' ';
}

function nextCharacter(runs: readonly Run[], index: number): string {
  for (let at = index + 1; at < runs.length; at++) {
    const run = runs[at];
    if (!run || run.emphasis) continue;
    if (run.hiding !== runs[index]?.hiding) return ':';
    if (run.markdown !== '') return run.markdown[0] ?? ' ';
  }
  return ' ';
}
