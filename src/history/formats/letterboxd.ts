import type { OtherRecord } from '../format.ts';

/** The diary, the watched films, the ratings and the reviews of Letterboxd. */
export const letterboxd: OtherRecord = {
  name: 'Letterboxd',
  holds: 'films',
  recognitions: [{ kind: 'table', fits: (header) => header.has('name', 'year', 'letterboxd uri') }],
};
