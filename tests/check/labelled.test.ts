import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type CaseKind, type CasePlace, readLabelledShows } from './labelled/labelled-set.ts';
import { type Judged, type Score, scoreOf, Trial } from './labelled/measure.ts';

const folder = mkdtempSync(join(tmpdir(), 'recap-labelled-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const shows = readLabelledShows();
/** Each show with its recaps in full and in short. */
const trials = shows.flatMap((show) =>
  (['full', 'short'] as const).map((length) => ({ show, trial: new Trial(show, length, folder) })),
);
/** RECAP_LABELLED=list prints what was judged wrong, of the half that may be looked at. */
const judged = trials.flatMap(({ show, trial }) => show.cases.map((one) => trial.judge(one)));

const KINDS: readonly CaseKind[] = ['name', 'everyday', 'multiword', 'event'];
const PLACES: readonly CasePlace[] = [
  'label',
  'heading',
  'title',
  'summary',
  'tag',
  'body',
  'recap',
];

test('has at least 150 cases, two fifths of them events and a third of them near-misses', () => {
  const cases = shows.flatMap((show) => show.cases);
  const events = cases.filter(({ kind }) => kind === 'event');
  const misses = cases.filter(({ tells }) => tells === undefined);
  expect(cases.length).toBeGreaterThanOrEqual(150);
  expect(events.length / cases.length).toBeGreaterThanOrEqual(0.4);
  expect(misses.length / cases.length).toBeGreaterThanOrEqual(0.33);
});

test('prints the figures by half, length, kind and place', () => {
  const rows = [
    ['all', () => true],
    ...(['full', 'short'] as const).map((length) => [length, of('length', length)] as const),
    ...KINDS.map((kind) => [kind, ofCase('kind', kind)] as const),
    ...PLACES.map((place) => [place, ofCase('place', place)] as const),
    ...FLOORS.map(([name, isIn]) => [name, isIn] as const),
  ] as const;
  const lines = rows.map(([name, isIn]) => {
    const halves = [false, true].map((isHeldOut) => {
      return cells(scoreOf(judged.filter(ofCase('isHeldOut', isHeldOut)).filter(isIn)));
    });
    return `  ${name.padEnd(10)} ${halves.join('   held out ')}\n`;
  });
  process.stdout.write(`\n${lines.join('')}`);
  if (process.env.RECAP_LABELLED === 'list') process.stdout.write(wrong());
  expect(lines).toHaveLength(18);
});

const SHORT_TEXTS: readonly CasePlace[] = ['label', 'heading', 'title', 'summary', 'tag'];

/** The least that each half has to reach. A name in an earlier recap is told there, so nothing can find it. */
const FLOORS: readonly (readonly [
  of: string,
  isIn: (one: Judged) => boolean,
  precision: number,
  recall: number,
])[] = [
  ['all cases', () => true, 0.9, 0.72],
  ['names', ({ labelled: { kind, place } }) => kind !== 'event' && place !== 'recap', 0.9, 0.9],
  ['events', ofCase('kind', 'event'), 0.9, 0.62],
  [
    'labels, headings, titles, summaries and tags',
    ({ labelled: { place } }) => SHORT_TEXTS.includes(place),
    0.9,
    0.8,
  ],
];

describe.each([
  ['may be looked at', false],
  ['is held out', true],
])('in the half that %s', (_, isHeldOut) => {
  const half = judged.filter(ofCase('isHeldOut', isHeldOut));
  test.each(FLOORS)('%s are judged above the floors', (_name, isIn, precision, recall) => {
    const score = scoreOf(half.filter(isIn));
    expect(score.precision).toBeGreaterThanOrEqual(precision);
    expect(score.recall).toBeGreaterThanOrEqual(recall);
  });
});

test.each(trials)('$show.name has no leak without a case', ({ trial }) => {
  expect(trial.findings()).toEqual([]);
});

function of<K extends keyof Judged>(key: K, value: Judged[K]) {
  return (one: Judged) => one[key] === value;
}

function ofCase<K extends keyof Judged['labelled']>(key: K, value: Judged['labelled'][K]) {
  return ({ labelled }: Judged) => labelled[key] === value;
}

function cells({ leaks, nearMisses, precision, recall }: Score): string {
  return `precision ${precision.toFixed(2)} recall ${recall.toFixed(2)} (${leaks} leaks, ${nearMisses} near-misses)`;
}

/** What was judged wrong of the half that may be looked at. */
function wrong(): string {
  return judged
    .filter(({ labelled, isFound }) => !labelled.isHeldOut && isFound !== !!labelled.tells)
    .map(({ labelled: { kind, place, opens, tells, text }, length, isFound }) => {
      const what = isFound ? 'false ' : 'missed';
      return `  ${what} ${length} ${kind} ${place} ${opens ?? '-'} ${tells ?? '-'} ${text}\n`;
    })
    .join('');
}
