import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { secretsOf } from '../../src/gated/show.ts';
import type { RecapFile, ShowContents } from '../../src/gated/show-contents.ts';
import { readShowFrontMatter } from '../../src/model/front-matter.ts';
import type { Place } from '../../src/model/order.ts';
import { SHOW_LIMITS, split } from '../../src/model/recap-source.ts';
import { Library } from '../../src/store/library/library.ts';
import { openRecap } from '../../src/store/library/open-recap.ts';
import { listing } from '../../src/veil/listing.ts';
import { sentences } from '../../src/veil/sentences.ts';
import { veil } from '../../src/veil/veil.ts';
import type { View } from '../../src/veil/view.ts';

const library = Library.open([{ path: resolve('recaps'), isExpected: true }]);
const shelves = await Promise.all(
  (await library.listShows()).map((show) => library.readContents(show)),
);

/** Everything of a show that can be read: the introduction, recaps, articles, people. */
function entries({ introduction, recaps, people }: ShowContents): RecapFile[] {
  return [introduction, ...recaps, people].filter((file) => file !== undefined);
}

function places({ show }: ShowContents): Place[] {
  return [null, ...show.order.codes];
}

/** What can be seen of everything at a place. */
function views(shelf: ShowContents, place: Place): View[] {
  const reader = { place, showsTitles: false };
  return entries(shelf).map((entry) => veil(openRecap(entry, shelf.show), shelf.show, reader));
}

/** Words that can be seen, curtains and marks left out. */
function words({ text }: View): string[] {
  return text
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/[\uFDD0\uFDD1]\d+\uFDD3|\uFDD2/g, ' ')
    .split(/\s+/)
    .filter(Boolean);
}

/** The declared secrets that sentences of these views say, by their index. */
function told(shelf: ShowContents, all: readonly View[]): Set<number> {
  const secrets = secretsOf(shelf.show);
  const texts = all.flatMap(({ text }) =>
    Array.from(sentences(text), ({ from, to }) => text.slice(from, to)),
  );
  return new Set(texts.flatMap((text) => secrets.heldIn(text)));
}

/** The episodes for which the declared secrets wait, in their order. */
function afters({ introduction }: ShowContents): readonly Place[] {
  const { frontMatter } = split(readFileSync(introduction?.path ?? ''), SHOW_LIMITS);
  return (readShowFrontMatter(frontMatter).secrets ?? []).map(({ after }) => after);
}

test('the library has three shows, one of them in an order that is not that of its numbers', () => {
  expect(library.problems).toEqual([]);
  expect(shelves).toHaveLength(3);
  const isByNumber = ({ show }: ShowContents) => {
    const { codes } = show.order;
    return codes.join() === [...codes].sort().join();
  };
  expect(shelves.filter((shelf) => !isByNumber(shelf)).map(({ show }) => show.slug)).toEqual([
    'sherlock-holmes',
  ]);
});

describe.each(shelves.map((shelf) => [shelf.show.slug, shelf] as const))('%s', (_, shelf) => {
  const walk = places(shelf).map((place) => ({ place, views: views(shelf, place) }));
  const { order } = shelf.show;

  test('every episode has a recap, and every recap one public line', () => {
    const recaps = listing(shelf, { place: null, showsTitles: false });
    expect(recaps.flatMap(({ episode }) => episode ?? [])).toEqual(order.codes);
    expect(recaps.filter(({ summary }) => summary === null)).toEqual([]);
  });

  test('from place to place more can be read, and nothing less', () => {
    for (const [index, { place, views: now }] of walk.slice(1).entries()) {
      const before = walk[index]?.views ?? [];
      let grown = 0;
      for (const [at, view] of now.entries()) {
        const earlier = before[at] ? words(before[at]) : [];
        const later = words(view);
        const rest = later.values();
        for (const word of earlier) {
          let next = rest.next();
          while (!next.done && next.value !== word) next = rest.next();
          expect(next.done, `${view.slug} at ${place} has lost "${word}"`).toBe(false);
        }
        grown += later.length - earlier.length;
      }
      expect(grown, `nothing opens after ${place}`).toBeGreaterThan(0);
    }
  });

  test('every secret is told with its episode, and by no sentence before', () => {
    const declared = afters(shelf);
    expect(declared.length).toBeGreaterThanOrEqual(6);
    const first = new Map<number, Place>();
    for (const { place, views: now } of walk) {
      for (const secret of told(shelf, now)) if (!first.has(secret)) first.set(secret, place);
    }
    expect(declared.map((_, secret) => first.get(secret))).toEqual(declared);
  });

  test('nor does a title, a summary or a tag', () => {
    for (const { place, views: now } of walk) {
      const closed = secretsOf(shelf.show).closedAt(place, order);
      const lines = now.flatMap((view) => [view.title, view.summary ?? '', ...view.tags]);
      expect(lines.filter((line) => closed.gateOf(line) !== undefined)).toEqual([]);
    }
  });

  test('no gate was forgotten: no sentence had to be kept for the secret that it holds', () => {
    for (const { place, views: now } of walk) {
      for (const { slug, curtains } of now) {
        const kept = curtains.filter(({ keys }) => keys.some((key) => key.includes('~')));
        expect(kept, `${slug} at ${place}`).toEqual([]);
      }
    }
  });

  test('at the last place nothing is left hidden', () => {
    for (const { slug, curtains, isFaulty } of walk.at(-1)?.views ?? []) {
      expect([slug, curtains, isFaulty]).toEqual([slug, [], false]);
    }
  });
});

test('a part of Great Expectations is told in 80 to 250 words', () => {
  const shelf = shelves.find(({ summary }) => summary.slug === 'great-expectations');
  const last = shelf?.show.order.last ?? null;
  const recaps = shelf ? views(shelf, last).filter(({ episode }) => episode !== null) : [];
  const lengths = recaps.map((view) => words(view).filter((word) => /\p{L}/u.test(word)).length);
  expect(lengths).toHaveLength(36);
  expect(Math.min(...lengths)).toBeGreaterThanOrEqual(80);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(250);
});
