import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cut } from '../../src/gated/cut.ts';
import { MAX_NESTING } from '../../src/gated/frame-stack.ts';
import { isText, type Piece } from '../../src/gated/spoiler.ts';
import { processorSeconds } from '../support/processor-time.ts';

/** Pieces as a person would write them: `⟦gate label: text⟧`, `!` for broken. */
function drawn(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if (isText(piece)) return piece.text;
      const { after = '', label, isBroken } = piece;
      const name = [isBroken ? '!' : after, label].filter(Boolean).join(' ');
      return `⟦${name}: ${drawn(piece.pieces)}⟧`;
    })
    .join('');
}

const understood: [what: string, body: string, cut: string][] = [
  ['words', 'a :spoiler[b]{after=S01E02} c', 'a ⟦S01E02: b⟧ c'],
  ['words without a gate', 'a :spoiler[b] c', 'a ⟦: b⟧ c'],
  ['brackets in words', ':spoiler[a [b](c) \\] d]{after=1x2}', '⟦S01E02: a [b](c) \\] d⟧'],
  ['quotes of all kinds', ':spoiler[b]{label=\'x\' after="s1e2"}', '⟦S01E02 x: b⟧'],
  ['a brace in a label', ':spoiler[b]{label="x } y"}', '⟦x } y: b⟧'],
  ['a block', ':::spoiler{after=S01E09 label="L"}\nb\n:::\nc', '⟦S01E09 L: \nb\n⟧\nc'],
  ['a block with spaces', '::: spoiler {after=S01E09}\nb\n::: \nc', '⟦S01E09: \nb\n⟧\nc'],
  ['blocks nest', ':::spoiler\na\n:::spoiler\nb\n:::\nc\n:::\nd', '⟦: \na\n⟦: \nb\n⟧\nc\n⟧\nd'],
  ['more colons outside', '::::spoiler\n:::\na\n::::\nb', '⟦: \n:::\na\n⟧\nb'],
  ['a block in a list', '- :::spoiler\n  b\n  :::\n- c', '- ⟦: \n  b\n⟧\n- c'],
  ['a block behind text', 'a :::spoiler\nb\n:::\nc', 'a ⟦: \nb\n⟧\nc'],
  ['a block in public code', '```\n:::spoiler\nb\n:::\n```\nc', '```\n⟦: \nb\n⟧\n```\nc'],
  ['a block in a comment', '<!-- :::spoiler\nb\n:::\n-->', '<!-- ⟦: \nb\n⟧\n-->'],
  [
    'a fence in a block',
    ':::spoiler\n```\n:::\n# x\n```\nb\n:::\nc',
    '⟦: \n```\n:::\n# x\n```\nb\n⟧\nc',
  ],
  [
    'a marker in a fence in a block',
    ':::spoiler\n```\na || b\n```\nc\n:::\nd',
    '⟦: \n```\na ⟦:  b\n```⟧\nc\n⟧\nd',
  ],
  [
    'a section',
    '## A {after=S01E02}\nb\n### C\nd\n## E\nf',
    '⟦S01E02: ## A \nb\n### C\nd\n⟧## E\nf',
  ],
  ['to a higher heading', '## A {after=S01E02}\nb\n# E', '⟦S01E02: ## A \nb\n⟧# E'],
  [
    'sections in a row',
    '# A {after=1x1}\na\n# B {after=1x2}\nb',
    '⟦S01E01: # A \na\n⟧⟦S01E02: # B \nb⟧',
  ],
  [
    'sections nest',
    '# A {after=1x1}\n## B {after=1x2}\nb\n# C',
    '⟦S01E01: # A \n⟦S01E02: ## B \nb\n⟧⟧# C',
  ],
  [
    'a section in a block',
    ':::spoiler\n# A {after=1x1}\nb\n:::\nc',
    '⟦: \n⟦S01E01: # A \nb\n⟧⟧\nc',
  ],
  ['a closed heading', '## A {after=1x2} ##\nb', '⟦S01E02: ## A  ##\nb⟧'],
  ['an underlined heading', 'A {after=S01E03}\n===\nb\n# C', '⟦S01E03: A \n===\nb\n⟧# C'],
  ['a heading without a space', '##A {after=1x2}\nb', '⟦S01E02: ##A \nb⟧'],
  [
    'a heading in a comment ends nothing',
    '# A {after=1x2}\n<!--\n# B\n-->\nc',
    '⟦S01E02: # A \n<!--\n# B\n-->\nc⟧',
  ],
  [
    'a heading in HTML ends nothing',
    '# A {after=1x2}\n<div>\n# B\n</div>\n\nc',
    '⟦S01E02: # A \n<div>\n# B\n</div>\n\nc⟧',
  ],
  ['an underline ends nothing', '# A {after=1x2}\nB\n---\nc', '⟦S01E02: # A \nB\n---\nc⟧'],
  ['spoilers in a gated heading', '## A ||b|| {after=1x2}\nc', '⟦S01E02: ## A ⟦: b⟧ \nc⟧'],
  ['other braces at a heading', '## A {#id}\nb', '## A {#id}\nb'],
  ['Discord', 'a ||b|| c', 'a ⟦: b⟧ c'],
  ['Discord over lines', 'a ||b\nc|| d', 'a ⟦: b\nc⟧ d'],
  ['Discord with a gate', 'a ||b||{after=1x2} c', 'a ⟦S01E02: b⟧ c'],
  ['Reddit', 'a >!b!< c', 'a ⟦: b⟧ c'],
  ['Reddit at a line’s start', '>!b!< c', '⟦: b⟧ c'],
  ['Stack Exchange', '>! a\n>! b\n\nc', '⟦: >  a\n>  b⟧\n\nc'],
  ['Lemmy', '::: spoiler The end\nb\n:::\nc', '⟦The end: \nb\n⟧\nc'],
  ['a tag', 'a [spoiler]b[/spoiler] c', 'a ⟦: b⟧ c'],
  ['a tag with a title', '[SPOILER=The end]b[/Spoiler]', '⟦The end: b⟧'],
  [
    'a link is no tag',
    '[spoiler policy](https://a.example)',
    '[spoiler policy](https://a.example)',
  ],
  ['details', '<details><summary>S</summary>b</details>c', '⟦S: <summary>S</summary>b⟧c'],
  ['details within details', '<details>a<details>b</details>c</details>d', '⟦: a⟦: b⟧c⟧d'],
  [
    'text by backslash',
    '\\||a\\|| \\:::spoiler \\>!b \\:spoiler[c]{after=1x1}',
    '\\||a\\|| \\:::spoiler \\>!b \\:spoiler[c]{after=1x1}',
  ],
  ['a backslash before a backslash', '\\\\||a||', '\\\\⟦: a⟧'],
  ['times and emoji are text', 'at 10:30 :smile: a::b', 'at 10:30 :smile: a::b'],
];

