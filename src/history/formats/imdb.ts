import type { OtherRecord } from '../format.ts';

/** The ratings, the lists and the watchlist of IMDb. An episode in them was rated or listed, maybe not watched. */
export const imdb: OtherRecord = {
  name: 'IMDb',
  holds: 'ratings and lists',
  recognitions: [{ kind: 'table', fits: (header) => header.has('const', 'title', 'title type') }],
};
