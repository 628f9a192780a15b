import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ViewLoader } from '../../../src/app/view-loader.ts';
import type { ShowContents } from '../../../src/gated/show-contents.ts';
import { parseEpisodeCode } from '../../../src/model/episode.ts';
import { ViewingOrder } from '../../../src/model/order.ts';
import { Library } from '../../../src/store/library/library.ts';
import { openRecap } from '../../../src/store/library/open-recap.ts';
import { episodeTitle } from '../../../src/veil/episode-title.ts';
import { veil } from '../../../src/veil/veil.ts';
import { visible } from '../../support/recaps.ts';
import { settled } from '../../support/settled.ts';

type Files = Readonly<Record<string, string>>;

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'recap-layers-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder of a library with the files of one show, `b`. */
function layer(files: Files): string {
  const root = temporary();
  mkdirSync(join(root, 'b'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, 'b', name), text);
  return root;
}

/** A folder of added shows with the files of one, `b`. */
function added(files: Files): string {
  const root = temporary();
  const generation = join(root, 'b', '1');
  mkdirSync(generation, { recursive: true });
  writeFileSync(join(root, 'b', 'current'), '1\n');
  for (const [name, text] of Object.entries(files)) writeFileSync(join(generation, name), text);
  return root;
}

async function open(folders: readonly string[], fetched?: string, cache?: string) {
  const library = Library.open(
    [
      ...folders.map((path) => ({ path, isExpected: true })),
      ...(fetched === undefined ? [] : [{ path: fetched, isExpected: false, isAdded: true }]),
    ],
    cache,
  );
  const [summary] = await library.listShows();
  if (!summary) throw new Error('no show');
  const contents = await library.readContents(summary);
  return { library, summary, contents };
}

/** What a reader at a place sees of a recap; `undefined` where there is none. */
function at(contents: ShowContents, slug: string, place: string | null): string | undefined {
  const file = contents.recaps.find(({ head }) => head.slug === slug);
  if (!file) return undefined;
  const reader = { place: parseEpisodeCode(place ?? '') ?? null, showsTitles: false };
  return visible(new ViewLoader().view(contents.show, file, reader)).trim();
}

const list = (...codes: readonly string[]) => {
  return `episodes: [${codes.map((code) => `{ code: ${code} }`).join(', ')}]\n`;
};
const show = (...lines: readonly string[]) => `---\n${lines.join('\n')}\n---\nIntro.\n`;
const SECRET = 'secrets: [{ phrase: Delia pushed Cassie, after: S01E10 }]';
const BEE = show('title: Bee', list('S01E01', 'S01E02', 'S01E10'), SECRET);
const X = '---\ntitle: X\n---\nDelia pushed Cassie.\n';
const gated = (after: string) => `---\ntitle: Y\nafter: ${after}\n---\nWORDS\n`;

describe('secrets of all folders hold', () => {
  const hidden = '⟦Spoiler S01E10⟧';
  test.each<[what: string, own: string]>([
    ['a list and no secrets', show('title: My Bee', list('S01E01', 'S01E02', 'S01E10'))],
    ['neither', show('title: Bee')],
    ['an empty list of secrets', show('title: Bee', 'secrets: []')],
    ['another secret', show('title: Bee', 'secrets: [{ phrase: Otto fell, after: S01E02 }]')],
    ['the same secret for an earlier episode', show('title: Bee', SECRET.replace('10', '01'))],
    ['another spelling of the title', show('title: "BEE!"')],
    ['a part of the list', show('title: Bee', list('S01E01'))],
  ])('with an own `show.md` that has %s', async (_, own) => {
    const { contents } = await open([
      layer({ 'show.md': own }),
      layer({ 'show.md': BEE, 'x.md': X }),
    ]);
    expect(at(contents, 'x', 'S01E01')).toBe(hidden);
    expect(at(contents, 'x', 'S01E02')).toBe(hidden);
    expect(at(contents, 'x', 'S01E10')).toBe('Delia pushed Cassie.');
  });

  test('in a recap of the stronger folder too, and those of fetched shows', async () => {
    const own = layer({ 'show.md': show('title: Bee'), 'x.md': X });
    const { contents } = await open([own], added({ 'show.md': BEE }));
    expect(at(contents, 'x', 'S01E02')).toBe(hidden);
  });
});

