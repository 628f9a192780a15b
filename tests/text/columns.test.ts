import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import type { Style } from '../../src/render/line.ts';
import { fold, wrap } from '../../src/render/wrap.ts';
import { columns, cuts, graphemes, truncate } from '../../src/text/columns.ts';
import { isNarrow } from '../../src/text/narrow.ts';

const style: Style = { role: 'text' };
const shown = (text: string, width: number) =>
  wrap([{ text, style }], width).map(({ spans }) => spans.map((span) => span.text).join(''));

const scripts = fc.constantFrom(
  'a',
  ' ',
  'é',
  'e\u0301',
  '漢',
  'か\u3099',
  'ｶﾞ',
  '한',
  '\u1112\u1161',
  '👩‍👩‍👧',
  '🇩🇪',
  '1️⃣',
  'ก็',
  'नि',
  'กำ',
  'ກຳ',
  '\u0600',
  '—',
  '。',
  '「',
);
const texts = fc.array(scripts, { maxLength: 60 }).map((parts) => parts.join(''));

/** `wcwidth` of the C library for all of Unicode, or `undefined` where there is no Python to ask it. */
function wcwidths(): number[] | undefined {
  const { status, stdout } = spawnSync(
    'python3',
    [
      '-c',
      `
import ctypes, locale
locale.setlocale(locale.LC_ALL, 'C.UTF-8')
libc = ctypes.CDLL(None)
libc.wcwidth.argtypes = [ctypes.c_uint32]
print(*(libc.wcwidth(code) for code in range(0x110000)))`,
    ],
    { encoding: 'utf8', maxBuffer: 2 ** 24 },
  );
  return status === 0 ? stdout.split(' ').map(Number) : undefined;
}

const WCWIDTHS = wcwidths();

describe('columns', () => {
  test.skipIf(!WCWIDTHS)('are never fewer than those of the C library, for all of Unicode', () => {
    const fewer: string[] = [];
    for (let code = 0x20; code < 0x110000; code++) {
      const wanted = WCWIDTHS?.[code] ?? 0;
      // letters of the private planes are all alike, so that a few of them will do
      if (wanted <= 0 || (code >= 0xf0000 && code % 256 > 0)) continue;
      if (columns(String.fromCodePoint(code)) < wanted) fewer.push(code.toString(16));
    }
    expect(fewer).toEqual([]);
  });

  test.skipIf(!WCWIDTHS)(
    'of any text are never fewer than the sum of its characters, but for joined emoji',
    () => {
      fc.assert(
        fc.property(texts, (text) => {
          const apart = [...text.replaceAll('👩‍👩‍👧', '👩')];
          const sum = apart.reduce(
            (sum, letter) => sum + (WCWIDTHS?.[letter.codePointAt(0) ?? 0] ?? 0),
            0,
          );
          expect(columns(text)).toBeGreaterThanOrEqual(sum);
          expect(columns(text)).toBeGreaterThanOrEqual(stringWidth(text));
        }),
      );
    },
  );

  // measured in tmux 3.3: where the cursor is behind the text
  test.each([
    ['กำ', 2],
    ['น้ำ', 2],
    ['ຈຳ', 2],
    ['नि', 2],
    ['किताब', 5],
    ['கொ', 2],
    ['ကြီး', 3],
    ['👩‍👩‍👧', 2],
    ['👍🏽', 4],
    ['🇩🇪', 2],
    ['e\u0301', 1],
    ['한', 2],
  ])('of %s are %i', (text, wide) => expect(columns(text)).toBe(wide));

  test('the short way counts a letter as one column only where it is one', () => {
    for (let code = 0x20; code < 0x10000; code++) {
      const letter = String.fromCharCode(code);
      if (isNarrow(letter) && stringWidth(`x${letter}x`) !== 3) expect.fail(code.toString(16));
    }
  });
});

test('graphemes are those of the segmenter, however long the text', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 40 }), (text, times) => {
      const long = text.repeat(times);
      const all = [...new Intl.Segmenter().segment(long)].map(({ segment }) => segment);
      expect([...graphemes(long)]).toEqual(all);
    }),
    { numRuns: 50 },
  );
});

