import { describe, expect, test } from 'vitest';
import { firstNamed } from '../../src/people/first-named.ts';
import { code } from '../support/recaps.ts';

/** The names in what episodes tell, as a `people.md` would head its sections. */
function named(...episodes: readonly string[]) {
  const tellings = episodes.map((text, index) => ({ episode: code(index + 1), passages: [text] }));
  return firstNamed(tellings, 'The School').map(({ name, after, also }) =>
    [name, after, ...also].join(' · '),
  );
}

describe('a name waits for the first episode that tells it', () => {
  test.each([
    [
      'of two people',
      ['Here comes June. So does June.', 'Now Ann and June. And Ann.'],
      ['June · S01E01', 'Ann · S01E02'],
    ],
    [
      'whole, so that a surname that is told later joins the given name then',
      ['It is June. Yes, June.', 'Here is June Park. Yes, June Park.'],
      ['June · S01E01', 'June Park · S01E02 · June'],
    ],
    [
      'once where the whole name comes first',
      ['It is June Park. Yes, June Park.', 'It is June. Yes, June.'],
      ['June Park · S01E01'],
    ],
    [
      'and a husband is not his wife',
      ['It is Joe. Yes, Joe.', 'There is Mrs Joe. Yes, Mrs Joe.'],
      ['Joe · S01E01', 'Mrs Joe · S01E02'],
    ],
    [
      'and names of two sentences are two names',
      ['He saw June. Ann left. He saw Ann. So did June.'],
      ['Ann · S01E01', 'June · S01E01'],
    ],
    ['behind a title', ['It is Dr. Quint. Yes, Dr. Quint.'], ['Dr Quint · S01E01']],
    ['if there is one', ['nobody at all', 'The School. At The School.'], []],
  ])('%s', (_, episodes, expected) => {
    expect(named(...episodes)).toEqual(expected);
  });
});