describe('lists of episodes are merged', () => {
  test.each<[own: string[], weaker: string[], merged: string[]]>([
    [['S01E01'], ['S01E01', 'S01E02', 'S01E10'], ['S01E01', 'S01E02', 'S01E10']],
    [['S01E02'], ['S01E01', 'S01E02', 'S01E03'], ['S01E01', 'S01E02', 'S01E03']],
    [
      ['S01E01', 'S00E01', 'S01E03'],
      ['S01E01', 'S01E02', 'S01E03'],
      ['S01E01', 'S01E02', 'S00E01', 'S01E03'],
    ],
    [
      ['S01E02', 'S01E01'],
      ['S01E01', 'S01E02', 'S01E03'],
      ['S01E02', 'S01E03', 'S01E01'],
    ],
    [['S02E01'], ['S01E01', 'S01E02'], ['S01E01', 'S01E02', 'S02E01']],
    [[], ['S01E01', 'S01E02'], ['S01E01', 'S01E02']],
    [['S01E01', 'S01E02'], [], ['S01E01', 'S01E02']],
  ])('%j over %j is %j', async (own, weaker, merged) => {
    const folders = [own, weaker].map((codes) => {
      return layer({ 'show.md': show('title: Bee', codes.length > 0 ? list(...codes) : '') });
    });
    const { contents, summary } = await open(folders);
    expect(contents.show.order.codes).toEqual(merged);
    expect(summary.order.codes).toEqual(merged);
  });

  test('a title comes from the strongest folder that gives one, as every other key does', async () => {
    const own = show(
      'title: My Bee',
      'episodes: [{ code: S01E01, title: Mine }, { code: S01E02 }]',
    );
    const weaker = show(
      'title: Bee',
      'year: 2020',
      'network: Hive',
      'episodes: [{ code: S01E01, title: One }, { code: S01E02, title: Two, aired: 2020-01-02 }]',
    );
    const { contents } = await open([layer({ 'show.md': own }), layer({ 'show.md': weaker })]);
    const reader = { place: null, showsTitles: true };
    const codes = contents.show.order.codes;
    expect(codes.map((code) => episodeTitle(contents.show, code, reader))).toEqual(['Mine', 'Two']);
    const { title, year, network, episodes } = contents.show;
    expect([title, year, network, episodes[1]?.aired]).toEqual([
      'My Bee',
      2020,
      'Hive',
      '2020-01-02',
    ]);
  });
});

