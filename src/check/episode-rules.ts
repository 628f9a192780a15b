import type { EpisodeCode } from '../model/episode.ts';
import { parseEpisodeCode } from '../model/episode.ts';
import type { ViewingOrder } from '../model/order.ts';
import { yamlValues } from '../model/yaml-places.ts';
import type { AuthorFile, AuthorRecap } from './author-file.ts';
import type { Finding, Place } from './finding.ts';

/** Episodes that the show does not list, that have two recaps, or that a file's name contradicts. */
export function episodeFindings(recaps: readonly AuthorRecap[], order: ViewingOrder): Finding[] {
  const first = new Map<EpisodeCode, Place>();
  return recaps.flatMap(({ file, frontMatter }) => {
    const found: Finding[] = [];
    for (const key of ['episode', 'after'] as const) {
      const code = frontMatter[key];
      if (code === undefined || order.knows(code)) continue;
      found.push(
        file.finding(
          'episode/unknown',
          `the show lists no such episode, so this never opens; add it to \`episodes\` of \`show.md\` or mend the code`,
          placeOf(file, key),
        ),
      );
    }
    const { episode } = frontMatter;
    if (episode === undefined) return found;
    const at = placeOf(file, 'episode');
    const before = first.get(episode);
    if (!before) first.set(episode, at);
    else {
      const related = { at: before, message: 'the other recap of it' };
      const message = 'this episode has a recap already; keep one of them, or make one an article';
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
  const value = yamlValues(file.frontMatter).find(
    ({ path }) => path.length === 1 && path[0] === key,
  );
  return file.inFrontMatter(value?.start ?? 0);
}
