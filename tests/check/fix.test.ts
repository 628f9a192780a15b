import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixText } from '../../src/author/fix/fix-text.ts';
import { gatedPieces } from '../../src/gated/recap.ts';
import { isText, type Piece } from '../../src/gated/spoiler.ts';
import type { Gate } from '../../src/model/episode.ts';
import { gateWithin } from '../../src/model/gate.ts';
import { RECAP_FIELDS } from '../../src/model/recap-fields.ts';
import { SHOW_FIELDS } from '../../src/model/show-fields.ts';
import { sanitize } from '../../src/text/sanitize.ts';
import { pairs } from '../support/pairs.ts';
import { recap, show } from '../support/recaps.ts';

const article = (frontMatter: string, body = 'Ada.') => `---\n${frontMatter}\n---\n${body}\n`;
const fixRecap = (text: string) => fixText(text, RECAP_FIELDS);

describe('front matter is fixed where there is one way only to write it', () => {
  test.each<[written: string, fixed: string]>([
    ['title: Who?: the sequel', 'title: "Who?: the sequel"'],
    ['title: @home', 'title: "@home"'],
    ['title: *starred*', 'title: "*starred*"'],
    ['title: &x y', 'title: "&x y"'],
    ['title: [A] B', 'title: "[A] B"'],
    ['title: "He said "hi" to her"', 'title: "He said \\"hi\\" to her"'],
    ['title: "A" and B', 'title: "\\"A\\" and B"'],
    ["title: 'He's here'", 'title: "He\'s here"'],
    ['title: "x', 'title: "x"'],
    ['title:x', 'title: x'],
    ['Title: x', 'title: x'],
    ['TITLE: A: B', 'title: "A: B"'],
    ['title: x\nAfter: S01E01', 'title: x\nafter: S01E01'],
    ['title: 1984', 'title: "1984"'],
    ['title: no', 'title: "no"'],
    ['episode: 1.04', 'episode: S01E04'],
    ['episode: "1.04"', 'episode: "S01E04"'],
    ['episode: 1.10', 'episode: S01E10'],
    ['episode: Season 1 Episode 2', 'episode: S01E02'],
    ['episode: S01-E02', 'episode: S01E02'],
    ['episode: Ｓ０１Ｅ０２', 'episode: S01E02'],
    ['title: x\nafter: S01E01-E03', 'title: x\nafter: S01E03'],
    ['title: x\nafter: S01E03, S01E01', 'title: x\nafter: S01E03'],
    ['Title: A: B # one\nAfter: 1.04', 'Title: A: B # one\nAfter: 1.04'],
  ])('%j', (written, fixed) => {
    expect(fixRecap(article(written))).toBe(article(fixed));
  });

  test.each([
    'title: x',
    'title: x # 1',
    'title: #x',
    'title: “A: B”',
    'title: x\ntitle: y',
    'title: x\nafter: 4',
    'title: x\nafter: E04',
    'title: x\nafter: finale',
    'title: x\nuntil: S01E01',
    'title: x\nTitle: z',
    'episode: S01E01-E02',
    'title: x\ntags: one, two',
    'title: x\npublished: 14/12/2020',
    'title: x\n\tafter: S01E01',
    'title: x\nplain words',
    'title: x\ntags: [#one]',
    '# title: A: B\ntitle: x',
  ])('and left alone where there are two: %j', (written) => {
    expect(fixRecap(article(written))).toBe(article(written));
  });

  test('in the lists of `show.md`, too', () => {
    const written =
      'title: A\nepisodes:\n  - { Code: 1.01, title: B }\n  - Code: 1x2\n    title: C: D\nSecrets:\n  - { phrase: x, after: S01E01-E02 }';
    const fixed =
      'title: A\nepisodes:\n  - { code: S01E01, title: B }\n  - code: 1x2\n    title: "C: D"\nsecrets:\n  - { phrase: x, after: S01E02 }';
    expect(fixText(article(written), SHOW_FIELDS)).toBe(article(fixed));
  });
});

