import * as z from 'zod/mini';

/** A value that is dropped if it has an unexpected type: APIs change, and one field must not cost the whole show. */
function orNull<T extends z.ZodMiniType>(type: T) {
  return z.catch(z.nullable(type), null);
}

const text = orNull(z.string());
const identifier = z.int().check(z.positive());
const place = z.object({ name: text, country: orNull(z.object({ name: text })) });

/** A TVmaze show, as far as recap uses it. Not the cast: its order reveals who stays. */
export const tvmazeShow = z.object({
  id: identifier,
  name: z.string(),
  premiered: text,
  ended: text,
  status: text,
  network: orNull(place),
  webChannel: orNull(place),
  externals: orNull(z.object({ imdb: text })),
  summary: text,
  /** Seconds since the epoch. A change to an episode counts as a change to the show. */
  updated: orNull(z.int()),
});

/** An episode or special. A special has no number. */
export const tvmazeEpisode = z.object({
  id: identifier,
  name: text,
  season: z.nullable(z.int().check(z.gte(0), z.lte(9999))),
  number: z.nullable(z.int().check(z.gte(0), z.lte(9999))),
  // older answers lack it
  type: z.catch(z.optional(z.string()), undefined),
  airdate: text,
  summary: text,
});

export const tvmazeSearch = z.array(z.unknown());
export const tvmazeHit = z.object({ show: tvmazeShow });
export const tvmazeAka = z.object({ name: z.string() });

export type TvmazeShow = z.infer<typeof tvmazeShow>;
export type TvmazeEpisode = z.infer<typeof tvmazeEpisode>;
