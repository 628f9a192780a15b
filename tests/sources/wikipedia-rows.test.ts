import { describe, expect, test } from 'vitest';
import { episodeCode } from '../../src/model/episode.ts';
import { matchPlots } from '../../src/sources/match-plots.ts';
import { elementsOf } from '../../src/sources/page-tree.ts';
import type { EpisodeDraft } from '../../src/sources/show-draft.ts';
import { plotRows } from '../../src/sources/wikipedia-rows.ts';
import { linkedPages } from '../../src/sources/wikipedia-season.ts';
import { hatnote, heading } from '../support/demo-sources/wikipedia-answers.ts';

const CREDIT = { site: 'Wikipedia', author: '', address: '', page: null, license: '' };

/** The show's list: season, number, title. */
const EPISODES: EpisodeDraft[] = (
  [
    [1, 1, 'Low Water'],
    [1, 2, 'The Berth'],
    [1, 3, 'Flotsam'],
    [1, 4, 'Jetsam'],
    [1, 5, 'Ferris’s Log'],
    [2, 1, 'Pilot'],
    [2, 2, 'Slack'],
    [2, 3, 'Neap'],
    [2, 4, null],
    [12, 1, 'Twelfth Night'],
    [2016, 1, 'Sixteen'],
  ] as const
).map(([season, number, title], index) => ({
  code: episodeCode(season, number),
  id: `tvmaze:${index}`,
  title,
  aired: null,
  summary: null,
  plot: null,
}));

const COLUMNS =
  '<tr><th>No.<br>overall</th><th>No. in<br>season</th><th>Title</th><th>Prod.<br>code</th></tr>';

function table(...rows: string[]): string {
  return `<table class="wikitable wikiepisodetable"><tbody>${COLUMNS}${rows.join('')}</tbody></table>`;
}

function row(overall: number, number: number | string, title: string, plot = ''): string {
  const text =
    plot &&
    `<tr class="expand-child"><td class="description" colspan="4"><div class="shortSummaryText">${plot}</div></td></tr>`;
  return `<tr class="vevent module-episode-list-row"><th scope="row" id="ep${overall}">${overall}</th><td>${number}</td><td class="summary">${title}</td><td>${100 + overall}</td></tr>${text}`;
}

/** What is taken of a page, as `code plot`, and how many rows are left out. */
function taken(html: string, title = 'List of Salt episodes'): string[] {
  const { plots, unclear } = matchPlots(plotRows(title, elementsOf(html)), EPISODES, CREDIT);
  return [...[...plots].map(([code, { line }]) => `${code} ${line}`), `left out: ${unclear}`];
}

const S1 = heading(3, 'Season 1 (2021)');

describe('a row is taken where season, number and title agree', () => {
  test.each<[name: string, html: string, ...expected: string[]]>([
    [
      'plainly',
      S1 + table(row(1, 1, '"Low Water"', 'A.'), row(2, 2, '"The Berth"', 'B.')),
      'S01E01 A.',
      'S01E02 B.',
      'left out: 0',
    ],
    [
      'with reference marks and a note',
      S1 +
        table(
          row(
            1,
            1,
            '"Low Water"<sup class="reference">[1]</sup><br>(Part of the pilot)',
            'A<sup class="reference">[2]</sup>.',
          ),
        ),
      'S01E01 A.',
      'left out: 0',
    ],
    [
      'in other quotes and letters',
      S1 + table(row(5, 5, "“Ferris's log”", 'E.')),
      'S01E05 E.',
      'left out: 0',
    ],
    [
      'with its title in another language',
      S1 + table(row(2, 2, '"The Berth"<br>"El amarre"', 'B.')),
      'S01E02 B.',
      'left out: 0',
    ],
    [
      'the season in words',
      heading(3, 'Series One: 2021') + table(row(1, 1, '"Low Water"', 'A.')),
      'S01E01 A.',
      'left out: 0',
    ],
    [
      'season twelve',
      heading(3, 'Season twelve') + table(row(1, 1, '"Twelfth Night"', 'L.')),
      'S12E01 L.',
      'left out: 0',
    ],
    [
      'a season that is a year',
      heading(3, 'Season 2016') + table(row(1, 1, '"Sixteen"', 'Y.')),
      'S2016E01 Y.',
      'left out: 0',
    ],
    [
      'one number only',
      `${S1}<table class="wikiepisodetable"><tr><th>No.</th><th>Title</th></tr><tr class="vevent"><th id="ep1">1</th><td class="summary">"Low Water"</td></tr><tr class="expand-child"><td class="description">A.</td></tr></table>`,
      'S01E01 A.',
      'left out: 0',
    ],
    [
      'rows without a plot between',
      S1 + table(row(1, 1, '"Low Water"'), row(2, 2, '"The Berth"', 'B.')),
      'S01E02 B.',
      'left out: 0',
    ],
    [
      'the same plot on the page twice',
      S1 + table(row(1, 1, '"Low Water"', 'A.')) + table(row(1, 1, '"Low Water"', 'A.')),
      'S01E01 A.',
      'left out: 0',
    ],
  ])('%s', (_, html, ...expected) => {
    expect(taken(html)).toEqual(expected);
  });

  test('the page of a season names it', () => {
    const html = heading(2, 'Episodes') + table(row(1, 1, '"Low Water"', 'A.'));
    expect(taken(html, 'Salt season 1')).toEqual(['S01E01 A.', 'left out: 0']);
    expect(taken(html, 'Salt (series 2)')).toEqual(['left out: 1']);
  });
});

