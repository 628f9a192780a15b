import { afterAll, describe, expect, test } from 'vitest';
import { lookAlikeFindings } from '../../src/check/look-alikes.ts';
import { flatBody } from '../../src/check/passages.ts';
import { severityOf } from '../../src/check/rules.ts';
import { authorRecapOf } from '../support/author.ts';
import { recap, seen, show, visible } from '../support/recaps.ts';

/**
 * One slip of the keyboard in the markers of one of three spoilers: a character missing, doubled or swapped with
 * the next, or a space too many. It must not show what the two others hide; what its own spoiler hides is
 * hidden, or `recap check` reports an error.
 */
interface Form {
  readonly name: string;
  /** The spoiler around words; the markers are what it adds to them. */
  readonly write: (words: string) => string;
  /** What parts the three. */
  readonly gap: string;
}

const FORMS: readonly Form[] = [
  { name: 'words', write: (words) => `a :spoiler[${words}] b`, gap: ' and ' },
  {
    name: 'words with a gate',
    write: (words) => `a :spoiler[${words}]{after=S01E10} b`,
    gap: ' and ',
  },
  {
    name: 'words in paragraphs',
    write: (words) => `a :spoiler[${words}]{after=S01E10} b`,
    gap: '\n\n',
  },
  {
    name: 'a block',
    write: (words) => `:::spoiler{after=S01E10}\n${words}\n\n${words}\n:::`,
    gap: '\n\n',
  },
  {
    name: 'a block with a label',
    write: (words) => `:::spoiler{after=S01E10 label="x"}\n${words}\n:::`,
    gap: '\n',
  },
  { name: 'Lemmy', write: (words) => `::: spoiler Title\n${words}\n\n${words}\n:::`, gap: '\n\n' },
  {
    name: 'a section',
    write: (words) => `## A {after=S01E10}\n\n${words}\n\n${words}`,
    gap: '\n\n## Pub\n\nPub.\n\n',
  },
  {
    name: 'a section of rank 1',
    write: (words) => `# A {after=S01E10}\n${words}`,
    gap: '\n\n# Pub\n\n',
  },
  { name: 'bars', write: (words) => `a ||${words}|| b`, gap: ' and ' },
  { name: 'bars alone', write: (words) => `||${words}||`, gap: ' ' },
  { name: 'bars in paragraphs', write: (words) => `a ||${words}|| b`, gap: '\n\n' },
  { name: 'bars in a table', write: (words) => `| a | ||${words}|| |`, gap: '\n' },
  { name: 'bars with a gate', write: (words) => `a ||${words}||{after=S01E10} b`, gap: ' and ' },
  { name: 'Reddit', write: (words) => `a >!${words}!< b`, gap: ' and ' },
  { name: 'Reddit in paragraphs', write: (words) => `>!${words}!<`, gap: '\n\n' },
  { name: 'Reddit with a gate', write: (words) => `a >!${words}!<{after=S01E10} b`, gap: '\n\n' },
  { name: 'Stack Exchange', write: (words) => `>! ${words}\n>! ${words}`, gap: '\n\nPub.\n\n' },
  { name: 'a tag', write: (words) => `[spoiler]${words}[/spoiler]`, gap: ' and ' },
  {
    name: 'a tag over lines',
    write: (words) => `[spoiler]\n${words}\n\n${words}\n[/spoiler]`,
    gap: '\n\n',
  },
  {
    name: 'a tag with a title',
    write: (words) => `[spoiler=Title]${words}[/spoiler]`,
    gap: '\n\n',
  },
  {
    name: 'details',
    write: (words) => `<details><summary>Title</summary>\n\n${words}\n\n</details>`,
    gap: '\n\n',
  },
  { name: 'details on a line', write: (words) => `<details>${words}</details>`, gap: ' and ' },
];

/** All slips in a text, but for those in the words between the markers. */
function slips(written: string, words: string): string[] {
  const isWords = new Array<boolean>(written.length).fill(false);
  for (let at = written.indexOf(words); at >= 0; at = written.indexOf(words, at + 1)) {
    isWords.fill(true, at, at + words.length);
  }
  const found = new Set<string>();
  for (let at = 0; at < written.length; at++) {
    const [letter, next] = [written[at] ?? '', written[at + 1] ?? ''];
    const isMarker = !isWords[at] && /[^\s]/.test(letter) && isNearMarker(written, at);
    if (!isMarker) continue;
    found.add(written.slice(0, at) + written.slice(at + 1));
    found.add(written.slice(0, at) + letter + written.slice(at));
    found.add(`${written.slice(0, at)} ${written.slice(at)}`);
    found.add(`${written.slice(0, at + 1)} ${written.slice(at + 1)}`);
    if (next) found.add(written.slice(0, at) + next + letter + written.slice(at + 2));
    const before = written[at - 1];
    if (before) found.add(written.slice(0, at - 1) + letter + before + written.slice(at + 1));
  }
  found.delete(written);
  return [...found];
}

/** Whether a letter belongs to a marker: the words around, titles and labels are none. */
function isNearMarker(written: string, at: number): boolean {
  const word = /[\p{L}\p{N}]/u.test(written[at] ?? '');
  if (!word) return !/[.]/.test(written[at] ?? '');
  return (
    /spoiler|after|label|S01E10|details|summary/.test(written.slice(Math.max(0, at - 8), at + 8)) &&
    !/^(?:Title|x|a|b|A)$/.test(wordAt(written, at))
  );
}

function wordAt(written: string, at: number): string {
  const from = /[\p{L}\p{N}]*$/u.exec(written.slice(0, at))?.[0].length ?? 0;
  return /^[\p{L}\p{N}]*/u.exec(written.slice(at - from))?.[0] ?? '';
}

function isReported(body: string): boolean {
  const author = authorRecapOf(body);
  const rules = [
    ...author.recap.problems.map(({ rule }) => rule),
    ...lookAlikeFindings(author.file, flatBody(author, show.order)).map(({ rule }) => rule),
  ];
  return rules.some((rule) => severityOf(rule) === 'error');
}

describe('one slip shows nobody else’s words, and its own only with an error', () => {
  const count = { slips: 0, others: 0, own: 0, silent: 0 };
  afterAll(() => {
    process.stdout.write(
      `\n${count.slips} slips: another spoiler's words shown in ${count.others}, their own in ${count.own}, of which ${count.silent} without an error\n`,
    );
  });

  test.each(FORMS)('$name', ({ write, gap }) => {
    const names = ['FIRSTWORD', 'SECONDWORD', 'THIRDWORD'];
    const problems: string[] = [];
    for (const [index, name] of names.entries()) {
      for (const slip of slips(write(name), name)) {
        const body = names.map((own, n) => (n === index ? slip : write(own))).join(gap);
        const text = visible(seen(recap(`${body}\n`), 0));
        count.slips++;
        const shown = names.filter((other) => text.includes(other.slice(1, -1)));
        if (shown.some((other) => other !== name)) {
          count.others++;
          problems.push(`another: ${JSON.stringify(body)}`);
        }
        if (!shown.includes(name)) continue;
        count.own++;
        if (isReported(body)) continue;
        count.silent++;
        problems.push(`silent: ${JSON.stringify(body)}`);
      }
    }
    expect(problems).toEqual([]);
  });
});
