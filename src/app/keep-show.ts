import { join } from 'node:path';
import { slugOf } from '../author/slug.ts';
import { isSameShow } from '../model/same-show.ts';
import { UserError } from '../model/user-error.ts';
import type { ShowDraft } from '../sources/show-draft.ts';
import { showFiles } from '../sources/show-files.ts';
import {
  type AddedShow,
  addedShows,
  currentFiles,
  RECORD_FILE,
  type ShowRecord,
} from '../store/added/added-show.ts';
import { writeShow } from '../store/added/write-show.ts';
import { errno } from '../store/disk/errno.ts';
import { fileErrorWords } from '../store/disk/file-error.ts';

/** What identifies a show in the library, to decide whether a fetched one is the same. */
interface KnownShow {
  readonly slug: string;
  readonly id: string | null;
  readonly title: string;
  readonly year: number | null;
}

export interface KeepOptions {
  /** The folder of added shows. */
  readonly root: string;
  /** The names of the sources used. */
  readonly sources: readonly string[];
  /** The shows in the library, including added ones. */
  readonly known: readonly KnownShow[];
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly signal: AbortSignal;
}

export interface KeptShow {
  readonly slug: string;
  /** `unchanged`: nothing was written. */
  readonly outcome: 'added' | 'updated' | 'unchanged';
  readonly episodes: number;
  /** The number of new episodes. */
  readonly newEpisodes: number;
  /** The number of episodes with a text. */
  readonly told: number;
}

/**
 * Stores a fetched show among the added ones: all of it, or nothing if a file cannot be written or nothing has changed.
 *
 * @throws {UserError} if it cannot be written; the signal's reason if it was aborted; the error of a file that cannot be read
 */
export async function keepShow(draft: ShowDraft, options: KeepOptions): Promise<KeptShow> {
  const { root, known, today, sources, signal } = options;
  const added = addedShows(root);
  const before = added.find(({ record }) => record.id === draft.id);
  const slug = before?.slug ?? freeSlug(draft, known, added);
  const folder = join(root, slug);
  const old = before === undefined ? new Map<string, string>() : currentFiles(folder);
  const files = unlessChanged(showFiles(draft, today), old);
  const oldIds = new Set(before?.record.episodes.map(({ id }) => id));
  const told = draft.episodes.filter(({ summary, plot }) => summary ?? plot).length;
  files.set(RECORD_FILE, `${JSON.stringify(recordOf(draft, sources, told), null, 1)}\n`);
  const kept = {
    slug,
    episodes: draft.episodes.length,
    newEpisodes: draft.episodes.filter(({ id }) => !oldIds.has(id)).length,
    told,
  };
  if (isSame(files, old)) return { ...kept, outcome: 'unchanged' };
  try {
    await writeShow(folder, files, signal);
  } catch (error) {
    if (signal.aborted) throw error;
    const why = fileErrorWords(errno(error));
    throw new UserError(`the show could not be written: ${why}; nothing was changed`);
  }
  return { ...kept, outcome: before === undefined ? 'added' : 'updated' };
}

function recordOf(draft: ShowDraft, sources: readonly string[], told: number): ShowRecord {
  return {
    version: 1,
    id: draft.id,
    sources: [...sources],
    told,
    revisions: { ...draft.revisions },
    episodes: draft.episodes.map(({ code, id }) => ({ code, id })),
  };
}

/**
 * A unique slug: the title's, or with the year, or with the identifier. A show in the library with the same title and
 * year is the same show, and both are merged.
 */
function freeSlug(
  { id, title, year }: ShowDraft,
  known: readonly KnownShow[],
  added: readonly AddedShow[],
): string {
  const identifier = id.replace(':', '-');
  const slug = slugOf(title) ?? identifier;
  const slugs = [slug, `${slug}-${year ?? identifier}`, `${slug}-${identifier}`];
  const taken = new Set(added.map((show) => show.slug));
  const isFree = (candidate: string) => {
    const other = known.find((show) => show.slug === candidate);
    return (
      !taken.has(candidate) && (other === undefined || isFetchedShow(other, { id, title, year }))
    );
  };
  return slugs.find(isFree) ?? `${slug}-${identifier}`;
}

/** Whether a show in the library is the fetched one, so that the library would merge them. */
export function isFetchedShow(
  known: Omit<KnownShow, 'slug'>,
  fetched: Omit<KnownShow, 'slug'>,
): boolean {
  const [a, b] = [known, fetched].map(({ id, title, year }) => {
    return { title, ...(id && { id }), ...(year !== null && { year }) };
  });
  return a !== undefined && b !== undefined && isSameShow(a, b, true);
}

/** The new files, keeping an existing one if only the retrieval date differs. */
function unlessChanged(
  files: ReadonlyMap<string, string>,
  old: ReadonlyMap<string, string>,
): Map<string, string> {
  return new Map(
    [...files].map(([name, text]) => {
      const before = old.get(name);
      return [name, before !== undefined && dayless(before) === dayless(text) ? before : text];
    }),
  );
}

function dayless(text: string): string {
  return text.replace(/^retrieved: .*$/m, '');
}

/** Whether the content is the same. The record says only when a source last changed. */
function isSame(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  const isKept = ([name, text]: [string, string]) => name === RECORD_FILE || b.get(name) === text;
  return a.size === b.size && [...a].every(isKept);
}
