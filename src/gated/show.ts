import type { EpisodeCode } from '../model/episode.ts';
import { ViewingOrder } from '../model/order.ts';
import type { ShowFrontMatter } from '../model/show-fields.ts';
import { Secrets } from './secrets.ts';
import { type ShowSummary, type ShowSummaryFields, summaryOf } from './show-summary.ts';

let secretsIn: (show: Show) => Secrets;
let frontMatterIn: (show: Show) => ShowFrontMatter | undefined;
let titlesIn: (show: Show) => ReadonlyMap<EpisodeCode, string>;

/** An episode in a show's list, without its titles: `episodeTitle` in veil shows those. */
export interface Episode {
  readonly code: EpisodeCode;
  readonly id: string | null;
  /** The day on which it first aired, `YYYY-MM-DD`. */
  readonly aired: string | null;
}

/** The names of a show and its episodes, to match them in a watch history. */
export interface ShowNames {
  readonly titles: readonly string[];
  readonly episodes: ReadonlyMap<EpisodeCode, readonly string[]>;
  readonly seasons: ReadonlyMap<number, readonly string[]>;
}

/** A series: the public part of its `show.md`, and the order of its episodes. */
export class Show implements ShowSummary {
  readonly slug: string;
  readonly title: ShowSummaryFields['title'];
  readonly year: ShowSummaryFields['year'];
  readonly network: ShowSummaryFields['network'];
  readonly status: ShowSummaryFields['status'];
  readonly id: ShowSummaryFields['id'];
  readonly episodes: readonly Episode[];
  readonly order: ViewingOrder;
  readonly airDates: ShowSummary['airDates'];
  /** Its `show.md` cannot be read, so nothing in it is shown. */
  readonly isBroken: boolean;
  readonly #frontMatter: ShowFrontMatter | undefined;
  readonly #titles: ReadonlyMap<EpisodeCode, string>;
  readonly #secrets: Secrets;
  readonly #codes: ReadonlyMap<string, EpisodeCode>;

  static {
    secretsIn = (show) => show.#secrets;
    frontMatterIn = (show) => show.#frontMatter;
    titlesIn = (show) => show.#titles;
  }

  /**
   * @param read its `show.md`; `'missing'` for a folder without one, whose slug is its title and whose episodes
   *   are ordered by number; `'broken'` if it cannot be read: nothing opens, and since any sentence may hold a secret that
   *   it declares, nothing is shown
   * @param layers the episode lists that this one was merged from, if several folders have one
   */
  constructor(
    slug: string,
    read: ShowFrontMatter | 'missing' | 'broken',
    layers: readonly ViewingOrder[] = [],
  ) {
    const frontMatter = typeof read === 'object' ? read : undefined;
    this.slug = slug;
    this.isBroken = read === 'broken';
    this.#frontMatter = frontMatter;
    const episodes = frontMatter?.episodes ?? [];
    this.episodes = episodes.map(({ code, id, aired }) => {
      return { code, id: id ?? null, aired: aired ?? null };
    });
    this.airDates = new Map(
      this.episodes.flatMap(({ code, aired }) => (aired ? [[code, aired]] : [])),
    );
    this.#titles = new Map(episodes.flatMap(({ code, title }) => (title ? [[code, title]] : [])));
    this.#codes = new Map(episodes.flatMap(({ code, id }) => (id ? [[id, code]] : [])));
    this.order = new ViewingOrder(
      episodes.map(({ code }) => code),
      episodes.length > 0 || read === 'broken',
      layers,
    );
    this.#secrets = new Secrets(read === 'broken' ? 'unknown' : (frontMatter?.secrets ?? []));
    // the show's name is used everywhere, so it cannot depend on a place
    const secrets = this.#secrets.closedAt(null, this.order);
    const summary = summaryOf(slug, frontMatter ?? {}, secrets);
    this.title = summary.title;
    this.year = summary.year;
    this.network = summary.network;
    this.status = summary.status;
    this.id = summary.id;
  }

  /** The code of the episode with this identifier at its source; `undefined` if the show lists none. */
  codeOf(id: string): EpisodeCode | undefined {
    return this.#codes.get(id);
  }
}

/** The secrets that a show declares. Only `veil` and the author's checker may call this. */
export function secretsOf(show: Show): Secrets {
  return secretsIn(show);
}

/** The episode titles in a show's list. They may be spoilers: only `veil` may call this. */
export function listedTitle(show: Show, code: EpisodeCode): string | undefined {
  return titlesIn(show).get(code);
}

/** All names of a show, its seasons and episodes. Only the matching of watch histories may call this. */
export function showNamesOf(show: Show): ShowNames {
  const { aka = [], episodes = [], seasons = [] } = frontMatterIn(show) ?? {};
  return {
    titles: [show.title, ...aka],
    episodes: new Map(
      episodes.map(({ code, title, aka: others = [] }) => {
        return [code, title === undefined ? others : [title, ...others]];
      }),
    ),
    seasons: new Map(seasons.map((season) => [season.number, season.aka])),
  };
}
