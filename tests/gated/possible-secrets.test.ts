import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { saysAsWritten } from '../../src/gated/phrase.ts';
import { Secrets, type SecretWord } from '../../src/gated/secrets.ts';
import { wordsOf } from '../../src/text/words.ts';
import { curtainMark } from '../../src/veil/marks.ts';
import { sentences } from '../../src/veil/sentences.ts';
import { code } from '../support/recaps.ts';

const PHRASES = [
  'Edda',
  "O'Neil",
  'ONeil',
  'J.R.',
  'RK',
  'killed',
  'qu’Ivo',
  'quivo',
  'Ægir',
  'ひみつ',
  'х2',
  'R2D2',
  'l’A380',
];
const secrets = new Secrets(PHRASES.map((phrase) => ({ phrase, after: code(10) })));

const letters = fc.constantFrom(
  ...[
    'Ed',
    'da',
    'O',
    'Neil',
    'J',
    'R',
    'K',
    'kill',
    'ed',
    'qu',
    'Ivo',
    'IvoEdda',
    'Æ',
    'gir',
    'æ',
    'ひ',
    'みつ',
  ],
  ...['R2', 'D2', 'l’A', '380', 'J.R', ' J. R', '*J*.R', 'x', '²', 'E', 'dda', 's', 'word ', 'Mr'],
);
const between = fc.constantFrom(
  ...['', '', '', '', '.', '. ', '.', ' ', ', ', '\n', '\n\n', "'", '’', '-', '? '],
  ...['*', '**', '_', '~~', '`', '\\', '|', '||', ':', '#', '\n# ', '\n- ', '\n> '],
  ...[
    '<b>',
    '</b>',
    '<b title="x y">',
    '<br>',
    '<!--',
    '-->',
    '<!-- x -->',
    '<',
    '>',
    '<script>',
    '</script>',
  ],
  ...[
    '[',
    ']',
    '](',
    ')',
    '](u)',
    '[^1]',
    '[^',
    '![',
    '](%45dda)',
    '%64',
    '&amp;',
    '&#69;',
    '&shy;',
    '\u00ad',
  ],
);
const piece = fc
  .array(fc.tuple(letters, between), { maxLength: 6 })
  .map((parts) => parts.flat().join(''));
const pieces = fc.array(fc.tuple(piece, fc.boolean()), { minLength: 1, maxLength: 4 });

test('a secret that a sentence of some open pieces holds may be in it by its words', () => {
  let passedOver = 0;
  fc.assert(
    fc.property(pieces, (pieces) => {
      if (!saysAsWritten(pieces.map(([text]) => text).join('*'))) return;
      let seen = '';
      const words: SecretWord[] = [];
      for (const [text, isOpen] of pieces) {
        const start = seen.length;
        seen += isOpen ? text : curtainMark(0);
        if (!isOpen) continue;
        const own = secrets.wordsAmong(wordsOf(text));
        words.push(...own.map(({ offset, keys }) => ({ offset: start + offset, keys })));
      }
      for (const { from, to, context } of sentences(seen)) {
        const around = context.map((other) => seen.slice(other.from, other.to));
        const held = secrets.heldIn(seen.slice(from, to), around);
        const read = [{ from, to }, ...context];
        const within = words.filter(({ offset }) => {
          return read.some((part) => part.from <= offset && offset < part.to);
        });
        const possible = secrets.possibleWith(within);
        if (held.length > 0 && possible.length < PHRASES.length) passedOver++;
        expect(possible).toEqual(expect.arrayContaining([...held]));
      }
    }),
    { numRuns: 3000 },
  );
  expect(passedOver).toBeGreaterThan(0);
});

const MANY = 100_000;

test.each([
  ['brackets', ']'.repeat(MANY)],
  ['periods', `]${'.'.repeat(MANY)}`],
  ['brackets and periods', '].'.repeat(MANY)],
  ['letters and periods', 'ab.'.repeat(MANY)],
])('a long run is looked through for initials in one pass: %s', (_, markdown) => {
  expect(saysAsWritten(`See ${markdown} there`)).toBe(true);
});

test.each([
  ['J.R.', false],
  ['J. R.', false],
  ['*J*. R.', false],
  ['[the J](x).R.', false],
  ['by Jo. A dog', true],
  ['part B of A. Then', true],
  ['J.  R.', true],
  ['J .\n\nR', true],
])('text that may hold initials says more than is written: %s', (markdown, isAsWritten) => {
  expect(saysAsWritten(markdown)).toBe(isAsWritten);
});
