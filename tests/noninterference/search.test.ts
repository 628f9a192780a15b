import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery } from '../../src/search/query.ts';
import { search } from '../../src/search/search.ts';
import { type Result, runHere } from '../support/in-process.ts';
import { pairs } from '../support/pairs.ts';
import { home } from '../support/program.ts';
import { recap, seen } from '../support/recaps.ts';

const queries = fc.constantFrom(
  'word',
  'Delia pushed',
  '"Delia pushed her"',
  'note',
  'gated',
  'a',
  'two',
  'public',
  'nested',
  'the',
);

test('a search finds the same, in the same order, whatever the gated text', () => {
  fc.assert(
    fc.property(pairs, queries, ({ bodies, episodes }, query) => {
      const [one, other] = bodies.map((body) => {
        const views = [recap(body), recap('The public word.', { title: 'Another' })];
        return search(
          views.map((subject) => seen(subject, episodes)),
          parseQuery(query),
        );
      });
      expect(other).toEqual(one);
    }),
    { numRuns: process.env.RECAP_SOAK ? 5_000 : 300 },
  );
});

const FORMS: readonly ((text: string) => string)[] = [
  (text) => `:spoiler[${text}]{after=S01E05}`,
  (text) => `:::spoiler{after=S01E05}\n${text}\n:::`,
  (text) => `## ${text} {after=S01E05 label="x"}\n\n${text}`,
  (text) => `||${text}||`,
];

test('a word that is hidden and one that is nowhere are found alike: not at all', () => {
  const words = fc.stringMatching(/^[a-np-z][a-z]{2,11}$/);
  fc.assert(
    fc.property(
      fc.array(words, { minLength: 1, maxLength: 8 }),
      fc.constantFrom(...FORMS),
      (gated, form) => {
        const subject = recap(`Öffentlich.\n\n${form(gated.join(' '))}`, { title: 'Öffentlich' });
        for (const word of gated) {
          for (const query of [word, word.slice(0, 2), `"${word}"`, gated.join(' ')]) {
            expect(search([seen(subject, 4)], parseQuery(query))).toEqual([]);
            expect(search([seen(subject, 10)], parseQuery(query))).not.toEqual([]);
          }
        }
      },
    ),
    { numRuns: process.env.RECAP_SOAK ? 2_000 : 100 },
  );
});

test('to the byte: stdout, stderr and exit code of the program', async () => {
  const { folder, write } = home();
  const run = (...args: string[]) => runHere(folder, args);
  write('a-show/show.md', '---\ntitle: A Show\nepisodes: [{ code: 1x1 }, { code: 1x2 }]\n---\n');
  write('a-show/s01e01.md', '---\nepisode: S01E01\n---\n## Pylons\n\nKestrels circled quickly.\n');
  write(
    'a-show/x.md',
    '---\ntitle: X\n---\n:spoiler[quartz]{after=S01E02 label="y"}\n\n||zinc||\n',
  );
  const hidden = ['Pylons', 'kestr', 'quartz', 'zinc', 'circled quickly'];
  for (const word of hidden) {
    const nowhere = word.replace(/[a-z]/gi, 'x');
    for (const options of [[], ['--json', '--show', 'a-show']]) {
      const of = ({ stdout, stderr, code }: Result, query: string) => ({
        stdout: stdout.replaceAll(query, 'QUERY'),
        stderr: stderr.replaceAll(query, 'QUERY'),
        code,
      });
      const one = of(await run('search', word, ...options), word);
      expect(one).toEqual(of(await run('search', nowhere, ...options), nowhere));
      expect(one.code).toBe(0);
    }
    const found = await run('search', word, '--show', 'a-show', '--watched', '1x2');
    expect(found.stdout).not.toBe('');
  }
});
