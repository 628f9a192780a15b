import { basename } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readRecapFrontMatter } from '../../src/model/front-matter.ts';
import { RecapError } from '../../src/model/problem.ts';
import { RECAP_LIMITS, split } from '../../src/model/recap-source.ts';
import { home } from '../support/program.ts';
import recaps from './hostile-recaps.json' with { type: 'json' };
import {
  cached,
  type Outcome,
  runners,
  SHOW_FILE,
  strayFiles,
  twoAtATime,
  watchFirst,
} from './program.ts';
import { fileOf, type HostileRecap } from './translate.ts';

/** Files made to get at gated text, at code, time or memory: a clear error, or read safely. */

const ARTICLE = 'hostile';

/** Where recap's format decides otherwise than the collection, and why. */
const OUR_CLASS: Readonly<Record<string, Class>> = {
  // control characters are taken out before markers are read (docs/format.md), so its gate is a good one
  'nul-in-gate-marker': 'accepted safely',
  // NEL, VT and FF are line ends, a no-break space is white space: the marker is understood
  'nel-vt-ff-gate-line': 'accepted safely',
  'gate-nbsp': 'accepted safely',
  // what stands behind a marker on its line is gated with the rest
  'gate-trailing-text': 'accepted safely',
  // a reader is told nothing that depends on gated text (docs/design.md)
  'gate-text-is-marker-like': 'accepted safely',
};

let runs = 0;
afterAll(() => {
  const own = runs - recaps.cases.length;
  process.stdout.write(
    `\n${recaps.cases.length} hostile recaps in this process, ${own} in one of their own\n`,
  );
});

type Class = 'clear error' | 'accepted safely';

test.each(recaps.cases.map((hostile, index) => [hostile.name, hostile, index] as const))(
  '%s',
  async (name, hostile, index) => {
    const user = home();
    // a name that every object has: nobody has watched it because of that
    const show = name === 'show-proto-name' ? 'constructor' : 'a-test-show';
    user.write(`${show}/show.md`, SHOW_FILE);
    const path = user.write(`${show}/${ARTICLE}.md`, fileOf(hostile));
    watchFirst(user, show);
    const read = ['read', show, ARTICLE];
    const list = ['list', show];
    const commands = [read, [...read, '--json'], list, [...list, '--json']];
    for (const runCase of runners(index)) {
      runs++;
      await expectSafe(await twoAtATime(commands.map((args) => () => runCase(user, args))));
    }
    expect(strayFiles(user)).toEqual([]);
    expect(cached(user)).not.toContain('SPOILERCANARY');

    async function expectSafe(outcomes: readonly Outcome[]) {
      for (const { stdout, stderr, code } of outcomes) {
        const all = stdout + stderr;
        expect(code).toBeOneOf([0, 1, 2]);
        expect(all).not.toMatch(/\n\s+at |internal error/);
        expect(all).not.toContain('SPOILERCANARY');
      }
      const [asText, asJson] = outcomes.map((outcome) => classOf(outcome, basename(path)));
      expect(wanted(hostile)).toContain(asText);
      expect(asJson).toBe(asText);
      if (process.env.MEASURE) {
        const slowest = Math.max(...outcomes.map(({ milliseconds }) => milliseconds));
        process.stderr.write(`${Math.round(slowest)} ms ${name} ${asText}\n`);
      }
    }
  },
);

test('no front matter reaches the prototype of objects', () => {
  const before = Object.getOwnPropertyNames(Object.prototype);
  for (const hostile of recaps.cases) {
    try {
      readRecapFrontMatter(split(fileOf(hostile), RECAP_LIMITS).frontMatter);
    } catch (error) {
      if (!(error instanceof RecapError)) throw error;
    }
  }
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
});

/** A clear error says `recap: …` and names the file, whether or not something public shows. */
function classOf({ stderr, code }: Outcome, file: string): Class | string {
  const isSaid = /^recap: /m.test(stderr) && stderr.includes(file);
  if (isSaid) return 'clear error';
  return code === 0 && stderr === '' ? 'accepted safely' : `exit ${code}: ${stderr}`;
}

function wanted({ name, expected, orElse }: HostileRecap): string[] {
  const ours = OUR_CLASS[name];
  return ours ? [ours] : [expected, orElse ?? expected];
}
