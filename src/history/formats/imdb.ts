import type { OtherRecord } from '../format.ts';

/** IMDb's ratings, lists and watchlist. An episode in them was rated or listed, but maybe not watched. */
export const imdb: OtherRecord = {
  name: 'IMDb',
  holds: 'ratings and lists',
  recognitions: [{ kind: 'table', fits: (header) => header.has('const', 'title', 'title type') }],
};
