import { describe, expect, test } from 'vitest';
import { lookAlikeFindings } from '../../src/check/look-alikes.ts';
import { flatBody } from '../../src/check/passages.ts';
import { severityOf } from '../../src/check/rules.ts';
import { markdownOf } from '../../src/veil/plain-marks.ts';
import { authorRecapOf } from '../support/author.ts';
import { recap, seen, show, visible } from '../support/recaps.ts';

/**
 * Ways around the door that were found once, by kind. Each body is an article of a show of ten episodes; what
 * holds SECRET was plainly meant to be hidden, PUBLIC to be read, before anything is watched.
 */
type Row = readonly [what: string, body: string];

/** What is hidden, and reported by `recap check`. */
const hidden: Readonly<Record<string, readonly Row[]>> = {
  'bars that do not pair': [
    [
      'the first is not closed',
      'He is ||SECRET the one.\n\nPub.\n\nShe is ||SECRET|| too.\n\nEnd.',
    ],
    ['an empty cell of a table', '| who | x |\n| - | - |\n| a || b |\n\nShe is ||SECRET|| too.'],
    ['a bar is missing at the beginning', 'He is |SECRET|| and ||SECRET|| and ||SECRET||.'],
    ['a bar is missing at the end', 'He is ||SECRET| and ||SECRET|| and ||SECRET||.'],
    ['a space between the bars', 'He is ||SECRET| | and ||SECRET||, then ||SECRET||.'],
    ['in a list item', '- ||SECRET\n- ||SECRET||\n- x'],
    ['in a heading', '## ||SECRET\n\nHe is ||SECRET||.'],
    ['in a row without bars at its ends', 'a | b\n- | -\nx || y\nz | ||SECRET||'],
    ['beginnings and ends turned', 'One |SECRET|| and ||SECRET| more'],
  ],
  'attributes that belong to no spoiler': [
    ['alone below a heading', '## The end\n\n{after=S01E10}\n\nSECRET dies.\n\n## Next'],
    ['behind bold text', '**The end** {after=S01E10}\n\nSECRET dies.'],
    ['at a fence', '``` {after=S01E10}\nSECRET\n\nSECRET\n```\n\nEnd'],
    ['in a loose list item', '- SECRET {after=S01E10}\n\n  SECRET\n\nEnd'],
    ['right below a heading', '## The end\n{after=S01E10}\n\nSECRET\n\n## Next'],
    ['right above a heading', '{after=S01E10}\n## The end\n\nSECRET\n\n## Next'],
    ['above a heading, with a blank line', '{after=S01E10}\n\n## The end\n\nSECRET\n\n## Next'],
    ['below an underlined heading', 'The end\n=======\n{after=S01E10}\n\nSECRET'],
    ['in an HTML heading', '<h2>The end {after=S01E10}</h2>\n\nSECRET\n\n## Next'],
    ['in a loose quote', '> SECRET {after=S01E10}\n\n> SECRET'],
    ['behind a line that reads like a heading', 'The end {after=S01E10}\n\nSECRET'],
    ['alone at the start', '{after=S01E10}\n\nSECRET\n\nSECRET'],
    ['in a comment', '<!-- spoiler after=S01E10 -->\n\nSECRET'],
    ['in bold', '**The end {after=S01E10}**\n\nSECRET'],
    ['in a numbered item', '1. one\n2. SECRET {after=S01E10}\n\n   SECRET'],
    ['before a line of no-break spaces', 'SECRET {after=S01E10} it is.\n\u00a0\u00a0\nSECRET'],
    ['behind a line of no-break spaces', 'SECRET\n\u00a0\nSECRET. {after=S01E10}'],
  ],
  'an end that is the beginning of a tag': [
    ['in words', 'It is >!He did it!<em>SECRET</em> SECRET no more.\n\nPub'],
  ],
  'what can be nothing but a spoiler': [
    ['full-width bars', 'She trusts ｜｜SECRET｜｜.'],
    ['full-width arrows', 'She trusts ＞！SECRET！＜.'],
    ['a full-width block', '：：：spoiler\nSECRET\n\nSECRET\n：：：'],
    ['full-width words', 'She trusts ：spoiler［SECRET］｛after＝S01E10｝.'],
    ['full-width tags', 'She trusts ［spoiler］SECRET［/spoiler］.'],
    ['no colon', 'She trusts spoiler[SECRET].'],
    ['a space behind the colon', 'She trusts : spoiler[SECRET].'],
    ['a misspelt name', 'She trusts :spolier[SECRET].'],
    ['entities', 'She trusts &gt;!SECRET!&lt;.'],
    ['numeric entities', 'She trusts &#62;!SECRET!&#60;.'],
    ['Obsidian', '> [!spoiler]- Who\n> SECRET'],
    ['Obsidian, open', '> [!SPOILER]+\n> SECRET\n> SECRET'],
    ['MkDocs', '??? spoiler "x"\n    SECRET\n\n    SECRET'],
    ['MkDocs, open', '!!! spoiler "End"\n    SECRET'],
    [
      'TV Tropes',
      '* Evil: [[spoiler:the SECRET]] is nice.\n* More: [[spoiler: SECRET [[Link]] like her]].',
    ],
    ['a class', 'She trusts [SECRET]{.spoiler}.'],
    ['a label alone', 'She trusts [SECRET]{label="who"}.'],
    ['an episode and more', 'SECRET {S01E10+}.'],
    ['a gate in parentheses', '## Why (after=S01E05)\n\nSECRET'],
    ['a bare gate', '## Why after=S01E05\n\nSECRET'],
    ['a block with a bare gate', '::: spoiler after=S01E03\nSECRET\n:::'],
    ['a quote with a space too many', '> ! SECRET leaves.'],
    ['an element', 'She <spoiler>SECRET</spoiler> too'],
    ['a fence', '```spoiler\nSECRET\n\nSECRET\n```'],
    ['a shortcode', '{% spoiler %}\n\nSECRET\n\n{% endspoiler %}'],
    ['a line of a quote without its sign', '> SECRET\n>! SECRET'],
    ['one bracket more', ':spoiler[he ]SECRET]{after=S01E05} open'],
  ],
  'a title that hides': [
    ['behind a colon', 'She trusts [spoiler: SECRET] now.'],
    ['in capitals', 'Watch out [SPOILER: SECRET did it] and so on.\n\nRest.'],
    ['of a tag that is not closed', 'x [spoiler=SECRET] y'],
    ['of a block that is not closed', '::: spoiler SECRET\nx'],
    ['of details that are not closed', '<details><summary>SECRET</summary>x'],
    ['on one line', '::: spoiler SECRET :::'],
  ],
};

