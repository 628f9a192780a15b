import type { EpisodeCode } from '../model/episode.ts';
import type { ListedEpisode, ShowFrontMatter } from '../model/front-matter.ts';
import { ViewingOrder } from '../model/order.ts';
import { Secrets } from './secrets.ts';

let secretsIn: (show: Show) => Secrets;

/** What a list of shows tells of one, whatever the reader's place. */
export interface ShowSummary {
  readonly slug: string;
  readonly title: string;
  readonly year: number | null;
  readonly network: string | null;
  readonly order: ViewingOrder;
}

/** A series: what its `show.md` says in public, and the order of its episodes. */
export class Show implements ShowSummary {
  readonly slug: string;
  readonly title: string;
  readonly year: number | null;
  readonly network: string | null;
  /** Its titles in other languages. */
  readonly aka: readonly string[];
  readonly episodes: readonly ListedEpisode[];
  readonly order: ViewingOrder;
  /** Its `show.md` cannot be read, so that nothing of it is shown. */
  readonly isBroken: boolean;
  readonly #titles: ReadonlyMap<EpisodeCode, string>;
  readonly #secrets: Secrets;

  static {
    secretsIn = (show) => show.#secrets;
  }

  /**
   * @param read of its `show.md`; `'missing'` for a folder without one, whose slug is its title and
   *   whose episodes go by number; `'broken'` where it cannot be read, so that nothing opens,
   *   and as any sentence may hold a secret that it declares, nothing is shown
   */
  constructor(slug: string, read: ShowFrontMatter | 'missing' | 'broken') {
    const frontMatter = typeof read === 'object' ? read : undefined;
    this.slug = slug;
    this.isBroken = read === 'broken';
    this.year = frontMatter?.year ?? null;
    this.aka = frontMatter?.aka ?? [];
    this.episodes = frontMatter?.episodes ?? [];
    this.order = new ViewingOrder(
      this.episodes.map(({ code }) => code),
      this.episodes.length > 0 || read === 'broken',
    );
    this.#secrets = new Secrets(read === 'broken' ? 'unknown' : (frontMatter?.secrets ?? []));
    // what names the show everywhere cannot wait for a place
    const all = this.#secrets.closedAt(null, this.order);
    this.title = all.withheld(frontMatter?.title ?? slug) ?? slug;
    this.network = all.withheld(frontMatter?.network ?? '') || null;
    this.#titles = new Map(
      this.episodes.flatMap(({ code, title }) => (title === undefined ? [] : [[code, title]])),
    );
  }

  /** Whether a text may be kept outside the library: it holds nothing that is secret at some place. */
  mayKeep(text: string): boolean {
    return this.#secrets.closedAt(null, this.order).withheld(text) !== null;
  }

  /** The title that the show's list gives an episode. It may be a spoiler: ask `episodeTitle` of veil. */
  listedTitle(code: EpisodeCode): string | undefined {
    return this.#titles.get(code);
  }
}

/** The secrets that a show declares. Whoever calls this is `veil` or the author's checker. */
export function secretsOf(show: Show): Secrets {
  return secretsIn(show);
}
