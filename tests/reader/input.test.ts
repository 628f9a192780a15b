import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Input, InputParser } from '../../src/reader/input/input-parser.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');

/** What comes of reads, one after the other; an ESC at their end is the key. */
function read(...reads: string[]): Input[] {
  const parser = new InputParser();
  return [...reads.flatMap((text) => parser.push(bytes(text))), ...parser.endEscape()];
}

const keys = (...reads: string[]) =>
  read(...reads).map((input) => (input.kind === 'key' ? input.key : `paste:${input.text}`));

describe('keys', () => {
  test.each<[name: string, bytes: string, keys: string[]]>([
    ['letters typed quickly', 'jj y', ['j', 'j', 'space', 'y']],
    ['Enter, twice', '\r\r', ['enter', 'enter']],
    ['arrows in both modes', '\x1b[A\x1bOB\x1b[C\x1bOD', ['up', 'down', 'right', 'left']],
    ['pages', '\x1b[5~\x1b[6~', ['page up', 'page down']],
    [
      'Home and End of several terminals',
      '\x1b[H\x1b[1~\x1bOF\x1b[8~',
      ['home', 'home', 'end', 'end'],
    ],
    ['Tab and Shift-Tab', '\t\x1b[Z', ['tab', 'shift+tab']],
    ['both backspaces', '\x7f\b', ['backspace', 'backspace']],
    ['Ctrl with a letter', '\x03\x0c\x1a', ['ctrl+c', 'ctrl+l', 'ctrl+z']],
    ['Esc alone', '\x1b', ['escape']],
    ['Esc twice', '\x1b\x1b', ['escape', 'escape']],
    ['Esc and a letter soon after it', '\x1bl', ['escape', 'l']],
    ['a modified arrow is no key of ours', '\x1b[1;5A', []],
    ['a letter in UTF-8', '\xc3\xa9\xe6\xbc\xa2', ['é', '漢']],
    ['a byte that is no letter', '\xffy', ['y']],
  ])('%s', (_, text, expected) => {
    expect(keys(text)).toEqual(expected);
  });

  test('Esc, and the key for the previous recap after it', () => {
    const parser = new InputParser();
    parser.push(bytes('\x1b'));
    expect(parser.endEscape()).toEqual([{ kind: 'key', key: 'escape' }]);
    expect(parser.push(bytes('['))).toEqual([{ kind: 'key', key: '[' }]);
    expect(parser.push(bytes('j'))).toEqual([{ kind: 'key', key: 'j' }]);
  });
});

/** What a terminal sends without anybody pressing a key. */
const REPORTS: readonly (readonly [name: string, bytes: string])[] = [
  ['classic mouse: column 89', '\x1b[M y('],
  ['classic mouse: column 80', '\x1b[M p('],
  ['classic mouse beyond column 95', '\x1b[M \xffy'],
  ['classic mouse in UTF-8', '\x1b[M \xc3\xb9y'],
  ['SGR mouse', '\x1b[<0;89;12M'],
  ['SGR mouse, released', '\x1b[<0;89;12m'],
  ['urxvt mouse', '\x1b[97;10;10M'],
  ['wheel', '\x1b[<64;10;10M'],
  ['focus in', '\x1b[I'],
  ['focus out', '\x1b[O'],
  ['device attributes', '\x1b[?64;1;2;6;9;15;16;17;18;21;22;28;29c'],
  ['secondary device attributes', '\x1b[>41;370;0c'],
  ['cursor position', '\x1b[12;40R'],
  ['color scheme', '\x1b[?997;1n'],
  ['mode', '\x1b[?2026;2$y'],
  ['window size', '\x1b[8;24;80t'],
  ['background color', '\x1b]11;rgb:1e1e/1e1e/2e2e\x07'],
  ['background color, ended by ST', '\x1b]11;rgb:yyyy/pppp/2e2e\x1b\\'],
  ['terminal name', '\x1bP>|kitty(0.35.2)\x1b\\'],
  ['graphics answer', '\x1b_Gi=31;OK, why\x1b\\'],
  ['clipboard', '\x1b]52;c;eXk=\x07'],
  ['8-bit controls', '\x9bM y(\x9d11;rgb:yy\x9c'],
  ['kitty key release', '\x1b[121;1:3u'],
  ['Linux function key', '\x1b[[A'],
];

describe('what a terminal sends by itself', () => {
  test.each(REPORTS)('%s is no key', (_, text) => {
    expect(keys(text)).toEqual([]);
    expect(keys(`${text}j`)).toEqual(['j']);
  });

  test.each(REPORTS)('%s is no key either where it arrives in parts', (_, text) => {
    for (let cut = 1; cut < text.length; cut++) {
      expect(keys(text.slice(0, cut), text.slice(cut))).toEqual([]);
    }
    expect(keys(...text)).toEqual([]);
  });

  test('a mouse report whose ESC came long before is read as one', () => {
    for (const tail of ['[M y(', '[<0;89;12M', '[97;10;10M', '[I', '[?997;1n']) {
      const parser = new InputParser();
      parser.push(bytes('\x1b'));
      parser.endEscape();
      expect(parser.push(bytes(tail))).toEqual([]);
      expect(parser.push(bytes('j'))).toEqual([{ kind: 'key', key: 'j' }]);
    }
  });
});

describe('pastes', () => {
  test('are one thing, whatever is in them', () => {
    expect(keys('\x1b[200~They said y\r\nand p\x1b[A\x1b[201~j')).toEqual([
      'paste:They said y\r\nand p\x1b[A',
      'j',
    ]);
  });

  test('and so where they arrive in parts', () => {
    const whole = '\x1b[200~yes \xc3\xa9\r\ny\x1b[201~';
    for (let cut = 1; cut < whole.length; cut++) {
      expect(keys(whole.slice(0, cut), whole.slice(cut))).toEqual(['paste:yes é\r\ny']);
    }
    expect(keys(...whole)).toEqual(['paste:yes é\r\ny']);
  });

  test('one that never ends swallows keys, and Ctrl-C still quits', () => {
    expect(keys('\x1b[200~y', 'y', '\r', 'q')).toEqual([]);
    expect(keys('\x1b[200~y', '\x03')).toEqual(['ctrl+c']);
    expect(keys('\x1bP>|y', 'y', '\x03', 'j')).toEqual(['ctrl+c', 'j']);
    expect(keys('\x1b]11;y', 'y', '\x1b')).toEqual(['escape']);
  });

  test('a long one is cut', () => {
    const [input] = read(`\x1b[200~${'x'.repeat(300_000)}\x1b[201~`);
    expect(input?.kind === 'paste' && input.text.length).toBe(64 * 1024);
  });
});

test('the parser takes any bytes, and parts of them mean the same as the whole', () => {
  const anything = fc.array(
    fc.oneof(
      fc.constantFrom(
        '\x1b',
        '[',
        'M',
        'y',
        'p',
        '\r',
        '~',
        '2',
        '0',
        '1',
        ';',
        '<',
        'O',
        ']',
        '\x07',
      ),
      fc.constantFrom('\x1b[200~', '\x1b[201~', '\x1b[M', '\x1b[<', '\xc3\xa9', '\x9b'),
      fc.integer({ min: 4, max: 255 }).map((code) => String.fromCharCode(code)),
    ),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(anything, fc.nat(), (parts, at) => {
      const text = parts.join('');
      const cut = at % (text.length + 1);
      expect(keys(text.slice(0, cut), text.slice(cut))).toEqual(keys(text));
    }),
    { numRuns: 3000 },
  );
});
