import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ShowNames } from '../../src/check/leaks/show-names.ts';
import { writtenText } from '../../src/check/leaks/written-words.ts';
import type { ShowContents } from '../../src/gated/show-contents.ts';
import type { Place } from '../../src/model/order.ts';
import { Library } from '../../src/store/library/library.ts';
import { openRecap } from '../../src/store/library/open-recap.ts';
import { veil } from '../../src/veil/veil.ts';
import type { View } from '../../src/veil/view.ts';

const library = Library.open([{ path: resolve('recaps'), isExpected: true }]);
const shelves = await Promise.all(
  (await library.listShows()).map((show) => library.readContents(show)),
);

/** Everything of a show as it can be seen at a place: the introduction first, then recaps and articles. */
function viewsAt({ show, introduction, recaps }: ShowContents, place: Place): View[] {
  const files = introduction ? [introduction, ...recaps] : recaps;
  return files.map((file) => veil(openRecap(file, show), show, { place, showsTitles: false }));
}

/** All that a view shows, in one text. */
function shown({ title, summary, gist, threads, tags, slug, curtains, text }: View): string {
  const labels = curtains.map(({ label }) => label);
  return [title, summary, gist, ...threads, ...tags, slug, ...labels, prose(text)].join('\n\n');
}

function prose(text: string): string {
  return text.replace(/<!--[\s\S]*?-->/g, ' ');
}

/** The names and rare words of a text, whether or not they begin a sentence. */
function telling(text: string): Set<string> {
  const written = writtenText(text, 'prose');
  const names = new ShowNames();
  names.learn(written);
  return new Set(names.termsOf(written, true).map(({ key }) => key.replace('^', '')));
}

/** The names of a gist: words with a capital inside a sentence. */
function names(gist: string): string[] {
  const inner = gist.match(/(?<=[\p{Ll},;:'’-] )\p{Lu}\p{Ll}+/gu) ?? [];
  return [...new Set(inner)];
}

describe.each(shelves.map((shelf) => [shelf.show.slug, shelf] as const))('%s', (_, shelf) => {
  const { codes } = shelf.show.order;
  const places: readonly Place[] = [null, ...codes];
  const walk = places.map((place) => viewsAt(shelf, place));
  const steps = codes.map((code, index) => {
    const before = walk[index] ?? [];
    const after = walk[index + 1] ?? [];
    const recap = after.find(({ episode }) => episode === code);
    return { code, before, after, gist: recap?.gist ?? '', recap: recap ? prose(recap.text) : '' };
  });

  test.each(steps)(
    '$code has a gist of one or two sentences, and it is not the summary',
    (step) => {
      const sentences = step.gist.match(/[^.!?]+[.!?]+(?=\s|$)/g) ?? [];
      expect([1, 2]).toContain(sentences.length);
      expect(sentences.join('')).toBe(step.gist);
      expect(step.gist.length).toBeLessThanOrEqual(240);
      expect(step.after.map(({ summary }) => summary)).not.toContain(step.gist);
    },
  );

  test.each(steps)('nothing shows the gist of $code before that episode', ({ before, gist }) => {
    expect(before.filter((view) => shown(view).includes(gist))).toEqual([]);
    expect(before.flatMap((view) => view.gist ?? []).includes(gist)).toBe(false);
  });

  test.each(steps)(
    'what the gist of $code is the first to tell is shown nowhere before',
    (step) => {
      const watched = codes.slice(0, codes.indexOf(step.code));
      const told = step.before.filter(({ episode }) => watched.some((code) => code === episode));
      const toldBefore = telling(told.map(shown).join('\n\n'));
      const [introduction] = walk[0] ?? [];
      const everybodys = telling(introduction ? shown(introduction) : '');
      const title = step.before.find(({ episode }) => episode === step.code)?.title ?? '';
      const inTitle = telling(title);
      const own = telling(step.recap);
      const fresh = [...telling(step.gist)].filter(
        (key) => own.has(key) && !toldBefore.has(key) && !everybodys.has(key) && !inTitle.has(key),
      );
      const early = telling(step.before.map(shown).join('\n\n'));
      expect(fresh.filter((key) => early.has(key))).toEqual([]);
    },
  );

  test.each(steps)('the gist of $code names nobody that its show has not named', (step) => {
    const named = step.after.map((view) => `${view.title} ${prose(view.text)}`).join(' ');
    expect(names(step.gist).filter((name) => !named.includes(name))).toEqual([]);
  });
});
