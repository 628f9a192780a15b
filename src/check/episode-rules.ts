import type { EpisodeCode } from '../model/episode.ts';
import { parseEpisodeCode } from '../model/episode.ts';
import type { ViewingOrder } from '../model/order.ts';
import type { AuthorFile, AuthorRecap } from './author-file.ts';
import type { Finding, Place } from './finding.ts';

/** Episodes that the show does not list. */
export function episodeFindings(
  { file, frontMatter }: AuthorRecap,
  order: ViewingOrder,
): Finding[] {
  return (['episode', 'after'] as const).flatMap((key) => {
    const code = frontMatter[key];
    if (code === undefined || order.knows(code)) return [];
    const message =
      'the show has no such episode, so this never opens; fix the code, or add the episode to `show.md`';
    return file.finding('episode/unknown', message, placeOf(file, key));
  });
}

/** Episodes that have two recaps, or that a file's name contradicts. */
export function duplicateFindings(recaps: readonly AuthorRecap[]): Finding[] {
  const first = new Map<EpisodeCode, Place>();
  return recaps.flatMap(({ file, frontMatter: { episode } }) => {
    if (episode === undefined) return [];
    const found: Finding[] = [];
    const at = placeOf(file, 'episode');
    const before = first.get(episode);
    if (!before) first.set(episode, at);
    else {
      const related = { at: before, message: 'the other recap' };
      const message = 'this episode has another recap; keep one of them, or make one an article';
      found.push(file.finding('episode/duplicate', message, at, related));
    }
    const named = parseEpisodeCode(file.slug);
    if (named && named !== episode) {
      const message = 'the file name has a different episode; rename the file or fix the code';
      found.push(file.finding('episode/file-name', message, at));
    }
    return found;
  });
}

/** Where the value of a key stands. */
function placeOf(file: AuthorFile, key: string): Place {
  return file.inFrontMatter(file.valueOf(key)?.start ?? 0);
}