test('graphemes are whole where what is read at a time ends within one', () => {
  for (let before = 480; before < 520; before++) {
    const text = `${'a'.repeat(before)}👩‍👩‍👧é`;
    expect([...graphemes(text)].slice(-2)).toEqual(['👩‍👩‍👧', 'é']);
  }
});

test('a grapheme that is longer than what is read at a time stays whole', () => {
  const pile = `a${'\u0301'.repeat(5000)}`;
  expect([...graphemes(`${pile}b${pile}`)]).toEqual([pile, 'b', pile]);
});

test('cuts lose nothing, are narrow enough, and stand between graphemes', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 4, max: 20 }), (text, width) => {
      const edges = new Set([0]);
      for (const grapheme of graphemes(text)) {
        // one that alone is too wide is cut between its characters
        for (const piece of columns(grapheme) > width ? grapheme : [grapheme]) {
          edges.add(Math.max(...edges) + piece.length);
        }
      }
      let from = 0;
      for (const end of cuts(text, width)) {
        expect(columns(text.slice(from, end))).toBeLessThanOrEqual(width);
        expect(edges).toContain(end);
        from = end;
      }
      expect(from).toBe(text.length);
    }),
  );
});

test.each([
  ['motive', 6, 'motive'],
  ['motives', 6, 'motiv…'],
  ['the motive', 5, 'the…'],
  ['犯人は', 5, '犯人…'],
])('%s in %i columns is %s', (text, width, short) =>
  expect(truncate(text, width, '…')).toBe(short),
);

describe('lines', () => {
  test.each<[what: string, text: string, width: number, lines: string[]]>([
    ['break at spaces', 'one two three', 8, ['one two', 'three']],
    ['have no spaces at their ends', ' one   two\tthree ', 7, ['one two', 'three']],
    ['cut words that are too long', 'a abcdefgh b', 4, ['a', 'abcd', 'efgh', 'b']],
    ['break between letters of Han', '漢字漢字漢字', 6, ['漢字漢', '字漢字']],
    ['begin with no closing sign', '漢字漢。字', 6, ['漢字', '漢。字']],
    ['end with no opening sign', '漢字「漢」', 6, ['漢字', '「漢」']],
    ['keep words beside Han whole', '漢word漢字', 6, ['漢word', '漢字']],
    ['break Thai between words', 'เอดด้าเป็นฆาตกร', 11, ['เอดด้าเป็น', 'ฆาตกร']],
    ['cut Thai words that are too long', 'ฆาตกรฆาตกร', 4, ['ฆาตก', 'ร', 'ฆาตก', 'ร']],
    ['keep Korean words whole', '한국어 문장', 8, ['한국어', '문장']],
    ['keep graphemes whole', '👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 4, ['👩‍👩‍👧👩‍👩‍👧', '👩‍👩‍👧']],
    ['count marks as nothing', 'e\u0301e\u0301e\u0301e\u0301', 4, ['e\u0301e\u0301e\u0301e\u0301']],
  ])('%s', (_, text, width, lines) => expect(shown(text, width)).toEqual(lines));

  test('keep a word whole that has several styles', () => {
    const bold: Style = { role: 'text', strong: true };
    const lines = wrap(
      [
        { text: 'one tw', style },
        { text: 'o', style: bold },
        { text: '. x', style },
      ],
      7,
    );
    expect(lines).toEqual([
      { spans: [{ text: 'one', style }] },
      {
        spans: [
          { text: 'tw', style },
          { text: 'o', style: bold },
          { text: '. x', style },
        ],
      },
    ]);
  });

  test('hold all words in order, however the text is cut into runs', () => {
    fc.assert(
      fc.property(
        fc.array(texts, { maxLength: 8 }),
        fc.integer({ min: 10, max: 60 }),
        (runs, width) => {
          const lines = wrap(
            runs.map((text) => ({ text, style: { ...style } })),
            width,
          );
          const text = lines.map(({ spans }) => spans.map((span) => span.text).join(''));
          expect(text.join('').replaceAll(' ', '')).toBe(runs.join('').replaceAll(' ', ''));
          for (const line of text) expect(columns(line)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });

  test('of code keep every space', () => {
    expect(fold([{ text: '  a  b', style }], 4).map(({ spans }) => spans[0]?.text)).toEqual([
      '  a ',
      ' b',
    ]);
  });
});
