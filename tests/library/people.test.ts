import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RecapFile, ShowContents } from '../../src/gated/show-contents.ts';
import type { EpisodeCode } from '../../src/model/episode.ts';
import type { Place } from '../../src/model/order.ts';
import { Library } from '../../src/store/library/library.ts';
import { openRecap } from '../../src/store/library/open-recap.ts';
import { veil } from '../../src/veil/veil.ts';

/** Whom each episode of the shipped shows introduces, by the name that it gives them. */
const MET: Readonly<Record<string, Readonly<Partial<Record<EpisodeCode, readonly string[]>>>>> = {
  'great-expectations': {
    S01E01: ['Pip', 'Mrs Joe', 'Joe', 'The convict'],
    S01E02: ['Mr Pumblechook', 'Mr Wopsle', 'The other convict'],
    S01E04: ['Biddy', 'Miss Havisham'],
    S01E05: ['Estella'],
    S01E06: ['The man with the file'],
    S01E07: [
      'Camilla',
      'Sarah Pocket',
      'Georgiana',
      'Matthew',
      'The gentleman on the stairs',
      'The pale young gentleman',
    ],
    S01E09: ['Orlick'],
    S01E11: ['Mr Jaggers', 'Matthew Pocket'],
    S01E12: ['Mr Trabb', "Trabb's boy"],
    S01E13: ['Wemmick', 'Young Mr Pocket'],
    S01E14: ['Herbert Pocket', 'Mrs Pocket'],
    S01E15: ['Bentley Drummle', 'Startop'],
    S01E16: ['The Aged', 'Molly'],
    S01E17: ['The Avenger'],
    S01E19: ['Wopsle', 'Clara'],
    S01E22: ['Miss Skiffins', 'Clarriker'],
    S01E23: ['Mrs Brandley'],
    S01E25: ['Abel Magwitch'],
    S01E26: ['Compeyson', 'Arthur'],
    S01E28: ['Magwitch', 'Mr Barley'],
    S01E36: ['Little Pip'],
  },
  'sherlock-holmes': {
    S00E01: [
      'Sherlock Holmes',
      'Dr Watson',
      'Lestrade',
      'Gregson',
      'Enoch Drebber',
      'Stangerson',
      'Jefferson Hope',
    ],
    S00E02: [
      'Mary Morstan',
      'Thaddeus Sholto',
      'Bartholomew Sholto',
      'Athelney Jones',
      'Jonathan Small',
      'Tonga',
      'Toby',
    ],
    S01E01: ['Irene Adler', 'The King of Bohemia', 'Godfrey Norton'],
    S01E02: ['Jabez Wilson', 'John Clay'],
    S01E03: ['Mary Sutherland', 'Mr Windibank'],
    S01E04: ['Charles McCarthy', 'James McCarthy', 'John Turner'],
    S01E05: ['John Openshaw', 'Captain Calhoun'],
    S01E06: ['Neville St Clair'],
    S01E07: ['Peterson', 'Henry Baker', 'James Ryder', 'Horner'],
    S01E08: ['Helen Stoner', 'Julia Stoner', 'Dr Grimesby Roylott'],
    S01E09: ['Victor Hatherley', 'Colonel Lysander Stark'],
    S01E10: ['Lord Robert St Simon', 'Hatty Doran', 'Francis Hay Moulton'],
    S01E11: ['Alexander Holder', 'Arthur Holder', 'Mary Holder', 'Sir George Burnwell'],
    S01E12: ['Violet Hunter', 'Jephro Rucastle', 'Alice Rucastle', 'Mr Fowler'],
    S02E01: ['John Straker', 'Silver Blaze', 'Colonel Ross', 'Fitzroy Simpson'],
    S02E02: ['Grant Munro', 'Effie Munro'],
    S02E03: ['Hall Pycroft', 'Pinner', 'Beddington'],
    S02E04: ['Victor Trevor', 'Old Mr Trevor', 'Hudson'],
    S02E05: ['Reginald Musgrave', 'Brunton', 'Rachel Howells'],
    S02E06: ['The Cunninghams', 'William Kirwan'],
    S02E07: ['Colonel Barclay', 'Nancy Barclay', 'Henry Wood'],
    S02E08: ['Dr Percy Trevelyan', 'Blessington'],
    S02E09: ['Mycroft Holmes', 'Mr Melas', 'Paul Kratides', 'Sophy Kratides', 'Harold Latimer'],
    S02E10: ['Phelps', 'Annie Harrison', 'Joseph Harrison'],
    S02E11: ['Professor Moriarty'],
    S00E03: [
      'Sir Charles Baskerville',
      'Sir Henry Baskerville',
      'Dr Mortimer',
      'Barrymore',
      'Selden',
      'Stapleton',
    ],
    S03E01: ['Ronald Adair', 'Colonel Sebastian Moran', 'Mrs Hudson'],
    S03E02: ['John Hector McFarlane', 'Jonas Oldacre'],
    S03E03: ['Hilton Cubitt', 'Elsie Cubitt', 'Abe Slaney'],
    S03E04: ['Violet Smith', 'Carruthers', 'Woodley'],
    S03E05: [
      'Dr Thorneycroft Huxtable',
      'The Duke of Holdernesse',
      'Lord Saltire',
      'James Wilder',
      'Heidegger',
      'Reuben Hayes',
    ],
    S03E06: ['Peter Carey', 'Stanley Hopkins', 'John Hopley Neligan', 'Patrick Cairns'],
    S03E07: ['Charles Augustus Milverton'],
    S03E08: ['Beppo', 'Pietro Venucci', 'Horace Harker'],
    S03E09: ['Hilton Soames', 'Gilchrist', 'Daulat Ras', 'Miles McLaren', 'Bannister'],
    S03E10: ['Professor Coram', 'Willoughby Smith', 'Anna Coram'],
    S03E11: [
      'Cyril Overton',
      'Godfrey Staunton',
      'Dr Leslie Armstrong',
      'Lord Mount-James',
      'Pompey',
    ],
    S03E12: ['Lady Brackenstall', 'Sir Eustace Brackenstall', 'Captain Crocker'],
    S03E13: ['Lord Bellinger', 'Trelawney Hope', 'Lady Hilda Trelawney Hope', 'Eduardo Lucas'],
  },
  'tiny-pretty-things': {
    S01E01: [
      'Neveah Stroyer',
      'Bette Whitlaw',
      'June Park',
      'Cassie Shore',
      'The hooded figure',
      'Nabil',
      'Oren Lennox',
      'Shane McRae',
      'Caleb Wick',
      'Ramon Costa',
      'Monique Dubois',
      'Isabel Cruz',
      'Topher Brooks',
      'Torri',
    ],
    S01E02: ['Delia Whitlaw', 'Katrina Whitlaw', 'Alan'],
    S01E03: ["June's mother"],
    S01E05: ['Ty', 'Greg'],
    S01E07: ['Travis', 'Paige', 'Esme'],
    S01E08: ['Matteo', 'Dev'],
    S01E10: ['Delia'],
  },
};