/** Hidden as a whole or to the block's or file's end: body, what the cutter makes of it, rules reported. */
const malformed: [what: string, body: string, cut: string, rules: string[]][] = [
  ['an unclosed block', 'a\n:::spoiler{after=1x1}\nb\n\nc', 'a\n⟦S01E01: \nb\n\nc⟧', ['unclosed']],
  [
    'an unclosed fence in a block',
    ':::spoiler\n```\n:::\nb',
    '⟦: \n```\n:::\nb⟧',
    ['unclosed-fence', 'unclosed'],
  ],
  [
    'an unknown block',
    ':::spoilr{after=1x1}\nb\n:::\nc',
    '⟦S01E01: spoilr{after=1x1}\nb\n⟧\nc',
    ['unknown-block'],
  ],
  ['a broken gate', ':::spoiler{after=finale}\nb\n:::\nc', '⟦!: \nb\n⟧\nc', ['attributes']],
  [
    'a broken brace',
    ':::spoiler{after=S01E05\nb\n:::\nc',
    '⟦!S01E05: \nb\n⟧\nc'.replace('!S01E05', '!'),
    ['attributes'],
  ],
  ['an unknown attribute', ':::spoiler{until=S01E05}\nb\n:::\nc', '⟦!: \nb\n⟧\nc', ['attributes']],
  [
    'a gate twice',
    ':spoiler[b]{after=1x1 after=1x2} c',
    '⟦!: b⟧⟦!: {after=1x1 after=1x2} c⟧',
    ['attributes'],
  ],
  ['a Cyrillic gate', ':::spoiler{after=S01\u041505}\nb\n:::', '⟦!: \nb\n⟧', ['attributes']],
  [
    'a broken heading',
    '## A {after=S01E05\nb\n## C',
    '⟦!: ## A {after=S01E05\nb\n⟧## C',
    ['attributes'],
  ],
  [
    'text behind a heading’s attributes',
    '## A {after=1x1} b\nc',
    '⟦!: ## A {after=1x1} b\nc⟧',
    ['attributes'],
  ],
  [
    'stray attributes',
    'a\n\nb ||c|| {after=1x1}\nd\n\ne',
    'a\n\n⟦!: b ⟦: c⟧ {after=1x1}\nd⟧\n\ne',
    ['stray-attributes'],
  ],
  ['a misspelt word', 'a :spoilr[b]{after=1x1} c\n\nd', 'a ⟦S01E01: b⟧ c\n\nd', ['look-alike']],
  ['an episode in braces', '## A {S01E05}\nb\n## C', '⟦!: ## A {S01E05}\nb\n⟧## C', ['attributes']],
  [
    'an episode in braces behind words',
    'a [b]{1x5} c\n\nd',
    '⟦!: a [b]{1x5} c⟧\n\nd',
    ['stray-attributes'],
  ],
  ['words without brackets', 'a :spoiler b\nc\n\nd', 'a ⟦!: :spoiler b\nc⟧\n\nd', ['words']],
  [
    'a broken gate of words',
    'a :spoiler[b]{after=x} c\n\nd',
    'a ⟦!: b⟧⟦!: {after=x} c⟧\n\nd',
    ['attributes'],
  ],
  ['unclosed words', 'a :spoiler[b\n\nc', 'a ⟦: b\n\nc⟧', ['unclosed']],
  ['unclosed bars', 'a || b\n\nc', 'a ⟦:  b\n\nc⟧', ['unclosed']],
  ['an unclosed arrow', 'a >! b\nc\n\nd', 'a ⟦!: >! b\nc⟧\n\nd', ['unclosed']],
  ['an unclosed tag', 'a [spoiler b\nc', 'a ⟦!:  b\nc⟧', ['unclosed', 'unclosed']],
  ['a stray line of colons', 'a\n:::\nb', '⟦!: a\n:::\nb⟧', ['stray-end']],
  ['a stray tag', 'a [/spoiler] b', '⟦!: a [/spoiler] b⟧', ['stray-end']],
  [
    'a stray end in a section',
    'a\n# B {after=1x1}\n:::\nc\n# D',
    'a\n⟦S01E01: ⟦!: # B \n:::\nc\n⟧⟧# D',
    ['stray-end'],
  ],
  [
    'an entity for a colon',
    '&#58;::spoiler\nb\n:::',
    '⟦!: &#58;⟦!: ::spoiler\nb⟧\n:::⟧',
    ['words', 'stray-end'],
  ],
  ['the wrong end', '||a\n:::\nb|| c', '⟦: a\n:::\nb|| c⟧', ['unclosed']],
  ['bars over paragraphs', 'a ||b\n\nc|| d', 'a ⟦: b\n\nc|| d⟧', ['unclosed']],
];

