import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { currentGeneration } from './generation.ts';

/** The file beside an added show's recaps that says where it is from. */
export const RECORD_FILE = 'source.json';

const record = z.object({
  version: z.literal(1),
  /** `tvmaze:82` */
  id: z.string(),
  sources: z.array(z.string()),
  /** The number of episodes that have a text. */
  told: z.int(),
  /** By what each source tells whether it has changed since. */
  revisions: z.record(z.string(), z.string()),
  /** The episodes in viewing order. */
  episodes: z.array(z.object({ code: z.string(), id: z.string() })),
});

/** Where an added show is from, and what its episodes are called there. */
export type ShowRecord = z.infer<typeof record>;

export interface AddedShow {
  readonly slug: string;
  /** Its own folder, which holds its generations. */
  readonly folder: string;
  readonly record: ShowRecord;
}

/** The shows in the folder of added shows, by slug. What was not written by recap is ignored. */
export function addedShows(root: string): AddedShow[] {
  return foldersIn(root).flatMap((slug) => {
    const folder = join(root, slug);
    const found = readRecord(folder);
    return found === undefined ? [] : [{ slug, folder, record: found }];
  });
}

/** The files of an added show as they are now, contents by name; empty where there is none. */
export function currentFiles(folder: string): Map<string, string> {
  const generation = currentGeneration(folder);
  if (generation === undefined) return new Map();
  const names = readdirSync(generation, { withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(names.map(({ name }) => [name, readFileSync(join(generation, name), 'utf8')]));
}

function readRecord(folder: string): ShowRecord | undefined {
  const generation = currentGeneration(folder);
  if (generation === undefined) return undefined;
  try {
    const text = readFileSync(join(generation, RECORD_FILE), 'utf8');
    return record.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function foldersIn(root: string): string[] {
  try {
    return readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort();
  } catch {
    return [];
  }
}
