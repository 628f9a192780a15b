import { join } from 'node:path';
import { hereIn, openAudience } from '../../app/audience.ts';
import { readEpisode } from '../../app/read-episode.ts';
import { recapDraft } from '../../author/draft.ts';
import { keepSchemas, schemaAddress } from '../../author/schema.ts';
import { slugOf } from '../../author/slug.ts';
import { parseEpisodeWords } from '../../model/episode-words.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import { displayPath } from '../../store/disk/display-path.ts';
import type { Library } from '../../store/library/library.ts';
import { sanitizeLine } from '../../text/sanitize.ts';
import type { CommandContext } from '../command.ts';
import { writeNewFile } from '../new-file.ts';
import { type NewShow, startShow } from './show.ts';

/** What the user says about a new recap: an episode or the title of an article. */
export interface NewRecap extends NewShow {
  readonly episode?: string;
  /** The title of an article; its file is named after it. */
  readonly article?: string;
  readonly title?: string;
}

/**
 * Starts the recap of an episode, or an article; a show that the library does not have is started first.
 *
 * @param folder where the author's own recaps are
 * @returns the path of the new file
 * @throws {UserError}; the signal's reason if it was aborted
 */
export async function startRecap(
  { host, output }: Pick<CommandContext, 'host' | 'output'>,
  library: Library,
  folder: string,
  given: NewRecap,
  signal: AbortSignal,
): Promise<string> {
  const { show: query, episode } = given;
  const known = await knownShow(library, query);
  // errors in the command come before anything is written
  const words = parseEpisodeWords(episode ?? '');
  if (episode !== undefined && (!words || (!known && words.kind !== 'code'))) {
    throw new UserError(`\`${episode}\` is not an episode; write it as \`S01E04\``, EXIT.usage);
  }
  const { slug, order } = known ?? (await startShow({ host, output }, folder, given, signal));
  const code =
    known && episode !== undefined
      ? readEpisode(episode, known, hereIn(openAudience(host, {}), known))
      : words?.kind === 'code'
        ? words.code
        : undefined;
  const title = given.article ?? given.title;
  const name = code?.toLowerCase() ?? slugOf(title ?? '');
  if (name === undefined) {
    throw new UserError('the title has no letter or digit to name a file after', EXIT.usage);
  }
  const draft = recapDraft({
    episode: code,
    title: title === undefined ? undefined : sanitizeLine(title),
    order,
    schema: schemaAddress('recap'),
  });
  const path = join(folder, slug, `${name}.md`);
  const hidden = library.listFiles(slug).get(name);
  writeNewFile(path, draft);
  keepSchemas(folder);
  if (hidden !== undefined && hidden !== path) {
    output.say(`${displayPath(hidden)} is hidden as long as this file exists`);
  }
  return path;
}

/** The show that is meant, if the library has it; a name that is only alike may be a new show. */
async function knownShow(library: Library, query: string) {
  const wanted = slugOf(query);
  return (await library.listShows()).find(
    ({ slug, title }) =>
      slug === query.toLowerCase() || slug === wanted || slugOf(title) === wanted,
  );
}
