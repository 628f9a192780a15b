import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { curtainMark } from '../../src/veil/marks.ts';
import { sentenceGroups } from '../../src/veil/sentence-groups.ts';
import { type Sentence, sentences } from '../../src/veil/sentences.ts';

const line = fc
  .tuple(
    fc.constantFrom(
      ...[
        '',
        '',
        '',
        '',
        '- ',
        '- ',
        '* ',
        '# ',
        '## ',
        '  - ',
        '1. ',
        '# ',
        '> ',
        '  ',
        '\t',
        '| ',
        ': ',
        '**',
        '```',
        '[^1]: ',
      ],
      ...['“', '(', '---', '===', '--|--', curtainMark(0)],
    ),
    fc.constantFrom(
      ...['Ada fell.', 'Who fell?', 'It was so. And he', 'This:', 'a | b', 'Ada', '“Why?”', 'Mr'],
      ...['', `He ${curtainMark(0)} fell`, 'Why?** ', '12 fell'],
    ),
    fc.constantFrom('\n', '\n', '\n\n', '\n\n', '\n\n', '\n \n', '\n>\n', '\n\n\n', '\n\n\n\n'),
  )
  .map((parts) => parts.join(''));
const texts = fc.array(line, { maxLength: 12 }).map((lines) => lines.join(''));

/** A sentence with all that it is read together with, by places in the whole text. */
function placed({ from, to, isRow, context }: Sentence, start: number): unknown {
  return [start + from, start + to, isRow, context.map((other) => placed(other, start))];
}

test('the sentences of all groups are those of the text, read together with the same', () => {
  let several = 0;
  fc.assert(
    fc.property(texts, (text) => {
      const groups = sentenceGroups(text);
      if (groups.length > 1) several++;
      expect(groups.map(({ from, to }) => text.slice(from, to)).join('')).toBe(text);
      const apart = groups.flatMap(({ from, to }) => {
        return Array.from(sentences(text.slice(from, to)), (sentence) => placed(sentence, from));
      });
      expect(apart).toEqual(Array.from(sentences(text), (sentence) => placed(sentence, 0)));
    }),
    { numRuns: 3000 },
  );
  expect(several).toBeGreaterThan(100);
});
