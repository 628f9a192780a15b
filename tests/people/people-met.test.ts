import { describe, expect, test } from 'vitest';
import { askFor } from '../../src/people/ask-for.ts';
import { findPeople } from '../../src/people/find-people.ts';
import { namesInText } from '../../src/people/names-in-text.ts';
import { peopleMet } from '../../src/people/people-met.ts';
import type { Person } from '../../src/people/person.ts';
import { code, recap, seen } from '../support/recaps.ts';

const PEOPLE = `## Pip {after=S01E01}

- An orphan of the marshes.
- :spoiler[Heir to a fortune.]{after=S01E03}
- :spoiler[Owes it to the convict.]{after=S01E05}

## The convict {after=S01E01}

- A man in irons.

## Miss Havisham {after=S01E02}

She lives by candlelight, :spoiler[and dies by fire]{after=S01E05}.

### At home

- Never sees the sun.

## Provis {after=S01E04}

- Pip's uncle, he says.

## Magwitch {after=S01E05 also="the convict, Provis"}

- It was his money.
`;

const EPISODES = [
  'Pip meets a man. Pip runs.',
  'Miss Havisham sends for Pip. She likes him not.',
  'A lawyer comes to Joe.',
  'Provis arrives.',
  'Magwitch tells all.',
].map((body, index) => recap(body, { episode: code(index + 1) }, `s01e0${index + 1}`));

/** Whom a reader has met who has watched so many episodes. */
function met(episodes: number, people = PEOPLE): readonly Person[] {
  const views = EPISODES.slice(0, episodes).map((episode) => seen(episode, episodes));
  return peopleMet(seen(recap(people), episodes), views, 'A Show').people;
}

const names = (people: readonly Person[]) => people.map(({ name }) => name);
const facts = (person: Person | undefined) =>
  person?.facts.map(({ episode, text }) => `${episode} ${text}`);

describe('people of a show with cards', () => {
  test.each([
    [0, []],
    [1, ['Pip', 'The convict']],
    [2, ['Pip', 'The convict', 'Miss Havisham']],
    [3, ['Pip', 'The convict', 'Miss Havisham']],
    [4, ['Pip', 'The convict', 'Miss Havisham', 'Provis']],
    [5, ['Pip', 'Miss Havisham', 'Magwitch']],
  ])('at episode %i are those who have been met', (episodes, expected) => {
    expect(names(met(episodes))).toEqual(expected);
  });

  test('have the facts that are open, and nothing stands for the others', () => {
    const [pip] = met(1);
    expect(facts(pip)).toEqual(['S01E01 An orphan of the marshes.']);
    expect(facts(met(3)[0])).toEqual([
      'S01E01 An orphan of the marshes.',
      'S01E03 Heir to a fortune.',
    ]);
    expect(facts(met(2)[2])).toEqual([
      'S01E02 She lives by candlelight, .',
      'S01E02 At home',
      'S01E02 Never sees the sun.',
    ]);
  });

  test('go by the newest of their names, with all that was known under the others', () => {
    const magwitch = met(5)[2];
    expect(magwitch).toMatchObject({
      name: 'Magwitch',
      aka: ['The convict', 'Provis'],
    });
    expect(facts(magwitch)).toEqual([
      'S01E01 A man in irons.',
      "S01E04 Pip's uncle, he says.",
      'S01E05 It was his money.',
    ]);
    expect(magwitch?.mentions.map(({ episode }) => episode)).toEqual([code(4), code(5)]);
  });

  test('are connected by nothing before that', () => {
    for (const person of met(4)) expect(JSON.stringify(person)).not.toMatch(/Magwitch/);
    expect(met(4).every(({ aka }) => aka.length === 0)).toBe(true);
  });

  test('are first and last seen where the open recaps mention them', () => {
    const [pip] = met(2);
    expect(pip?.mentions).toEqual([
      { recap: 's01e01', episode: code(1), text: 'Pip meets a man. Pip runs.', at: 0 },
      {
        recap: 's01e02',
        episode: code(2),
        text: 'Miss Havisham sends for Pip. She likes him not.',
        at: 24,
      },
    ]);
  });
});

