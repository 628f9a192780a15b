import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { recapDraft } from '../../author/draft.ts';
import { schemaAddress } from '../../author/schema.ts';
import type { ShowContents } from '../../gated/show-contents.ts';
import { UserError } from '../../model/user-error.ts';
import { writeNewFile } from '../new-file.ts';

/**
 * Starts a recap of every listed episode that has none.
 *
 * @param folder where the author's own recaps are
 * @returns the paths of the new files, in viewing order
 * @throws {UserError} if the show lists no episodes, or a file cannot be written
 */
export function startMissing({ show, recaps }: ShowContents, folder: string): string[] {
  if (!show.order.isListed) {
    throw new UserError(`${show.title} lists no episodes; add \`episodes:\` to its \`show.md\``);
  }
  const told = new Set(recaps.map(({ head }) => head.episode));
  return show.order.codes.flatMap((episode) => {
    const path = join(folder, show.slug, `${episode.toLowerCase()}.md`);
    // an unreadable file does not count as a recap, but must not be overwritten
    if (told.has(episode) || existsSync(path)) return [];
    const schema = schemaAddress('recap');
    writeNewFile(path, recapDraft({ episode, title: undefined, order: show.order, schema }));
    return [path];
  });
}
