import { describe, expect, test } from 'vitest';
import { readRecapFrontMatter } from '../../src/model/front-matter.ts';
import { processorSeconds } from '../support/processor-time.ts';
import { recap, seen } from '../support/recaps.ts';

const section = (inner: string) => `## H {after=S01E10}\n\n${inner}\n\n## P\npublic`;

/** Bodies in which SECRET was plainly meant to be hidden, and once got out. */
const bodies: [what: string, body: string][] = [
  ['a quoted fence does not close one that is not', section('```\n> ```\n# SECRET\n```')],
  ['a fence in a quote ends with the quote', section('> ```\n> x\n\n```\n# SECRET\n```')],
  ['a fence in a list ends with the item', section('- ```\n  x\n\n```\n# SECRET\n```')],
  ['an empty fence in a list', section('- ```\n```\n# SECRET\n```')],
  ['a fence deeper than its opener', section('   ```\n      ```\n# SECRET\n   ```')],
  ['a fence that is a line of a paragraph', section('para\n    ```\n ```\n# SECRET\n ```')],
  ['a fence behind broken attributes', section('x {after=bad}\n```\n\n# SECRET\n```')],
  ['fences in words', '||a\n```\n> ```\n|| SECRET\n```\n|| P'],
  ['preformatted HTML', section('<pre>\n\n# SECRET\nSECRET\n</pre>')],
  ['a text area', section('<textarea>\n\n# SECRET\n</textarea>')],
  ['a processing instruction', section('<?php\n\n# SECRET\n?>')],
  ['bars in a code span', '||a `x || y` SECRET||'],
  ['an arrow in a code span', '>!use `a!<b` SECRET!<'],
  ['a bracket in a code span', ':spoiler[a `]` SECRET]'],
  ['a bracket more', ':spoiler[a :] SECRET]'],
  ['a slip at Reddit’s opener', 'He >1SECRET!< yes'],
  ['a space in Reddit’s opener', '> !SECRET!<'],
  ['two colons', '::spoiler{after=S01E10}\npara\n\nSECRET\n::'],
  ['one colon', ':spoiler{after=S01E10}\n\nSECRET'],
  ['an episode in a heading’s braces', '## H {S01E10}\nSECRET'],
  ['a misspelt key in a heading’s braces', '## H {aftr=S01E10}\nSECRET'],
  ['braces in a label', 'SECRET {label="a {b} c" after=S01E10}'],
  ['a brace in a label', 'SECRET {label="a} c" after=S01E10}'],
  ['a long label', `SECRET {label="${'x'.repeat(300)}" after=S01E10}`],
];

describe('what was meant to be hidden is', () => {
  test.each(bodies)('%s', (_, body) => {
    expect(seen(recap(body), 0).text).not.toContain('SECRET');
  });
});

describe('a key of the front matter that may be a gate is not passed over', () => {
  test.each(['After: S01E10', 'gate: S01E10', 'Episode: S01E10', 'until: soon', 'x: 1x10'])(
    '%s',
    (line) => {
      expect(() => readRecapFrontMatter(`title: A\n${line}`)).toThrow(
        /may have been meant as a gate|keys are in lower case/,
      );
    },
  );
});

/** Small bodies over which a pass that is not linear takes minutes. */
const long: [what: string, body: string][] = [
  ['hash marks', '#'.repeat(100_000)],
  ['lines of HTML', `## H {after=S01E10}\n${'<b\n'.repeat(100_000)}`],
  ['deep fences', `## H {after=S01E10}\n${'    ```a\n'.repeat(5_000)}`],
  ['braces in a heading', `# ${'{'.repeat(100_000)}}`],
  ['colons in a line', 'a:::'.repeat(100_000)],
  ['neighbors', '||a|| '.repeat(50_000)],
];

test.each(long)('%s take no longer than they are long', (_, body) => {
  expect(processorSeconds(() => seen(recap(body), 0))).toBeLessThan(60);
});
