import type { EpisodeCode } from '../model/episode.ts';
import type { AuthorShow } from './author-file.ts';
import type { Finding } from './finding.ts';

/** More runs of episodes than that are counted instead. */
const MOST_RUNS = 8;

/**
 * A note of the listed episodes that have no recap. A fetched show has what its sources had, and nobody is to write
 * the others.
 *
 * @param paths the paths of the show's files by their names without extension
 */
export function missingRecaps(
  { front, show, recaps, isFetched }: AuthorShow,
  paths: ReadonlyMap<string, string>,
): Finding[] {
  if (typeof front !== 'object' || isFetched) return [];
  const told = new Set(recaps.map(({ recap }) => recap.head.episode));
  const { codes } = show.order;
  const missing = codes.filter((code) => !told.has(code) && !paths.has(code.toLowerCase()));
  if (missing.length === 0) return [];
  const runs = runsOf(codes, missing);
  const which =
    runs.length > MOST_RUNS
      ? `${missing.length} of ${codes.length} episodes`
      : runs.map((run) => [...new Set([run[0], run.at(-1)])].join(' to ')).join(', ');
  const message = `no recap yet of ${which}; \`recap new ${show.slug} --all\` starts them`;
  const { file } = front;
  const start = file.valueOf('episodes')?.keyStart ?? 0;
  return [file.finding('show/no-recap', message, file.inFrontMatter(start))];
}

/** Episodes in runs of those that follow each other in the list. */
function runsOf(codes: readonly EpisodeCode[], missing: readonly EpisodeCode[]): EpisodeCode[][] {
  const runs: EpisodeCode[][] = [];
  const isMissing = new Set(missing);
  for (const [index, code] of codes.entries()) {
    if (!isMissing.has(code)) continue;
    const before = codes[index - 1];
    const run = runs.at(-1);
    if (run && before !== undefined && isMissing.has(before)) run.push(code);
    else runs.push([code]);
  }
  return runs;
}