describe('what is understood', () => {
  test.each(understood)('%s', (_, body, expected) => {
    const { pieces, problems } = cut(body);
    expect(drawn(pieces)).toBe(expected);
    expect(problems).toEqual([]);
  });
});

describe('what is not understood hides more, never less', () => {
  test.each(malformed)('%s', (_, body, expected, rules) => {
    const { pieces, problems } = cut(body);
    expect(drawn(pieces)).toBe(expected);
    expect(problems.map(({ rule }) => rule)).toEqual(rules.map((rule) => `spoiler/${rule}`));
  });

  test('what nests too deeply stays hidden, and nothing behind it', () => {
    const { pieces, problems } = cut(
      `${':::spoiler\n'.repeat(MAX_NESTING + 5)}a\n${':::\n'.repeat(MAX_NESTING + 5)}b`,
    );
    expect(pieces).toHaveLength(2);
    expect(pieces[1]).toMatchObject({ text: expect.stringContaining('b') });
    expect(problems[0]?.rule).toBe('spoiler/nesting');
  });
});

describe('laws', () => {
  const markers = [
    '||',
    '>!',
    '!<',
    ':::spoiler',
    ':::',
    ':spoiler[',
    ']',
    '{after=S01E02}',
    '{after=x}',
    '```',
    '# ',
    '[spoiler]',
    '[/spoiler]',
    '<details>',
    '</details>',
    '<!--',
    '-->',
    '\\',
    '\n',
    '\n\n',
    ' ',
    '7',
    '> ',
    '- ',
  ];
  const bodies = fc
    .array(fc.constantFrom(...markers), { maxLength: 25 })
    .map((parts) => parts.join(''));
  /** What is kept: texts and, where a title has become one, labels. */
  const sourceOf = (pieces: readonly Piece[]): string =>
    pieces
      .map((piece) => (isText(piece) ? piece.text : `${piece.label}${sourceOf(piece.pieces)}`))
      .join('');

  test('no digit is lost or doubled, whatever is public or not', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const digits = (text: string) => text.replace(/[^7]/g, '');
        expect(digits(sourceOf(cut(body).pieces))).toBe(digits(body));
      }),
      { numRuns: 5000 },
    );
  });

  test('what a backslash has made text in public stays public', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          '||',
          '>!',
          ':::spoiler',
          ':spoiler[b]{after=1x1}',
          '[spoiler]',
          '<details>',
        ),
        (marker) => {
          expect(cut(`a \\${marker} c`).pieces).toHaveLength(1);
        },
      ),
    );
  });

  const hostile = [
    '||',
    '>! a\n\n',
    '>!a ',
    '{after=x}\n\n',
    ':spoiler[',
    '[',
    '<!--\n',
    '# a {after=1x1}\n',
    '```\n',
    ':::spoiler\n:::\n',
    '- ',
  ];
  // a quadratic pass over one of these takes minutes
  test.each(hostile)('%j over and over ends', (marker) => {
    const body = `:::spoiler\n${marker.repeat(300_000 / marker.length)}`;
    expect(processorSeconds(() => cut(body))).toBeLessThan(60);
  });
});
