import { join } from 'node:path';
import { isFetchedPage } from '../../app/page-name.ts';
import { peopleDraft } from '../../author/people-draft.ts';
import type { ShowContents } from '../../gated/show-contents.ts';
import { PEOPLE } from '../../model/people.ts';
import { UserError } from '../../model/user-error.ts';
import { displayPath } from '../../store/disk/display-path.ts';
import type { Library } from '../../store/library/library.ts';
import { writeNewFile } from '../new-file.ts';

/**
 * Writes a `people.md` that starts from the names in the recaps of a show's episodes. It looks behind every gate, so
 * recaps that were fetched, not written by the author, are left out.
 *
 * @param folder where the author's own recaps are
 * @returns the path of the new file
 * @throws {UserError} if there is a `people.md` already, or no name
 */
export function startPeople(library: Library, contents: ShowContents, folder: string): string {
  const { show, recaps } = contents;
  const path = join(folder, show.slug, `${PEOPLE}.md`);
  if (contents.people) {
    throw new UserError(`${displayPath(contents.people.path)} already exists; not overwritten`);
  }
  const fetched = library
    .listLayers(show.slug)
    .filter(({ folder }) => folder.isFetched)
    .map(({ folder }) => join(folder.path, '/'));
  const own = recaps.filter(
    ({ head, path }) =>
      head.episode !== undefined &&
      !fetched.some((folder) => path.startsWith(folder)) &&
      !isFetchedPage(path),
  );
  if (own.length === 0) {
    throw new UserError(
      recaps.length === 0
        ? `${show.title} has no recaps yet; start one with \`recap new ${show.slug} S01E01\``
        : `the recaps of ${show.title} were fetched; \`recap who\` finds the people in them without a \`people.md\``,
    );
  }
  const draft = peopleDraft(show, own);
  if (draft === undefined) {
    throw new UserError(`no names were found in the recaps of ${show.title}'s episodes`);
  }
  writeNewFile(path, draft);
  return path;
}