/** What is hidden without being a mistake. */
const fine: readonly Row[] = [
  ['an end in a line of Stack Exchange', '>! He did it!<br>SECRET\n\nEnd'],
  ['an address in a line of Stack Exchange', '>! Look!<https://x.example> SECRET\n\nEnd'],
  ['a tag in Reddit’s words', 'It is >!He did it!<br>SECRET!<, PUBLIC.'],
  ['a closing tag in Reddit’s words', 'It is >!<b>He did it!</b> SECRET!<, PUBLIC.'],
  ['a comment in Reddit’s words', 'It is >!He did it!<!-- x -->SECRET!<, PUBLIC.'],
  ['a block’s end in a comment', ':::spoiler{after=S01E10}\n<!--\n:::\n-->\nSECRET\n:::\nPUBLIC'],
  ['a tag’s end in a comment', '[spoiler]<!-- [/spoiler] -->SECRET[/spoiler] PUBLIC'],
  [
    'a block’s end in preformatted HTML',
    ':::spoiler{after=S01E10}\n<pre>\n:::\n</pre>\nSECRET\n:::\nPUBLIC',
  ],
  [
    'attributes of other programs beside a gate',
    '## A {#id .c after=S01E10}\nSECRET\n## B\nPUBLIC',
  ],
  ['words in words', 'a >!b >!SECRET!< SECRET!< PUBLIC'],
];

/** What is read as it stands. */
const text: readonly Row[] = [
  ['a closing tag', 'Thank <b>you</b>! PUBLIC.'],
  ['an address', 'Visit <https://recaps.example/>! PUBLIC.'],
  ['a tag in a list', '- one\n- two <i>Lost</i>!\n- PUBLIC'],
  ['an arrow', 'Go on ->! PUBLIC => and =>! PUBLIC'],
  ['a mail address', 'Write to <a@b.example>! PUBLIC'],
  ['a tag with quotes', 'See <a title="a>b">x</a>! PUBLIC and <img alt="x">! PUBLIC'],
  ['spoiler-free', 'A [spoiler-free] review.\n\nPUBLIC'],
  ['an alert', '[Spoiler alert!] PUBLIC'],
  ['a policy', 'Our [spoiler policy][p] PUBLIC\n\n[p]: https://a.example'],
  ['braces in a heading', '## In {label} we trust\n\nPUBLIC'],
  ['attributes in a heading', '## H {#id .class data-x="1"}\n\nPUBLIC'],
  ['a brace in a heading', '## H { b\n\nPUBLIC'],
  ['a callout', '> [!NOTE]\n> PUBLIC'],
  ['an image in a quote', '> ![alt](a.png)\n\nPUBLIC'],
  ['a heart', 'I love it!<3 PUBLIC'],
  ['a row', '| a | b |\n| - | - |\n| PUBLIC | c |'],
  ['an address with a gate', 'https://a.example/?after=S01E05 PUBLIC'],
];