describe('somebody is found', () => {
  test.each([
    ['pip', ['Pip']],
    ['PIP’s', ['Pip']],
    ['havisham', ['Miss Havisham']],
    ['miss havishams', ['Miss Havisham']],
    ['hav', ['Miss Havisham']],
    ['convict', ['Magwitch']],
    ['Provis', ['Magwitch']],
    ['magwitch', ['Magwitch']],
    ['nobody', []],
    ['', []],
    ['?', []],
  ])('by %j', (query, expected) => {
    expect(names(findPeople(met(5), query))).toEqual(expected);
  });

  test('under a later name as little as nobody', () => {
    expect(findPeople(met(4), 'magwitch')).toEqual([]);
    expect(findPeople(met(4), 'mag')).toEqual([]);
  });
});

describe('people of a show without cards', () => {
  const told = [
    'Neveah arrives. June shows Neveah the school, and Bette Whitlaw watches. "No," says Bette.',
    'On Monday June and Bette dance. The school is full. But Neveah leaves early.',
  ].map((body, index) => recap(body, { episode: code(index + 1) }, `s01e0${index + 1}`));
  const metIn = (episodes: number) =>
    peopleMet(
      undefined,
      told.slice(0, episodes).map((view) => seen(view, episodes)),
      'The School',
    ).people;

  test('are the names in the open text', () => {
    expect(names(metIn(2)).sort()).toEqual(['Bette Whitlaw', 'June', 'Neveah']);
  });

  test('have no facts but passages, with where they are', () => {
    const june = findPeople(metIn(2), 'june')[0];
    expect(june?.facts).toEqual([]);
    expect(june?.mentions.map(({ recap }) => recap)).toEqual(['s01e01', 's01e02']);
  });

  test('are none of whom only a later episode speaks', () => {
    expect(names(metIn(0))).toEqual([]);
  });

  test('cannot be told in a script without capitals, and that is said', () => {
    const view = seen(recap('エッダがイヴォを殺した。', { episode: code(1) }), 1);
    expect(peopleMet(undefined, [view], 'X')).toEqual({
      people: [],
      isUnreadable: true,
      told: null,
    });
  });
});

describe('somebody is asked for without cards', () => {
  const told = ['Here is Ivo. The cat grins; grace matters. It is dark.', 'Ivo meets Otto.'].map(
    (body, index) => recap(body, { episode: code(index + 1) }, `s01e0${index + 1}`),
  );
  const asked = (episodes: number, name: string) => {
    const views = told.slice(0, episodes).map((view) => seen(view, episodes));
    return askFor(peopleMet(undefined, views, 'A Show'), name).map(
      ({ name, mentions }) => `${name} ${mentions.map(({ recap }) => recap).join(' ')}`,
    );
  };

  test.each([
    [1, 'ivo', ['Ivo s01e01']],
    [2, 'IVO', ['Ivo s01e01 s01e02']],
    [2, 'otto', ['Otto s01e02']],
    [1, 'otto', []],
    [1, 'nobody', []],
    [1, 'grace', []],
    [1, 'it', []],
    [1, 'the', []],
    [1, '?', []],
  ])('after %i episodes by %j', (episodes, name, expected) => {
    expect(asked(episodes, name)).toEqual(expected);
  });
});

describe('names in a text', () => {
  test.each<[what: string, text: string, names: string[]]>([
    ['begin no sentence alone', 'Snow falls. Snow falls on Jon, and Jon walks.', ['Jon']],
    ['stand twice', 'He sees Jon.', []],
    ['or have several words', 'He sees Jon Snow.', ['Jon Snow']],
    ['are not of places', 'He is in Meereen. To Meereen she goes, and in Meereen stays.', []],
    ['are not of things', 'He saw the Wall, and she saw the Wall.', []],
    ['are not of houses', 'She is with House Quint, says House Quint.', []],
    ['are not of what is somebody’s', "So he becomes the King's Hand. Ah, the King's Hand.", []],
    ['may be the owner’s', 'It is in Shae’s room, yes, in Shae’s.', ['Shae']],
    ['of several words are one', 'He is Jon Snow, and she sees Jon Snow.', ['Jon Snow']],
    [
      'have their title',
      'So Mr Jaggers nods. Then Mr. Jaggers bites: yes, Mr Jaggers.',
      ['Mr Jaggers'],
    ],
    ['may have particles', 'It is Petyr de Vries, only Petyr de Vries.', ['Petyr de Vries']],
    ['are no days and peoples', 'On Monday the English left; on Monday the English came.', []],
    ['are no words that are also small', 'It is Winter in the winter, yes Winter.', []],
    ['lose their possessive', 'It is Shae’s, all Shae’s.', ['Shae']],
  ])('%s', (_, text, expected) => {
    expect(namesInText([text], new Set()).map(({ name }) => name)).toEqual(expected);
  });
});
