import { describe, expect, test } from 'vitest';
import { headingName, linkDestination } from '../../src/reader/link-destination.ts';
import { readerOn } from '../support/reader.ts';

describe('where a link leads', () => {
  test.each<[target: string, host: string, href: string]>([
    ['https://a.example/x', 'a.example', 'https://a.example/x'],
    ['HTTP://A.EXAMPLE', 'a.example', 'http://a.example/'],
    ['//a.example/x', 'a.example', 'https://a.example/x'],
    ['https://good.example@evil.example/', 'evil.example', 'https://good.example@evil.example/'],
    ['https://good.example\\@evil.example/', 'good.example', 'https://good.example/@evil.example/'],
    ['https://аpple.example/', 'xn--pple-43d.example', 'https://xn--pple-43d.example/'],
    [
      'https://a.example/é?q=„"\'$(x)`y`',
      'a.example',
      'https://a.example/%C3%A9?q=%E2%80%9E%22%27$(x)`y`',
    ],
    ['https:a.example', 'a.example', 'https://a.example/'],
  ])('the web: %s', (target, host, href) => {
    expect(linkDestination(target, 'a-show')).toEqual({ kind: 'web', address: { host, href } });
  });

  test.each<[target: string, show: string, slug: string | undefined, heading: string]>([
    ['s01e02.md', 'a-show', 's01e02', ''],
    ['./s01e02.md#the-ending', 'a-show', 's01e02', 'the-ending'],
    ['who', 'a-show', 'who', ''],
    ['../severance/s01e01.md', 'severance', 's01e01', ''],
    ['/severance/s01e01.md', 'severance', 's01e01', ''],
    ['../severance/', 'severance', undefined, ''],
    ['sub/../who.md', 'a-show', 'who', ''],
    ['w%68o.md?plain=1', 'a-show', 'who', ''],
    ['.', 'a-show', undefined, ''],
  ])('a recap: %s', (target, show, slug, heading) => {
    expect(linkDestination(target, 'a-show')).toEqual({ kind: 'recap', show, slug, heading });
  });

  test.each([
    '../../etc/passwd',
    '../../../a-show/who.md',
    '/etc/ssl/cert.md',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'mailto:a@b.example',
    'vscode://x',
    'https://',
    '%ff.md',
    '',
    '#',
  ])('nowhere: %s', (target) => {
    expect(linkDestination(target, 'a-show')).toEqual({ kind: 'unknown' });
  });

  test.each([
    ['The Ending', 'the-ending'],
    ['Who, then?', 'who-then'],
    ['Épilogue  2', 'épilogue-2'],
  ])('a heading: %s', (text, name) => {
    expect(headingName(text)).toBe(name);
  });
});

const BODY = `A [first link](another.md), then :spoiler[a secret, with [its link](https://gated.example)]{after=S01E05}
and a [web link](https://good.example@evil.example/x "title") at the end.

${'Filler.\n\n'.repeat(40)}

See [the end](#the-end), <https://bare.example>, or [the first episode](s01e01.md).

# The end

The [last one][ref], [nothing](s09e09.md), [a letter](mailto:a@b.example).

[ref]: ../a-show/another.md`;

/** The text that is selected, without its spaces, as Tab or Shift-Tab goes on. */
async function selections(
  reader: Awaited<ReturnType<typeof readerOn>>,
  key: string,
  count: number,
): Promise<string[]> {
  const found: string[] = [];
  for (let step = 0; step < count; step++) {
    await reader.press(key);
    const spans = reader.lines().flatMap((line) => line.spans);
    found.push(
      spans
        .filter(({ style }) => style.isChosen)
        .map(({ text }) => text)
        .join('')
        .replaceAll(' ', ''),
    );
  }
  return found;
}

const STOPS = [
  'first link (another.md)',
  '[▒ Spoiler · S01E05]',
  'web link (https://good.example@evil.example/x)',
  'the end (#the-end)',
  'https://bare.example',
  'the first episode (s01e01.md)',
  'last one (../a-show/another.md)',
  'nothing (s09e09.md)',
  'a letter (mailto:a@b.example)',
].map((text) => text.replaceAll(' ', ''));

