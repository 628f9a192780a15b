import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { cut } from '../../src/gated/cut.ts';
import { htmlText } from '../../src/sources/html-markdown.ts';

const markdown = new MarkdownIt('commonmark');

describe('HTML becomes clean Markdown', () => {
  test.each([
    ['<p>One.</p><p></p><p>Two.</p>', 'One.\n\nTwo.'],
    ['<p>One.<br />Two.<br><br>Three.</p>', 'One.\n\nTwo.\n\nThree.'],
    ['<p>The <i>Sea Lark</i> and <b>Ida</b>.</p>', 'The *Sea Lark* and **Ida**.'],
    ['<p>a<i>b</i>c <i> d </i>e <i></i>f</p>', 'abc *d* e f'],
    ['<p><i>One</i><i> two</i></p>', '*One two*'],
    ['<p>She<sup class="reference"><a href="#1">[1]</a></sup> left.</p>', 'She left.'],
    ['<p>“Stay” — he said…</p>', '“Stay” — he said…'],
    ['<p>R&amp;D &lt;3 &amp;amp;</p>', 'R&D &#60;3 &#38;amp;'],
    ['<ul><li>One</li><li><p>Two</p></li></ul><p>Three</p>', '- One\n- Two\n\nThree'],
    ['<p>1. One</p><p># Two</p><p>- Three</p>', '1\\. One\n\n\\# Two\n\n\\- Three'],
    ['<p>a *b* _c_ `d` ~~e~~ \\</p>', 'a \\*b\\* \\_c\\_ \\`d\\` \\~\\~e\\~\\~ \\\\'],
    ['<script>alert(1)</script><style>p{}</style>Text<img alt="x">', 'Text'],
    ['<span style="display: none">2020</span><p>Text</p>', 'Text'],
    ['  \n ', ''],
    ['<p>plain text, no end', 'plain text, no end'],
    ['\u001b]0;title\u0007<p>a\u202eb&#27;[2J</p>', 'ab'],
  ])('%j', (html, expected) => {
    expect(htmlText(html).markdown).toBe(expected);
  });

  test('nesting of any depth', () => {
    const deep = `${'<div><i>'.repeat(20_000)}Text`;
    expect(htmlText(deep).markdown).toBe('*Text*');
  });
});

/** Whatever recap or Markdown takes for markup, and words to put between. */
const markup = fc.constantFrom(
  ...[
    ':::spoiler',
    ':::',
    ':spoiler[',
    ']',
    '{after=S01E01}',
    '{',
    '}',
    'after=S01E01',
    '||',
    '>!',
  ],
  ...['!<', '[spoiler]', '[/spoiler]', '[spoiler=x]', '<details>', '</details>', '<!--', '-->'],
  ...[
    '---',
    '```',
    '~~~',
    '# ',
    '> ',
    '- ',
    '1. ',
    '\n',
    '\n\n',
    '    ',
    '[^1]: ',
    '[a]: /b',
    '&#58;',
  ],
  ...[
    '&lt;',
    '\\',
    '*',
    '_',
    '`',
    '%%',
    '[hide]',
    '=',
    '!',
    ' ',
    '|',
    'a',
    'Ida ',
    'spoiler',
    'S01E01',
  ],
);

describe('nothing in a text acts as markup', () => {
  const texts = fc.array(markup, { maxLength: 30 }).map((parts) => parts.join(''));

  test('recap finds no spoiler in it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const written = htmlText(escaped(text)).markdown;
        const { pieces, problems } = cut(written);
        expect(problems).toEqual([]);
        expect(pieces.every((piece) => 'text' in piece)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('CommonMark shows exactly that text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const html = markdown.render(htmlText(escaped(text)).markdown);
        expect(html.replace(/<\/?p>/g, '')).not.toMatch(/<[a-z]/);
        expect(htmlText(html).line).toBe(text.replace(/\s+/g, ' ').trim());
      }),
      { numRuns: 2_000 },
    );
  });

  test('whatever HTML it is in', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(markup, fc.constantFrom('<p>', '<i>', '</i>', '<b>', '<li>', '<td>', '</p>')),
        ),
        (parts) => {
          const { pieces, problems } = cut(htmlText(parts.join('')).markdown);
          expect(problems).toEqual([]);
          expect(pieces.every((piece) => 'text' in piece)).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