describe('a gate opens only where every list that has both agrees', () => {
  test.each<
    [what: string, own: string[], weaker: string[], gate: string, place: string, isOpen: boolean]
  >([
    ['both agree', ['S01E01', 'S01E02'], ['S01E01', 'S01E02'], 'S01E01', 'S01E02', true],
    [
      'the own one turns them round',
      ['S01E02', 'S01E01'],
      ['S01E01', 'S01E02'],
      'S01E02',
      'S01E01',
      false,
    ],
    ['and the other way', ['S01E02', 'S01E01'], ['S01E01', 'S01E02'], 'S01E01', 'S01E02', false],
    [
      'the own one lacks the gate',
      ['S01E01', 'S01E03'],
      ['S01E01', 'S01E02', 'S01E03'],
      'S01E02',
      'S01E03',
      true,
    ],
    [
      'the own one lacks the place',
      ['S01E01', 'S01E02'],
      ['S01E01', 'S01E02', 'S01E03'],
      'S01E02',
      'S01E03',
      true,
    ],
    [
      'the own one moves a special ahead',
      ['S00E01', 'S01E01'],
      ['S01E01', 'S00E01'],
      'S00E01',
      'S01E01',
      false,
    ],
    ['no list has the place', ['S01E01'], ['S01E01', 'S01E02'], 'S01E01', 'S01E09', false],
    ['no list has the gate', ['S01E01'], ['S01E01', 'S01E02'], 'S01E09', 'S01E02', false],
    [
      'only the weaker one has them',
      ['S01E01'],
      ['S01E01', 'S01E02', 'S01E03'],
      'S01E02',
      'S01E03',
      true,
    ],
  ])('%s', async (_, own, weaker, gate, place, isOpen) => {
    const { contents } = await open([
      layer({ 'show.md': show('title: Bee', list(...own)), 'y.md': gated(gate) }),
      layer({ 'show.md': show('title: Bee', list(...weaker)) }),
    ]);
    expect(at(contents, 'y', place)?.includes('WORDS')).toBe(isOpen);
  });

  test('an inner gate that lists order otherwise than its outer one does not open before both', async () => {
    const body = ':::spoiler{after=S01E02}\nOUTER\n\n:::spoiler{after=S01E01}\nINNER\n:::\n:::\n';
    const { contents } = await open([
      layer({
        'show.md': show('title: Bee', list('S01E02', 'S01E01', 'S01E03')),
        'z.md': `---\ntitle: Z\n---\n${body}`,
      }),
      layer({ 'show.md': show('title: Bee', list('S01E01', 'S01E02', 'S01E03')) }),
    ]);
    for (const place of [null, 'S01E01', 'S01E02']) {
      const text = at(contents, 'z', place) ?? '';
      expect(text.includes('INNER') && !text.includes('OUTER')).toBe(false);
    }
    expect(at(contents, 'z', 'S01E01')).not.toContain('OUTER');
  });

  test('an inner gate stays closed where a list without the outer one has it later than the place', async () => {
    const body = ':::spoiler{after=S01E02}\nOUTER\n\n:::spoiler{after=S01E01}\nINNER\n:::\n:::\n';
    const { contents } = await open([
      layer({
        'show.md': show('title: Bee', list('S01E01', 'S01E02', 'S01E03')),
        'z.md': `---\ntitle: Z\n---\n${body}`,
      }),
      layer({ 'show.md': show('title: Bee', list('S01E03', 'S01E01')) }),
    ]);
    const text = at(contents, 'z', 'S01E03');
    expect(text).toContain('OUTER');
    expect(text).not.toContain('INNER');
  });

  test('the later of two gates that the lists order differently is none', () => {
    const orders = [
      new ViewingOrder(['S01E02', 'S01E01', 'S01E03']),
      new ViewingOrder(['S01E01', 'S01E02', 'S01E03']),
    ];
    const order = new ViewingOrder(['S01E02', 'S01E01', 'S01E03'], true, orders);
    expect(order.later('S01E01', 'S01E02')).toBeNull();
    expect(order.later('S01E01', 'S01E03')).toBe('S01E03');
    expect(order.later('S01E03', 'S01E03')).toBe('S01E03');
  });

  test('a spoiler without a gate waits for the last episode of the merged list', async () => {
    const { contents } = await open([
      layer({
        'show.md': show('title: Bee', list('S01E01')),
        'z.md': '---\ntitle: Z\n---\n||WORDS||\n',
      }),
      layer({ 'show.md': BEE }),
    ]);
    expect(at(contents, 'z', 'S01E01')).toBe('⟦Spoiler S01E10⟧');
  });
});

describe('folders of one name are merged only if they hold the same show', () => {
  test.each<[what: string, strong: string[], weak: string[], isSame: boolean]>([
    ['the same title', ['title: Bee'], ['title: Bee'], true],
    ['one of them has a year', ['title: Bee'], ['title: Bee', 'year: 2020'], true],
    ['years that differ', ['title: Bee', 'year: 1984'], ['title: Bee', 'year: 2020'], false],
    ['other titles', ['title: Wasp'], ['title: Bee'], false],
    ['a title in another language', ['title: Abeja'], ['title: Bee', 'aka: [Abeja]'], true],
    [
      'one identifier',
      ['title: Wasp', 'year: 1984', 'id: tvmaze:1'],
      ['title: Bee', 'year: 2020', 'id: tvmaze:1'],
      true,
    ],
    ['two identifiers', ['title: Bee', 'id: tvmaze:1'], ['title: Bee', 'id: tvmaze:2'], false],
    [
      'identifiers of two sources',
      ['title: Bee', 'id: tvmaze:1'],
      ['title: Bee', 'id: other:2'],
      true,
    ],
    ['a longer title', ['title: My Bee'], ['title: Bee'], true],
    [
      'a longer title and another year',
      ['title: My Bee', 'year: 1984'],
      ['title: Bee', 'year: 2020'],
      false,
    ],
    ['a part of a word', ['title: Beehive'], ['title: Bee'], false],
  ])('%s', async (_, strong, weak, isSame) => {
    const { contents, library } = await open([
      layer({ 'show.md': show(...strong) }),
      layer({ 'show.md': show(...weak), 'x.md': X }),
    ]);
    expect(contents.recaps.map(({ head }) => head.slug)).toEqual(isSame ? ['x'] : []);
    expect(library.problems.map(({ problem }) => problem.rule)).toEqual(
      isSame ? [] : ['show/other'],
    );
  });

  test('a fetched show needs the same title', async () => {
    const fetched = added({ 'show.md': show('title: Bee', 'id: tvmaze:1'), 'x.md': X });
    const { contents } = await open([layer({ 'show.md': show('title: My Bee') })], fetched);
    expect(contents.recaps).toEqual([]);
  });

  test('a folder without `show.md` belongs to its name', async () => {
    const { contents } = await open([layer({ 'x.md': X }), layer({ 'show.md': BEE })]);
    expect(at(contents, 'x', 'S01E02')).toBe('⟦Spoiler S01E10⟧');
  });
});

