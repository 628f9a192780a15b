import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reportJson, reportText } from '../../src/cli/import-report.ts';
import { HISTORY_FORMATS } from '../../src/history/formats.ts';
import { propose } from '../../src/history/propose.ts';
import { tallyOf } from '../support/history.ts';
import { code, show, TITLES } from '../support/recaps.ts';

/** What an import of these titles prints, as text and as JSON, for a reader at a place. */
async function report(titles: readonly string[], episodes: number): Promise<string> {
  const cells = titles.map((title) => `"${title.replaceAll('"', '""')}","3/1/21"`);
  const counted = await tallyOf([`Title,Date\n${cells.join('\n')}\n`], [show]);
  const progress = { through: episodes === 0 ? null : code(episodes), shouldAsk: false };
  const plans = counted.shows.map((tally) => ({
    show: tally.show,
    tally,
    proposal: propose(show.order, progress, tally),
  }));
  const read = { formats: HISTORY_FORMATS.slice(0, 1), files: 1, leftOut: [] };
  return `${reportText(plans, counted, read)}${JSON.stringify(reportJson(plans, counted, read, new Set()))}`;
}

/** What a row may say that is nobody else's business, filled in twice. */
const secrets = fc
  .uniqueArray(fc.stringMatching(/^[a-z]{12}$/), { minLength: 2, maxLength: 2 })
  .map(([one = '', other = '']) => [one, other] as const);

const row = fc.oneof(
  secrets.map((pair) => pair.map((secret) => `A Show: Season 1: ${secret}`)),
  secrets.map((pair) => pair.map((secret) => `${secret} never heard of`)),
  secrets.map((pair) => pair.map((secret) => `A Show: ${secret}: One`)),
  secrets.map((pair) => pair.map((secret) => `\u001b[2J${secret}\u202e: x`)),
  fc.integer({ min: 1, max: 10 }).map((number) => {
    const text = `A Show: Season 1: ${TITLES[number - 1]}`;
    return [text, text];
  }),
);

test('rows that are not matched have no effect on a report but their number', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 12 }),
      fc.nat(10),
      async (rows, episodes) => {
        const [one, other] = await Promise.all(
          [0, 1].map((side) =>
            report(
              rows.map((pair) => pair[side] ?? ''),
              episodes,
            ),
          ),
        );
        expect(other).toBe(one);
        expect(one).not.toContain('\u001b');
      },
    ),
    { numRuns: process.env.RECAP_SOAK ? 5_000 : 250 },
  );
});

test('no title of an episode is in a report', async () => {
  const titles = [...TITLES];
  await fc.assert(
    fc.asyncProperty(
      fc.subarray(titles, { minLength: 1 }),
      fc.nat(10),
      async (watched, episodes) => {
        const printed = await report(
          watched.map((title) => `A Show: ${title}`),
          episodes,
        );
        expect(printed).not.toMatch(new RegExp(`\\b(?:${titles.join('|')})\\b`));
      },
    ),
  );
});
