import { join } from 'node:path';
import { slugOf } from '../author/slug.ts';
import { isSameShow } from '../model/same-show.ts';
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

/** What a show of the library is known by, to tell whether a fetched one is the same. */
interface KnownShow {
  readonly slug: string;
  readonly id: string | null;
  readonly title: string;
  readonly year: number | null;
}

export interface KeepOptions {
  /** The folder of added shows. */
  readonly root: string;
  /** The names of the sources that were asked. */
  readonly sources: readonly string[];
  /** The shows of the library, added ones included. */
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
  /** Episodes that the show did not have before. */
  readonly newEpisodes: number;
  /** Episodes of which there is a text. */
  readonly told: number;
}

/**
 * Keeps a fetched show among the added ones: all of it, or nothing where a file cannot be written or nothing has changed.
 *
 * @throws the error of the file operation that failed
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
  await writeShow(folder, files, signal);
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
 * A slug that no other show has: the title's, else with the year, else with the identifier. A show of the library with
 * the same title and year is the same show, and both are merged.
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

/** Whether a show of the library is the fetched one, so that the library would merge both. */
export function isFetchedShow(
  known: Omit<KnownShow, 'slug'>,
  fetched: Omit<KnownShow, 'slug'>,
): boolean {
  const [a, b] = [known, fetched].map(({ id, title, year }) => {
    return { title, ...(id && { id }), ...(year !== null && { year }) };
  });
  return a !== undefined && b !== undefined && isSameShow(a, b, true);
}

/** New files, except where nothing but the day differs from what is there. */
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

/** Whether what is told is the same. The record says only when a source last changed. */
function isSame(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  const isKept = ([name, text]: [string, string]) => name === RECORD_FILE || b.get(name) === text;
  return a.size === b.size && [...a].every(isKept);
}
