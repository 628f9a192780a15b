import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { recapJson } from '../../src/app/recap-json.ts';
import { listedRecapJson, showJson } from '../../src/app/show-json.ts';
import { storyJson } from '../../src/app/story-json.ts';
import { ViewLoader } from '../../src/app/view-loader.ts';
import { unseal } from '../../src/gated/sealed.ts';
import { type Field, fieldNames } from '../../src/model/field.ts';
import { RECAP_FIELDS, type RecapFrontMatter } from '../../src/model/recap-fields.ts';
import { yamlText } from '../../src/model/yaml-text.ts';
import { header } from '../../src/render/header.ts';
import { passages } from '../../src/search/passages.ts';
import { Library } from '../../src/store/library/library.ts';
import { listing } from '../../src/veil/listing.ts';
import { code, recap, seen, show } from '../support/recaps.ts';
import { settled } from '../support/settled.ts';

/** Texts that a value of front matter may be, of all lengths, in pairs. */
const line = fc
  .tuple(
    fc.stringMatching(/^[A-Za-z][A-Za-z .]{0,300}[a-z]$/),
    fc.stringMatching(/^[A-Za-z]{1,8}$/),
  )
  .map(([text, word]) => `${word} ${text}`);

/** Values of a field, as the table says what they may be. */
function values(value: Field['value']): fc.Arbitrary<string | readonly string[]> {
  switch (value) {
    case 'lines':
      return fc.array(line, { maxLength: 5 });
    case 'date':
      return fc.constantFrom('2020-12-14', '1999-01-01');
    case 'address':
      // the host is public
      return line.map((text) => `https://public.example/${encodeURIComponent(text)}`);
    case 'identifier':
      return fc.constantFrom('tvmaze:1', 'tvmaze:2');
    default:
      return line;
  }
}

const WAITING = fieldNames(
  RECAP_FIELDS,
  ({ visibility }) => visibility === 'body' || visibility === 'provenance',
);

/** Front matter of a fetched recap of S01E05, twice: what differs waits for that episode. */
const fetched = fc.record(
  Object.fromEntries(
    WAITING.map((name) => [
      name,
      fc.tuple(values(RECAP_FIELDS[name].value), values(RECAP_FIELDS[name].value)),
    ]),
  ),
);

function side(
  pair: Record<string, readonly (string | readonly string[])[]>,
  index: 0 | 1,
): RecapFrontMatter {
  const waiting = Object.fromEntries(
    Object.entries(pair).map(([name, both]) => [name, both[index]]),
  );
  return { ...waiting, episode: code(5), summary: 'Public.', tags: ['public'] };
}

/** Everything that is made from a recap for a reader who has watched some episodes. */
function made(frontMatter: RecapFrontMatter, episodes: number): string {
  const subject = recap('Body.', frontMatter);
  const view = seen(subject, episodes);
  const place = episodes === 0 ? null : code(episodes);
  const file = { head: subject.head, path: 'a.md' };
  const contents = {
    summary: show,
    show,
    recaps: [file],
    introduction: undefined,
    people: undefined,
  };
  const rows = listing(contents, { place, showsTitles: false });
  return JSON.stringify([
    view,
    recapJson(view, show, place),
    storyJson([view], show, place, { length: 'full' }),
    header(view, place, { width: 60, isAscii: false }),
    [...passages(view)],
    rows.map(listedRecapJson),
    showJson(show, place, '2026-01-02'),
  ]);
}

test('the table has fields that wait', () => {
  expect(WAITING).toEqual(
    expect.arrayContaining(['gist', 'threads', 'headline', 'source', 'license']),
  );
});

test('of a fetched recap that is closed, what waits has no effect on anything', () => {
  fc.assert(
    fc.property(fetched, fc.integer({ min: 0, max: 4 }), (pair, episodes) => {
      expect(made(side(pair, 1), episodes)).toBe(made(side(pair, 0), episodes));
    }),
    { numRuns: process.env.RECAP_SOAK ? 5_000 : 150 },
  );
});

test('once it is open, all of it is shown', () => {
  fc.assert(
    fc.property(fetched, (pair) => {
      const view = new Map(Object.entries(seen(recap('Body.', side(pair, 0)), 5)));
      for (const name of WAITING) expect(view.get(name)).toEqual(pair[name]?.[0]);
    }),
    { numRuns: 100 },
  );
});

test('a peek at the whole recap shows it too', () => {
  const frontMatter = { episode: code(5), gist: 'GIST', headline: 'HEADLINE' };
  expect(seen(recap('Body.', frontMatter), 0).gist).toBeNull();
  expect(seen(recap('Body.', frontMatter), 0, ['0'])).toMatchObject({
    gist: 'GIST',
    headline: 'HEADLINE',
  });
});

test('a peek at something else does not', () => {
  const article = recap(':::spoiler{after=S01E05}\na\n:::\n', {
    title: 'A',
    after: code(9),
    gist: 'GIST',
  });
  expect(seen(article, 0, ['0.0', '1']).gist).toBeNull();
});