describe('something in the place of `show.md` that is no readable plain file closes the show', () => {
  const outside = () => {
    const file = join(temporary(), 'out.md');
    writeFileSync(file, BEE);
    return file;
  };
  test.each<[what: string, make: (path: string) => void]>([
    ['a link to nothing', (path) => symlinkSync('gone.md', path)],
    ['a link out of the library', (path) => symlinkSync(outside(), path)],
    ['a circle of links', (path) => symlinkSync('show.md', path)],
    ['a link to a folder', (path) => symlinkSync('.', path)],
    ['a folder', (path) => mkdirSync(path)],
    ['a pipe', (path) => execFileSync('mkfifo', [path])],
    ['`Show.md`', (path) => writeFileSync(join(dirname(path), 'Show.md'), BEE)],
    ['`SHOW.MD`', (path) => writeFileSync(join(dirname(path), 'SHOW.MD'), BEE)],
    ['`show.MD`', (path) => writeFileSync(join(dirname(path), 'show.MD'), BEE)],
    ['a link in other letters', (path) => symlinkSync('x.md', join(dirname(path), 'sHow.md'))],
    ['an empty file', (path) => writeFileSync(path, '')],
    ['front matter that is not closed', (path) => writeFileSync(path, '---\ntitle: Bee\n')],
    ['binary data', (path) => writeFileSync(path, Buffer.from([0xff, 0xfe, 0x00]))],
  ])('%s', async (_, make) => {
    const root = layer({ 'x.md': X, 'y.md': gated('S01E01') });
    make(join(root, 'b', 'show.md'));
    const { contents, library } = await open([root]);
    expect(at(contents, 'x', 'S01E10')).toBe('⟦Spoiler never⟧');
    expect(at(contents, 'y', 'S01E10')).not.toContain('WORDS');
    expect(contents.introduction).toBeUndefined();
    expect(library.problems.map(({ path }) => dirname(path))).toContain(join(root, 'b'));
    for (const { problem } of library.problems) expect(problem.message).not.toMatch(/Delia|Bee/);
  });

  test.each<[target: () => string, message: string]>([
    [() => 'gone.md', 'leads nowhere'],
    [() => 'show.md', 'leads nowhere'],
    [outside, 'leads out of the library'],
    [() => '.', 'is not a plain file'],
  ])('and says what is wrong with a link: %s, %s', async (target, message) => {
    const root = layer({ 'x.md': X });
    symlinkSync(target(), join(root, 'b', 'show.md'));
    const { library } = await open([root]);
    expect(library.problems.map(({ problem }) => problem.message).join()).toContain(message);
  });

  test('in a weaker folder too, below a sound one', async () => {
    const weak = layer({});
    symlinkSync('gone.md', join(weak, 'b', 'show.md'));
    const { contents } = await open([layer({ 'show.md': show('title: Bee'), 'x.md': X }), weak]);
    expect(contents.show.isBroken).toBe(true);
    expect(at(contents, 'x', 'S01E10')).toBe('⟦Spoiler never⟧');
  });

  test('a link within the library is followed', async () => {
    const root = layer({ 'bee.txt': BEE, 'x.md': X });
    symlinkSync('bee.txt', join(root, 'b', 'show.md'));
    const { contents } = await open([root]);
    expect(contents.show.title).toBe('Bee');
  });

  test.skipIf(process.getuid?.() === 0)('a file that may not be read', async () => {
    const root = layer({ 'show.md': BEE, 'x.md': X });
    chmodSync(join(root, 'b', 'show.md'), 0);
    const { contents } = await open([root]);
    expect(contents.show.isBroken).toBe(true);
  });
});

