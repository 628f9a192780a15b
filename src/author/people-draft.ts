import type { Recap } from '../gated/recap.ts';
import type { Show } from '../gated/show.ts';
import type { RecapFile } from '../gated/show-contents.ts';
import type { EpisodeCode } from '../model/episode.ts';
import { RecapError } from '../model/problem.ts';
import { UserError } from '../model/user-error.ts';
import { firstNamed, type Telling } from '../people/first-named.ts';
import { toldIn } from '../people/mentions.ts';
import { hasCapitals } from '../people/names-in-text.ts';
import { displayPath } from '../store/disk/display-path.ts';
import { openRecap } from '../store/library/open-recap.ts';
import { veil } from '../veil/veil.ts';

/**
 * A `people.md` to go on with: a section for each name in the recaps of the episodes, gated by the first episode that
 * tells it. `undefined`: there is no name in them, or they are in a script without capitals.
 *
 * @param recaps those of episodes
 * @throws {UserError} naming a recap that cannot be read
 */
export function peopleDraft(show: Show, recaps: readonly RecapFile[]): string | undefined {
  const tellings = tellingsOf(show, recaps);
  if (!hasCapitals(tellings.flatMap(({ passages }) => passages))) return undefined;
  const names = firstNamed(tellings, show.title);
  if (names.length === 0) return undefined;
  const sections = names.map(({ name, after, also }) => {
    const same = also.length === 0 ? '' : ` also="${also.join(', ')}"`;
    return `## ${name} {after=${after}${same}}\n`;
  });
  return [ABOUT, ...sections].join('\n');
}

const ABOUT = `<!-- A section for each person, gated by the first episode that names them. Delete places and whatever else
is nobody, and say below each name who that is, line by line, each line gated by the episode that tells it. -->
`;

/** What each episode is the first to open, in viewing order: a recap opens with its episode, and parts of it later. */
function tellingsOf(show: Show, recaps: readonly RecapFile[]): Telling[] {
  const { order } = show;
  const passages = new Map<EpisodeCode, string[]>();
  for (const file of recaps) {
    const recap = opened(file, show);
    for (const place of placesOf(show, recap)) {
      const told = toldIn([veil(recap, show, { place, showsTitles: false })]);
      const all = passages.get(place) ?? [];
      all.push(...told.flatMap(({ passages }) => passages));
      passages.set(place, all);
    }
  }
  return [...passages]
    .map(([episode, passages]) => ({ episode, passages }))
    .sort((a, b) => order.compare(a.episode, b.episode));
}

/** The places at which something in a recap opens. */
function placesOf(show: Show, recap: Recap): EpisodeCode[] {
  const { episode } = recap.head;
  if (episode === undefined || !show.order.knows(episode)) return [];
  const last = show.order.last ?? episode;
  const { openings } = veil(recap, show, { place: last, showsTitles: false });
  return [...new Set([episode, ...openings.flatMap(({ gate }) => gate ?? [])])];
}

function opened(file: RecapFile, show: Show): Recap {
  try {
    return openRecap(file, show);
  } catch (error) {
    if (!(error instanceof RecapError)) throw error;
    const { position, message } = error.problem;
    throw new UserError(`${displayPath(file.path)}:${position.line}: ${message}`);
  }
}
