import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sanitize, sanitizeLine } from '../../src/text/sanitize.ts';
import { forbiddenIn } from '../hostile/effects.ts';

/** What a stranger wrote, and what of it is shown. */
const taken: [what: string, text: string, shown: string][] = [
  ['a color', 'a\x1b[31mb\x1b[0m', 'ab'],
  ['a color, 8 bit', 'a\x9b31mb', 'ab'],
  ['a title', 'a\x1b]0;title\x07b', 'ab'],
  ['a clipboard write, closed by ST', 'a\x1b]52;c;cHduZWQ=\x1b\\b', 'ab'],
  ['the same, 8 bit', 'a\x9d52;c;cHduZWQ=\x9cb', 'ab'],
  ['a device control string', 'a\x1bPq#0\x1b\\b', 'ab'],
  ['a command that is not closed loses its introducer alone', 'a\x1b]0;the rest', 'a]0;the rest'],
  ['a command is not closed on another line', '\x1b]0;a\nb\x07c', ']0;a\nbc'],
  ['a sequence made of two', '\x1b\x1b[0m[2J', '[2J'],
  ['a character set', 'a\x1b(0b', 'ab'],
  ['a reset', 'a\x1bcb', 'ab'],
  ['a bell, a backspace, a delete', 'a\x07b\bc\x7fd', 'abcd'],
  ['a carriage return is a line end', 'gated\ropen\r\nx', 'gated\nopen\nx'],
  ['so are VT, FF, NEL, and those of Unicode', 'a\vb\fc\x85d\u2028e\u2029f', 'a\nb\nc\nd\ne\nf'],
  ['bidirectional overrides and isolates', 'a\u202eb\u202c\u2067c\u2069', 'abc'],
  ['marks of direction', 'a\u200fb\u200ec\u061cd', 'abcd'],
  ['what has no picture', 'a\u200bb\u2060c\ufeffd\xade\u3164f', 'abcdef'],
  ['tags', 'a\u{e0053}\u{e0050}b', 'ab'],
  ['noncharacters', 'a\ufdd0b\ufddfc', 'abc'],
  ['half a surrogate pair', 'a\ud800b', 'a\ufffdb'],
  ['a joiner between letters that do not join', 'spo\u200diler', 'spoiler'],
  ['a joiner behind a digit of a script that joins', '\u0ae6\u200d\u0915', '\u0ae6\u0915'],
  ['marks over the eighth', `Z${'\u0301'.repeat(20)}`, `Z${'\u0301'.repeat(8)}`],
];

/** What stays as it is. */
const kept: [what: string, text: string][] = [
  ['line feeds and tabs', 'a\n\n\tb'],
  ['Latin with accents, both ways', 'Caf\u00e9, cafe\u0301, ß, ő, ø'],
  ['Greek and Cyrillic', 'Μεγάλες προσδοκίες, Большие надежды'],
  ['Arabic and Hebrew', 'آمال عظيمة, תקוות גדולות'],
  ['Persian with ZWNJ', 'می\u200cخواهم'],
  ['Devanagari with ZWJ', 'क्\u200dष'],
  ['Sinhala with ZWJ', 'ශ්\u200dරී'],
  ['Thai, Tamil', 'ความหวัง, பெரும் எதிர்பார்ப்புகள்'],
  ['Chinese, Japanese, Korean', '远大前程, 大いなる遺産, 위대한 유산'],
  ['a family', '👨\u200d👩\u200d👧\u200d👦'],
  ['a skin color, a heart on fire, a flag', '👩🏽\u200d🚀 ❤\ufe0f\u200d🔥 🇮🇸'],
  ['punctuation', '“so”—it’s… 5 € → ½ ✓ │ ▒'],
];

describe('plain', () => {
  test.each(taken)('takes out: %s', (_, text, shown) => {
    expect(sanitize(text)).toBe(shown);
  });

  test.each(kept)('keeps: %s', (_, text) => {
    expect(sanitize(text)).toBe(text);
  });

  /** Texts in which sequences, their parts and ordinary text stand together in every order. */
  const hostile = fc
    .array(
      fc.oneof(
        { weight: 2, arbitrary: fc.constantFrom(...taken.map(([, text]) => text)) },
        { weight: 1, arbitrary: fc.constantFrom(...kept.map(([, text]) => text)) },
        {
          weight: 6,
          arbitrary: fc.constantFrom(
            ...'\x1b\x9b\x9d\x90\x9c\x07\x18\x1a[]P_X\\(#;?0m\n\r\x85\u200d\u200c\u0301\ufe0f👩aक\ud83d\udc69\u{1f3fd}',
            '\ud83d',
            '\udc69',
          ),
        },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(''));

  test('holds nothing that may not be there', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(forbiddenIn(sanitize(text))).toBe(undefined);
      }),
      { numRuns: 20_000 },
    );
  });

  test('changes nothing when it is applied again', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(sanitize(sanitize(text))).toBe(sanitize(text));
      }),
      { numRuns: 20_000 },
    );
  });

  test('keeps all that is printable ASCII', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        expect(sanitize(text)).toBe(text);
      }),
    );
  });
});

test('plainLine is the same on one line', () => {
  expect(sanitizeLine(' a\n\tb\u2028c\x1b[2J  d ')).toBe('a b c d');
});
