import { Recap } from '../../gated/recap.ts';
import type { ShowContents } from '../../gated/show-contents.ts';
import type { ShowSummary } from '../../gated/show-summary.ts';
import { bodyText, RECAP_LIMITS } from '../../model/recap-source.ts';
import { isWhole } from './file.ts';
import { contentsOf, readHead, type ShowPaths } from './read-contents.ts';
import type { Report } from './report.ts';
import type { LoadedShow } from './show-layers.ts';

/**
 * Reads a show whose recaps are all going to be opened: each file once, unless it is longer than front matter can be.
 * No index is used or written.
 */
export function readToOpen(
  summary: ShowSummary,
  loaded: LoadedShow,
  paths: ShowPaths,
  report: Report,
): ShowContents {
  return contentsOf(summary, loaded, paths, report, (slug, path) => {
    const { head, bytes, parts } = readHead(loaded.show, slug, path);
    if (!isWhole(bytes, RECAP_LIMITS)) return { head, path };
    return { head, path, open: () => new Recap(head, bodyText(bytes, parts)) };
  });
}
