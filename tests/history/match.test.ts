import { describe, expect, test } from 'vitest';
import { Show } from '../../src/gated/show.ts';
import { showName } from '../../src/history/entry.ts';
import { Matcher } from '../../src/history/match.ts';
import { type EpisodeCode, parseEpisodeCode } from '../../src/model/episode.ts';

function code(text: string): EpisodeCode {
  const parsed = parseEpisodeCode(text);
  if (!parsed) throw new Error(text);
  return parsed;
}

function show(
  slug: string,
  title: string,
  episodes: Record<string, string | string[]>,
  more: { year?: number; aka?: string[]; seasons?: { number: number; aka: string[] }[] } = {},
): Show {
  return new Show(slug, {
    title,
    ...more,
    episodes: Object.entries(episodes).map(([written, titles]) => {
      const [title, ...aka] = [titles].flat();
      return { code: code(written), title, aka };
    }),
  });
}

const quay = show(
  'the-quay',
  'The Quay',
  { '1x1': ['Fog', 'Brouillard', 'Туман'], '1x2': ["It's Rain", 'Pluie'], '1x3': 'Crème & Ice' },
  { aka: ['Le Quai', 'Der Kai: Am Hafen'] },
);
const two = show('two', 'Two: A Tale', {
  '1x1': 'Pilot',
  '1x2': 'Part 2: Home',
  '2x1': 'Pilot',
  '2x2': 'Away',
});
const born = show('hero', 'Hero', { '1x1': 'Pilot', '1x2': 'Born Again' });
const bornAgain = show('hero-2', 'Hero: Born Again', { '1x1': 'Heaven', '1x2': 'Pilot' });
const sword = show(
  'sword',
  'Sword',
  { '1x1': 'Here', '1x2': 'There', '2x1': 'Gone', '2x2': 'Come' },
  { aka: ['Blade'], seasons: [{ number: 2, aka: ['The Long Winter', 'Sword x2'] }] },
);
const dated = show('dated', 'Dated', { '1x1': 'First' }, { year: 2014 });
const unlisted = new Show('loose', 'missing');
const shows = [quay, two, born, bornAgain, sword, dated, unlisted];

/** A row's match in short: `slug S01E01`, `slug ?`, or `-`. */
function titled(text: string, library = shows): string {
  const match = new Matcher(library).match({ kind: 'titled', text, when: null });
  if (match.kind === 'elsewhere') return '-';
  return `${match.show.slug} ${match.kind === 'episode' ? match.code : '?'}`;
}

