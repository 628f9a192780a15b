import { type EpisodeCode, episodeCode } from '../model/episode.ts';
import { foldName } from '../text/fold.ts';
import { nodesMarkdown, nodesText } from './html-markdown.ts';
import type { Credit, DraftText, EpisodeDraft } from './show-draft.ts';
import type { PlotRow } from './wikipedia-rows.ts';

export interface MatchedPlots {
  /** The plots that are known to tell an episode, and to tell nothing later. */
  readonly plots: ReadonlyMap<EpisodeCode, DraftText>;
  /** How many rows were left out, as their season, number and title are not all those of one episode. */
  readonly unclear: number;
}

/**
 * Which plots of a page belong to which episodes. A row is taken only where its season, its number and its title all agree
 * with the list; a row of several parts waits for its last. Two rows that claim an episode are both left out: one of
 * them is of another work.
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
    const texts = new Set(claimed.map(({ plot }) => nodesMarkdown(plot)));
    const [row] = claimed;
    if (texts.size > 1 || row === undefined) unclear += claimed.length;
    else plots.set(code, { markdown: nodesMarkdown(row.plot), line: nodesText(row.plot), credit });
  }
  return { plots, unclear };

  /** The episode of a season, number and title; `undefined` where they do not agree. */
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
