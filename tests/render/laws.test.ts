import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { Layout } from '../../src/render/layout.ts';
import type { Line } from '../../src/render/line.ts';
import { CLOSED, CURTAIN, curtainMark, END, OPENED, openedMark } from '../../src/veil/marks.ts';

/** What holds of every layout, whatever the Markdown: generated documents, widths 20 to 120. */

const RUNS = process.env.RECAP_SOAK ? 5_000 : 120;

const view = (text: string): ConstructorParameters<typeof Layout>[0] => ({
  text,
  curtains: [
    { keys: ['a'], label: 'The motive', gate: 'S01E10' },
    {
      keys: ['b'],
      label: '犯人は誰か、とても長いラベル that goes on and on, well over any line',
      gate: null,
    },
  ],
  openings: [{ key: 'c', gate: 'S01E01', also: null, isPeek: false }],
});

const word = fc.constantFrom(
  'a',
  'rooftop',
  'and',
  '*one*',
  '**two**',
  '_three_',
  '~~four~~',
  '`code span`',
  '[link](http://example.com/a?b=c)',
  '<http://example.org>',
  'https://example.net/long/path/that/does/not/end/for/a/while',
  'www.example.com',
  '![alt *text*](x.png)',
  '&amp;',
  '&#x202e;',
  '\\*',
  '日本語の文章です。「はい」',
  '한국어',
  '👩‍👩‍👧',
  'e\u0301\u0301',
  '\u1100\u1100\u1100',
  'ｶﾞﾞ',
  '🇩🇪🇫🇷',
  '<b>',
  '</b>',
  '<br>',
  '<!-- c -->',
  '<script>',
  'no\u00a0break',
  '[ref]',
  '[^n]',
  '\t',
  '—',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  curtainMark(0),
  curtainMark(1),
  curtainMark(7),
  `${openedMark(0)}opened *words*${CLOSED}`,
);
const sentence = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
const glued = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(''));
const lines = (line: fc.Arbitrary<string>) => fc.array(line, { minLength: 1, maxLength: 4 });
const prefixed = (prefix: string, block: string) =>
  block
    .split('\n')
    .map(
      (line, index) =>
        (index === 0 || (/^\S/.test(prefix) && prefix.includes('>'))
          ? prefix
          : ' '.repeat(prefix.length)) + line,
    )
    .join('\n');

const { block } = fc.letrec<{ block: string }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 6, arbitrary: sentence },
    { weight: 2, arbitrary: glued },
    fc
      .tuple(fc.constantFrom('# ', '## ', '### ', '###### '), sentence)
      .map(([hash, text]) => hash + text),
    lines(sentence).map((text) => `${text.join('\n')}\n===`),
    fc.constantFrom(
      '***',
      '---',
      '[ref]: http://example.com "t"',
      '<div>\nraw <i>html</i>\n</div>',
      '<!-- a\n\nb -->',
      '<pre>\n  kept\n\n x\n</pre>',
      '<script>\nx\n\ny\n</script>',
      '<b>\ntext',
    ),
    lines(sentence).map((text) => `\`\`\`js\n${text.join('\n\n')}\n\`\`\``),
    lines(sentence).map((text) => `  ~~~\n${text.join('\n')}\n  ~~~`),
    lines(sentence).map((text) => text.map((line) => `    ${line}`).join('\n')),
    fc.constantFrom('```', '~~~', '<!--', '<script>', '  ```', '- ```', '<?php'),
    fc
      .tuple(fc.array(glued, { minLength: 1, maxLength: 6 }), lines(glued))
      .map(([head, cells]) =>
        [head, head.map(() => ':-:'), ...cells.map((cell) => head.map(() => cell))]
          .map((row) => `| ${row.join(' | ')} |`)
          .join('\n'),
      ),
    fc.constantFrom(curtainMark(0), curtainMark(1), curtainMark(9)),
    fc
      .array(tie('block'), { maxLength: 3 })
      .map((blocks) => `${openedMark(0)}\n${blocks.join('\n\n')}\n${CLOSED}`),
    fc
      .tuple(
        fc.constantFrom('> ', '- ', '1. ', '10) ', '- [ ] '),
        fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
        fc.constantFrom('\n', '\n\n'),
      )
      .map(([prefix, blocks, gap]) => prefixed(prefix, blocks.join(gap))),
  ),
}));
const closed = fc.array(block, { maxLength: 12 });
const documents = fc
  .tuple(closed, fc.constantFrom('\n', '\n\n'))
  .map(([blocks, gap]) => blocks.join(gap));
const looks = fc.record({ width: fc.integer({ min: 20, max: 120 }), isAscii: fc.boolean() });

const text = (line: Line) => line.spans.map((span) => span.text).join('');

test('no line is wider than the layout', () => {
  fc.assert(
    fc.property(documents, looks, (markdown, looks) => {
      for (const line of new Layout(view(markdown), looks).lines()) {
        expect(stringWidth(text(line)), text(line)).toBeLessThanOrEqual(looks.width);
      }
    }),
    { numRuns: RUNS },
  );
});

/** Lines whose links say where they lead and not which of their chunk they are. */
function unnumbered(lines: readonly Line[]) {
  return lines.map((line) => ({
    ...line,
    spans: line.spans.map(({ text, style: { link, ...style } }) => {
      return { text, style, target: link?.target };
    }),
  }));
}

test('the lines are the same however the text is cut into chunks', () => {
  const looks = { width: 40, isAscii: false };
  let cut = 0;
  fc.assert(
    fc.property(documents, fc.integer({ min: 1, max: 200 }), (markdown, size) => {
      const noted = view(markdown.replaceAll('[^n]', ''));
      const pieces = new Layout(noted, looks, size);
      if (pieces.chunkCount > 1) cut++;
      const whole = new Layout(noted, looks, Number.POSITIVE_INFINITY);
      expect(unnumbered(pieces.lines())).toEqual(unnumbered(whole.lines()));
    }),
    { numRuns: RUNS },
  );
  expect(cut).toBeGreaterThan(RUNS / 20);
});

test('a span holds neither marks nor control characters, whatever the text', () => {
  const noise = fc.array(
    fc.oneof(
      word,
      fc.constantFrom(
        CURTAIN,
        OPENED,
        CLOSED,
        END,
        '0',
        '\n',
        '\n\n',
        ' ',
        '\x1b[2J',
        '\x9b1m',
        '\r',
        '&#xFDD0;',
        '&#27;',
        '%EF%B7%90',
        '```',
        '<',
        '>',
        '[',
        '](',
        ')',
        '"',
        '|',
        '- ',
        '    ',
        '\u202e',
        '\ud800',
      ),
    ),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        noise.map((parts) => parts.join('')),
        documents,
        fc.string({ unit: 'binary' }),
      ),
      (markdown) => {
        for (const line of new Layout(view(markdown), { width: 30, isAscii: false }).lines()) {
          expect(text(line)).not.toMatch(/[\0-\x1f\x7f-\x9f\ufdd0-\ufdef\u202a-\u202e]/u);
          for (const { text, style } of line.spans) {
            expect(style.link?.target ?? '').not.toMatch(
              /[\0-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef]/u,
            );
            expect(text).not.toBe('');
            expect([undefined, 0, 1]).toContain(style.curtain);
            expect([undefined, 0]).toContain(style.opening);
          }
        }
      },
    ),
    { numRuns: RUNS },
  );
});