describe('a title by Netflix', () => {
  test.each([
    ['The Quay: Fog', 'the-quay S01E01'],
    ['The Quay: Season 1: Fog', 'the-quay S01E01'],
    ['The Quay: Saison 1: Brouillard', 'the-quay S01E01'],
    ['the quay : saison 1 : BROUILLARD', 'the-quay S01E01'],
    ['Le Quai: Saison 1: Pluie', 'the-quay S01E02'],
    ['Der Kai: Am Hafen: Staffel 1: Fog', 'the-quay S01E01'],
    ['The Quay：シーズン1：Fog', 'the-quay S01E01'],
    ['The Quay: Season 1: It’s rain', 'the-quay S01E02'],
    ['The Quay: Season 1: Creme, ice', 'the-quay S01E03'],
    ['The Quay: Limited Series: Fog', 'the-quay S01E01'],
    ['The Quay: Minissérie: Episódio 2', 'the-quay S01E02'],
    ['The Quay: Season 1: Fog (Episode 1)', 'the-quay S01E01'],
    ['The Quay: Season 1: A title in another language (Episode 3)', 'the-quay S01E03'],
    ['Le Quai: Temporada 1: Niebla (Capítulo 1)', 'the-quay S01E01'],
    ['Le Quai: Stagione 1: Pluie (Capitolo 2)', 'the-quay S01E02'],
    ['The Quay: Fog (Chapter 1)', 'the-quay S01E01'],
    ['The Quay: Season 1: Fog (Uncut)', 'the-quay S01E01'],
    ['The Quay: Season 1: Fog (Part 1)', 'the-quay S01E01'],
    ['The Quay: Season 1B: It’s rain', 'the-quay S01E02'],
    ['The Quay: Season 1: Smoke (Ep. 2)', 'the-quay S01E02'],
    ['The Quay: Temporada 1: Humo (Cap. 2)', 'the-quay S01E02'],
    ['Dated (2014): Season 1: First', 'dated S01E01'],
    ['Sword: Sword 2: Gone', 'sword S02E01'],
    ['Sword: Sword II: Gone (Episode 1)', 'sword S02E01'],
    ['Sword: Sword II: Another title (Episode 2)', 'sword S02E02'],
    ['Blade: Blade 2: Gone', 'sword S02E01'],
    ['Sword: The Long Winter: Another title (Episode 2)', 'sword S02E02'],
    ['Sword: The Long Winter: Come', 'sword S02E02'],
    ['The Long Winter: Come', 'sword S02E02'],
    ['Two: A Tale: Part 2: Home', 'two S01E02'],
    ['Two: A Tale: Season 2: Pilot', 'two S02E01'],
    ['Two: A Tale: Part 2: Episode 2', 'two S02E02'],
    ['loose: Season 3: Episode 4', 'loose S03E04'],
    ['Hero: Born Again: Season 1: Heaven', 'hero-2 S01E01'],
  ])('%s is %s', (text, expected) => {
    expect(titled(text)).toBe(expected);
  });

  test.each([
    ['in two episodes of one show', 'Two: A Tale: Pilot', 'two ?'],
    ['the same title and another show', 'Hero: Born Again', 'hero-2 ?'],
    ['nearly a title', 'The Quay: Season 1: Fogg', 'the-quay ?'],
    ['a part of a title', 'The Quay: Season 1: Crème', 'the-quay ?'],
    ['of another season', 'The Quay: Season 2: Fog', 'the-quay ?'],
    [
      'number and title that contradict each other',
      'The Quay: Season 1: Fog (Episode 2)',
      'the-quay ?',
    ],
    ['beyond the list', 'The Quay: Season 1: Episode 4', 'the-quay ?'],
    ['chapters, which count through the seasons', 'Two: A Tale: Season 2: Chapter 2', 'two ?'],
    ['an episode without a season of a show with two', 'Two: A Tale: Episode 2', 'two ?'],
    [
      'a number without a season, which may be of one that the library lacks',
      'The Quay: Episode 2',
      'the-quay ?',
    ],
    ['a number behind a title that is not listed', 'The Quay: Smoke (Episode 2)', 'the-quay ?'],
    ['a season that is not listed', 'The Quay: Season 2: Smoke (Episode 2)', 'the-quay ?'],
    ['a spin-off', 'The Quay: Dover: Season 1: Smoke (Episode 2)', 'the-quay ?'],
    [
      'a spin-off whose episode has the same title',
      'The Quay: Dover: Season 1: Fog (Episode 1)',
      'the-quay ?',
    ],
    ['a spin-off with a number in its name', 'The Quay: Dover 1: Fog', 'the-quay ?'],
    [
      'a spin-off that is in the library',
      'Two: A Tale: The Quay: Season 1: Home (Episode 2)',
      'two ?',
    ],
    ['a season within a season', 'The Quay: Season 1: Season 2: Smoke (Episode 2)', 'the-quay ?'],
    ['a number of another season’s title', 'Two: A Tale: Season 1: Away (Episode 2)', 'two ?'],
    [
      'a number that contradicts the title, beyond the list',
      'The Quay: Season 1: Fog (Episode 9)',
      'the-quay ?',
    ],
    [
      'a part of a title in brackets that contradicts the episode',
      'The Quay: Season 1: Fog (Part 2)',
      'the-quay ?',
    ],
    ['a number in half a season', 'The Quay: Season 1B: Smoke (Episode 2)', 'the-quay ?'],
    ['a show of another year', 'Dated (1990): Season 1: First', '-'],
    ['a year that the library does not know', 'The Quay (1990): Season 1: Fog', '-'],
    ['a number that is a name', 'Sword: Sword xx: Gone', 'sword ?'],
    ['a part between that is not understood', 'The Quay: Winter Tales: Fog', 'the-quay ?'],
    ['a show by another name', 'The Quays: Season 1: Fog', '-'],
    ['an episode’s title alone', 'Fog', '-'],
    ['the show’s name alone', 'The Quay', 'the-quay ?'],
    ['the folder’s name', 'the-quay-x: Fog', '-'],
    ['nothing', '', '-'],
    ['colons', ':::::', '-'],
    ['a very long one', `The Quay: Fog ${'x'.repeat(9999)}`, '-'],
  ])('%s does not match', (_, text, expected) => {
    expect(titled(text)).toBe(expected);
  });

  test('a title that two shows of one name may have is told by neither', () => {
    const remake = show('the-quay-2', 'The Quay', { '1x1': 'Smoke' });
    expect(titled('The Quay: Fog', [...shows, remake])).toMatch(/ \?$/);
  });

  test.each(['StartUp: Seed', 'Start Up: Seed'])(
    '%s is not of "Start-Up" unless written so',
    (text) => {
      const startUp = show('start-up', 'Start-Up', { '1x1': 'Seed' });
      expect(titled(text, [startUp])).toBe(text.startsWith('Start ') ? 'start-up S01E01' : '-');
    },
  );

  test('a part that is another show’s title is no season of this one', () => {
    const sequel = show('blade-2', 'Blade 2', { '1x1': 'Gone' });
    expect(titled('Blade: Blade 2: Gone', [...shows, sequel])).toBe('sword ?');
    expect(titled('Blade 2: Gone', [...shows, sequel])).toBe('blade-2 S01E01');
  });

  test('letters that differ by a mark are not the same where it makes another letter', () => {
    const library = [show('kana', 'かな', { '1x1': 'はら', '1x2': 'ばら' })];
    expect(titled('かな: シーズン1: ばら', library)).toBe('kana S01E02');
  });
});

