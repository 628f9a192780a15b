import { Layout } from '../render/layout.ts';
import type { Span } from '../render/line.ts';
import { fullTitle, type View } from '../veil/view.ts';

/** A stretch of a view that reads as one: a paragraph, a heading, an item, a row, a line of code. */
export interface Passage {
  /** It is the recap's title or summary, a heading, or text. */
  readonly kind: 'title' | 'summary' | 'heading' | 'text';
  /** On one line; `[…]` represents a curtain. */
  readonly text: string;
  /** The heading above it; `null` if there is none. */
  readonly heading: string | null;
}

/** Columns that every paragraph fits in, so that a line of the layout is a passage. */
const WIDTH = 20_000;

/** The mark for a curtain: it says that something is hidden, and contains no word that could be found. */
const HIDDEN = '[…]';

/**
 * A view's passages in their order, as they read on the screen: what Markdown says, not how it is written.
 * Curtains are not text: neither their labels nor what is behind them can be found.
 */
export function* passages(view: View): Generator<Passage> {
  yield { kind: 'title', text: fullTitle(view), heading: null };
  if (view.summary) yield { kind: 'summary', text: view.summary, heading: null };
  const layout = new Layout(view, { width: WIDTH, isAscii: false });
  let heading: string | null = null;
  for (let index = 0; layout.hasChunk(index); index++) {
    for (const line of layout.chunk(index)) {
      const text = textOf(line.spans);
      if (line.heading) heading = text;
      if (!/[\p{L}\p{N}]/u.test(text)) continue;
      if (line.heading) yield { kind: 'heading', text, heading: null };
      else yield { kind: 'text', text, heading };
    }
  }
}

function textOf(spans: readonly Span[]): string {
  let text = '';
  let isHidden = false;
  for (const { text: own, style } of spans) {
    const isCurtain = style.role === 'curtain';
    if (!isCurtain) text += style.decoration ? ' ' : own;
    else if (!isHidden) text += HIDDEN;
    isHidden = isCurtain;
  }
  return text.replace(/\s+/g, ' ').trim();
}