describe('Tab', () => {
  test('goes through curtains and links in the order of the text, and around', async () => {
    const reader = await readerOn(BODY, 4);
    const [first = ''] = STOPS;
    expect(await selections(reader, 'tab', STOPS.length + 1)).toEqual([...STOPS, first]);
    const back = [first, ...STOPS.slice(1).reverse()].slice(1);
    expect(await selections(reader, 'shift+tab', STOPS.length - 1)).toEqual(back);
  });

  test.each([40, 120])('does so at %d columns', async (columns) => {
    const reader = await readerOn(BODY, 4, { columns, rows: 24 });
    const found = await selections(reader, 'tab', STOPS.length);
    expect(found).toEqual(STOPS);
  });

  test('begins on the screen, wherever that is', async () => {
    const reader = await readerOn(BODY, 4);
    await reader.press('G');
    expect(await selections(reader, 'shift+tab', 1)).toEqual(['aletter(mailto:a@b.example)']);
    await reader.press('g', 'space');
    expect(await selections(reader, 'tab', 1)).toEqual(['theend(#the-end)']);
  });

  test('knows no link behind a closed curtain, and knows it once that is open', async () => {
    const closed = await readerOn(BODY, 4);
    const all = await selections(closed, 'tab', 12);
    expect(all.join()).not.toContain('itslink');
    const open = await readerOn(BODY, 5);
    const [, second] = await selections(open, 'tab', 2);
    expect(second).toBe('itslink(https://gated.example)');
  });

  test('goes on through a recap of several chunks, both ways', async () => {
    const part = (name: string) =>
      `[${name}](https://${name}.example)\n\n${'Word word. \n\n'.repeat(2000)}`;
    const reader = await readerOn(
      `${part('one')}${part('two')}\n\n[three](https://three.example)`,
      4,
    );
    const names = ['one', 'two', 'three', 'one'].map((name) => `${name}(https://${name}.example)`);
    expect(await selections(reader, 'tab', 4)).toEqual(names);
    expect(await selections(reader, 'shift+tab', 3)).toEqual(names.slice(0, 3).reverse());
  });

  test('a target that is partly hidden is no link', async () => {
    const reader = await readerOn(
      'See [this](https://a.example/:spoiler[x]{after=S01E05}) now.',
      4,
    );
    const found = await selections(reader, 'tab', 2);
    expect(found.every((text) => text.startsWith('[▒Spoiler'))).toBe(true);
  });
});

describe('following a link', () => {
  test('to a recap opens it, and Esc comes back to the same line and link', async () => {
    const reader = await readerOn(BODY, 4);
    await reader.press('tab', 'tab', 'tab', 'tab', 'tab', 'tab');
    const before = reader.screen();
    await reader.press('enter');
    expect(reader.screen()).toMatch(/S01E01[\s\S]*The story begins/);
    await reader.press('escape');
    expect(reader.screen()).toBe(before);
    await reader.press('o');
    expect(reader.screen()).toContain('The story begins');
  });

  test('to a recap opens it behind its own curtains', async () => {
    const reader = await readerOn(BODY, 0);
    await reader.press('tab', 'tab', 'tab', 'tab', 'tab', 'tab', 'enter');
    expect(reader.screen()).toContain('S01E01');
    expect(reader.screen()).not.toContain('The story begins');
    expect(reader.screen()).toContain('opens after S01E01');
  });

  test('ends a peek, as leaving does in any other way', async () => {
    const reader = await readerOn(BODY, 4);
    await reader.press('tab', 'tab', 'enter', 'p');
    expect(reader.screen()).toContain('a secret, with its link');
    await reader.press('g', 'tab', 'o');
    expect(reader.screen()).toContain('Another article.');
    await reader.press('escape');
    expect(reader.screen()).not.toContain('a secret');
  });

  test('to a heading goes there', async () => {
    const reader = await readerOn(BODY, 4);
    await reader.press('tab', 'tab', 'tab', 'tab', 'enter');
    expect(reader.screen()).toMatch(/100%/);
  });

  test('to nothing says so', async () => {
    const reader = await readerOn(BODY, 4);
    await reader.press('G');
    for (const key of ['shift+tab', 'shift+tab']) {
      await reader.press(key, 'o');
      expect(reader.screen()).toContain('leads to no web address and no recap of the library');
    }
  });

  test('o first selects a link, where none is', async () => {
    const reader = await readerOn(BODY, 4);
    await reader.press('o');
    expect(reader.screen()).toContain('o again follows this link');
    await reader.press('o');
    expect(reader.screen()).toContain('Another article.');
    const none = await readerOn('No link.', 4);
    await none.press('o');
    expect(none.screen()).toContain('No link on this page');
  });

  test('Enter follows none that is not selected', async () => {
    const reader = await readerOn('A [link](another.md).', 4);
    await reader.press('enter');
    expect(reader.screen()).toContain('Press Tab to select a link');
  });
});

