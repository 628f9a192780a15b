import { describe, expect, test } from 'vitest';
import { Layout } from '../../src/render/layout.ts';
import type { Line } from '../../src/render/line.ts';

/** What looks how, at 40 columns. */

const shown = (text: string, looks = { width: 40, isAscii: false }) =>
  linesOf(text, looks).map(({ spans }) => spans.map((span) => span.text).join(''));

const linesOf = (text: string, looks = { width: 40, isAscii: false }): readonly Line[] =>
  new Layout({ text, curtains: [], openings: [] }, looks).lines();

describe.each<[what: string, markdown: string, lines: string[]]>([
  ['a heading of rank 1', '# Who pushed *her*?', ['Who pushed her?', '═══════════════']],
  ['a heading of rank 2', 'Who?\n---', ['Who?', '────']],
  ['other headings', '### Three\n\n###### Six', ['Three', '╌╌╌╌╌', '', '» Six']],
  [
    'a long heading',
    `#### ${'word '.repeat(9)}`,
    ['» word word word word word word word', '  word word'],
  ],
  ['an empty heading', '#\n\n##\n\ntext', ['text']],
  ['a paragraph', 'one\ntwo  \nthree\\\nfour', ['one two', 'three', 'four']],
  [
    'a long word',
    `a ${'x'.repeat(90)} b`,
    ['a', 'x'.repeat(40), 'x'.repeat(40), `${'x'.repeat(10)} b`],
  ],
  [
    'a space that holds together',
    `${'a'.repeat(34)} not&nbsp;here`,
    ['a'.repeat(34), 'not\u00a0here'],
  ],
  [
    'a tight list',
    '- a\n- b\n  - c\n    - d\n      - e',
    ['• a', '• b', '  ◦ c', '    ▪ d', '      • e'],
  ],
  ['a loose list', '- a\n\n  b\n- c', ['• a', '', '  b', '', '• c']],
  ['an ordered list', '9. nine\n1. ten', [' 9. nine', '10. ten']],
  ['an empty item', '- a\n-\n- c', ['• a', '•', '• c']],
  ['two lists', '- a\n\n* b', ['• a', '', '• b']],
  ['tasks', '- [ ] to do\n- [x] done\n- [y] other', ['[ ] to do', '[x] done', '• [y] other']],
  ['what is no task', '- `[ ] a`\n- [ ](b)', ['• `[ ] a`', '• (b)']],
  ['tabs in code', '```\na\tb\n```', ['    a   b']],
  ['a numbered task', '1. [X] done', ['1. [x] done']],
  ['a quote', '> one\n>\n> two\n> > three', ['│ one', '│', '│ two', '│', '│ │ three']],
  ['code', '```js\nif (x)\n\n\ty()\n```', ['    if (x)', '', '        y()']],
  ['indented code in a list', '- a\n\n      b', ['• a', '', '      b']],
  [
    'a long line of code',
    `    ${'0123456789'.repeat(5)}`,
    [`    ${'0123456789'.repeat(3)}012345`, '    67890123456789'],
  ],
  ['code in a line', 'a `b  c` d', ['a `b  c` d']],
  ['a rule', 'a\n\n***\n\nb', ['a', '', '─'.repeat(40), '', 'b']],
  ['a link', '[here](http://x.org/a "t")', ['here (http://x.org/a)']],
  ['a link by reference', '[here]\n\n[HERE]: <http://x.org/a b>', ['here (http://x.org/a%20b)']],
  ['a link that says where it leads', '[x.org](https://x.org/)', ['x.org']],
  ['a link that says another place', '[x.org](http://y.org)', ['x.org (http://y.org)']],
  ['a link that runs code', '[x](javascript:alert%281%29)', ['x (javascript:alert%281%29)']],
  [
    'addresses',
    '<http://x.org>, http://y.org/z, www.z.org',
    ['http://x.org, http://y.org/z, www.z.org'],
  ],
  ['what is no address', 'x.org, a@b.org', ['x.org, a@b.org']],
  [
    'an address with letters like others',
    '<http://аpple.com>',
    ['http://аpple.com', '(http://xn--pple-43d.com)'],
  ],
  ['a mail address', '<a@b.org>', ['a@b.org']],
  ['an image', '![a *cat*](cat.png) ![](x.png)', ['[image: a cat] [image]']],
  ['an image that links', '[![cat](cat.png)](http://x.org)', ['[image: cat] (http://x.org)']],
  ['HTML in a line', 'a<b>b</b> &copy;<br>c<!-- d -->e<script>f</script>g', ['ab ©', 'ceg']],
  [
    'a block of HTML',
    '<div class="a">\n<p>one &amp; two</p>\n<p>three\n</div>',
    ['one & two', 'three'],
  ],
  ['HTML that keeps spaces', '<pre>\n  a\n\n    b\n</pre>', ['  a', '', '    b']],
  ['a comment with a sign', 'a<!-- b > c -->d', ['ad']],
  ['a style sheet', '<style>\np { color: red }\n</style>\n\ntext', ['text']],
  ['an image of HTML', '<img src="a" alt="a &lt;cat&gt;">', ['[image: a <cat>]']],
  ['an unclosed comment', 'a\n\n<!-- b\n\nc', ['a']],
  [
    'a footnote',
    'a[^n], b[^n] and c^[in line]\n\n[^n]: Note.\n\n    More.',
    ['a[1], b[1] and c[2]', '', '────────', '[1] Note.', '', '    More.', '[2] in line'],
  ],
  ['struck text', '~~a~~ ~b~', ['a ~b~']],
  ['entities', '&#27;[2J &#x202e;&zwj;&lt;&copy;', ['\ufffd[2J <©']],
])('%s', (_, markdown, lines) => {
  test('in lines', () => expect(shown(markdown)).toEqual(lines));
});

