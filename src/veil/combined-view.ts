import type { ShowContents } from '../gated/show-contents.ts';
import { noFrontMatter } from './front-matter.ts';
import { CURTAIN, END, OPENED, PART } from './marks.ts';
import type { Unsealed, View } from './view.ts';

/** A part of a combined view: text of our own, optionally followed by a view's text. */
export interface Part {
  /** Markdown. */
  readonly before: string;
  readonly view?: View | undefined;
}

/**
 * Combines several views of one show. Curtains and openings are numbered consecutively, and nothing is added that the
 * views do not show.
 */
export function combinedView(
  parts: readonly Part[],
  { slug, title }: ShowContents['show'],
  own: { readonly slug: string; readonly title: string },
): View {
  const texts: string[] = [];
  const curtains: View['curtains'][number][] = [];
  const openings: View['openings'][number][] = [];
  for (const { before, view } of parts) {
    const text = view ? shifted(view.text, curtains.length, openings.length) : '';
    texts.push(`${before}\n\n${text}\n`);
    for (const curtain of view?.curtains ?? []) {
      const keys = curtain.keys.map((key) => partKey(view?.slug ?? '', key));
      curtains.push({ ...curtain, keys });
    }
    for (const opening of view?.openings ?? []) {
      openings.push({ ...opening, key: partKey(view?.slug ?? '', opening.key) });
    }
  }
  const view: Unsealed = {
    ...noFrontMatter(),
    show: slug,
    showTitle: title,
    ...own,
    text: texts.join(PART),
    curtains,
    openings,
    isFaulty: parts.some(({ view }) => view?.isFaulty),
  };
  return view as View;
}

/** The key that a view's curtain has in a combined view. */
function partKey(slug: string, key: string): string {
  return `${slug}/${key}`;
}

/** The keys of a combined view that belong to one of its recaps, as that recap's own keys. */
export function ownKeys(slug: string, keys: ReadonlySet<string>): Set<string> {
  const start = partKey(slug, '');
  const own = [...keys].filter((key) => key.startsWith(start));
  return new Set(own.map((key) => key.slice(start.length)));
}

/** Renumbers the marks of a part to follow those before it. */
function shifted(text: string, curtains: number, openings: number): string {
  return text.replace(
    new RegExp(`([${CURTAIN}${OPENED}])(\\d+)${END}`, 'g'),
    (_, mark: string, index: string) => {
      return `${mark}${Number(index) + (mark === CURTAIN ? curtains : openings)}${END}`;
    },
  );
}
