import type { Fields, FrontMatterOf, IndexedKey, VisibleOf } from './field.ts';

const HIDDEN = { visibility: 'never', isIndexed: false, json: 'none', text: 'none' } as const;

/** A finding of `recap check` that the author accepts. */
const ACCEPTED_FIELDS = {
  rule: {
    ...HIDDEN,
    value: 'leakRule',
    isRequired: true,
    about: 'The rule, such as `leak/event`.',
  },
  words: {
    ...HIDDEN,
    value: 'phrase',
    isRequired: false,
    about: 'Words of the sentence, title or label that it is about; without them, it is about all.',
  },
  reason: {
    ...HIDDEN,
    value: 'line',
    isRequired: true,
    about: 'Why it gives nothing away.',
  },
} as const satisfies Fields;

/** The fields of a recap's front matter, in one list (docs/format.md). */
export const RECAP_FIELDS = {
  episode: {
    value: 'code',
    isRequired: false,
    about: 'The episode it is about, such as `S01E10`. All of the recap is gated by that episode.',
    visibility: 'public',
    isIndexed: true,
    json: 'list',
    text: 'own-place',
  },
  title: {
    value: 'line',
    isRequired: false,
    about: 'What it is called. Articles need one; an episode recap takes the title in `show.md`.',
    visibility: 'episode-title',
    isIndexed: true,
    json: 'list',
    text: 'own-place',
  },
  after: {
    value: 'code',
    isRequired: false,
    about: 'The gate of an article: all of it opens after this episode.',
    visibility: 'never',
    isIndexed: true,
    json: 'none',
    text: 'none',
  },
  id: {
    value: 'identifier',
    isRequired: false,
    about: 'The episode’s identifier where it was fetched, such as `tvmaze:4952`.',
    visibility: 'never',
    isIndexed: true,
    json: 'none',
    text: 'none',
  },
  summary: {
    value: 'line',
    isRequired: false,
    about: 'One line that everybody may read, so it must not give anything away.',
    visibility: 'public',
    isIndexed: true,
    json: 'list',
    text: 'own-place',
  },
  gist: {
    value: 'text',
    isRequired: false,
    about: 'One or two sentences that say what happens.',
    visibility: 'body',
    isIndexed: false,
    json: 'story',
    text: 'none',
  },
  threads: {
    value: 'lines',
    isRequired: false,
    about: 'What it leaves open: a list of short questions or statements.',
    visibility: 'body',
    isIndexed: false,
    json: 'recap',
    text: 'none',
  },
  headline: {
    value: 'line',
    isRequired: false,
    about: 'The title of the page that it was made from.',
    visibility: 'provenance',
    isIndexed: false,
    json: 'recap',
    text: { credit: (headline) => `from “${headline}”` },
  },
  author: {
    value: 'line',
    isRequired: false,
    about: 'Who wrote it.',
    visibility: 'provenance',
    isIndexed: false,
    json: 'recap',
    text: { credit: (author) => `by ${author}` },
  },
  published: {
    value: 'date',
    isRequired: false,
    about: 'When it was published, such as `2020-12-14`.',
    visibility: 'provenance',
    isIndexed: false,
    json: 'recap',
    text: { credit: (date) => date },
  },
  source: {
    value: 'address',
    isRequired: false,
    about: 'The web address that it was made from.',
    visibility: 'provenance',
    isIndexed: false,
    json: 'recap',
    text: { credit: (address) => address },
  },
  license: {
    value: 'line',
    isRequired: false,
    about: 'The license of the text, such as `CC BY-SA 4.0`.',
    visibility: 'provenance',
    isIndexed: false,
    json: 'recap',
    text: { credit: (license) => license },
  },
  retrieved: {
    value: 'date',
    isRequired: false,
    about: 'When it was fetched or converted, such as `2026-01-31`.',
    visibility: 'provenance',
    isIndexed: false,
    json: 'recap',
    text: 'none',
  },
  tags: {
    value: 'lines',
    isRequired: false,
    about: 'Words to find it by, such as `[family, prison]`.',
    visibility: 'public',
    isIndexed: false,
    json: 'recap',
    text: 'none',
  },
  accepted: {
    ...HIDDEN,
    value: { entries: ACCEPTED_FIELDS },
    isRequired: false,
    about:
      'Findings of `recap check` that give nothing away: `{ rule: leak/event, words: …, reason: … }`.',
  },
} as const satisfies Fields;

type RecapFields = typeof RECAP_FIELDS;

/** The front matter of a recap. With `episode` it is an episode recap, without it an article. */
export type RecapFrontMatter = FrontMatterOf<RecapFields>;

/** The part that lists are made from and the index may store. */
export type ListedFrontMatter = Pick<RecapFrontMatter, IndexedKey<RecapFields>>;

/** The part that a reader may see. */
export type VisibleRecapFields = VisibleOf<RecapFields>;

/** Whether a recap was fetched or converted, so that its words are not its author's. */
export function isFetched({ retrieved, headline }: Readonly<Record<string, unknown>>): boolean {
  return (retrieved ?? headline) !== undefined;
}
