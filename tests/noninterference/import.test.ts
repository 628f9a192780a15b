import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reportJson, reportText } from '../../src/cli/import-report.ts';
import { Matcher } from '../../src/history/match.ts';
import { propose } from '../../src/history/propose.ts';
import { readHistory } from '../../src/history/recognise.ts';
import { tally } from '../../src/history/tally.ts';
import { code, show, TITLES } from '../support/recaps.ts';

/** What an import of these titles prints, as text and as JSON, for a reader at a place. */
function report(titles: readonly string[], episodes: number): string {
  const cells = titles.map((title) => `"${title.replaceAll('"', '""')}","3/1/21"`);
  const read = readHistory(`Title,Date\n${cells.join('\n')}\n`);
  const counted = tally(read ? [read.history] : [], new Matcher([show]));
  const standing = { through: episodes === 0 ? null : code(episodes), shouldAsk: false };
  const plans = counted.shows.map((tally) => ({
    show: tally.show,
    tally,
    proposal: propose(show.order, standing, tally),
  }));
  const shapes = read ? [read.shape] : [];
  return `${reportText(plans, counted, shapes)}${JSON.stringify(reportJson(plans, counted, shapes, new Set()))}`;
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

test('rows that are not matched have no effect on a report but their number', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), fc.nat(10), (rows, episodes) => {
      const [one, other] = [0, 1].map((side) =>
        report(
          rows.map((pair) => pair[side] ?? ''),
          episodes,
        ),
      );
      expect(other).toBe(one);
      expect(one).not.toContain('\u001b');
    }),
    { numRuns: 1000 },
  );
});

test('no title of an episode is in a report', () => {
  const titles = [...TITLES];
  fc.assert(
    fc.property(fc.subarray(titles), fc.nat(10), (watched, episodes) => {
      const printed = report(
        watched.map((title) => `A Show: ${title}`),
        episodes,
      );
      expect(printed).not.toMatch(new RegExp(`\\b(?:${titles.join('|')})\\b`));
    }),
  );
});
