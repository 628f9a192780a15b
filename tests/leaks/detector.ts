import fc from 'fast-check';
import { recapJson } from '../../src/app/recap-json.ts';
import { Body } from '../../src/reader/body.ts';
import { outlineOf } from '../../src/reader/outline.ts';
import { header } from '../../src/render/header.ts';
import { Layout } from '../../src/render/layout.ts';
import { ReadingHistory } from '../../src/store/reading/reading-history.ts';
import { markdownOf } from '../../src/veil/plain-marks.ts';
import { neighbors, pairs } from '../support/pairs.ts';
import { readerOn } from '../support/reader.ts';
import { code, recap, seen, show } from '../support/recaps.ts';

/** Everything that a reader at a place can see of a recap, as text; errors included. */
async function observed(body: string, episodes: number): Promise<string> {
  try {
    const subject = recap(body);
    // what was seen at another place has no effect on what is seen at this one
    const isSame = seen(subject, 10).text === seen(recap(body), 10).text;
    const view = seen(subject, episodes);
    const looks = { width: 60, isAscii: false };
    const place = episodes === 0 ? null : code(episodes);
    // the article was read before anything had been watched
    const reading = new ReadingHistory(undefined);
    reading.remember('a-show', 'a-recap', { chunk: 0, characters: 0 }, null);
    const size = { columns: 60, rows: 16 };
    const reader = await readerOn(body, episodes, size, null, undefined, undefined, { reading });
    const screens: string[] = [JSON.stringify([...(reader.state.news.get('a-show') ?? [])])];
    for (const key of ['tab', 'enter', 'escape', 'end', 't']) {
      await reader.press(key);
      screens.push(reader.screen());
    }
    await reader.press('escape', 'm', 'a', 'q');
    const kept = [...reader.state.bookmarks, reading.of('a-show', 'a-recap')];
    return JSON.stringify([
      kept,
      view,
      header(view, place, looks),
      new Layout(view, looks).lines(),
      recapJson(view, show, place),
      outlineOf(new Body(view, looks)),
      screens,
      isSame,
    ]);
  } catch (error) {
    return `error: ${error instanceof Error ? error.message : 'unknown'}`;
  }
}

/** The numbers of episodes at which something is open, told by the curtains and openings of a small recap. */
const GATES: readonly (readonly [body: string, episodes: number, text: RegExp])[] = [
  [':spoiler[SECRET]{after=S01E03}', 2, /SECRET/],
  ['||SECRET||', 9, /SECRET/],
  [':spoiler[SECRET]{after=S09E09}', 10, /SECRET/],
  [':::spoiler{after=S01E05}\n:spoiler[SECRET]{after=S01E01}\n:::', 4, /SECRET/],
  [':::spoiler{after=S01E02}\n:spoiler[SECRET]{after=S01E06}\n:::', 5, /SECRET/],
  [':::spoiler{after=S01E05}\n||SECRET||\n:::', 4, /SECRET/],
  [':::spoiler{after=S01E05}\n```\n:::\nSECRET\n```\n:::', 4, /SECRET/],
  [':::spoiler{after=S01E05}\n||a\n:::\nSECRET||\n:::', 4, /SECRET/],
  ['\u200b:\u200b::spoiler{after=S01E05}\nSECRET\n:::', 4, /SECRET/],
  // slips of the keyboard, and other programs' spoilers
  ['He is |SECRET|| and ||SECRET||.', 9, /SECRET/],
  ['| a || b |\n\n||SECRET||', 9, /SECRET/],
  ['## The end\n\n{after=S01E10}\n\nSECRET\n\n## Next', 9, /SECRET/],
  ['{after=S01E10}\n\n## The end\n\nSECRET', 9, /SECRET/],
  ['- a {after=S01E10}\n\n  SECRET', 9, /SECRET/],
  ['>! He did it!<br>SECRET', 9, /SECRET/],
  ['x [spoiler=SECRET] y', 9, /SECRET/],
  ['x [spoiler: SECRET]y[/spoiler]', 9, /SECRET/],
  [':::spoiler{after=S01E10}\n<!--\n:::\n-->\nSECRET', 9, /SECRET/],
  ['｜｜SECRET｜｜ and &gt;!SECRET!&lt;', 9, /SECRET/],
  ['She :spolier[SECRET]', 9, /SECRET/],
  ['> [!spoiler] a\n> SECRET', 9, /SECRET/],
  [':spoiler[he ]SECRET]{after=S01E10}', 9, /SECRET/],
];

/** Whether something is in JSON that no page shows, or a reader is told of something that a peek shows. */
function isTold(): boolean {
  const body = 'a <!-- SECRET --> [b](c "SECRET") <i title="SECRET">d</i>\n\n[e]: f "SECRET"';
  if (/SECRET/.test(markdownOf(seen(recap(body), 10)))) return true;
  try {
    return seen(recap(':::spoiler{after=finale}\nb\n:::'), 10, ['0']).isFaulty;
  } catch {
    return false; // an error is compared with that of another recap, below
  }
}

/** What is printed, and what programs get, of a body whose curtains are closed. */
function shown(body: string): string {
  const view = seen(recap(body), 4);
  return JSON.stringify([
    markdownOf(view),
    new Layout(view, { width: 60, isAscii: false }).lines(),
  ]);
}

/**
 * Looks for a leak with one seed.
 *
 * @returns how many cases it took, or `null` if all of them passed
 */
export async function detect(seed: number, cases: number): Promise<number | null> {
  for (const [body, episodes, text] of GATES) {
    if (text.test(await observed(body, episodes))) return 0;
  }
  if (isTold()) return 0;
  const same = fc.property(neighbors, ([one, several]) => shown(one) === shown(several));
  const neighbor = fc.check(same, { seed, numRuns: 50, endOnFailure: true });
  if (neighbor.failed) return neighbor.numRuns;
  const property = fc.asyncProperty(pairs, async ({ bodies: [a, b], episodes }) => {
    return (await observed(a, episodes)) === (await observed(b, episodes));
  });
  const { failed, numRuns } = await fc.check(property, {
    seed,
    numRuns: cases,
    endOnFailure: true,
  });
  return failed ? numRuns : null;
}
