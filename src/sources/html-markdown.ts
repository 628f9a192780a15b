import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parseFragment } from 'parse5';
import { sanitize, sanitizeLine } from '../text/sanitize.ts';
import { inertBlock, inertText } from './inert-text.ts';

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
type HtmlElement = DefaultTreeAdapterTypes.Element;

const BLOCKS = new Set(
  'p div br ul ol li dl dt dd blockquote table tbody tr td th h1 h2 h3 h4 h5 h6 pre hr section'.split(
    ' ',
  ),
);
/** Elements without text that belongs to the page. */
const DROPPED = new Set(
  'script style noscript template iframe object svg math img picture video audio button form input select textarea'.split(
    ' ',
  ),
);
/** Wikipedia's reference marks, error notes, edit links, and boxes. */
const DROPPED_CLASS =
  /(?:^|\s)(?:reference|mw-ref|mw-ext-cite-error|error|mw-editsection|noprint|navbox|mw-empty-elt|Inline-Template)(?:\s|$)/i;

const EMPHASIS = new Map([
  ['i', '*'],
  ['em', '*'],
  ['b', '**'],
  ['strong', '**'],
]);

/** Text with one emphasis; '' for none. */
interface Run {
  readonly mark: string;
  readonly text: string;
}

interface Block {
  readonly isItem: boolean;
  readonly runs: Run[];
}

/** A piece of a page; '' if there is no text. */
export interface PageText {
  /** Only paragraphs, list items and emphasis; nothing in the text acts as markup, including recap's own. */
  readonly markdown: string;
  /** One line, without any markup. */
  readonly line: string;
}

/** The text in a piece of HTML, without reference marks, images and empty paragraphs. */
export function htmlText(html: string): PageText {
  return pageText(parseFragment(html).childNodes);
}

/** The same for nodes of a parsed page. */
export function pageText(nodes: readonly HtmlNode[]): PageText {
  const blocks = blocksOf(nodes);
  return { markdown: markdownOf(blocks), line: lineOf(blocks) };
}

/** The text of nodes as one line, without any markup. */
export function lineOfNodes(nodes: readonly HtmlNode[]): string {
  return lineOf(blocksOf(nodes));
}

function lineOf(blocks: readonly Block[]): string {
  const texts = blocks.map(({ runs }) => runs.map(({ text }) => text).join(''));
  return sanitizeLine(texts.join(' '));
}

function markdownOf(blocks: readonly Block[]): string {
  const written = blocks.flatMap(({ isItem, runs }) => {
    const text = paragraph(runs);
    return text === '' ? [] : [{ isItem, text: isItem ? `- ${text}` : text }];
  });
  return written.reduce((text, block, index) => {
    const gap = block.isItem && written[index - 1]?.isItem ? '\n' : '\n\n';
    return index === 0 ? block.text : text + gap + block.text;
  }, '');
}

/** Walks without recursion, as a page may nest to any depth. */
function blocksOf(nodes: readonly HtmlNode[]): Block[] {
  const blocks: Block[] = [];
  let block: Block = { isItem: false, runs: [] };
  const begin = (isItem: boolean) => {
    block = { isItem, runs: [] };
    blocks.push(block);
  };
  begin(false);
  const open: { node: HtmlNode | 'end'; mark: string }[] = [];
  const push = (children: readonly HtmlNode[], mark: string) => {
    for (const node of [...children].reverse()) open.push({ node, mark });
  };
  push(nodes, '');
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, mark } = next;
    if (node === 'end') begin(false);
    else if (defaultTreeAdapter.isTextNode(node)) {
      block.runs.push({ mark, text: sanitize(node.value) });
    } else if (defaultTreeAdapter.isElementNode(node) && !isDropped(node)) {
      const { tagName } = node;
      if (BLOCKS.has(tagName)) {
        begin(tagName === 'li');
        open.push({ node: 'end', mark: '' });
      }
      // a paragraph in an item does not end the item
      const only =
        node.childNodes.length === 1 && tagName === 'li' ? node.childNodes[0] : undefined;
      const inner =
        only && defaultTreeAdapter.isElementNode(only) && only.tagName === 'p' ? only : node;
      push(inner.childNodes, mark || (EMPHASIS.get(tagName) ?? ''));
    }
  }
  return blocks;
}

function isDropped(element: HtmlElement): boolean {
  if (DROPPED.has(element.tagName)) return true;
  return element.attrs.some(
    ({ name, value }) =>
      (name === 'class' && DROPPED_CLASS.test(value)) ||
      (name === 'style' && /display\s*:\s*none/i.test(value)) ||
      name === 'hidden',
  );
}

/** What may be next to an emphasis marker so that CommonMark recognizes it (section 6.2). */
const APART = /[\s\p{P}\p{S}]/u;

function paragraph(runs: readonly Run[]): string {
  const merged: Run[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    if (last?.mark === run.mark) merged[merged.length - 1] = { ...run, text: last.text + run.text };
    else merged.push(run);
  }
  let text = '';
  for (const [index, { mark, text: words }] of merged.entries()) {
    const [, before = '', core = '', behind = ''] = /^(\s*)(.*?)(\s*)$/s.exec(words) ?? [];
    const next = behind || (merged[index + 1]?.text[0] ?? ' ');
    const previous = before || (text.at(-1) ?? ' ');
    const isEmphasis =
      mark !== '' && core !== '' && APART.test(next) && APART.test(previous) && previous !== '*';
    const written = inertText(core);
    text += `${before && ' '}${isEmphasis ? mark + written + mark : written}${behind && ' '}`;
  }
  return inertBlock(text.replace(/ {2,}/g, ' ').trim());
}
