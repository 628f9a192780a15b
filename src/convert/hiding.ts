import { sanitizeLine } from '../text/sanitize.ts';
import {
  attribute,
  elementsOf,
  isElement,
  isWordless,
  type PageDocument,
  type PageElement,
  textOf,
  textValue,
  withAncestors,
} from './page-tree.ts';
import { hidesText, hidingStyles } from './style-rules.ts';

/** That a page hides a stretch of its text, or calls it a spoiler. */
export interface Hiding {
  /** `'spoiler'`: the page calls it one. `'hidden'`: it is folded away, blurred or invisible. */
  readonly kind: 'spoiler' | 'hidden';
  /** What the page says about it to everybody: a summary, the text of a button. */
  readonly label: string | undefined;
  /** What hides it besides: it waits for both. */
  readonly within?: Hiding | undefined;
}

/** Which elements hide their text. */
export type HidingMap = ReadonlyMap<PageElement, Hiding>;

/** Class names that say a text is folded away or made unreadable until somebody acts. */
const FOLDED =
  /^(?:collapse|collapsed|is-collapsed|mw-collaps(?:ed|ible)|(?:[\w-]*-)?collaps(?:e|ed|ible)(?:-(?:content|body|panel|text|inner))?|(?:[\w-]*-)?accordion-?(?:content|body|panel|text|inner|collapse)|(?:[\w-]*-)?toggle-?(?:content|body|panel|text|inner|target)|(?:[\w-]*-)?(?:panel|expander|expand|reveal|unfold|faq)-?(?:collapse|content|body|answer|text|inner)|(?:[\w-]*-)?(?:blur|blurred|blurry)(?:-[\w-]*)?|hide|hidden|is-hidden|d-none|invisible|u-hidden|js-hidden|(?:[\w-]*-)?(?:redact|redacted|censor|censored|obscure|obscured|blackout|obfuscated?)(?:-[\w-]*)?|hiddentext|hidden-text|hide-text|reveal|revealable)$/i;

/** Names with "spoil" in them that say there is none, or that only warn of one. */
const NO_SPOILER = /(?:no|non|without|anti)[-_]?spoil|spoil\w*[-_]?free|unspoil/i;
const NOTICE = /spoil\w*[-_]?(?:alert|warning|notice|ahead|banner|disclaimer|policy|tag-help)/i;

/** Elements that are never hidden as a whole: the page would be. */
const WHOLE = new Set(['html', 'body', 'main']);

/** Finds what a page hides: by its elements, attributes, class names and own style sheets. */
export function hidingOf(document: PageDocument): HidingMap {
  const hides = hidingStyles(document);
  const found = new Map<PageElement, Hiding>();
  const controls = new Map<string, string>();
  const elements = [...elementsOf(document)];
  for (const element of elements) {
    const target = controlled(element);
    if (target !== undefined && !controls.has(target)) controls.set(target, textOf(element));
  }
  for (const element of elements) {
    if (WHOLE.has(element.tagName) || isWordless(element)) continue;
    const id = attribute(element, 'id');
    const control = id === undefined ? undefined : controls.get(id);
    const label = labelOf(element) ?? control;
    const isCalled =
      isCalledSpoiler(element) || (label !== undefined && saysSpoiler(label) && isFolding(element));
    if (isCalled) found.set(element, { kind: 'spoiler', label });
    else if (control !== undefined || isHidden(element) || hides(element)) {
      // a date for machines, an icon: without words nothing is hidden
      if (!hasWords(element)) continue;
      const kind = control !== undefined && saysSpoiler(control) ? 'spoiler' : 'hidden';
      found.set(element, { kind, label });
    }
  }
  return found;
}

/** Whether an element or one around it is hidden by its own attributes rather than a style sheet. */
export function isWithinHidden(element: PageElement, hiding: HidingMap): boolean {
  for (const outer of withAncestors(element)) if (hiding.has(outer)) return true;
  return false;
}

function hasWords(element: PageElement): boolean {
  return element.childNodes.some((child) =>
    isElement(child)
      ? !isWordless(child) && hasWords(child)
      : /\p{L}{2}/u.test(textValue(child) ?? ''),
  );
}

function isCalledSpoiler(element: PageElement): boolean {
  if (/spoil/.test(element.tagName)) return true;
  const isNamed = namesOf(element).some(
    (name) => /spoil/i.test(name) && !NO_SPOILER.test(name) && !NOTICE.test(name),
  );
  if (isNamed) return true;
  return element.attrs.some(({ name, value }) => {
    if (name === 'class' || name === 'id' || name === 'href' || name === 'src') return false;
    if (/spoil/.test(name)) return !/^(?:false|no|0|off)$/i.test(value);
    return (
      /^(?:data-\S+|role|slot|itemprop|aria-label|aria-roledescription)$/.test(name) &&
      /\bspoiler/i.test(value) &&
      !NO_SPOILER.test(value) &&
      value.length < 100
    );
  });
}

function namesOf(element: PageElement): string[] {
  const names = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`;
  return names.split(/\s+/).filter(Boolean);
}

function isFolding({ tagName }: PageElement): boolean {
  return tagName === 'details' || tagName === 'dialog';
}

function isHidden(element: PageElement): boolean {
  const { tagName } = element;
  if (isFolding(element)) return true;
  const style = attribute(element, 'style');
  if (style !== undefined && hidesText(style)) return true;
  if (attribute(element, 'hidden') !== undefined || attribute(element, 'popover') !== undefined)
    return true;
  if (attribute(element, 'aria-hidden') === 'true') return true;
  if (
    tagName === 'font' &&
    /^(?:white|#f{3}(?:f{3})?|transparent)$/i.test(attribute(element, 'color') ?? '')
  ) {
    return true;
  }
  const classes = (attribute(element, 'class') ?? '').split(/\s+/);
  if (classes.some((name) => /^(?:show|in|open|active|expanded|is-open)$/i.test(name)))
    return false;
  return classes.some((name) => FOLDED.test(name));
}

/** The id of what a control shows and hides. */
function controlled(element: PageElement): string | undefined {
  const controls = attribute(element, 'aria-controls');
  if (controls !== undefined && attribute(element, 'aria-expanded') !== undefined) return controls;
  const toggle = attribute(element, 'data-toggle') ?? attribute(element, 'data-bs-toggle');
  if (toggle !== undefined && /^(?:collapse|modal|toggle|reveal|popover)$/i.test(toggle)) {
    const target =
      attribute(element, 'data-target') ??
      attribute(element, 'data-bs-target') ??
      attribute(element, 'href');
    return target?.replace(/^#/, '') || undefined;
  }
  return undefined;
}

/** What an element that hides says in public: a summary, or a title in an attribute. */
function labelOf(element: PageElement): string | undefined {
  const summary = element.childNodes.find(
    (child) => isElement(child) && child.tagName === 'summary',
  );
  const text = summary
    ? textOf(summary)
    : (attribute(element, 'data-title') ??
      attribute(element, 'data-label') ??
      attribute(element, 'data-mx-spoiler') ??
      attribute(element, 'aria-label'));
  return sanitizeLine(text ?? '') || undefined;
}

function saysSpoiler(text: string): boolean {
  return /\bspoiler/i.test(text) && !NO_SPOILER.test(text);
}

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
