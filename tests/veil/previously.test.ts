import { describe, expect, test } from 'vitest';
import { Recap } from '../../src/gated/recap.ts';
import { recapHead } from '../../src/gated/recap-head.ts';
import { Show } from '../../src/gated/show.ts';
import type { EpisodeCode } from '../../src/model/episode.ts';
import { gistOf } from '../../src/veil/gist.ts';
import { previously, previouslyView, previousRecaps } from '../../src/veil/previously.ts';
import { veil } from '../../src/veil/veil.ts';
import { code, recap, seen, visible } from '../support/recaps.ts';

const CODES: EpisodeCode[] = [
  'S01E01',
  'S01E02',
  'S01E03',
  'S01E04',
  'S00E01',
  'S02E01',
  'S02E02',
  'S02E03',
  'S02E04',
];
const show = new Show('two', { title: 'Two', episodes: CODES.map((code) => ({ code })) });
const recaps = CODES.map(
  (episode) =>
    new Recap(
      recapHead(show, episode.toLowerCase(), {
        episode,
        gist: `Gist of ${episode}.`,
        threads: [`Who rang in ${episode}?`],
      }),
      `Body of ${episode}.`,
    ),
);
const contents = {
  summary: show,
  show,
  recaps: recaps.map(({ head }) => ({ head, path: head.slug })),
  introduction: undefined,
  people: undefined,
};

function at(place: EpisodeCode | null) {
  const reader = { place, showsTitles: false };
  const files = previousRecaps(contents, reader);
  const views = recaps
    .filter(({ head }) => files.some((file) => file.head === head))
    .map((recap) => veil(recap, show, reader));
  return previously(views);
}

describe('before the next episode', () => {
  test.each<[EpisodeCode | null, brief: string[], full: string[]]>([
    [null, [], []],
    ['S01E01', [], ['S01E01']],
    ['S01E04', ['S01E01', 'S01E02'], ['S01E03', 'S01E04', 'S00E01'].slice(0, 2)],
    ['S00E01', ['S01E01', 'S01E02'], ['S01E03', 'S01E04', 'S00E01']],
    ['S02E01', ['S01E01', 'S01E02', 'S01E03'], ['S01E04', 'S00E01', 'S02E01']],
    ['S02E04', ['S02E01'], ['S02E02', 'S02E03', 'S02E04']],
  ])('at %s', (place, brief, full) => {
    const told = at(place);
    const all = [...told.brief, ...told.full].map(({ episode }) => episode);
    expect(all).toEqual([...brief, ...full]);
    expect(told.full.length).toBeLessThanOrEqual(3);
  });

  test('nothing of a later episode is told, and the last two say what is open', () => {
    const told = at('S02E02');
    expect(told.threads).toEqual(['Who rang in S02E01?', 'Who rang in S02E02?']);
    const { text } = previouslyView(told, show);
    expect(text).not.toMatch(/S02E0[34]/);
    expect(text).toContain('Left open');
  });

  test('says once what two episodes leave open', () => {
    const threads = ['Who rang?'];
    const [one, two] = [1, 2].map((episode) =>
      seen(recap('Body.', { episode: code(episode), threads }), 2),
    );
    expect(one && two && previously([one, two]).threads).toEqual(threads);
  });

  test('long recaps are told in short', () => {
    const long = recap('Long. '.repeat(1000), { episode: code(1), gist: 'It was long.' });
    expect(previously([seen(long, 1)])).toMatchObject({ full: [], brief: [{ slug: 'a-recap' }] });
  });
});

describe('the gist', () => {
  const gist = (body: string, episodes = 5) => gistOf(seen(recap(body), episodes));

  test('is what the author wrote', () => {
    const told = recap('Body.', { episode: code(1), gist: 'A *star* fell.' });
    expect(gistOf(seen(told, 1))).toBe('A \\*star\\* fell\\.');
  });

  test('waits with the recap', () => {
    const told = recap('Body.', { episode: code(2), gist: 'Zork fell.' });
    expect(gistOf(seen(told, 1))).toBe('');
    expect(JSON.stringify(seen(told, 1))).not.toContain('Zork');
  });

  test.each([
    ['the first sentences', 'One came. Two went. Three stayed.', 'One came. Two went.'],
    ['not a heading', '# Title here\n\nOne came. Two went.', 'One came. Two went.'],
    ['not an underlined heading', 'Title here\n===\n\nOne came. Two went.', 'One came. Two went.'],
    ['not a table', '|a b|c d|\n|-|-|\n|e f|g h|\n\nOne came.', 'One came.'],
    [
      'up to what is hidden',
      'One came. :spoiler[Two went.]{after=S01E09} Three stayed.',
      'One came.',
    ],
    ['nothing where all is hidden', ':spoiler[Two went.]{after=S01E09}', ''],
  ])('without one is %s', (_, body, expected) => expect(gist(body)).toBe(expected));

  test('of a short story stands below its title', () => {
    expect(visible(previouslyView(at('S01E01'), show))).toContain('S01E01');
  });
});
