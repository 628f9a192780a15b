import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { openProgress } from '../../src/store/progress/log.ts';
import { ReadingHistory } from '../../src/store/reading/reading-history.ts';
import { type Pair, pairs } from '../support/pairs.ts';
import { code, SECRETS, show } from '../support/recaps.ts';
import { settled } from '../support/settled.ts';

/** What can be observed of a run. */
export interface Observation {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
  /** Every file under the home but the library, and what is in it. */
  readonly files: Record<string, string>;
}

/** Pairs in which something differs, the same in every run. */
export function samplePairs(count: number): Pair[] {
  return fc
    .sample(pairs, { numRuns: count * 2, seed: 11 })
    .filter(({ bodies: [a, b] }) => a !== b)
    .slice(0, count);
}

/** A home for each side of a pair. */
export function homesOf({ bodies, episodeBodies, episodes }: Pair): [string, string] {
  return [
    makeHome(bodies[0], episodeBodies[0], episodes, 0),
    makeHome(bodies[1], episodeBodies[1], episodes, 1),
  ];
}

/** Episodes that are there, one that is not, a show that is not, and words that recaps have. */
const HISTORY = `Title,Date
A Show: Season 1: Episode 1,2/1/21
A Show: Season 1: Episode 2,2/1/21
A Show: Season 1: Episode 5,3/1/21
A Show: Season 1: Delia pushed her,3/1/21
Another: Season 1: word,3/1/21
`;

/** As many episodes as there are up to the one behind whose gate most things are. */
const COUNT =
  '<myanimelist><anime><series_title>A Show</series_title><my_watched_episodes>7</my_watched_episodes></anime></myanimelist>';

/** What an author converts: it is not of the library, so it is the same in both homes. */
const ARTICLE = 'Episode 1\n\nShe arrives.\n\nSpoilers ahead\n\nShe leaves.\n';

/** The device that the reader's place was recorded on. */
const DEVICE = 'another-device';

/** A home with a show of ten episodes, articles and recaps of the first and the last episode, read at a place. */
function makeHome(body: string, episodeBody: string, episodes: number, side: 0 | 1): string {
  const folder = mkdtempSync(join(tmpdir(), 'recap-pair-'));
  const write = (name: string, text: string) => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  // one a year, so that at some places the next one has not aired
  const codes = Array.from({ length: 10 }, (_, index) => {
    return `{ code: 1x${index + 1}, aired: ${2025 + index}-01-01 }`;
  });
  write(
    'library/a-show/show.md',
    `---\ntitle: A Show\nepisodes: [${codes.join(', ')}]\nsecrets: [${secrets(side)}]\n---\n${body}`,
  );
  // titles and summaries that hold a secret are gated text too
  const told =
    episodes < 6 ? ([`How Zelda vanished`, `Otto’s heir, a poisoner who poisons`][side] ?? '') : '';
  write('library/a-show/told.md', `---\ntitle: Told ${told}\nsummary: ${told}.\n---\nA.`);
  write('library/a-show/a-recap.md', `---\ntitle: A recap\n---\n${body}`);
  write('library/a-show/s01e01.md', `---\nepisode: S01E01\n---\n${episodeBody}`);
  write('library/a-show/s01e10.md', `---\nepisode: S01E10\nsummary: Public.\n---\n${body}`);
  write('.config/recap/config.yaml', '# mine\nwidth: 70\nfolders: [~/library]\n');
  const [name, line] = [['Zelda', 'Otto Quint'][side], ['x', 'Knows Otto, of all people.'][side]];
  const people =
    episodes < 10
      ? `- :spoiler[${line}]{after=S01E10}\n\n## ${name} {after=S01E10 also="Ada"}\n`
      : '';
  write('library/a-show/people.md', `## Ada {after=S01E01}\n\n- Stays.\n${people}`);
  write('history.csv', HISTORY);
  write('histories/netflix.csv', HISTORY);
  write('histories/count.xml', COUNT);
  write('histories/other.csv', 'a,b\n1,2\n');
  write('article.txt', ARTICLE);
  const state = join(folder, '.local', 'state', 'recap');
  const place = episodes === 0 ? null : code(episodes);
  new ReadingHistory(state).remember('a-show', 'a-recap', { chunk: 0, characters: 3 }, place);
  if (episodes > 0) {
    const progress = openProgress({ folder: state, device: DEVICE, now: () => new Date(0) });
    progress.confirm(show, code(episodes));
  }
  return folder;
}

/** Both recaps of a pair say one of these; what else is declared tells nothing either. */
function secrets(side: 0 | 1): string {
  const others = [['Ursula sailed'], ['the duke of nowhere']][side] ?? [];
  return [...SECRETS, ...others].map((phrase) => `{ phrase: ${phrase}, after: S01E06 }`).join(', ');
}

/** Waits until all recaps in some homes are old enough to be indexed. */
export function recapsSettled(homes: readonly string[]): Promise<void> {
  return settled(
    ...homes.flatMap((home) => [join(home, 'library'), join(home, '.local/share/recap')]),
  );
}

/** What the program has written: everything but the library that the test made. */
export function filesOf(home: string): Record<string, string> {
  const names = readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(join(home, 'library')));
  return Object.fromEntries(
    names.map((path) => [
      path.slice(home.length).replace(/(?<=recap[/](?:index-|code[/]))[^/]+/, ''),
      content(home, path),
    ]),
  );
}

/**
 * What is in a file, but for what differs between any two homes: times, their paths. The index names
 * the size of each file, which everybody sees who sees the file (docs/design.md). Compiled code differs from run to
 * run; it is made before anything is read.
 */
function content(home: string, path: string): string {
  if (path.endsWith('.code')) return 'code';
  const text = readFileSync(path, 'utf8')
    .replace(/"(?:at|sum|inode)":"[^"]*"/g, '')
    .replaceAll(home, '');
  if (!path.startsWith(join(home, '.cache'))) return text;
  return text.replace(/\d+ \d{13}(?:\.\d+)? \d{13}(?:\.\d+)?/g, 'stamp');
}