const library = Library.open([{ path: resolve('recaps'), isExpected: true }]);
const shows = await Promise.all(
  (await library.listShows()).map((show) => library.readContents(show)),
);

function textOf({ show }: ShowContents, file: RecapFile, place: Place): string {
  const { title, text } = veil(openRecap(file, show), show, { place, showsTitles: false });
  return `${title}\n\n${text.replace(/<!--[\s\S]*?-->/g, ' ')}`;
}

/** The names of the sections that can be seen. */
function namesIn(text: string): string[] {
  return Array.from(text.matchAll(/^## (.*?)\s*$/gm), ([, name = '']) => name);
}

/** Words with a capital within a sentence. Who plays somebody is no name of the story. */
function namedIn(text: string): Set<string> {
  const told = text.replace(/^- |Played by [^\n]*?\.$/gm, '');
  return new Set(told.match(/(?<=[\p{Ll},;:'’-] )\p{Lu}\p{Ll}+/gu));
}

describe.each(shows.map((contents) => [contents.show.slug, contents] as const))(
  '%s',
  (slug, it) => {
    const { codes } = it.show.order;
    const people = (place: Place) => (it.people ? textOf(it, it.people, place) : '');
    const steps = codes.map((code, index) => ({ code, before: codes[index - 1] ?? null }));

    test('nobody is met before the first episode', () => {
      expect(namesIn(people(null))).toEqual([]);
      expect(namedIn(people(null))).toEqual(new Set());
    });

    test.each(steps)('$code introduces whom it should', ({ code, before }) => {
      const known = namesIn(people(before));
      const met = namesIn(people(code)).filter((name) => !known.includes(name));
      expect(met).toEqual(MET[slug]?.[code] ?? []);
    });

    test.each(steps)(
      'what is said of people after $code names nobody who is still to come',
      (step) => {
        const files = it.introduction ? [it.introduction, ...it.recaps] : it.recaps;
        const told = files.map((file) => textOf(it, file, step.code)).join('\n');
        const named = [
          ...namedIn(people(step.code)),
          ...namesIn(people(step.code)).flatMap(partsOf),
        ];
        expect(named.filter((name) => !told.includes(name))).toEqual([]);
      },
    );
  },
);

/** The words of a name that only a name has. */
function partsOf(name: string): string[] {
  return name
    .split(' ')
    .slice(1)
    .filter((word) => /^\p{Lu}/u.test(word));
}