describe('a web address', () => {
  const opened = async (keys: readonly string[], size?: { columns: number; rows: number }) => {
    const reader = await readerOn(BODY, 4, size);
    await reader.press('tab', 'tab', 'tab', ...keys);
    return reader;
  };

  test('is shown whole, with the host that it leads to, before it is opened', async () => {
    const reader = await opened(['enter']);
    const screen = reader.screen();
    expect(screen).toContain('This link leads to evil.example');
    expect(screen).toContain('https://good.example@evil.example/x');
    expect(screen).toContain('The page may contain spoilers.');
    expect(screen).toContain('[Enter] leave it   [y] open it');
    expect(reader.opened).toEqual([]);
    await reader.press('y');
    expect(reader.opened).toEqual(['https://good.example@evil.example/x']);
    expect(reader.screen()).toContain('Opening it in your browser');
  });

  test.each([['enter'], ['escape'], ['n'], ['p'], ['o'], ['space']])(
    '%s opens nothing',
    async (key) => {
      const reader = await opened(['enter', key, key, key]);
      expect(reader.opened).toEqual([]);
    },
  );

  test('is not opened by a key that nobody can have read it before', async () => {
    const reader = await opened(['enter']);
    const at = reader.state.lastKeyAt;
    await reader.send({ type: 'key', key: 'y', at: at + 100, isAlone: true });
    await reader.send({ type: 'key', key: 'y', at: at + 1000, isAlone: false });
    await reader.send({ type: 'paste', text: 'y' });
    expect(reader.opened).toEqual([]);
  });

  test('that does not fit the screen whole is not opened', async () => {
    const long = `https://a.example/${'x'.repeat(300)}/end`;
    const reader = await readerOn(`[a](${long})`, 4, { columns: 40, rows: 10 });
    await reader.press('tab', 'enter');
    expect(reader.screen()).toContain('too long to show here');
    await reader.press('y');
    expect(reader.opened).toEqual([]);
    await reader.press('tab');
    await reader.send({ type: 'resize', size: { columns: 80, rows: 24 } });
    expect(reader.screen().replace(/\s/g, '')).toContain(long);
    await reader.press('y');
    expect(reader.opened).toEqual([long]);
  });

  test.each(Array.from({ length: 12 }, (_, index) => 20 + index * 15))(
    'of %i characters leaves the screen as high as it is, or is not shown',
    async (length) => {
      const long = `https://a.example/${'x'.repeat(length)}`;
      for (const columns of [40, 44, 56, 60]) {
        const reader = await readerOn(`[a](${long})`, 4, { columns, rows: 10 });
        await reader.press('tab', 'enter');
        expect(reader.lines()).toHaveLength(9);
      }
    },
  );

  test('of the source can be followed from the lines above the text', async () => {
    const reader = await readerOn('text', 4, undefined, null, undefined, undefined, {
      frontMatter: { title: 'An article', source: 'https://recaps.example/s01e05' },
    });
    await reader.press('tab', 'enter');
    expect(reader.screen()).toContain('This link leads to recaps.example');
  });
});
