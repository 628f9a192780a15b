import { Recap } from '../../gated/recap.ts';
import type { ShowContents } from '../../gated/show-contents.ts';
import type { ShowSummary } from '../../gated/show-summary.ts';
import { bodyText, RECAP_LIMITS } from '../../model/recap-source.ts';
import { isWhole } from './file.ts';
import { contentsOf, readHead, type ShowPaths } from './read-contents.ts';
import type { Report } from './report.ts';
import type { LoadedShow } from './show-layers.ts';

/** How many bytes are kept of the files that were read; those beyond are read again when they are opened. */
const MOST_KEPT = 32 * 1024 * 1024;

/**
 * Reads a show whose recaps are all going to be opened: each file once, unless it is longer than front matter can be
 * or the show is so large that not all can be kept.
 * No index is used or written.
 */
export function readToOpen(
  summary: ShowSummary,
  loaded: LoadedShow,
  paths: ShowPaths,
  report: Report,
): ShowContents {
  let room = MOST_KEPT;
  return contentsOf(summary, loaded, paths, report, (slug, path) => {
    const { head, beginning, parts } = readHead(loaded.show, slug, path);
    const { bytes } = beginning;
    if (!isWhole(bytes, RECAP_LIMITS) || bytes.length > room) return { head, path };
    room -= bytes.length;
    return { head, path, open: () => new Recap(head, bodyText(bytes, parts)) };
  });
}
