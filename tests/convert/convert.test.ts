import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convertedDraft } from '../../src/convert/draft.ts';
import { articleOfPage, isPage } from '../../src/convert/page.ts';
import { articleOfText } from '../../src/convert/plain-article.ts';
import type { EpisodeCode } from '../../src/model/episode.ts';
import { readRecapFrontMatter } from '../../src/model/front-matter.ts';
import { bodyText, RECAP_LIMITS, split } from '../../src/model/recap-source.ts';
import { home } from '../support/program.ts';
import { code, recap, seen, show } from '../support/recaps.ts';

/** A converted text as recap reads it. */
function converted(text: string, episode?: EpisodeCode) {
  const article = isPage(text) ? articleOfPage(text) : articleOfText(text);
  const draft = convertedDraft(article, { order: show.order, episode });
  const bytes = Buffer.from(draft.text);
  const parts = split(bytes, RECAP_LIMITS);
  const frontMatter = readRecapFrontMatter(parts.frontMatter);
  const subject = recap(bodyText(bytes, parts), frontMatter);
  return { frontMatter, subject, unsure: draft.unsure, text: draft.text };
}

const page = (name: string) => readFileSync(join('tests/convert/pages', name), 'utf8');

/** The canaries that a reader sees who has watched so many episodes; underscores are escaped in Markdown. */
function canaries(subject: ReturnType<typeof recap>, episodes: number): string[] {
  const text = seen(subject, episodes).text.replaceAll('\\_', '_');
  return [...new Set(text.match(/CANARY_\w+/g))];
}

const AT_LAST = { title: 'The finale, explained', author: 'Ola Brandt', published: '2021-01-05' };

const PAGES: readonly (readonly [
  name: string,
  frontMatter: object,
  seenBy: Readonly<Record<number, readonly string[]>>,
  unsure: number,
])[] = [
  [
    'blog.html',
    {
      title: 'Tiny Pretty Things: who did it?',
      author: 'Mara Lind',
      published: '2020-12-20',
      source: 'https://barre.example/who-did-it',
    },
    { 0: [], 3: ['CANARY_E3', 'CANARY_E3B'], 5: ['CANARY_E3', 'CANARY_E3B', 'CANARY_E5'] },
    3,
  ],
  ['magazine.html', { ...AT_LAST, source: 'https://screen.example/finale' }, { 0: [], 9: [] }, 1],
  [
    'wiki.html',
    { title: 'Tiny Pretty Things/Plot', source: 'https://wiki.example/plot' },
    { 0: [], 1: ['CANARY_E1', 'CANARY_LIST'], 9: ['CANARY_E1', 'CANARY_LIST', 'CANARY_E2'] },
    1,
  ],
  ['forum.html', { title: 'Theories' }, { 0: [], 9: [] }, 4],
  ['minimal.html', { title: 'Who is who', published: '2021-02-03' }, { 0: [], 9: [] }, 3],
  [
    'newsletter.txt',
    {
      title: 'The week at Archer',
      author: 'Jo Vale',
      published: '2020-12-21',
      source: 'https://letters.example/12',
    },
    { 0: [], 2: ['CANARY_E2'], 9: ['CANARY_E2'] },
    1,
  ],
];

describe.each(PAGES)('%s', (name, frontMatter, seenBy, unsure) => {
  const draft = converted(page(name));

  test('says what the page says of itself, and no more in public', () => {
    expect(draft.frontMatter).toEqual(frontMatter);
  });
  test('opens what each episode tells, and keeps what the page marks', () => {
    for (const [episodes, words] of Object.entries(seenBy)) {
      expect(canaries(draft.subject, Number(episodes))).toEqual(words);
    }
    expect(seen(draft.subject, 0).text).toContain('OPEN');
  });
  test('loses nothing of the text, and nothing of the furniture stays', () => {
    const wanted = new Set(page(name).match(/CANARY_\w+/g));
    expect(new Set(canaries(draft.subject, 10))).toEqual(wanted);
    expect(draft.text).not.toMatch(/FURNITURE|RAN/);
  });
  test('lists what it was unsure about, by line', () => {
    expect(draft.unsure).toHaveLength(unsure);
    const lines = draft.text.split('\n');
    for (const { line } of draft.unsure) expect(lines[line - 1]).toMatch(/S01E10/);
  });
});

const LONG =
  'a sentence that is long enough, with commas, for a reader to take it for text. '.repeat(4);

test.each([
  [
    'a spoiler of several paragraphs',
    `<html><body><article><p>Short.</p><div class="spoiler"><p>CANARY ${LONG}</p><p>${LONG}</p><p>${LONG}</p></div></article></body></html>`,
  ],
  [
    'details around a block',
    `<html><body><article><p>Short.</p><details><div><p>CANARY ${LONG}</p><p>${LONG}</p></div></details></article></body></html>`,
  ],
  [
    'a hidden title and author',
    `<html><body><details><h1>CANARY</h1><p class="author">CANARY</p><p>${LONG}</p></details><p>${LONG}</p></body></html>`,
  ],
  [
    'what follows a banner',
    `<html><body><article><p>${LONG}</p><div class="spoiler-alert">Careful!</div><p>CANARY ${LONG}</p></article></body></html>`,
  ],
  [
    'an element called a spoiler',
    `<html><article><p>${LONG}</p><p>So <spoiler-text>CANARY</spoiler-text> then. ${LONG}</p></article></html>`,
  ],
  ['a first line in bars', '||CANARY|| it is\n\nText.'],
  ['an author in bars', 'Title\nby ||CANARY||\n\nText.'],
  ['spoilers from the first line on', 'Spoilers ahead\n\nCANARY'],
  ['a heading without a blank line', 'Title\n\n## Episode 10\nCANARY'],
  ['a heading of several episodes', 'Title\n\n## S01E01-S01E10\n\nCANARY'],
  ['a heading in words', 'Title\n\n## Episode Three\n\nCANARY'],
  ['a heading with a line below', 'Title\n\nEpisode 10\n=====\n\nCANARY'],
  ['a bold heading', 'Title\n\n**Episode 10**\n\nCANARY'],
  ['another heading among episodes', 'Title\n\n## Episode 1\n\nA\n\n## The sea\n\nCANARY'],
  ['details in plain text', 'Title\n\n<details><summary>x</summary>CANARY</details>'],
])('is not published: %s', (_, text) => {
  const { subject, frontMatter } = converted(text);
  expect(seen(subject, 9).text).not.toContain('CANARY');
  expect(JSON.stringify(frontMatter)).not.toContain('CANARY');
});