const bodyOf = (body: string) => seen(recap(body), 0);

/** The errors that the checker finds in a body. */
function errors(body: string): string[] {
  const author = authorRecapOf(body);
  const found = [
    ...author.recap.problems.map(({ rule }) => rule),
    ...lookAlikeFindings(author.file, flatBody(author, show.order)).map(({ rule }) => rule),
  ];
  return found.filter((rule) => severityOf(rule) === 'error');
}

describe.each(Object.entries(hidden))('%s', (_, rows) => {
  test.each(rows)('%s', (_, body) => {
    expect(visible(bodyOf(body))).not.toMatch(/SECRET/);
    expect(errors(body)).not.toEqual([]);
  });
});

describe('hidden, and no mistake', () => {
  test.each(fine)('%s', (_, body) => {
    const view = visible(bodyOf(body));
    expect(view).not.toMatch(/SECRET/);
    expect(view.includes('PUBLIC')).toBe(body.includes('PUBLIC'));
    expect(errors(body)).toEqual([]);
  });
});

describe('text that looks like a spoiler and is none', () => {
  test.each(text)('%s', (_, body) => {
    expect(visible(bodyOf(body))).toBe(body);
    expect(errors(body)).toEqual([]);
  });
});

/** Shown, as it may be meant, and an error of `recap check`. */
const reported: readonly Row[] = [
  ['a heading that says so', '## Ending (spoilers)\n\nShe leaves.'],
  ['a sign between bracket and space', '> !She leaves.'],
  ['a line without its bracket', '! She leaves.'],
  ['other bars', 'She ‖leaves‖.'],
  ['broken bars', 'She ¦¦leaves¦¦.'],
  ['other colons', '∶∶∶spoiler\nShe leaves.\n∶∶∶'],
  ['[hide]', '[hide]She leaves.[/hide]'],
  ['old Reddit', '[She leaves](/spoiler)'],
  ['a class', '<span class="spoiler">She leaves.</span>'],
  ['the wrong way round', '!>She leaves.<!'],
];

test.each(reported)('reported: %s', (_, body) => {
  expect(errors(body)).toContain('spoiler/look-alike');
});

/** What is gated, in a body: two texts of it that give the same view. */
const pairs: readonly [what: string, body: (gated: string) => string, gated: string][] = [
  ['deep nesting', block, `${'[spoiler]'.repeat(32)}x${'[/spoiler]'.repeat(32)}`],
  ['deeper nesting', block, `${':::spoiler\n'.repeat(60)}x\n${':::\n'.repeat(60)}`],
  ['Reddit’s end', block, 'She fell: wow!< yes.'],
  ['a tag’s end', block, 'x [/spoiler] y'],
  ['an element’s end', block, 'x </details> y'],
  ['a block’s end', section, 'x\n:::\ny'],
  ['an address on the last line', section, '<https://x.example>'],
  ['a tag on the last line', section, '<br>'],
  ['closed HTML on the last line', section, '<div>\nx\n</div>'],
  ['a closing tag on the last line', section, '</div>'],
  ['an image on the last line', section, '<img src="x.png">'],
  ['attributes on the last line', section, 'x {after=S01E03} y'],
  ['attributes alone', section, '{after=S01E03}'],
  ['attributes at bold text', block, '**x** {after=S01E03}'],
  ['a bracket more', words, 'x \\] y'],
  ['one backtick', words, 'x ` y'],
  [
    'a blank line',
    (gated) => `x {after=bad} :spoiler[${gated}]{after=S01E10} y\nz\n\nEnd`,
    'a\n\nb',
  ],
  [
    'a blank line in bars',
    (gated) => `x ||a :spoiler[${gated}]{after=S01E10} b|| y\n\nEnd`,
    'a\n\nb',
  ],
  ['bars', (gated) => `x ||y|| :spoiler[${gated}]{after=S01E10} z\n\nEnd`, 'a ||b|| c'],
  ['a single bar', (gated) => `:spoiler[${gated}]{after=S01E10} x || y ||\n\nEnd`, 'a | b'],
  ['Reddit’s end behind a beginning', (gated) => `a >! b\n\n${block(gated)}`, 'wow!< yes'],
  [
    'an underline',
    (gated) => `x {after=bad} :spoiler[${gated}]{after=S01E10} y\n\nEnd`,
    'a\n===\nb',
  ],
];

function block(gated: string): string {
  return `Pub.\n\n:::spoiler{after=S01E10}\n${gated}\n:::\n\nTail.`;
}
function section(gated: string): string {
  return `Pub.\n\n## H {after=S01E10}\n${gated}\n## After\n\nTail.`;
}
function words(gated: string): string {
  return `Pub :spoiler[${gated}]{after=S01E10} behind ||x|| it.\n\nTail.`;
}

