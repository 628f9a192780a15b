import { describe, expect, test } from 'vitest';
import { RecapError } from '../../src/model/problem.ts';
import { bodyText, RECAP_LIMITS, split } from '../../src/model/recap-source.ts';

/** A byte that UTF-8 never has. */
const WRONG = '\xff';

/** A file's bytes, one for each character. */
function file(characters: string): Buffer {
  return Buffer.from(characters, 'latin1');
}

/** The line of the error of reading a file whole. */
function faultLine(bytes: Buffer): number | undefined {
  try {
    bodyText(bytes, split(bytes, RECAP_LIMITS));
    return undefined;
  } catch (error) {
    if (error instanceof RecapError) return error.problem.position.line;
    throw error;
  }
}

describe('a file that is not UTF-8', () => {
  test.each([
    ['in the first line', `---${WRONG}\ntitle: A\n---\nBody\n`, 1],
    ['in the front matter', `---\ntitle: A\r\ntags: [a]\rauthor: ${WRONG}\n---\nBody\n`, 4],
    ['behind dashes that close nothing', `---\ntitle: A\n---${WRONG}\n---\nBody\n`, 3],
  ])('is reported at its line: %s', (_, characters, line) => {
    expect(faultLine(file(characters))).toBe(line);
  });

  test('is reported at the first line of the body, wherever the mistake in the body is', () => {
    const bodies = [`${WRONG}\n\nTold\n`, `Told\n\n${WRONG}\n`, `Told\n\n\n\nand told${WRONG}`];
    const lines = bodies.map((body) => faultLine(file(`---\ntitle: A\n---\n${body}`)));
    expect(lines).toEqual([4, 4, 4]);
  });
});

test.each([
  ['line feeds', '---\ntitle: A\n---\nBody', 'title: A', 4],
  ['carriage returns and line feeds', '---\r\ntitle: A\r\n---\r\nBody', 'title: A', 4],
  ['carriage returns', '---\rtitle: A\rtags: [a]\r---\rBody', 'title: A\ntags: [a]', 5],
  ['white space behind the delimiters', '--- \ntitle: A\n---\t\u3000\nBody', 'title: A', 4],
  ['nothing between the delimiters', '---\n---\nBody', '', 3],
  ['a blank line between them', '---\n\n---\nBody', '', 4],
  ['a byte order mark', '\ufeff---\ntitle: A\n---\nBody', 'title: A', 4],
  ['longer dashes', '---\n----\n --- \n---\nBody', '----\n --- ', 5],
])('front matter ends at its delimiter: %s', (_, text, frontMatter, bodyLine) => {
  const bytes = Buffer.from(text);
  const parts = split(bytes, RECAP_LIMITS);
  expect(parts).toMatchObject({ frontMatter, bodyLine });
  expect(bodyText(bytes, parts)).toBe('Body');
});
