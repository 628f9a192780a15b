import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { severityOf } from '../../src/check/rules.ts';
import { recap, seen } from '../support/recaps.ts';

const root = mkdtempSync(join(tmpdir(), 'recap-docs-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const examples = Array.from(
  readFileSync('docs/format.md', 'utf8').matchAll(/^```markdown\n([\s\S]*?)^```$/gm),
  ([, example = '']) => example,
);
const bodies = examples.filter((example) => !example.startsWith('---'));
const files = examples.filter((example) => example.startsWith('---'));

const SHOW = `---\ntitle: A Show\nepisodes: [${Array.from({ length: 10 }, (_, n) => `{ code: 1x${n + 1} }`).join(', ')}]\n---\nHello.\n`;

/** The errors that the checker finds in a show of these files. */
function errors(show: Record<string, string>): string[] {
  const folder = join(mkdtempSync(join(root, 'library-')), 'a-show');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(show)) writeFileSync(join(folder, name), text);
  return check([folder], [])
    .findings.filter(({ rule }) => severityOf(rule) === 'error')
    .map(({ rule, at }) => `${rule} ${at.line}`);
}

test('docs/format.md has an example for every form', () => {
  expect(bodies.length).toBeGreaterThanOrEqual(9);
  expect(files.length).toBeGreaterThanOrEqual(4);
});

describe('every example of a spoiler hides something at first and nothing at last', () => {
  test.each(bodies)('%s', (body) => {
    expect(seen(recap(body), 0).curtains.length).toBeGreaterThan(0);
    expect(seen(recap(body), 10).curtains).toEqual([]);
    expect(errors({ 'show.md': SHOW, 'a.md': `---\ntitle: A\n---\n${body}` })).toEqual([]);
  });
});

describe('every example of a file is one', () => {
  test.each(files)('%s', (text) => {
    const show = text.includes('episodes:') ? text : SHOW;
    const others = text.includes('episodes:') ? {} : { 'a.md': text };
    const known = text.includes('episodes:') ? /^secret\/unknown-episode/ : /^$/;
    expect(errors({ 'show.md': show, ...others }).filter((error) => !known.test(error))).toEqual(
      [],
    );
  });
});
