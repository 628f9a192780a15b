import { attribute, descendants, type HtmlElement, hasClass, textOf } from './page-tree.ts';

const WORDS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const NAMED = new RegExp(`\\b(?:season|series)\\s+(\\d{1,4}|${WORDS.join('|')})\\b`, 'i');
/** Headings of sections that are not about the show's own episodes. */
const OTHER_WORK =
  /\b(?:spin-?offs?|web ?(?:isodes|series)|films?|movies?|specials?|shorts?|related|other|prequels?|sequels?|home media|reception|ratings)\b/i;

/** The season named by a heading or a page's title; `null` if none. */
function seasonNamed(text: string): number | null {
  const named = NAMED.exec(text)?.[1]?.toLowerCase();
  if (named === undefined) return null;
  const word = WORDS.indexOf(named);
  return word === -1 ? Number(named) : word + 1;
}

/** Follows the headings of a page to know which season the following content belongs to. */
export class SeasonTracker {
  readonly #ofPage: number | null;
  #season: number | null;
  /** The level of the heading that named the season, or that starts another work. */
  #rank = 0;
  #isOtherWork = false;

  /** @param title of the page; a season's own page names the season in its title */
  constructor(title: string) {
    this.#ofPage = seasonNamed(title);
    this.#season = this.#ofPage;
  }

  /** `null` if unknown, or if the content is about another work. */
  get season(): number | null {
    return this.#isOtherWork ? null : this.#season;
  }

  heading(rank: number, text: string): void {
    const named = seasonNamed(text);
    if (this.#isOtherWork && rank > this.#rank) return;
    this.#isOtherWork = false;
    if (named !== null) {
      this.#season = named;
      this.#rank = rank;
    } else if (OTHER_WORK.test(text)) {
      this.#isOtherWork = true;
      this.#rank = rank;
    } else if (rank <= this.#rank) {
      this.#season = this.#ofPage;
    }
  }
}

/** A heading's level, 1 to 6; `undefined` for other elements. */
export function headingRank({ tagName }: HtmlElement): number | undefined {
  return /^h[1-6]$/.test(tagName) ? Number(tagName[1]) : undefined;
}

/** The page of one season, linked from the heading above. */
export interface SeasonPage {
  readonly season: number;
  readonly title: string;
}

/**
 * The season pages that an episode list links to below the seasons' headings ("Main article: … season 2"), and the list
 * itself if a show's own page links to it: it has no season and covers all of them.
 */
export function linkedPages(
  title: string,
  elements: readonly HtmlElement[],
): { readonly seasons: SeasonPage[]; readonly list: string | undefined } {
  const tracker = new SeasonTracker(title);
  const seasons = new Map<number, string>();
  let list: string | undefined;
  for (const element of elements) {
    const rank = headingRank(element);
    if (rank !== undefined) tracker.heading(rank, textOf(element));
    else if (hasClass(element, 'hatnote') && /^Main (?:article|page)s?:/i.test(textOf(element))) {
      const page = descendants(element.childNodes).map(pageLinked).find(Boolean);
      const { season } = tracker;
      if (page === undefined) continue;
      if (/^List of .* episodes/i.test(page)) list ??= page;
      else if (season !== null && seasonNamed(page) === season && !seasons.has(season)) {
        seasons.set(season, page);
      }
    }
  }
  return { seasons: [...seasons].map(([season, page]) => ({ season, title: page })), list };
}

/** The title of the page that a Wikipedia link points to. */
function pageLinked(element: HtmlElement): string | undefined {
  const [, path] =
    /^(?:(?:https:)?\/\/en\.wikipedia\.org)?\/wiki\/([^?#]+)/.exec(attribute(element, 'href')) ??
    [];
  if (path === undefined || element.tagName !== 'a') return undefined;
  try {
    return decodeURIComponent(path).replace(/_/g, ' ');
  } catch {
    return undefined;
  }
}
