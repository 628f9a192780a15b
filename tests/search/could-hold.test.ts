import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { couldHold } from '../../src/search/could-hold.ts';
import { passages } from '../../src/search/passages.ts';
import { matchesOf, parseQuery } from '../../src/search/query.ts';
import { wordsOf } from '../../src/search/words.ts';
import { recap, seen } from '../support/recaps.ts';

const WORDS = ['lantern', 'tern', 'lan', 'x7', 'été', 'strasse', 'fin', '12', 'a', 'καλος'];

/** What may stand within a word in the source and not on the screen, or part it on the screen. */
const within = fc.constantFrom(
  ...[
    '',
    '',
    '',
    '',
    '*',
    '**',
    '_',
    '~~',
    '`',
    '\\',
    '|',
    '||',
    ':',
    '!',
    '^',
    '=',
    '+',
    '#',
    '-',
    '.',
    ' ',
    '\n',
  ],
  ...[
    '<b>',
    '</b>',
    '<b class="x y">',
    '<br>',
    '<wbr>',
    '<!-- x y -->',
    '<!--\nx\n-->',
    '<x',
    '>',
    '&shy;',
    '&#8203;',
  ],
  ...[
    '&#x6c;',
    '&amp;',
    '&nbsp;',
    '[',
    ']',
    '](u)',
    '[](u)',
    '[ ](u "v w")',
    '](lan)',
    '![](u)',
    '[^1]',
    '^[x y]',
    '{#id}',
  ],
  ...[
    '{.x y}',
    ':spoiler[',
    ']{after=S01E01}',
    ']{after=S01E09}',
    '>!',
    '!<',
    '[spoiler]',
    '[/spoiler]',
  ],
  ...[
    '<details>',
    '</details>',
    '\u00ad',
    '\u200b',
    '\u200d',
    '\u0301',
    '\n\n',
    '\n> ',
    '\n- ',
    '  \n',
    '\\\n',
  ],
  ...[
    '<https://',
    'https://',
    'www.',
    '| --- |\n',
    '\n:::spoiler{after=S01E02}\n',
    '\n:::\n',
    '```',
    '<pre>',
    '</pre>',
  ],
);
const letters = fc.constantFrom(
  ...[
    'lan',
    'tern',
    'LAN',
    'TERN',
    'l',
    'antern',
    'x',
    '7',
    'é',
    't',
    'É',
    'Stra',
    'ße',
    'ﬁ',
    'n',
    '1',
    '2',
    '½',
    'a',
  ],
  ...['κα', 'λος', 'Σ', ' ', ', ', 'word '],
);
const body = fc
  .array(fc.tuple(letters, within), { maxLength: 8 })
  .map((parts) => parts.flat().join(''));

/** Whether each of the terms is in a passage. */
function holds(body: string, query: string): boolean {
  const terms = parseQuery(query);
  const all = [...passages(seen(recap(body), 4))].map(({ text }) => wordsOf(text));
  return terms.every((term) => all.some((words) => matchesOf(term, words).length > 0));
}

describe('a view that is passed over', () => {
  test('has no passage with the word, however it is written', () => {
    let passedOver = 0;
    fc.assert(
      fc.property(body, fc.constantFrom(...WORDS, 'lan tern', '"a word"'), (body, query) => {
        if (couldHold(seen(recap(body), 4), parseQuery(query))) return;
        passedOver++;
        expect(holds(body, query)).toBe(false);
      }),
      { numRuns: process.env.RECAP_SOAK ? 50_000 : 2000 },
    );
    expect(passedOver).toBeGreaterThan(200);
  }, 300_000);

  test.each([
    'Words and *marked* words, **all** of them.',
    'A [link](https://a.example/b) and <https://b.example>.',
    'Seen :spoiler[behind a curtain]{after=S01E09} and `code` (or not).',
    '## A heading\n\n- an item\n- [x] done\n\n> A quote, it’s long.\n\n| a | b |\n| - | - |\n| c | d |',
  ])('is one of ordinary Markdown: %s', (body) => {
    expect(couldHold(seen(recap(body), 4), parseQuery('lantern'))).toBe(false);
  });
});

test.each([
  ['written', 'The lantern.'],
  ['in its title alone', ''],
  ['with an accent', 'Lantérn'],
  ['with markup in it', '**lan**tern'],
  ['with a tag in it', 'lan<b title="a b">tern</b>'],
  ['with an entity in it', 'lan&shy;tern, l&#97;ntern'],
  ['with a link in it', '[lan](lan)tern'],
  ['behind an open spoiler’s marks', 'lan:spoiler[tern]{after=S01E01}'],
])('a view that holds the word is looked at: %s', (_, body) => {
  const view = seen(recap(body, { title: body === '' ? 'Lantern' : 'A recap' }), 4);
  expect(couldHold(view, parseQuery('lantern'))).toBe(true);
});
