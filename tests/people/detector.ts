import fc from 'fast-check';
import { openPeople, personJson } from '../../src/app/people.ts';
import { openPreviously, previouslyJson } from '../../src/app/previously.ts';
import { ViewLoader } from '../../src/app/view-loader.ts';
import type { Recap } from '../../src/gated/recap.ts';
import { indexableFrontMatter, recapHead } from '../../src/gated/recap-head.ts';
import type { RecapFile, ShowContents } from '../../src/gated/show-contents.ts';
import { findPeople } from '../../src/people/find-people.ts';
import { readerOn } from '../support/reader.ts';
import { code, recap, show } from '../support/recaps.ts';

/** A show that differs from another in what is gated after S01E06 alone; everything earlier is the same. */
interface Gated {
  /** Further lines of a card that is open. */
  readonly lines: readonly string[];
  /** Cards of people who are still to come. */
  readonly cards: readonly string[];
  /** What episodes say that have not been watched. */
  readonly body: string;
  readonly gist: string;
  readonly threads: string[];
}

const NAMES = ['Zelda', 'June Smith', 'Otto Park', 'Bette', 'The stranger', 'Quint'] as const;
const ALSO = [
  '',
  ' also="June Park"',
  ' also="the stranger, Zed"',
  ' also="Bette Whitlaw"',
] as const;
const TEXTS = [
  '',
  'x',
  'Zelda did it, says June Smith.',
  'Otto poisons Bette. '.repeat(60),
] as const;

const text = fc.constantFrom(...TEXTS);
const gated: fc.Arbitrary<Gated> = fc.record({
  lines: fc.array(text, { maxLength: 3 }),
  cards: fc.array(
    fc
      .tuple(fc.constantFrom(...NAMES), fc.constantFrom(...ALSO), text)
      .map(([name, also, line]) => `## ${name} {after=S01E08${also}}\n\n- ${line}\n`),
    { maxLength: 3 },
  ),
  body: text,
  gist: text,
  threads: fc.array(text, { maxLength: 2 }),
});

const cases = fc.record({
  one: gated,
  other: gated,
  episodes: fc.integer({ min: 0, max: 6 }),
  keys: fc.array(fc.constantFrom(...'jzobs', 'down', 'enter', 'tab', 'backspace', 'escape'), {
    maxLength: 6,
  }),
});

function peopleOf({ lines, cards }: Gated): Recap {
  const later = lines.map((line) => `- :spoiler[${line}]{after=S01E07}\n`).join('');
  const body = `## June Park {after=S01E01}

- A dancer.
- :spoiler[Knows it all.]{after=S01E03}
${later}
## Bette Whitlaw {after=S01E02}

- The star.

## The stranger {after=S01E02}

- Nobody knows her.

${cards.join('\n')}`;
  return recap(body, {}, 'people');
}

function recapsOf({ body, gist, threads }: Gated): Recap[] {
  return Array.from({ length: 9 }, (_, index) => {
    const number = index + 2;
    const isLater = number > 6;
    const told = isLater ? body : `June meets Bette Whitlaw. A stranger counts to ${number}.`;
    const fields = isLater
      ? { gist, threads }
      : { gist: `June counts to ${number}.`, threads: ['Who?'] };
    const own = { episode: code(number), ...fields };
    return recap(
      `${told}\n\n:spoiler[${body}]{after=S01E09}`,
      own,
      `s01e${String(number).padStart(2, '0')}`,
    );
  });
}

/** Everything that a reader at a place gets of people and of what came before. */
async function observed(state: Gated, episodes: number, keys: readonly string[]): Promise<string> {
  try {
    const [people, recaps] = [peopleOf(state), recapsOf(state)];
    const file = ({ head }: Recap): RecapFile => ({ head, path: `${head.slug}.md` });
    const contents: ShowContents = {
      summary: show,
      show,
      recaps: recaps.map(file),
      introduction: undefined,
      people: file(people),
    };
    const loader = new ViewLoader(({ head }) => {
      const found = [people, ...recaps].find((subject) => subject.head === head);
      if (!found) throw new Error('no such recap');
      return found;
    });
    const place = episodes === 0 ? null : code(episodes);
    const reader = { place, showsTitles: false };
    const met = openPeople(contents, reader, loader, () => {});
    const asked = ['june', 'z', 'otto', 'smith', 'stranger', 'zed', 'nobody'].map((name) =>
      findPeople(met.people, name).map((person) => personJson(show.slug, person)),
    );
    const before = openPreviously(contents, reader, loader, () => {});
    const run = await readerOn('An article.', episodes, undefined, null, undefined, undefined, {
      recaps,
      people,
    });
    const screens: string[] = [];
    for (const key of [
      'i',
      ...keys,
      'escape',
      'escape',
      'r',
      'end',
      'escape',
      'l',
      '/',
      ...'s01e10',
      'enter',
    ]) {
      await run.press(key);
      screens.push(run.screen());
    }
    const indexed = recaps.map(({ head }, index) =>
      indexableFrontMatter(
        recapHead(show, head.slug, {
          episode: code(index + 2),
          gist: index + 2 > 6 ? state.gist : 'June.',
        }),
        show,
      ),
    );
    return JSON.stringify([
      met.people.map((person) => personJson(show.slug, person)),
      asked,
      previouslyJson(before, contents, reader),
      screens,
      indexed,
    ]);
  } catch (error) {
    return `error: ${error instanceof Error ? error.message : 'unknown'}`;
  }
}

/**
 * Looks for a leak with one seed.
 *
 * @returns how many cases it took, or `null` if all of them passed
 */
export async function detect(seed: number, runs: number): Promise<number | null> {
  const property = fc.asyncProperty(cases, async ({ one, other, episodes, keys }) => {
    return (await observed(one, episodes, keys)) === (await observed(other, episodes, keys));
  });
  const { failed, numRuns } = await fc.check(property, {
    seed,
    numRuns: runs,
    endOnFailure: true,
  });
  return failed ? numRuns : null;
}

/** Whether what is compared holds anything: whom a reader has met who has watched six episodes. */
export async function sample(): Promise<string> {
  return observed({ lines: [], cards: [], body: '', gist: '', threads: [] }, 6, ['j']);
}
