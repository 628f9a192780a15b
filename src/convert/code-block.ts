import { sanitize } from '../text/sanitize.ts';
import type { Block, Surroundings } from './block.ts';
import { escapedLineStart, escapedText, isPlainCode } from './escape.ts';
import { type Hiding, type HidingMap, innerHiding } from './hiding.ts';
import { isElement, type PageElement, textValue } from './page-tree.ts';

/** Preformatted text: a fenced block where Markdown keeps it as it is, else lines. `undefined` if it is blank. */
export function codeBlock(
  element: PageElement,
  hiding: HidingMap,
  around: Surroundings,
): Block | undefined {
  const lines = sanitize(rawTextOf(element))
    .replace(/^\n|\s+$/g, '')
    .split('\n');
  const text = lines.join('\n');
  if (text.trim() === '') return undefined;
  const isPlain = isPlainCode(text) && !/^\s*#/m.test(text);
  const markdown = isPlain
    ? `\`\`\`\n${text}\n\`\`\``
    : lines
        .map((line) => escapedLineStart(escapedText(line.trim())))
        .filter(Boolean)
        .join('\\\n');
  const hidden = [...hidingWithin(element, hiding)].reduce(innerHiding, around.hiding);
  return {
    kind: 'code',
    text,
    words: [{ markdown, hiding: undefined }],
    ...around,
    hiding: hidden,
  };
}

function* hidingWithin(element: PageElement, hiding: HidingMap): Generator<Hiding> {
  for (const child of element.childNodes) {
    if (!isElement(child)) continue;
    const own = hiding.get(child);
    if (own) yield own;
    yield* hidingWithin(child, hiding);
  }
}

function rawTextOf(element: PageElement): string {
  return element.childNodes
    .map(
      (child) =>
        textValue(child) ??
        (isElement(child) ? (child.tagName === 'br' ? '\n' : rawTextOf(child)) : ''),
    )
    .join('');
}
