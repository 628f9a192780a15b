import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { runHere } from '../support/in-process.ts';
import { type Pair, pairs } from '../support/pairs.ts';
import { SECRETS } from '../support/recaps.ts';
import { call, converse, homeWith, OPENING } from './conversation.ts';

const CODES = Array.from({ length: 10 }, (_, index) => `S01E${String(index + 1).padStart(2, '0')}`);

/** Everything that a client may ask, right and wrong, all at once. */
const CONVERSATION: readonly (object | string)[] = [
  ...OPENING,
  { id: 1, method: 'tools/list' },
  { id: 2, method: 'resources/list' },
  { id: 3, method: 'resources/templates/list' },
  { id: 4, method: 'prompts/list' },
  call(5, 'list_shows'),
  call(6, 'list_recaps', { show: 'a-show' }),
  ...['a-recap', 's01e01', 's01e10', 'told', 'show', 'Title hidden', 'nobody'].flatMap(
    (recap, index) => [
      call(10 + index, 'read_recap', { show: 'a show', recap }),
      { id: 20 + index, method: 'resources/read', params: { uri: `recap://a-show/${recap}` } },
    ],
  ),
  call(30, 'story_so_far', { show: 'a-show' }),
  call(31, 'story_so_far', { show: 'a-show', length: 'short', last: 1 }),
  ...['zelda', 'otto', 'heir', 'word', 'gated', 'the'].map((words, index) =>
    call(40 + index, 'search', { words }),
  ),
  ...['zelda', 'otto', 'somebody', undefined].map((name, index) =>
    call(60 + index, 'who_is', { show: 'a-show', name }),
  ),
  call(70, 'previously', { show: 'a-show' }),
  call(50, 'search', { words: '!!', show: 'a-show' }),
  call(51, 'read_recap', { show: 'a-show' }),
  call(52, 'read_recap', { show: 'a-show', recap: 'a-recap', page: 7 }),
  call(53, 'read_recap', { show: '', recap: '../../x' }),
  call(54, 'set_place', { show: 'a-show' }),
  { id: 55, method: 'resources/read', params: { uri: 'recap://%ZZ/a' } },
  {
    id: 56,
    method: 'completion/complete',
    params: {
      ref: { type: 'ref/resource', uri: 'recap://{show}/{recap}' },
      argument: { name: 'recap', value: '' },
      context: { arguments: { show: 'a-show' } },
    },
  },
  {
    id: 57,
    method: 'prompts/get',
    params: { name: 'who_is', arguments: { show: 'a', name: 'b' } },
  },
  { id: 58, method: 'unknown/method' },
  'this is no JSON',
];
/** Lines that are answered: all that have an identifier. */
const ANSWERS = CONVERSATION.filter(
  (message) => typeof message === 'object' && 'id' in message,
).length;

async function observed(body: string, episodeBody: string, side: 0 | 1, episodes: number) {
  const told =
    episodes < 6 ? ['How Zelda vanished', 'Otto’s heir, a poisoner who poisons'][side] : '';
  const secrets = SECRETS.map((phrase) => `{ phrase: ${phrase}, after: S01E06 }`).join(', ');
  const list = CODES.map((code) => `{ code: ${code}, title: Public }`).join(', ');
  const folder = homeWith({
    'a-show/show.md': `---\ntitle: A Show\nepisodes: [${list}]\nsecrets: [${secrets}]\n---\n${body}`,
    'a-show/told.md': `---\ntitle: Told ${told}\nsummary: ${told}.\n---\nA.`,
    'a-show/a-recap.md': `---\ntitle: A recap\n---\n${body}`,
    'a-show/s01e01.md': `---\nepisode: S01E01\ngist: "First."\n---\n${episodeBody}`,
    'a-show/people.md': `## Somebody {after=S01E01}\n\n- Stays.\n- :spoiler[${['Zelda', 'Otto, of all people'][side]}]{after=S01E10}\n\n## ${['Zelda', 'Otto'][side]} {after=S01E10 also="${['Somebody', 'x, y'][side]}"}\n\n${body}`,
    'a-show/s01e10.md': `---\nepisode: S01E10\nsummary: Public.\ngist: "${['Zelda won.', 'x'][side]}"\n---\n${body}`,
  });
  try {
    const place = episodes === 0 ? '--none' : (CODES[episodes - 1] ?? '');
    await runHere(folder, ['watched', 'a-show', place]);
    return await converse(folder, CONVERSATION, ANSWERS);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Holds whole conversations over pairs of libraries that differ in gated text.
 *
 * @returns how many pairs it took to find a difference, or `null` if there is none
 */
export async function detect(seed: number, cases: number): Promise<number | null> {
  const property = fc.asyncProperty(pairs, async ({ bodies, episodeBodies, episodes }: Pair) => {
    // at the last place nothing is hidden
    fc.pre(episodes < 10);
    const one = await observed(bodies[0], episodeBodies[0], 0, episodes);
    const other = await observed(bodies[1], episodeBodies[1], 1, episodes);
    return one === other;
  });
  const { failed, numRuns } = await fc.check(property, {
    seed,
    numRuns: cases,
    endOnFailure: true,
  });
  return failed ? numRuns : null;
}
