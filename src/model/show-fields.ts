import type { Fields, FrontMatterOf } from './field.ts';

const HIDDEN = { visibility: 'never', isIndexed: false, json: 'none', text: 'none' } as const;

/** An episode in the list of `show.md`. */
const EPISODE_FIELDS = {
  code: {
    value: 'code',
    isRequired: true,
    about: 'The episode’s code, such as `S01E10`.',
    visibility: 'public',
    isIndexed: true,
    json: 'none',
    text: 'none',
  },
  title: {
    value: 'line',
    isRequired: false,
    about: 'The episode’s title.',
    visibility: 'episode-title',
    isIndexed: false,
    json: 'none',
    text: 'none',
  },
  aka: {
    ...HIDDEN,
    value: 'lines',
    isRequired: false,
    about: 'Its titles in other languages, for `recap import`.',
  },
  id: {
    ...HIDDEN,
    value: 'identifier',
    isRequired: false,
    about: 'Its identifier where it was fetched, such as `tvmaze:4952`.',
  },
  aired: {
    ...HIDDEN,
    value: 'date',
    isRequired: false,
    about: 'When it was first shown, such as `2020-12-14`.',
  },
} as const satisfies Fields;

const SEASON_FIELDS = {
  number: {
    ...HIDDEN,
    value: 'season',
    isRequired: true,
    about: 'The season’s number.',
  },
  aka: {
    ...HIDDEN,
    value: 'lines',
    isRequired: true,
    about: 'What else the season is called, for `recap import`.',
  },
} as const satisfies Fields;

const SECRET_FIELDS = {
  phrase: {
    ...HIDDEN,
    value: 'phrase',
    isRequired: false,
    about: 'Words that together give it away, in any order.',
  },
  any: {
    ...HIDDEN,
    value: 'alternatives',
    isRequired: false,
    about: 'Several such phrases, each of which gives it away.',
  },
  after: {
    ...HIDDEN,
    value: 'code',
    isRequired: true,
    about: 'The episode after which it may be read.',
  },
} as const satisfies Fields;

const NAME_FIELDS = {
  name: {
    ...HIDDEN,
    value: 'line',
    isRequired: true,
    about: 'The name of a person, place or thing.',
  },
  aka: {
    ...HIDDEN,
    value: 'lines',
    isRequired: false,
    about: 'What else it is called.',
  },
  after: {
    ...HIDDEN,
    value: 'code',
    isRequired: false,
    about: 'The episode that first names it.',
  },
} as const satisfies Fields;

/** The fields of the front matter of `show.md`, in one list (docs/format.md). */
export const SHOW_FIELDS = {
  title: {
    value: 'line',
    isRequired: true,
    about: 'The show’s name.',
    visibility: 'public',
    isIndexed: true,
    json: 'list',
    text: 'own-place',
  },
  year: {
    value: 'year',
    isRequired: false,
    about: 'The year in which it began, such as `2020`.',
    visibility: 'public',
    isIndexed: true,
    json: 'list',
    text: 'own-place',
  },
  network: {
    value: 'line',
    isRequired: false,
    about: 'Where it was first shown.',
    visibility: 'public',
    isIndexed: true,
    json: 'list',
    text: 'own-place',
  },
  status: {
    value: 'status',
    isRequired: false,
    about: 'Whether more episodes are expected: `running` or `ended`.',
    visibility: 'public',
    isIndexed: true,
    json: 'list',
    text: 'none',
  },
  id: {
    value: 'identifier',
    isRequired: false,
    about: 'Its identifier where it was fetched, such as `tvmaze:82`. Progress belongs to it.',
    visibility: 'never',
    isIndexed: true,
    json: 'none',
    text: 'none',
  },
  aka: {
    ...HIDDEN,
    value: 'lines',
    isRequired: false,
    about: 'Its titles in other languages, for `recap import`: `[La casa de papel]`.',
  },
  episodes: {
    ...HIDDEN,
    value: { entries: EPISODE_FIELDS },
    isRequired: false,
    about:
      'Its episodes in viewing order: `{ code: S01E01, title: Corps, aka: […], id: …, aired: … }`.',
  },
  seasons: {
    ...HIDDEN,
    value: { entries: SEASON_FIELDS },
    isRequired: false,
    about: 'What seasons are called, for `recap import`: `{ number: 3, aka: [Book Three] }`.',
  },
  secrets: {
    ...HIDDEN,
    value: { entries: SECRET_FIELDS },
    isRequired: false,
    about:
      'Phrases that nothing shows before their episode: see [Declared secrets](#declared-secrets).',
  },
  names: {
    ...HIDDEN,
    value: { entries: NAME_FIELDS },
    isRequired: false,
    about:
      'Names that `recap check` is to know: `{ name: Petyr Baelish, aka: [Littlefinger], after: S01E03 }`.',
  },
  known: {
    ...HIDDEN,
    value: 'lines',
    isRequired: false,
    about:
      'Names that everybody knows, so that `recap check` does not report them: `[London, Netflix]`.',
  },
  retrieved: {
    ...HIDDEN,
    value: 'date',
    isRequired: false,
    about: 'When it was fetched, such as `2026-01-31`.',
  },
} as const satisfies Fields;

/** The front matter of `show.md`. */
export type ShowFrontMatter = FrontMatterOf<typeof SHOW_FIELDS>;
export type ListedEpisode = FrontMatterOf<typeof EPISODE_FIELDS>;
export type DeclaredSecret = FrontMatterOf<typeof SECRET_FIELDS>;