describe('anything else is left out', () => {
  test.each<[name: string, html: string]>([
    ['another title', S1 + table(row(1, 1, '"High Water"', 'A.'))],
    ['a title that only begins the same', S1 + table(row(1, 1, '"Low Water Mark"', 'A.'))],
    ['another number', S1 + table(row(2, 2, '"Low Water"', 'A.'))],
    ['another season', heading(3, 'Season 2') + table(row(1, 1, '"Low Water"', 'A.'))],
    [
      'the number over all in place of that in the season',
      heading(3, 'Season 2') + table(row(6, 6, '"Pilot"', 'F.')),
    ],
    ['no season', table(row(1, 1, '"Low Water"', 'A.'))],
    ['no number', S1 + table(row(1, '–', '"Low Water"', 'A.'))],
    ['a number with a letter', S1 + table(row(1, '1a', '"Low Water"', 'A.'))],
    ['no title', S1 + table(row(1, 1, '', 'A.'))],
    [
      'an episode whose title the list does not have',
      heading(3, 'Season 2') + table(row(9, 4, '""', 'I.')),
    ],
    ['an episode that the list does not have', S1 + table(row(9, 9, '"Low Water"', 'A.'))],
    ['specials', S1 + heading(3, 'Specials') + table(row(1, 1, '"Low Water"', 'A.'))],
    [
      'another work',
      heading(2, 'Spin-off') + heading(3, 'Season 2') + table(row(1, 1, '"Pilot"', 'F.')),
    ],
    [
      'webisodes below the season',
      `${S1}${heading(4, 'Webisodes')}${table(row(1, 1, '"Low Water"', 'A.'))}`,
    ],
    [
      'behind the seasons',
      `${heading(2, 'Season 1')}${heading(2, 'Ratings')}${table(row(1, 1, '"Low Water"', 'A.'))}`,
    ],
  ])('%s', (_, html) => {
    expect(taken(html)).toEqual(['left out: 1']);
  });

  test('two rows of different works that claim one episode', () => {
    const html =
      S1 +
      table(row(1, 1, '"Low Water"', 'A.')) +
      heading(2, 'Salt: Harbor Nights') +
      heading(3, 'Season 1') +
      table(row(1, 1, '"Low Water"', 'Z.'));
    expect(taken(html)).toEqual(['left out: 2']);
  });
});

describe('several parts wait for the last', () => {
  test('rows that share cells', () => {
    const html = `${S1}${table(
      '<tr class="vevent"><th id="ep3">3</th><td>3</td><td class="summary">"Flotsam"</td><td rowspan="2">103</td></tr>',
      row(4, 4, '"Jetsam"', 'C and D.').replace('<td>104</td>', ''),
    )}`;
    expect(taken(html)).toEqual(['S01E04 C and D.', 'left out: 0']);
  });

  test('rows that share the title, which is only that of one', () => {
    const html = `${S1}${table(
      '<tr class="vevent"><th id="ep3">3</th><td>3</td><td class="summary" rowspan="2">"Flotsam"</td><td>103</td></tr>',
      '<tr class="vevent"><th id="ep4">4</th><td>4</td><td>104</td></tr>',
      '<tr class="expand-child"><td class="description">C and D.</td></tr>',
    )}`;
    expect(taken(html)).toEqual(['left out: 1']);
  });

  test('one row with two numbers and two titles', () => {
    const html = S1 + table(row(3, '3<hr>4', '"Flotsam"<hr>"Jetsam"', 'C and D.'));
    expect(taken(html)).toEqual(['S01E04 C and D.', 'left out: 0']);
  });

  test('a range of numbers', () => {
    const html = S1 + table(row(3, '3–4', '"Flotsam"<br>"Jetsam"', 'C and D.'));
    expect(taken(html)).toEqual(['S01E04 C and D.', 'left out: 0']);
  });

  test('a part that does not agree leaves out the whole', () => {
    const html = S1 + table(row(3, '3<hr>4', '"Flotsam"<hr>"Lagan"', 'C and D.'));
    expect(taken(html)).toEqual(['left out: 1']);
  });
});

test('pages of seasons are linked below their headings', () => {
  const html =
    heading(2, 'Episodes') +
    heading(3, 'Season 1 (2021)') +
    hatnote('Salt season 1') +
    table(row(1, 1, '"Low Water"')) +
    heading(3, 'Season 2 (2022)') +
    hatnote('Salt season 2') +
    hatnote('Salt season 3') +
    heading(2, 'Spin-off') +
    heading(3, 'Season 3') +
    hatnote('Harbor Nights season 3') +
    heading(2, 'See also') +
    hatnote('Salt season 5');
  expect(linkedPages('List of Salt episodes', elementsOf(html))).toEqual({
    seasons: [
      { season: 1, title: 'Salt season 1' },
      { season: 2, title: 'Salt season 2' },
    ],
    list: undefined,
  });
});