test('what a body is called does not make it furniture', () => {
  const html = `<html><body class="has-sidebar no-comments"><p>${LONG}</p></body></html>`;
  expect(converted(html).text).toContain('long enough');
});

test('an episode recap is gated as a whole, and its own gate is not written again', () => {
  const { frontMatter, text } = converted(page('blog.html'), code(5));
  expect(frontMatter.episode).toBe('S01E05');
  expect(text).toContain('## S01E05\n');
});

/** What pages do to hide a text. */
const MARKINGS: readonly ((text: string) => string)[] = [
  (text) => `<details><summary>More</summary><p>${text}</p></details>`,
  (text) => `<div class="bb-spoiler"><p>${text}</p><ul><li>${text}</li></ul></div>`,
  (text) => `<p>So, <span class="Spoiler">${text}</span> then.</p>`,
  (text) => `<p>So ||${text}|| then.</p>`,
  (text) => `<p>So &gt;!${text}!&lt; then.</p>`,
  (text) => `<p>[spoiler]${text}</p><p>${text}[/spoiler]</p>`,
  (text) => `<blockquote><p data-spoiler="1">${text}</p></blockquote>`,
  (text) => `<h2 class="spoiler">${text}</h2>`,
  (text) => `<p hidden>${text}</p>`,
  (text) => `<details><details><p>${text}</p></details><p>${text}</p></details>`,
  (text) => `<ol><li><span class="spoiler-text">${text}</span></li></ol>`,
  (text) => `<p>Spoilers ahead!</p><p>${text}</p>`,
];
const INNER = [
  '',
  ' and ] a [ bracket',
  ' ::: ',
  '</p><p>:::</p><p>',
  ' {after=S01E01}',
  ' &lt;/details&gt; ',
  ' <code>`||`</code>',
  '<pre>```\n:::\n</pre>',
  '<h2>Heading</h2>',
  ' [/spoiler] ',
  ' !&lt; ',
  ' -- ',
  '\n\n# x\n',
  '<b>bold',
  '<table><tr><td>a|b</td></tr></table>',
];
const OPEN = [
  '<p>Open text, long enough.</p>',
  '<h2>Open heading</h2>',
  '<p>a || b</p>',
  '<ul><li>open</li></ul>',
  '<pre>:::spoiler\n</pre>',
  '<p>[/spoiler]</p>',
];

const segment = fc.oneof(
  fc.constantFrom(...OPEN),
  fc
    .record({ marking: fc.constantFrom(...MARKINGS), inner: fc.constantFrom(...INNER) })
    .map(({ marking, inner }) => marking(`CANARY${inner}`)),
);

test('whatever a page marks first is not open in its draft, however it is made', () => {
  fc.assert(
    fc.property(fc.array(segment, { minLength: 1, maxLength: 6 }), (segments) => {
      const html = `<html><body><article><p>Open, and long enough to be kept.</p>${segments.join('\n')}</article></body></html>`;
      const { subject } = converted(html);
      expect(seen(subject, 9).text).not.toContain('CANARY');
    }),
    { numRuns: 1500 },
  );
});

test.each([
  ['deep', '<div>'.repeat(5000)],
  ['long', `<p>${'word '.repeat(10)}</p>`.repeat(110_000)],
  ['empty', '<html><body><nav>Home</nav></body></html>'],
])('a page that is no article gets one sentence: %s', (_, html) => {
  expect(() => articleOfPage(html)).toThrow(/^the page has/);
});

test('the program: a draft on stdout, notes on stderr, and nothing is overwritten', () => {
  const { run, write, folder } = home();
  const path = write('page.html', page('blog.html'));
  const printed = run('convert', path, '--show', 'tiny');
  expect(printed.code).toBe(0);
  expect(printed.stdout).toMatch(/^---\ntitle: "Tiny Pretty Things: who did it\?"\n/);
  expect(printed.stderr).toMatch(/^recap: draft:\d+: gated by S01E10, as /);
  expect(printed.stderr).not.toContain('CANARY');
  const output = join(folder, 'draft.md');
  expect(run('convert', path, '--output', output).code).toBe(0);
  expect(run('convert', path, '--output', output)).toMatchObject({ code: 1, stdout: '' });
  expect(run('convert', path, '--episode', 'S01E01').code).toBe(2);
  const broken = write(
    'latin1.html',
    Buffer.from('<html><body><p>caf\xe9</p></body></html>', 'latin1'),
  );
  expect(run('convert', broken).stderr).toMatch(/is not UTF-8; save it as UTF-8\n$/);
  expect(run('convert', join(folder, 'nowhere')).stderr).toContain('there is no such file');
});
