import { type Audience, openAudience } from '../app/audience.ts';
import { findShow, requireReadable } from '../app/find-show.ts';
import type { Host } from '../app/host.ts';
import { openLibrary } from '../app/open-library.ts';
import type { RecapFile, ShowContents } from '../gated/show-contents.ts';
import type { ShowSummary } from '../gated/show-summary.ts';
import { UserError } from '../model/user-error.ts';
import type { Library } from '../store/library/library.ts';
import type { Reader } from '../veil/episode-title.ts';
import { importReadingModules } from './reading-modules.ts';
import { FAILED, NO_SUCH_RECAP, NO_SUCH_SHOW, Refusal } from './refusal.ts';

/** What was decided when the server started, for as long as it runs. */
export interface DoorOptions {
  readonly library?: readonly string[];
  readonly profile?: string;
  readonly with?: readonly string[];
}

/** The library at the reader's place, as of this call. */
export interface Room {
  readonly library: Library;
  readonly audience: Audience;
}

/** A show, and how far its reader has watched it. */
export interface OpenedShow {
  readonly contents: ShowContents;
  readonly reader: Reader;
  /** `YYYY-MM-DD`, to know which next episode has aired. */
  readonly today: string;
}

/**
 * Opens the library for one call. The place is read every time, so that a confirmation in another terminal counts
 * immediately. Nothing here sets or raises it.
 *
 * @throws {UserError} for an invalid profile
 */
export function enter(host: Host, options: DoorOptions): Room {
  return {
    library: openLibrary(options.library, host),
    audience: openAudience(host, { ...options, titles: false }),
  };
}

/** @throws {Refusal} */
export async function enterShow({ library, audience }: Room, name: string): Promise<OpenedShow> {
  const show = await enterableShow({ library }, name);
  const contents = await orRefuse(FAILED, () => library.readContents(show));
  return { contents, reader: audience.reader(contents.show), today: audience.today };
}

/** A show that can be entered. @throws {Refusal} */
export async function enterableShow(
  { library }: Pick<Room, 'library'>,
  name: string,
): Promise<ShowSummary> {
  const show = await orRefuse(NO_SUCH_SHOW, () => findShow(library, name));
  await orRefuse(FAILED, async () => requireReadable(library, show));
  return show;
}

/** @throws {Refusal} */
export async function findOpened(
  { contents, reader, today }: OpenedShow,
  name: string,
): Promise<RecapFile> {
  const { findRecap } = await importReadingModules();
  return orRefuse(NO_SUCH_RECAP, async () => findRecap(contents, name, reader, today));
}

async function orRefuse<T>(sentence: string, find: () => Promise<T>): Promise<T> {
  try {
    return await find();
  } catch (error) {
    if (error instanceof UserError) throw new Refusal(sentence);
    throw error;
  }
}
