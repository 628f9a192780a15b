import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { bundleFile } from '../support/bundle.ts';
import { SEED } from '../support/seed.ts';

const LAST = '{ ...reader, place: show.order.last }';

/** Ways in which people, gists and "previously" could leak: a patch of a file each. */
const LEAKS = [
  {
    name: 'a person offered before the first meeting',
    file: 'app/people.ts',
    find: 'loader.viewsOf(show, [people], reader, onFault)',
    replace: `loader.viewsOf(show, [people], ${LAST}, onFault)`,
  },
  {
    name: 'passages that are still to come',
    file: 'app/people.ts',
    find: "const recaps = storyRecaps(contents, reader, { length: 'full' });\n  const views = [...loader.viewsOf(show, recaps, reader, onFault)];",
    replace: `const recaps = storyRecaps(contents, ${LAST}, { length: 'full' });
  const views = [...loader.viewsOf(show, recaps, ${LAST}, onFault)];`,
  },
  {
    name: 'an alias that completes',
    file: 'app/people.ts',
    find: '  return peopleMet(card, views, show.title);',
    replace: `  const met = peopleMet(card, views, show.title);
  const [all] = people ? loader.viewsOf(show, [people], ${LAST}, onFault) : [];
  const later = peopleMet(all, views, show.title).people;
  return { ...met, people: met.people.map((person) => ({
    ...person, aka: [...person.aka, ...later.flatMap((one) => one.aka.includes(person.name) ? [one.name] : [])],
  })) };`,
  },
  {
    name: 'a part of a name that somebody who is still to come makes ambiguous',
    file: 'app/people.ts',
    find: '  return peopleMet(card, views, show.title);',
    replace: `  const met = peopleMet(card, views, show.title);
  const [all] = people ? loader.viewsOf(show, [people], ${LAST}, onFault) : [];
  const later = peopleMet(all, views, show.title).people;
  return { ...met, people: met.people.map((person) => ({
    ...person, mentions: later.find((one) => one.name === person.name)?.mentions ?? person.mentions,
  })) };`,
  },
  {
    name: 'people in the order of how much is told of them in the end',
    file: 'app/people.ts',
    find: '  return peopleMet(card, views, show.title);',
    replace: `  const met = peopleMet(card, views, show.title);
  const [all] = people ? loader.viewsOf(show, [people], ${LAST}, onFault) : [];
  const later = peopleMet(all, views, show.title).people;
  const rank = ({ name }) => -(later.find((one) => one.name === name)?.facts.length ?? 0);
  return { ...met, people: [...met.people].sort((a, b) => rank(a) - rank(b)) };`,
  },
  {
    name: 'a card whose length depends on what is closed',
    file: 'people/cards.ts',
    find: '.filter(isOpenText)\n    .map',
    replace: '.filter(({ style }) => !style.decoration)\n    .map',
  },
  {
    name: 'a card that is there for its closed lines',
    file: 'people/cards.ts',
    find: '      if (/[\\p{L}\\p{N}]/u.test(text)) {',
    replace: '      if (line.spans.length > 0) {',
  },
  {
    name: 'a gist in the index',
    file: 'gated/recap-head.ts',
    find: 'const INDEXED = fieldNames(RECAP_FIELDS, ({ isIndexed }) => isIndexed);',
    replace: "const INDEXED = [...fieldNames(RECAP_FIELDS, ({ isIndexed }) => isIndexed), 'gist'];",
  },
  {
    name: 'previously with the gists of what is closed',
    file: 'reader/perform.ts',
    find: 'return withPreviously(view, views.storyViews(contents, reader, last, onFault));',
    replace: `return withPreviously(view, views.storyViews(contents, ${LAST}, last, onFault));`,
  },
  {
    name: 'previously that counts what is closed',
    file: 'app/previously.ts',
    find: 'return previously([',
    replace: `const all = [...loader.viewsOf(contents.show, contents.recaps, { ...reader, place: contents.show.order.last }, onFault)];
  const count = all.reduce((sum, { threads }) => sum + threads.length, 0);
  return ((views) => ({ ...previously(views), threads: [String(count)] }))([`,
  },
];

const CASES = process.env.RECAP_SOAK ? 2_000 : 30;

const out = resolve('node_modules/.cache/recap-people-leaks');
afterAll(() => rmSync(out, { recursive: true, force: true }));

async function detectorWith(index: number | undefined): Promise<typeof import('./detector.ts')> {
  const leak = index === undefined ? undefined : LEAKS[index];
  const file = join(out, `${index ?? 'clean'}.mjs`);
  await bundleFile('tests/people/detector.ts', file, [
    {
      name: 'leak',
      transform(source, id) {
        const isPatched = leak && id.replaceAll('\\', '/').endsWith(`/src/${leak.file}`);
        return isPatched ? source.replace(leak.find, () => leak.replace) : undefined;
      },
    },
  ]);
  return import(file);
}

test(`people and what came before are the same whatever is closed: ${CASES} pairs`, async () => {
  const { detect, sample } = await detectorWith(undefined);
  const told = await sample();
  for (const text of ['Knows it all.', 'Bette Whitlaw', 'June counts to 6', 'Who is: j']) {
    expect(told).toContain(text);
  }
  expect(await detect(SEED, CASES)).toBe(null);
});

describe('every seeded leak is found', () => {
  test.each(LEAKS.map((leak, index) => [leak.name, leak, index] as const))(
    '%s',
    async (_, leak, index) => {
      expect(readFileSync(join('src', leak.file), 'utf8')).toContain(leak.find);
      const { detect } = await detectorWith(index);
      expect(await detect(1, 100)).not.toBe(null);
    },
  );
});
