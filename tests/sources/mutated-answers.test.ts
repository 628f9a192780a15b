import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cut } from '../../src/gated/cut.ts';
import { isText } from '../../src/gated/spoiler.ts';
import type { HttpAnswer, HttpRequest } from '../../src/http/client.ts';
import { HttpError } from '../../src/http/http-error.ts';
import { readRecapFrontMatter, readShowFrontMatter } from '../../src/model/front-matter.ts';
import { bodyText, RECAP_LIMITS, SHOW_LIMITS, split } from '../../src/model/recap-source.ts';
import { fetchShow } from '../../src/sources/fetch-show.ts';
import { showFiles } from '../../src/sources/show-files.ts';
import type { Reach } from '../../src/sources/source.ts';
import { SOURCES } from '../../src/sources/sources.ts';
import { INVENTED_SHOWS } from '../support/demo-sources/invented-shows.ts';
import { tvmazeAnswer } from '../support/demo-sources/tvmaze-answers.ts';
import { wikidataAnswer, wikipediaAnswer } from '../support/demo-sources/wikipedia-answers.ts';

/** Values of every wrong type, and texts that would act if they were taken as they are. */
const VALUES: readonly unknown[] = [
  ...[
    null,
    true,
    0,
    -1,
    1,
    2.5,
    1e9,
    1e300,
    '',
    ' ',
    'x',
    'S01E01',
    '2020-13-45',
    '0000-00-00',
    [],
    {},
  ],
  ...[[[]], [null], { name: {} }, 'x'.repeat(2_000), '\u0000\u001b]0;x\u0007', '\ud800', '\u202e'],
  ...[
    '---\n',
    '---\nepisode: S01E01\n---\n',
    '"\nafter: S01E01\nx: "',
    ': - {',
    '{after=S01E01}',
    '...',
  ],
  ...[
    '<p>||x|| :::</p>',
    ':::\n\nx',
    '</p>:::<p>',
    '[/spoiler]',
    '<details>',
    '>! x',
    '# x {after=S01E01}',
  ],
  ...['<!--', '```', '<p>\n:::\nx</p>', '../../x', 'Ended', 'tt1', 'tvmaze:1', '"'],
];

interface Mutation {
  /** Which answer, and which of its values: both modulo their number. */
  readonly answer: number;
  readonly at: number;
  readonly kind: 'set' | 'remove' | 'repeat' | 'cut';
  readonly value: unknown;
}

const mutations = fc.array(
  fc.record({
    answer: fc.nat(7),
    at: fc.nat(100_000),
    kind: fc.constantFrom('set', 'set', 'set', 'remove', 'repeat', 'cut' as const),
    value: fc.constantFrom(...VALUES),
  }),
  { minLength: 1, maxLength: 5 },
);

/** A value with one of those in it changed. */
function mutated(root: unknown, { at, kind, value }: Mutation): unknown {
  const copy: unknown = JSON.parse(JSON.stringify({ root }));
  const places: { readonly of: Record<string, unknown>; readonly key: string }[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const key of Object.keys(node)) {
      const of = Object.assign(node);
      places.push({ of, key });
      walk(of[key]);
    }
  };
  walk(copy);
  const place = places[at % places.length];
  if (!place) return copy;
  const { of, key } = place;
  const old = of[key];
  if (kind === 'remove') delete of[key];
  else if (kind === 'repeat' && Array.isArray(of)) of.push(old);
  else if (kind === 'cut' && typeof old === 'string') of[key] = old.slice(0, at % (old.length + 1));
  else of[key] = value;
  return Object.assign({ root: undefined }, copy).root;
}

/** Services whose answers are changed. */
function reach(changes: readonly Mutation[]): Reach {
  let count = 0;
  const answerOf = ({ host, pathname, search }: URL): unknown => {
    const url = new URL(pathname + search, 'http://localhost');
    if (host === 'api.tvmaze.com') return tvmazeAnswer(INVENTED_SHOWS, url);
    if (host === 'www.wikidata.org') return wikidataAnswer(INVENTED_SHOWS, url);
    return wikipediaAnswer(INVENTED_SHOWS, url);
  };
  return {
    addresses: {},
    report: () => {},
    async get({ url }: HttpRequest): Promise<HttpAnswer> {
      const index = count++;
      const answer = changes
        .filter((change) => change.answer === index)
        .reduce<unknown>(mutated, answerOf(url));
      if (answer === undefined) return { kind: 'missing' };
      return {
        kind: 'found',
        text: JSON.stringify(answer),
        bytes: new Uint8Array(),
        charset: undefined,
        address: url,
        type: 'application/json',
        validators: {},
      };
    },
  };
}

const CREDITS =
  /^(?:\s|Episodes and summaries: \[TVmaze\.com\]\(https:\/\/www\.tvmaze\.com\/shows\/\d+\), licensed CC BY-SA\.|Plots: \[Wikipedia\]\(https:\/\/en\.wikipedia\.org\/wiki\/[^\s()]+\), licensed CC BY-SA 4\.0\.)*$/;

test('whatever an answer holds, the show is whole and closed, or there is none', async () => {
  let whole = 0;
  let none = 0;
  await fc.assert(
    fc.asyncProperty(mutations, async (changes) => {
      const fetched = await fetchShow(SOURCES, 'tvmaze:901', reach(changes)).catch(
        (error: unknown) => {
          if (!(error instanceof HttpError)) throw error;
          expect(error.message).toMatch(
            /^(?:the answer of )?api\.tvmaze\.com (?:has no show tvmaze:901|is not a show with episodes)$/,
          );
        },
      );
      if (!fetched) return void none++;
      whole++;
      const files = showFiles(fetched.draft, '2026-11-27');
      const parts = (name: string) => {
        const bytes = Buffer.from(files.get(name) ?? '');
        const found = split(bytes, name === 'show.md' ? SHOW_LIMITS : RECAP_LIMITS);
        return { frontMatter: found.frontMatter, body: bodyText(bytes, found) };
      };
      const show = parts('show.md');
      const { episodes } = readShowFrontMatter(show.frontMatter);
      const codes = (episodes ?? []).map(({ code }) => code);
      const { pieces, problems } = cut(show.body);
      expect(problems).toEqual([]);
      for (const piece of pieces) {
        if (isText(piece)) expect(piece.text).toMatch(CREDITS);
        else expect([codes.at(-1), null]).toContain(piece.after);
      }
      for (const name of files.keys()) {
        if (name === 'show.md') continue;
        const recap = parts(name);
        const { episode, after } = readRecapFrontMatter(recap.frontMatter);
        expect(codes).toContain(episode);
        expect(`${episode?.toLowerCase()}.md`).toBe(name);
        expect(after).toBeUndefined();
        const inner = cut(recap.body);
        expect(inner.problems).toEqual([]);
        expect(inner.pieces.every(isText)).toBe(true);
      }
    }),
    { numRuns: process.env.RECAP_SOAK ? 5_000 : 300 },
  );
  expect(whole).toBeGreaterThan(none);
  expect(none).toBeGreaterThan(0);
}, 600_000);
