import * as z from 'zod/mini';
import { type History, history, moment, type ShowName, showName, type WatchedRow } from './row.ts';
import type { Source } from './source.ts';

const show = z.object({ title: z.string(), year: z.nullish(z.number()) });
const when = z.nullish(z.string());
const count = z.int().check(z.nonnegative(), z.maximum(9999));

const watchedShow = z.object({
  show,
  reset_at: when,
  seasons: z.optional(
    z.array(
      z.object({
        number: count,
        episodes: z.array(
          z.object({ number: count, plays: z.nullish(z.number()), last_watched_at: when }),
        ),
      }),
    ),
  ),
});

const play = z.object({
  watched_at: when,
  show,
  episode: z.object({ season: count, number: count, title: z.nullish(z.string()) }),
});

const film = z.object({ movie: z.unknown() });

/** The moments that make an entry Trakt's, and not somebody else's list of shows. */
const ours = z.union([
  z.object({ show, plays: z.number() }),
  z.object({ show, last_watched_at: z.string(), plays: z.nullish(z.number()) }),
  z.object({ episode: z.object({ season: z.number() }), show, watched_at: z.string() }),
  z.object({ movie: z.object({ title: z.string() }), plays: z.nullish(z.number()) }),
]);

/**
 * Trakt's `watched-shows.json` and its history files. `reset_at` begins a show anew. Since 2026 Trakt
 * gives the shows without their episodes: those are told by the history files alone.
 */
export function readTrakt(source: Source): History | undefined {
  const { json } = source;
  if (!Array.isArray(json) || !json.slice(0, 20).some((entry) => ours.safeParse(entry).success)) {
    return undefined;
  }
  const rows: WatchedRow[] = [];
  const rewatches: { show: ShowName; since: number }[] = [];
  const bare: ShowName[] = [];
  let leftOut = 0;
  for (const entry of json) {
    const played = play.safeParse(entry);
    const watched = played.success ? undefined : watchedShow.safeParse(entry);
    if (played.success) {
      const { episode, watched_at } = played.data;
      rows.push({
        kind: 'numbered',
        show: showName(played.data.show.title, played.data.show.year),
        season: episode.season,
        number: episode.number,
        title: episode.title ?? null,
        when: moment(watched_at),
      });
    } else if (watched?.success && !film.safeParse(entry).success) {
      const name = showName(watched.data.show.title, watched.data.show.year);
      const since = moment(watched.data.reset_at);
      if (since !== null) rewatches.push({ show: name, since });
      if (watched.data.seasons === undefined) bare.push(name);
      for (const { number: season, episodes } of watched.data.seasons ?? []) {
        for (const { number, plays, last_watched_at } of episodes) {
          if (plays === 0) leftOut++;
          else {
            const at = moment(last_watched_at);
            rows.push({ kind: 'numbered', show: name, season, number, title: null, when: at });
          }
        }
      }
    } else leftOut++;
  }
  return history({ rows, leftOut, rewatches, bare });
}
