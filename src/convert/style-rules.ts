import {
  attribute,
  elementsOf,
  type PageDocument,
  type PageElement,
  rawText,
} from './page-tree.ts';

/** What a page's own style sheets hide, as a test of elements. */
export type HidingStyles = (element: PageElement) => boolean;

/**
 * Reads the `<style>` elements of a page. A selector is taken by its last part alone (`#x:checked ~ .answer` by
 * `.answer`), and a rule for one medium or state applies to all: both can only hide more than a browser does.
 */
export function hidingStyles(document: PageDocument): HidingStyles {
  const names = new Set<string>();
  for (const element of elementsOf(document)) {
    if (element.tagName !== 'style' || /\bprint\b/i.test(attribute(element, 'media') ?? ''))
      continue;
    for (const name of hiddenNames(rawText(element))) names.add(name);
  }
  if (names.size === 0) return () => false;
  return (element) => {
    const id = attribute(element, 'id');
    const classes = (attribute(element, 'class') ?? '').split(/\s+/);
    return (
      names.has(element.tagName) ||
      (id !== undefined && names.has(`#${id}`)) ||
      classes.some((name) => names.has(`.${name}`)) ||
      element.attrs.some(({ name }) => names.has(`[${name}`))
    );
  };
}

/** The names (`.class`, `#id`, `[attribute`, `tag`) of what a style sheet hides. */
function hiddenNames(css: string): string[] {
  const found: string[] = [];
  const plainCss = css.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ' ');
  let skipped = -1;
  let depth = 0;
  let start = 0;
  let selector = '';
  for (const { 0: mark, index } of plainCss.matchAll(/[{};]/g)) {
    const text = plainCss.slice(start, index);
    start = index + 1;
    if (mark === '{') {
      depth++;
      selector = text.trim();
      if (skipped < 0 && /^@media\s+print\b|^@keyframes|^@-\w+-keyframes/i.test(selector))
        skipped = depth;
    } else {
      if (skipped < 0 && hidesText(text)) found.push(...lastNames(selector));
      if (mark === '}') {
        if (depth === skipped) skipped = -1;
        depth = Math.max(0, depth - 1);
      }
    }
  }
  return found;
}

/** Of a longer selector its end is read. */
const LONGEST_SELECTOR = 300;

/** Of each selector in a list the names in its last part that tell it from others best. */
function lastNames(selectors: string): string[] {
  if (selectors.startsWith('@')) return [];
  return selectors.split(',').flatMap((selector) => {
    if (/::?(?:before|after|selection|placeholder)\b/i.test(selector)) return [];
    const last =
      selector
        .trim()
        .slice(-LONGEST_SELECTOR)
        .split(/[\s>+~]+(?![^([]*[)\]])/)
        .at(-1) ?? '';
    const own = last.replace(/:[\w-]+(?:\([^)]*\))?/g, '');
    const precise = own.match(/[.#][\w-]+|\[[\w-]+/g);
    if (precise) return precise.slice(-1);
    return /^[a-z][\w-]*$/i.test(own) && !/^(?:html|body|main|article|p|div|span|li)$/i.test(own)
      ? [own.toLowerCase()]
      : [];
  });
}

const HIDING =
  /(?:^|[;\s{])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*(?:0|0?\.0\d*|0%)(?![\d.])|(?:-\w+-)?filter\s*:[^;]*blur\(\s*(?!0(?:px|em|rem)?\s*\))|backdrop-filter\s*:[^;]*blur|font-size\s*:\s*0(?![\d.])|text-indent\s*:\s*-\d{3,}|(?:max-)?height\s*:\s*[01](?:px)?\s*(?:;|!|$)|(?:left|top|right|margin-left)\s*:\s*-\d{3,}|clip(?:-path)?\s*:\s*(?:rect\(\s*[01]|inset\(\s*(?:50|100)%|circle\(\s*0)|transform\s*:[^;]*scale[xy]?\(\s*0\s*[,)]|content-visibility\s*:\s*hidden|text-shadow\s*:\s*0(?:px)?\s+0(?:px)?\s+\d[^;]*|-webkit-text-security\s*:\s*(?!none))/i;

/** Whether declarations hide the text that they apply to: gone, blurred, off the page, or in the color of its ground. */
export function hidesText(declarations: string): boolean {
  return HIDING.test(declarations) || hasColorOfGround(declarations);
}

function hasColorOfGround(declarations: string): boolean {
  const color = colorIn(/(?:^|[;\s{])(?:-webkit-text-fill-)?color\s*:\s*([^;!}]+)/i, declarations);
  const ground = colorIn(/(?:^|[;\s{])background(?:-color)?\s*:\s*([^;!}]+)/i, declarations);
  if (color === 'transparent') return true;
  if (color === undefined) return ground === 'black';
  if (ground === undefined) return color === 'white';
  return color === ground;
}

function colorIn(pattern: RegExp, declarations: string): string | undefined {
  const value = pattern.exec(declarations)?.[1];
  return value === undefined ? undefined : normalColor(value);
}

/** A color in one spelling: black and white by name, others as they are written. */
function normalColor(value: string): string {
  const text = value.trim().toLowerCase();
  if (/^(?:rgba?|hsla?)\([^)]*[,/]\s*(?:0|0?\.0\d*|0%)\s*\)/.test(text) && /a\(|\//.test(text)) {
    return 'transparent';
  }
  const [first = ''] = text.split(/\s+(?![^(]*\))/);
  const short = /^#([\da-f])([\da-f])([\da-f])$/.exec(first);
  const long = short
    ? `#${short
        .slice(1)
        .map((digit) => digit + digit)
        .join('')}`
    : first;
  const rgb = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/.exec(text);
  const hex = rgb
    ? `#${rgb
        .slice(1)
        .map((part) => Number(part).toString(16).padStart(2, '0'))
        .join('')}`
    : long;
  if (hex === '#000000') return 'black';
  if (hex === '#ffffff') return 'white';
  return hex;
}