describe('what is gated shapes nothing', () => {
  test.each(pairs)('%s', (_, body, gated) => {
    expect(bodyOf(body(gated))).toEqual(bodyOf(body('x')));
    expect(visible(bodyOf(body('x')))).toMatch(/Tail|End/);
  });
});

describe('neighbors that are one curtain do not tell how many they are', () => {
  const one = ':::spoiler{after=S01E02 label="L"}\nA\n:::';
  const heading = (text: string) => `## ${text} {after=S01E02 label="L"}\n\nx`;
  test.each([
    ['blocks', `Open.\n\n${one}\n\nEnd.`, `Open.\n\n${one}\n\n${one}\n\n${one}\n\nEnd.`],
    [
      'sections',
      `Open.\n\n${heading('A')}`,
      `Open.\n\n${heading('A')}\n\n${heading('B')}\n\n${heading('C')}`,
    ],
    [
      'words',
      'a :spoiler[a]{after=S01E02}, b',
      'a :spoiler[a]{after=S01E02} :spoiler[b]{after=S01E02}, b',
    ],
    ['lines', 'a ||a||\nb', 'a ||a||\n||b||\nb'],
    ['quotes', '> ||a||\n> b', '> ||a||\n> ||c||\n> b'],
    ['blocks without a blank line', `${one}\n\nEnd`, `${one}\n${one}\n\nEnd`],
  ])('%s', (_, single, several) => {
    const [a, b] = [bodyOf(single), bodyOf(several)];
    expect(markdownOf(b)).toBe(markdownOf(a));
    expect(b.curtains).toHaveLength(1);
  });
});

describe('JSON holds what a page shows, and nothing else', () => {
  test.each([
    ['a comment', 'a <!-- Delia --> b', 'a  b'],
    ['a comment over lines', 'a\n\n<!-- Delia\n\nDelia -->\n\nb', 'a\n\n\n\nb'],
    ['a comment that is not closed', 'a\n\n<!-- Delia\n\nDelia', 'a\n\n'],
    ['the title of a link', '[a](b "Delia") c', '[a](b) c'],
    ['the title of a link in brackets', "[a](<b c> 'Delia') c", '[a](<b c>) c'],
    ['the title of an image with a text', '![a](b "Delia") c', '![a](b) c'],
    ['the title of an image without one', '![](b "shown") c', '![](b "shown") c'],
    ['a definition that nothing refers to', 'a\n\n[d]: https://a.example/delia "Delia"', 'a\n\n'],
    [
      'the title of one that is used',
      '[a][d]\n\n[d]: https://a.example "Delia"',
      '[a][d]\n\n[d]: https://a.example',
    ],
    ['attributes of a tag', '<span title="Delia">a</span>', '<span>a</span>'],
    [
      'code',
      '`<!-- a -->` and\n\n```\n<!-- a -->\n```',
      '`<!-- a -->` and\n\n```\n<!-- a -->\n```',
    ],
    [
      'a definition that only a spoiler refers to',
      'a ||[b][d]||\n\n[d]: https://a.example/delia',
      'a [Spoiler: hidden until S01E10]\n\n',
    ],
  ])('%s', (_, body, expected) => {
    expect(markdownOf(bodyOf(body))).toBe(expected);
  });
});

describe('a reader is told that more is hidden where it is', () => {
  const broken = ':::spoiler{after=finale}\nb\n:::';
  test('and not of what a peek shows', () => {
    expect(seen(recap(broken), 10).isFaulty).toBe(true);
    expect(seen(recap(broken), 10, ['0']).isFaulty).toBe(false);
  });

  test.each(Object.values(hidden).flat())('nor where the checker finds nothing: %s', (_, body) => {
    if (bodyOf(body).isFaulty) expect(errors(body)).not.toEqual([]);
  });
});

describe('what hid too much', () => {
  test('an unknown block opens like a spoiler without a gate, and ends where it ends', () => {
    const body = 'a\n\n::: note\nb\n:::\n\nc';
    expect(visible(seen(recap(body), 9))).toBe('a\n\n⟦Spoiler S01E10⟧\n\nc');
    expect(visible(seen(recap(body), 10))).toBe('a\n\n⟨\n note\nb\n⟩\n\nc');
  });

  test('a peek opens what is nested in it and waits for the same episode', () => {
    const body = 'Zelda came. :spoiler[b]{after=S01E06} Zelda vanished. :spoiler[c]{after=S01E07}';
    const episode = recap(body, { episode: 'S01E06' });
    expect(visible(seen(episode, 5))).toBe('⟦The recap S01E06⟧');
    expect(visible(seen(episode, 5, ['0']))).toBe(
      'Zelda came. ⟨b⟩ Zelda vanished. ⟦Spoiler S01E07⟧',
    );
  });
});