describe('attributes are fixed where there is one way only to write them', () => {
  test.each<[written: string, fixed: string]>([
    ['{After=S01E05}', '{after=S01E05}'],
    ['{after=1.05}', '{after=S01E05}'],
    ['{after: S01E05}', '{after=S01E05}'],
    ['{after=S01E05, Label="x"}', '{after=S01E05 label="x"}'],
    ['{after=S01E05-E06}', '{after=S01E06}'],
    ['{after=Season 1 Episode 5}', '{after=S01E05}'],
    ['{after=„S01E05“ label=»The motive«}', '{after=S01E05 label="The motive"}'],
    ['{label=The motive after=S01E05}', '{label="The motive" after=S01E05}'],
    ['{after="S01E05}', '{after=S01E05}'],
    ["{after=S01E05'}", '{after=S01E05}'],
    ['{after=Never label=x y}', '{after=never label="x y"}'],
  ])('%s', (written, fixed) => {
    for (const body of [
      (attributes: string) => `Ada :spoiler[b]${attributes} c`,
      (attributes: string) => `Ada ||b||${attributes} c\n\nd ||e||${attributes}`,
      (attributes: string) => `:::spoiler${attributes}\nb\n:::\n\nc`,
      (attributes: string) => `## Ada ${attributes}\n\nb`,
    ]) {
      expect(fixRecap(article('title: A', body(written)))).toBe(article('title: A', body(fixed)));
    }
  });

  test('a brace that is missing at the end of a line', () => {
    expect(fixRecap(article('title: A', '## Ada {after=S01E05\n\nb'))).toBe(
      article('title: A', '## Ada {after=S01E05}\n\nb'),
    );
  });

  test.each([
    '{after=finale}',
    '{after=E05}',
    '{after=5}',
    '{after=}',
    '{until=S01E05}',
    '{after=S01E05 after=S01E06}',
    '{label="x after=S01E05}',
    '{after=S01E05 label="a "b" c"}',
    '{after=S01E05 c',
    '{after=S01E05 | S01E06}',
  ])('and left alone where there are two: %s', (written) => {
    const text = article('title: A', `Ada :spoiler[b]${written} c`);
    expect(fixRecap(text)).toBe(text);
  });
});

describe('a missing end is added where its place is certain', () => {
  test.each<[written: string, fixed: string]>([
    ['Ada.\n\n:::spoiler{after=S01E05}\nb\nc', 'Ada.\n\n:::spoiler{after=S01E05}\nb\nc\n:::'],
    ['::::spoiler\nb', '::::spoiler\nb\n::::'],
    ['Ada :spoiler[b', 'Ada :spoiler[b]'],
    ['Ada :spoiler[b {after=S01E05}', 'Ada :spoiler[b] {after=S01E05}'],
    ['Ada :spoiler[b{after=S01E05}', 'Ada :spoiler[b]{after=S01E05}'],
    ['Ada [spoiler]b', 'Ada [spoiler]b[/spoiler]'],
    ['<details>\nb', '<details>\nb\n</details>'],
  ])('%j', (written, fixed) => {
    expect(fixRecap(article('title: A', written))).toBe(article('title: A', fixed));
  });

  test.each([
    ':::spoiler\nb\n\nc',
    ':::spoiler\nb\n## C',
    'Ada :spoiler[b\nc',
    'Ada :spoiler[b and c {after=S01E05} more',
    'Ada ||b\n\nc',
    'Ada >!b',
    '::::spoiler\nb\n:::',
    'b\n:::',
  ])('and nowhere else: %j', (body) => {
    const text = article('title: A', body);
    expect(fixRecap(text)).toBe(text);
  });
});

test('a file with several faults is fixed as a whole', () => {
  const written =
    '\uFEFF---\r\nTitle: A: B\nAfter: 1.02\n---\nAda :spoiler[b]{After=1.05}\u200b c\r\n\r\n:::spoiler{after: S01E06}\nd\n';
  expect(fixRecap(written)).toBe(
    '---\ntitle: "A: B"\nafter: S01E02\n---\nAda :spoiler[b]{after=S01E05} c\n\n:::spoiler{after=S01E06}\nd\n:::\n',
  );
});

