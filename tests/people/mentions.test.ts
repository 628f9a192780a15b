import { describe, expect, test } from 'vitest';
import { NameForms, smallWords } from '../../src/people/name-forms.ts';

/** Whom a text mentions, among people who are called so; further names of one person follow after a slash. */
function mentioned(text: string, people: readonly string[], others: readonly string[] = []) {
  const named = people.map((names) => {
    const [name = '', ...aka] = names.split(' / ');
    return { name, aka };
  });
  const forms = new NameForms(named, smallWords([text, ...others]));
  return [...forms.peopleIn(text)].map(([{ name }, at]) => `${name} ${at}`);
}

describe('a passage mentions', () => {
  test.each([
    ['by a whole name', 'Here is June Park.', ['June Park'], ['June Park 8']],
    ['by a given name', 'Then June left.', ['June Park', 'Bette Whitlaw'], ['June Park 5']],
    ['by a surname', 'Costa shouts.', ['Ramon Costa'], ['Ramon Costa 0']],
    ['by a possessive', 'June’s mother calls.', ['June Park'], ['June Park 0']],
    ['by a genitive', 'Das ist Estellas Haus.', ['Estella'], ['Estella 8']],
    ['behind an article', "C'est la chambre d'Estella.", ['Estella'], ['Estella 17']],
    ['before a suffix', "Pervin'in evi", ['Pervin Doğan'], ['Pervin Doğan 0']],
    ['by a rank', 'Officer Cruz asks.', ['Isabel Cruz'], ['Isabel Cruz 8']],
    ['by a whole name with an address', 'It is Mr. Ivo Quint.', ['Ivo Quint'], ['Ivo Quint 10']],
    ['by an alias', 'Provis eats.', ['Magwitch / Provis'], ['Magwitch 0']],
    [
      'by a part of an alias',
      'Old Orlick limps, and Dolge.',
      ['Orlick / Dolge Orlick'],
      ['Orlick 4'],
    ],
    ['by a description', 'He meets the convict.', ['The convict'], ['The convict 9']],
    ['at the end of a sentence', 'It was June. Park it there.', ['June Park'], ['June Park 7']],
    ['in the order of the text', 'Bette and June', ['June', 'Bette'], ['Bette 0', 'June 10']],
    ['in scripts without spaces', '昨日、花子は出かけた。', ['花子'], ['花子 3']],
    ['with a particle', '지수는 떠났다', ['지수'], ['지수 0']],
  ])('%s', (_, text, people, expected) => {
    expect(mentioned(text, people)).toEqual(expected);
  });
});

describe('a passage does not mention', () => {
  test.each([
    ['by a part that two have', 'Whitlaw knows.', ['Bette Whitlaw', 'Delia Whitlaw']],
    ['by the owner in a name', 'June sleeps.', ["June's mother"]],
    ['by the place in a name', 'He sails to Holdernesse.', ['The Duke of Holdernesse']],
    ['by a title alone', 'The Inspector left. Doctor!', ['Inspector Lestrade', 'Doctor Watson']],
    ['by a common word', 'Will he go?', ['Will']],
    ['by a word that is also written small', 'Grace said grace.', ['Ann Grace']],
    ['by a small word', 'they park here', ['June Park']],
    ['by a given name that is a surname here', 'He loves Elsie Patrick.', ['Patrick Cairns']],
    ['under another surname', 'June Smith waits.', ['June Park']],
    ['by a surname with an address', 'Mrs Cubitt writes.', ['Hilton Cubitt']],
    ['as part of another word', 'Juneau is far.', ['June Park']],
    ['by a name of punctuation alone', 'What? No!', ['?']],
  ])('%s', (_, text, people) => {
    expect(mentioned(text, people, ['they will'])).toEqual([]);
  });

  test('by the longer name of somebody else', () => {
    expect(mentioned('Mrs Joe raves.', ['Mrs Joe', 'Joe'])).toEqual(['Mrs Joe 0']);
    expect(mentioned('Mrs Joe raves.', ['Joe'])).toEqual([]);
    expect(mentioned('Joe smiles.', ['Mrs Joe', 'Joe'])).toEqual(['Joe 0']);
  });
});