describe('tables', () => {
  const table = '| name | who |\n|:-----|----:|\n| Bette | suspect |\n| Oren | |';

  test('have a header underlined, and columns aligned', () => {
    expect(shown(table)).toEqual([
      'name  │     who',
      '──────┼────────',
      'Bette │ suspect',
      'Oren  │',
    ]);
  });

  test('tell the header by its weight as well', () => {
    expect(linesOf(table)[0]?.spans[0]).toEqual({
      text: 'name',
      style: { role: 'text', strong: true },
    });
  });

  test('are centred where they say so', () => {
    expect(shown('|a|\n|:-:|\n|long|')).toEqual([' a', '────', 'long']);
  });

  test('wrap their cells to fit, and then have rules between rows', () => {
    const wide = '| a | b |\n|---|---|\n| x | one two three four five six seven eight |\n| y | z |';
    expect(shown(wide, { width: 24, isAscii: true })).toEqual([
      'a | b',
      '--+---------------------',
      'x | one two three four',
      '  | five six seven eight',
      '--+---------------------',
      'y | z',
    ]);
  });

  test('become lists where columns would be too narrow; the header is text once', () => {
    const names = ['aa', 'bb', 'cc', 'dd', 'ee'];
    const row = (cell: (name: string) => string) => `| ${names.map(cell).join(' | ')} |`;
    const wide = [
      row((name) => name),
      row(() => '---'),
      row((name) => `${name} one two`),
      row((name) => `${name} three`),
    ].join('\n');
    const looks = { width: 24, isAscii: false };
    expect(shown(wide, looks).slice(0, 7)).toEqual([
      'aa: aa one two',
      'bb: bb one two',
      'cc: cc one two',
      'dd: dd one two',
      'ee: ee one two',
      '',
      'aa: aa three',
    ]);
    const text = linesOf(wide, looks).map(({ spans }) =>
      spans.map((span) => (span.style.decoration ? '' : span.text)).join(''),
    );
    expect(text[0]).toBe('aaaa one two');
    expect(text[6]).toBe('aa three');
  });
});

describe('roles', () => {
  const C = { index: 0, target: 'http://c' };

  test.each<[markdown: string, spans: Line['spans']]>([
    [
      '**a *b*** ~~c~~',
      [
        { text: 'a ', style: { role: 'text', strong: true } },
        { text: 'b', style: { role: 'text', strong: true, emphasis: true } },
        { text: ' ', style: { role: 'text' } },
        { text: 'c', style: { role: 'text', strike: true } },
      ],
    ],
    [
      '> a `b`',
      [
        { text: '│ ', style: { role: 'quote', decoration: true } },
        { text: 'a ', style: { role: 'quote' } },
        { text: '`', style: { role: 'code', decoration: true } },
        { text: 'b', style: { role: 'code' } },
        { text: '`', style: { role: 'code', decoration: true } },
      ],
    ],
    [
      '## a [b](http://c)',
      [
        { text: 'a ', style: { role: 'heading', rank: 2 } },
        { text: 'b', style: { role: 'link', rank: 2, link: C } },
        { text: ' (http://c)', style: { role: 'link', rank: 2, link: C, decoration: true } },
      ],
    ],
    [
      '- a',
      [
        { text: '• ', style: { role: 'marker', decoration: true } },
        { text: 'a', style: { role: 'text' } },
      ],
    ],
    [
      'www.a.org b.org c@d.org',
      [
        {
          text: 'www.a.org',
          style: { role: 'link', link: { index: 0, target: 'http://www.a.org' } },
        },
        { text: ' b.org c@d.org', style: { role: 'text' } },
      ],
    ],
  ])('of %j', (markdown, spans) => expect(linesOf(markdown)[0]?.spans).toEqual(spans));

  test('a heading names its rank and text on its first line', () => {
    const lines = linesOf(`## ${'word '.repeat(10)}[*end*](http://x.org)`);
    expect(lines.map(({ heading }) => heading)).toEqual([
      { rank: 2, text: `${'word '.repeat(10)}end` },
      undefined,
      undefined,
    ]);
  });
});

describe('narrow places', () => {
  test('deep quotes and lists keep ten columns and lose no text', () => {
    const lines = shown(`${'> '.repeat(30)}words that stay`, { width: 20, isAscii: false });
    expect(lines.map((line) => line.replaceAll('│ ', '')).join(' ')).toBe('words that stay');
    const numbered = shown(`${'100000000. '.repeat(4)}words`, { width: 20, isAscii: false });
    expect(numbered).toEqual(['100000000.', '100000000.', '100000000.', '100000000.', 'words']);
  });

  test('what is nested too deeply stays as text', () => {
    expect(shown(`${'> '.repeat(5000)}words`).join('')).toMatch(/> > .*words$/);
    expect(shown(`${'!['.repeat(40)}words${'](x)'.repeat(40)}`).join('')).toContain('words');
  });
});

test('ASCII glyphs where there is no UTF-8', () => {
  const markdown = '# A\n\n## B\n\n- c\n  - d\n\n> e\n\n---\n\n|f|g|\n|-|-|\n|h|i|\n';
  const lines = shown(markdown, { width: 20, isAscii: true });
  expect(lines).toEqual([
    'A',
    '=',
    '',
    'B',
    '-',
    '',
    '* c',
    '  - d',
    '',
    '| e',
    '',
    '-'.repeat(20),
    '',
    'f | g',
    '--+--',
    'h | i',
  ]);
});
