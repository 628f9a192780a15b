import { type EpisodeCode, episodeCode } from '../model/episode.ts';
import { foldName } from '../text/fold.ts';
import { pageText } from './html-markdown.ts';
import type { Credit, DraftText, EpisodeDraft } from './show-draft.ts';
import type { PlotRow } from './wikipedia-rows.ts';

export interface MatchedPlots {
  /** The plots known to cover an episode and nothing later. */
  readonly plots: ReadonlyMap<EpisodeCode, DraftText>;
  /** The number of rows skipped because their season, number and title do not all match one episode. */
  readonly unclear: number;
}

/**
 * Matches a page's plots to episodes. A row is accepted only if its season, number and title all agree with the list; a
 * row with several parts is gated by the last. If two rows claim an episode, both are skipped: one is about another
 * work.
 *
 * @param episodes in viewing order
 */
export function matchPlots(
  rows: readonly PlotRow[],
  episodes: readonly EpisodeDraft[],
  credit: Credit,
): MatchedPlots {
  const order = new Map(episodes.map((episode, index) => [episode.code, { episode, index }]));
  const claims = new Map<EpisodeCode, PlotRow[]>();
  let unclear = 0;
  for (const row of rows) {
    const parts = row.parts.flatMap(({ numbers, titles }) => {
      return (numbers ?? [null]).map((number) => partOf(row.season, number, titles));
    });
    const found = parts.map((code) => (code === undefined ? undefined : order.get(code)));
    const known = found.filter((part) => part !== undefined);
    const last = known.reduce((a, b) => (b.index > a.index ? b : a), known[0] ?? NONE);
    if (known.length === found.length && known.length > 0 && last.episode) {
      const { code } = last.episode;
      claims.set(code, [...(claims.get(code) ?? []), row]);
    } else unclear++;
  }
  const plots = new Map<EpisodeCode, DraftText>();
  for (const [code, claimed] of claims) {
    const [text, ...others] = claimed.map(({ plot }) => pageText(plot));
    const isOne = others.every(({ markdown }) => markdown === text?.markdown);
    if (text && isOne) plots.set(code, { ...text, credit });
    else unclear += claimed.length;
  }
  return { plots, unclear };

  /** The episode with this season, number and title; `undefined` if they disagree. */
  function partOf(
    season: number | null,
    number: number | null,
    titles: readonly string[],
  ): EpisodeCode | undefined {
    if (season === null || season === 0 || number === null) return undefined;
    const code = episodeCode(season, number);
    const title = foldName(order.get(code)?.episode.title ?? '');
    return title !== '' && titles.some((name) => foldName(name) === title) ? code : undefined;
  }
}

const NONE = { episode: undefined, index: -1 };
