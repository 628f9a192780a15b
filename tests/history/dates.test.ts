import { describe, expect, test } from 'vitest';
import { dateReader } from '../../src/history/dates.ts';

const iso = (texts: string[]) =>
  texts.map(dateReader(texts)).map((at) => at && new Date(at).toISOString().slice(0, 10));

describe('the order of day and month is told from the whole column', () => {
  test.each<[string, string[], (string | null)[]]>([
    ['day first', ['31/12/2020', '02/11/2020'], ['2020-12-31', '2020-11-02']],
    ['month first', ['12/31/20', '11/2/20'], ['2020-12-31', '2020-11-02']],
    ['with dots', ['31.12.20', '02.11.20'], ['2020-12-31', '2020-11-02']],
    ['year first', ['2020-12-31', '2020-11-02'], ['2020-12-31', '2020-11-02']],
    ['with dots and blanks', ['2020. 12. 31.', '2020. 11. 2.'], ['2020-12-31', '2020-11-02']],
    ['with dashes', ['31-12-2020', '02-11-2020'], ['2020-12-31', '2020-11-02']],
    [
      'no day beyond 12, but only one way in sequence',
      ['05/06/2021', '01/06/2021', '12/05/2021'],
      ['2021-06-05', '2021-06-01', '2021-05-12'],
    ],
    ['what could be both is neither', ['05/06/2021'], [null]],
    ['the same both ways', ['06/06/2021'], ['2021-06-06']],
    ['what is no date', ['yesterday', '2020-12-31'], [null, '2020-12-31']],
  ])('%s', (_, texts, days) => {
    expect(iso(texts)).toEqual(days);
  });
});
