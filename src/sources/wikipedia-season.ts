import { attribute, descendants, type HtmlElement, hasClass, textOf } from './page-tree.ts';

const WORDS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const NAMED = new RegExp(`\\b(?:season|series)\\s+(\\d{1,4}|${WORDS.join('|')})\\b`, 'i');
/** What heads something else than the show's own episodes. */
const OTHER_WORK =
  /\b(?:spin-?offs?|web ?(?:isodes|series)|films?|movies?|specials?|shorts?|related|other|prequels?|sequels?|home media|reception|ratings)\b/i;

/** The season that a heading or the title of a page names; `null` for none. */
function seasonNamed(text: string): number | null {
  const named = NAMED.exec(text)?.[1]?.toLowerCase();
  if (named === undefined) return null;
  const word = WORDS.indexOf(named);
  return word === -1 ? Number(named) : word + 1;
}

/** Follows the headings of a page, and knows in which season what comes next is. */
export class SeasonTracker {
  readonly #ofPage: number | null;
  #season: number | null;
  /** The rank of the heading that named the season, or that begins another work. */
  #rank = 0;
  #isOtherWork = false;

  /** @param title of the page: that of a season's own page names the season */
  constructor(title: string) {
    this.#ofPage = seasonNamed(title);
    this.#season = this.#ofPage;
  }

  /** `null` where it is not known, or another work is told of. */
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

/** A heading's rank, 1 to 6; `undefined` for any other element. */
export function headingRank({ tagName }: HtmlElement): number | undefined {
  return /^h[1-6]$/.test(tagName) ? Number(tagName[1]) : undefined;
}

/** A page that tells one season, as the heading above links to it. */
export interface SeasonPage {
  readonly season: number;
  readonly title: string;
}

/**
 * Pages of seasons that a list of episodes links to below the seasons' headings: "Main article: … season 2". And
 * the list itself where a show's own page names it: it has no season, and stands for all.
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

/** The title of the page that a link of Wikipedia leads to. */
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