test('of the source of a fetched recap that is closed only the host is shown', () => {
  const address = 'https://user:word@Recaps.Example:8443/anna-dies?who=anna#anna';
  const view = seen(
    recap('Body.', { episode: code(5), retrieved: '2026-01-31', source: address }),
    4,
  );
  expect([view.source, view.host]).toEqual([null, 'recaps.example']);
  const lines = header(view, null, { width: 80, isAscii: false });
  expect(JSON.stringify(lines)).toContain('recaps.example');
  expect(JSON.stringify(lines)).not.toMatch(/anna|word|8443/);
});

test('the source that a person names is public', () => {
  const view = seen(
    recap('Body.', { episode: code(5), source: 'https://recaps.example/s01e05', author: 'Ann' }),
    0,
  );
  expect([view.source, view.author]).toEqual(['https://recaps.example/s01e05', 'Ann']);
});

describe('a declared secret is withheld from every field', () => {
  const secret = 'Zelda vanished';
  test.each(
    fieldNames(
      RECAP_FIELDS,
      ({ visibility, value }) =>
        visibility !== 'never' && ['line', 'text', 'lines'].includes(String(value)),
    ),
  )('%s', (name) => {
    const value = RECAP_FIELDS[name].value === 'lines' ? [secret, 'public'] : secret;
    const subject = recap('Body.', { title: 'A', [name]: value });
    expect(JSON.stringify(seen(subject, 5))).not.toContain('Zelda');
    expect(JSON.stringify(seen(subject, 6))).toContain('Zelda');
  });

  test('and from the host of a source', () => {
    const subject = recap('Body.', { title: 'A', source: 'https://zelda.vanished.example/x' });
    expect(seen(subject, 5).host).toBeNull();
  });
});

/** A library with one show of ten episodes and one recap, and what is in its index once it has been listed. */
async function indexed(
  recapFields: Record<string, string | readonly (string | Record<string, string>)[]>,
  showLines = '',
): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'recap-index-fields-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, 'library', 'b'), { recursive: true });
  const lines = Object.entries(recapFields).map(([name, value]) => {
    // what JSON writes is YAML too
    return `${name}: ${typeof value === 'string' ? yamlText(value) : JSON.stringify(value)}\n`;
  });
  const episodes = Array.from({ length: 10 }, (_, n) => `{ code: 1x${n + 1}, title: HIDDEN }`);
  writeFileSync(
    join(root, 'library', 'b', 'show.md'),
    `---\ntitle: Bee\n${showLines}episodes: [${episodes.join(', ')}]\n---\nIntro.\n`,
  );
  writeFileSync(join(root, 'library', 'b', 'a.md'), `---\n${lines.join('')}---\nBody.\n`);
  await settled(root);
  const cache = join(root, 'cache');
  const library = Library.open([{ path: join(root, 'library'), isExpected: true }], cache);
  const [summary] = await library.listShows();
  const contents = summary && (await library.readContents(summary));
  expect(contents?.recaps).toHaveLength(1);
  const head = contents?.recaps[0]?.head;
  expect(head && unseal(head.frontMatter)).toMatchObject(recapFields);
  return readdirSync(cache, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}

describe('the index on disk', () => {
  test.each(fieldNames(RECAP_FIELDS))(
    'keeps `%s` of an article exactly if the table says so',
    async (name) => {
      if (name === 'episode') return;
      const { value, isIndexed } = RECAP_FIELDS[name];
      const text =
        value === 'code'
          ? 'S01E07'
          : value === 'date'
            ? '2001-02-03'
            : value === 'identifier'
              ? 'kept:77'
              : value === 'address'
                ? 'https://kept.example/x'
                : 'Kept words';
      const entry = { rule: 'leak/event', words: text, reason: text };
      const written = value === 'lines' ? [text] : typeof value === 'object' ? [entry] : text;
      const kept = await indexed({ title: 'A title', [name]: written });
      expect(kept.includes(text)).toBe(isIndexed);
      expect(kept).not.toContain('HIDDEN');
    },
  );

  test('keeps nothing of a recap with a title of its own, as that waits for the episode before', async () => {
    const kept = await indexed({ episode: 'S01E05', title: 'Own title', summary: 'Kept words' });
    expect(kept).not.toMatch(/Own title|Kept words/);
  });

  test.each([
    'aka: [HIDDEN]',
    'known: [HIDDEN]',
    'names: [{ name: HIDDEN, after: S01E05 }]',
    'seasons: [{ number: 1, aka: [HIDDEN] }]',
    'secrets: [{ any: [HIDDEN], after: S01E05 }]',
    'director: HIDDEN',
  ])('keeps nothing of `%s` in `show.md`', async (lines) => {
    const kept = await indexed({ title: 'A title' }, `${lines}\n`);
    expect(kept).toContain('Bee');
    expect(kept).not.toContain('HIDDEN');
  });
});

test('a view can be opened again after a change of place, and says what the place shows', () => {
  const subject = recap('Body.', { episode: code(5), gist: 'GIST' });
  const loader = new ViewLoader(() => subject);
  const file = { head: subject.head, path: 'a.md' };
  const gists = [4, 5, 4].map((episodes) => {
    return loader.view(show, file, { place: code(episodes), showsTitles: false }).gist;
  });
  expect(gists).toEqual([null, 'GIST', null]);
});
