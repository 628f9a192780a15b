import * as fc from 'fast-check';
import MarkdownIt, { type MarkdownIt as Parser } from 'markdown-it';
import { expect, test } from 'vitest';
import { addresses } from '../../src/render/addresses.ts';

/** Two parsers with the same rules for addresses. The second one looks for addresses in every text. */
function parsers(): [quick: Parser, thorough: Parser] {
  const [quick, thorough] = [0, 1].map(() => {
    const md = new MarkdownIt({ html: true, linkify: true });
    addresses(md);
    return md;
  });
  if (!quick || !thorough) throw new Error('no parsers');
  const { linkify } = thorough;
  const { test } = Object.getPrototypeOf(linkify);
  linkify.test = (text) => test.call(linkify, text);
  return [quick, thorough];
}

const [quick, thorough] = parsers();

const piece = fc.constantFrom(
  ...[
    'word',
    'a',
    '7',
    ' ',
    '\n',
    '\n\n',
    '.',
    '/',
    ':',
    '//',
    '://',
    '(',
    ')',
    '[',
    ']',
    '<',
    '>',
  ],
  ...['*', '**', '`', '\\', '&amp;', '&#58;', '@', '-', '_', '~~', '| a | b |\n| --- | --- |\n| '],
  ...[
    'http',
    'https://',
    'HTTP://',
    'ftp://a.example',
    'www.',
    'WWW.a.example',
    'mailto:',
    'a@b.example',
  ],
  ...['https://recaps.example/a_b*c', 'http://localhost:80/x?y#z', 'a.example', '//a.example'],
  ...[
    '[text](https://a.example)',
    '[https://a.example](b)',
    '<https://a.example>',
    '![x](https://a.example)',
  ],
  ...[
    '<a href="https://a.example">',
    '</a>',
    '[a]: https://a.example\n',
    '`https://a.example`',
    '\ufdd05\ufdd3',
  ],
);
const markdown = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

test('texts without a bare address are passed over, and nothing else changes', () => {
  fc.assert(
    fc.property(markdown, (text) => {
      expect(quick.render(text)).toBe(thorough.render(text));
    }),
    { numRuns: process.env.RECAP_SOAK ? 30_000 : 2000 },
  );
});

test.each([
  ['bare', 'See https://a.example/b.', '<a href="https://a.example/b">https://a.example/b</a>'],
  ['without a scheme', 'See www.a.example.', '<a href="http://www.a.example">www.a.example</a>'],
  ['of mail', 'To mailto:a@b.example.', '<a href="mailto:a@b.example">mailto:a@b.example</a>'],
])('an address that is %s becomes a link', (_, text, link) => {
  expect(quick.render(text)).toContain(link);
});

test('links that are written as links never reach the search', () => {
  const md = new MarkdownIt({ html: true, linkify: true });
  addresses(md);
  const asked: string[] = [];
  md.linkify.testSchemaAt = (text) => {
    asked.push(text);
    return 0;
  };
  md.render('See [text](https://a.example), <https://b.example> and ![alt](https://c.example).');
  expect(asked).toEqual([]);
});