describe('`people.md`', () => {
  const PEOPLE = '## Miss Havisham {after=S01E01}\n\nMET\n';
  test.each<[what: string, text: string, place: string | null, isSeen: boolean]>([
    ['without front matter, before its gate', PEOPLE, null, false],
    ['without front matter, after it', PEOPLE, 'S01E01', true],
    ['with front matter', `---\nsummary: People\n---\n${PEOPLE}`, 'S01E01', true],
    ['with a gate of its own, before it', `---\nafter: S01E10\n---\n${PEOPLE}`, 'S01E02', false],
    ['with a lost gate', `---\nuntil: S01E10\n---\n${PEOPLE}`, 'S01E10', false],
    ['with front matter that is not closed', `---\ntitle: P\n${PEOPLE}`, 'S01E10', false],
    ['with a byte order mark', `\ufeff${PEOPLE}`, 'S01E01', true],
  ])('%s', async (_, text, place, isSeen) => {
    const { contents } = await open([layer({ 'show.md': BEE, 'people.md': text, 'x.md': X })]);
    expect(contents.recaps.map(({ head }) => head.slug)).toEqual(['x']);
    const reader = { place: parseEpisodeCode(place ?? '') ?? null, showsTitles: false };
    const { people } = contents;
    const seen = () =>
      people && visible(veil(openRecap(people, contents.show), contents.show, reader));
    if (text.includes('until') || text.includes('title')) expect(seen).toThrow();
    else expect(seen()?.includes('MET')).toBe(isSeen);
  });

  test('is that of the strongest folder', async () => {
    const { contents } = await open([
      layer({ 'people.md': 'mine' }),
      layer({ 'show.md': BEE, 'people.md': 'theirs' }),
    ]);
    expect(
      contents.people &&
        visible(
          veil(openRecap(contents.people, contents.show), contents.show, {
            place: null,
            showsTitles: false,
          }),
        ),
    ).toBe('mine');
  });
});

test('a fetched text belongs to the episode that it was fetched for, whatever its code is now', async () => {
  const now = show(
    'title: Bee',
    'id: tvmaze:1',
    'episodes: [{ code: S01E01, id: tvmaze:11 }, { code: S01E02, id: tvmaze:13 }, { code: S01E03, id: tvmaze:12 }]',
  );
  const text = '---\nepisode: S01E02\nid: tvmaze:12\n---\nWORDS\n';
  const { contents } = await open([], added({ 'show.md': now, 's01e02.md': text }));
  expect(contents.recaps[0]?.head.gate).toBe('S01E03');
  expect(at(contents, 's01e02', 'S01E02')).not.toContain('WORDS');
  expect(at(contents, 's01e02', 'S01E03')).toContain('WORDS');
});

test('what several folders say together is in no index, and a folder that goes takes its part along', async () => {
  const cache = join(temporary(), 'cache');
  const strong = layer({ 'show.md': show('title: My Bee', list('S01E01')) });
  const weak = layer({ 'show.md': BEE, 'x.md': X });
  await settled(strong, weak);
  for (let run = 0; run < 2; run++) {
    const { summary } = await open([strong, weak], undefined, cache);
    expect([summary.title, summary.order.codes.length]).toEqual(['My Bee', 3]);
  }
  writeFileSync(
    join(weak, 'b', 'show.md'),
    BEE.replace('{ code: S01E10 }', '{ code: S01E10 }, { code: S01E11 }'),
  );
  const changed = await open([strong, weak], undefined, cache);
  expect(changed.summary.order.codes).toHaveLength(4);
  rmSync(join(strong, 'b'), { recursive: true });
  const { summary } = await open([strong, weak], undefined, cache);
  expect(summary.title).toBe('Bee');
});