describe('a numbered row', () => {
  const numbered = (
    title: string,
    written: string,
    more: { episode?: string; slug?: true } = {},
  ) => {
    const [season = 0, number = 0] = written.split('x').map(Number);
    const name = showName(title);
    const match = new Matcher(shows).match({
      kind: 'numbered',
      show: more.slug ? { ...name, maySlug: true } : name,
      season,
      number,
      title: more.episode ?? null,
      when: null,
    });
    return match.kind === 'episode' ? `${match.show.slug} ${match.code}` : match.kind;
  };

  test('by the show’s title, in any language it has', () => {
    expect(numbered('the QUAY', '1x2')).toBe('the-quay S01E02');
    expect(numbered('Le Quai', '1x2')).toBe('the-quay S01E02');
  });

  test('by the folder’s name only where a person wrote it', () => {
    expect(numbered('hero-2', '1x1')).toBe('elsewhere');
    expect(numbered('hero-2', '1x1', { slug: true })).toBe('hero-2 S01E01');
  });

  test('not an episode that the list does not have', () => {
    expect(numbered('The Quay', '1x4')).toBe('unclear');
  });

  test('not where the title is that of another episode: it is counted in another way', () => {
    expect(numbered('The Quay', '1x2', { episode: 'Fog' })).toBe('unclear');
    expect(numbered('The Quay', '1x2', { episode: 'Pluie' })).toBe('the-quay S01E02');
    expect(numbered('The Quay', '1x2', { episode: 'Unheard of' })).toBe('the-quay S01E02');
  });

  test('a remake of another year is another show', () => {
    const old = show('the-flash', 'The Flash', { '1x1': 'Pilot' }, { year: 1990 });
    const match = (name: string) => {
      const row = { kind: 'numbered', season: 1, number: 1, title: null, when: null } as const;
      return new Matcher([old]).match({ ...row, show: showName(name) }).kind;
    };
    expect(match('The Flash (1990)')).toBe('episode');
    expect(match('The Flash (1991)')).toBe('episode');
    expect(match('The Flash (2014)')).toBe('elsewhere');
    expect(match('The Flash')).toBe('episode');
  });
});

describe('a name as catalogs write it', () => {
  const unit = show('the-unit', 'The Unit', { '1x1': 'First' });
  const cards = show('house-of-cards', 'House of Cards', { '1x1': 'One', '1x2': 'Two' });
  const match = (title: string, library: Show[]) => {
    const row = { kind: 'numbered', season: 1, number: 1, title: null, when: null } as const;
    return new Matcher(library).match({ ...row, show: showName(title) });
  };

  test.each(['Unit, The', 'unit, the', 'Unit, The (2006)'])('%s', (title) => {
    expect(match(title, [unit])).toEqual({ kind: 'episode', show: unit, code: 'S01E01' });
  });

  test('a country that the library does not write may mean another show', () => {
    expect(match('House of Cards (US)', [cards])).toMatchObject({
      kind: 'episode',
      namesake: 'house of cards US',
    });
    const own = show('cards-us', 'House of Cards (US)', { '1x1': 'One' });
    expect(match('House of Cards (US)', [cards, own])).toEqual({
      kind: 'episode',
      show: own,
      code: 'S01E01',
    });
    expect(match('House of Cards', [own])).toMatchObject({ kind: 'elsewhere' });
  });
});

describe('a number of episodes', () => {
  const count = (title: string, episodes: number) => {
    const match = new Matcher(shows).matchCount(showName(title), episodes);
    return match.kind === 'episode' ? `${match.show.slug} ${match.code}` : match.kind;
  };

  test.each([
    ['Sword', 2, 'sword S01E02'],
    ['Sword', 3, 'sword S02E01'],
    ['The Long Winter', 2, 'sword S02E02'],
    ['The Long Winter', 3, 'unclear'],
    ['Sword', 5, 'unclear'],
    ['loose', 4, 'loose S01E04'],
    ['Elsewhere', 2, 'elsewhere'],
  ])('%s, %i is %s', (title, episodes, expected) => {
    expect(count(title, episodes)).toBe(expected);
  });
});
