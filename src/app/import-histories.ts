import { DamagedHistory } from '../history/damaged-history.ts';
import type { HistoryFormat, OtherRecord } from '../history/format.ts';

import type { Matcher } from '../history/match.ts';
import { readHistory } from '../history/read.ts';
import { ViewerTallies } from '../history/viewers.ts';
import { filesAt } from '../store/import/files-at.ts';
import type { ImportFile } from '../store/import/import-file.ts';
import { type Reason, UnreadableFile } from '../store/import/unreadable-file.ts';

/** Why a file was skipped. */
export type LeftOutReason =
  | Reason
  | { readonly kind: 'empty' | 'unknown' | 'unknown-table' }
  /** It starts like a history but is damaged; the line is known for files written by hand. */
  | { readonly kind: 'damaged'; readonly line: number | null }
  /** It is a known kind of file without episodes. */
  | { readonly kind: 'other'; readonly record: OtherRecord };

/** A file that was not read. */
export interface LeftOutFile {
  /** Its name in messages. */
  readonly label: string;
  /** The user named the file itself, not only a folder or archive that contains it. */
  readonly isNamed: boolean;
  readonly reason: LeftOutReason;
}

/** What was found in the files. */
export interface ReadHistories {
  /** The formats found, each once. */
  readonly formats: readonly HistoryFormat[];
  /** The number of files read as histories. */
  readonly files: number;
  readonly leftOut: readonly LeftOutFile[];
  readonly viewers: ViewerTallies;
}

/**
 * Reads histories and combines them. A file counts as a whole, or not at all if it cannot be read to its end.
 *
 * @param paths of files, folders and archives; `-` is standard input
 * @param tick called for each entry
 */
export async function readHistories(
  paths: readonly string[],
  {
    matcher,
    stdin,
    tick,
  }: {
    readonly matcher: Matcher;
    readonly stdin: AsyncIterable<Uint8Array>;
    readonly tick: () => void;
  },
): Promise<ReadHistories> {
  const formats = new Set<HistoryFormat>();
  const leftOut: LeftOutFile[] = [];
  const viewers = new ViewerTallies(matcher);
  let files = 0;
  for (const path of paths) {
    for await (const file of filesAt(path, stdin)) {
      const own = new ViewerTallies(matcher);
      const read = await readFile(file, own, matcher, tick);
      if (read.kind === 'history') {
        viewers.merge(own);
        formats.add(read.format);
        files++;
      } else leftOut.push({ label: file.label, isNamed: file.isNamed, reason: read });
    }
  }
  return { formats: [...formats], files, leftOut, viewers };
}

async function readFile(
  { pieces }: ImportFile,
  tallies: ViewerTallies,
  matcher: Matcher,
  tick: () => void,
): Promise<{ readonly kind: 'history'; readonly format: HistoryFormat } | LeftOutReason> {
  try {
    return await readHistory(pieces, {
      add(entry) {
        tick();
        tallies.add(entry);
      },
      isOfLibrary: (title) => matcher.isOfLibrary(title),
    });
  } catch (error) {
    if (error instanceof DamagedHistory) return { kind: 'damaged', line: error.line };
    if (error instanceof UnreadableFile) return error.reason;
    throw error;
  }
}