test('Windows line ends stay where the whole file has them', () => {
  const windows = (text: string) => text.replace(/\n/g, '\r\n');
  const written = article('title: A: B', 'Ada :spoiler[b]{after=1.05}\n\nc');
  expect(fixRecap(windows(written))).toBe(
    windows(article('title: "A: B"', 'Ada :spoiler[b]{after=S01E05}\n\nc')),
  );
  expect(fixRecap('---\r\ntitle: A\n---\rAda.\n')).toBe('---\ntitle: A\n---\nAda.\n');
});

test('`people.md` needs no front matter, and front matter without an end is left alone', () => {
  expect(fixRecap('## Ada {After=S01E01}\n\nb\n')).toBe('## Ada {after=S01E01}\n\nb\n');
  expect(fixRecap('---\nTitle: A\n\n## B {After=S01E01}\n')).toBe(
    '---\nTitle: A\n\n## B {After=S01E01}\n',
  );
});

/** The gate of every word `w1`, `w2` … of a body: `undefined` where it is public, `null` where it never opens. */
function gatesOfWords(body: string): Map<string, Gate | undefined> {
  const gates = new Map<string, Gate | undefined>();
  const walk = (pieces: readonly Piece[], around: Gate | undefined): void => {
    for (const piece of pieces) {
      // text that is hidden only because it follows attributes that cannot be read
      const isRest = !isText(piece) && piece.form === 'words' && body[piece.offset] === '{';
      if (isRest && isText(piece.pieces[0] ?? piece)) walk(piece.pieces, around);
      else if (isText(piece))
        for (const [word] of piece.text.matchAll(/\bw\d+\b/g)) gates.set(word, around);
      else {
        const isKnown = piece.after == null || show.order.knows(piece.after);
        walk(
          piece.pieces,
          piece.isBroken || !isKnown ? null : gateWithin(show.order, piece.after, around),
        );
      }
    }
  };
  walk(gatedPieces(recap(body)), undefined);
  return gates;
}

/** Slips in markers and attributes, made at random places of hostile recaps. */
const SLIPS: readonly (readonly [RegExp, string])[] = [
  [/after=/, 'After='],
  [/after=S(\d\d)E(\d\d)/, 'after=$1.$2'],
  [/after=(S\d\dE\d\d)/, 'after: $1'],
  [/after=(S\d\dE\d\d)/, 'after="$1'],
  [/after=(S\d\dE)(\d\d)/, 'after=$1$2-E10'],
  [/label="/, 'label=“'],
  [/\}/, ''],
  [/\n:::(?=\n|$)/, ''],
  [/\](?=\{|\n|$)/, ''],
  [/<\/details>/, ''],
  [/\[\/spoiler\]/, ''],
];

const slipped = fc
  .tuple(pairs, fc.array(fc.tuple(fc.constantFrom(...SLIPS), fc.nat(5)), { maxLength: 4 }))
  .map(([{ bodies }, slips]) => {
    let count = 0;
    // each line ends in a word of its own, so that it can be followed through a fix
    const body = bodies[0].replace(/[a-z]{2,}(?=[.\s])/g, (word) => `${word} w${count++}`);
    return slips.reduce((text, [[pattern, replacement], nth]) => {
      const at = [...text.matchAll(new RegExp(pattern, 'g'))][nth]?.index;
      return at === undefined
        ? text
        : text.slice(0, at) + text.slice(at).replace(pattern, replacement);
    }, body);
  });

test('a fix shows nothing early: what was hidden stays behind a gate, no earlier than the one it had', () => {
  let fixes = 0;
  fc.assert(
    fc.property(slipped, (body) => {
      const text = article('title: A', body);
      const fixed = fixRecap(text);
      if (fixed !== text) fixes++;
      const [before, after] = [text, fixed].map((whole) => gatesOfWords(sanitize(whole.slice(17))));
      for (const [word, gate] of after ?? []) {
        const was = before?.get(word);
        if (was === undefined && before?.has(word)) continue;
        expect(gate, `${word} is public`).not.toBeUndefined();
        if (was && gate) expect(show.order.compare(gate, was)).toBeGreaterThanOrEqual(0);
      }
      expect(fixRecap(fixed)).toBe(fixed);
    }),
    { numRuns: 400 },
  );
  expect(fixes).toBeGreaterThan(50);
});
