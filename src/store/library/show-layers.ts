import { Show } from '../../gated/show.ts';
import { readShowFrontMatter } from '../../model/front-matter.ts';
import { mergeShows } from '../../model/merge-shows.ts';
import { type Problem, RecapError } from '../../model/problem.ts';
import { type FrontMatterLimits, SHOW_LIMITS, split } from '../../model/recap-source.ts';
import { isSameShow } from '../../model/same-show.ts';
import type { ShowFrontMatter } from '../../model/show-fields.ts';
import { fingerprintOf } from '../cache/fingerprint.ts';
import { readBeginning } from './file.ts';
import type { ShowFolder } from './list-folder.ts';
import type { Report } from './report.ts';
import type { ShowFile } from './show-file.ts';

/** A folder of a show with its `show.md`. */
export interface ShowLayer {
  readonly folder: ShowFolder;
  readonly showFile: ShowFile;
}

/** A show as it was read. */
export interface LoadedShow {
  readonly show: Show;
  /** Its folders, the strongest first. One of the same name that holds another show is left out. */
  readonly layers: readonly ShowLayer[];
  /** The path of its introduction, the strongest `show.md`; `undefined` where there is none. */
  readonly introduction: string | undefined;
  /** Tells whether a `show.md` has changed since then; `undefined` where a change would not be seen. */
  readonly stamp: string | undefined;
}

/**
 * Reads a show from all of its folders. One `show.md` that cannot be read closes the show: what it declares is not
 * known.
 *
 * @param layers the strongest first
 * @param readFile reads at least the beginning of a file: from the disk, unless an editor has another text of it
 */
export function readShow(
  slug: string,
  layers: readonly ShowLayer[],
  report: Report,
  readFile: (path: string, limits: FrontMatterLimits) => Uint8Array = readBytes,
): LoadedShow {
  // looked at before they are read: what changes in between is then read again
  const stamp = stampOf(layers);
  const read = layers.map((layer) => ({
    layer,
    frontMatter: readShowFile(layer.showFile, report, readFile),
  }));
  const [first] = read.flatMap(({ layer, frontMatter }) => {
    return typeof frontMatter === 'object' ? [{ layer, frontMatter }] : [];
  });
  const same = read.filter(({ layer, frontMatter }) => {
    if (typeof frontMatter !== 'object' || !first) return true;
    const isFetched = layer.folder.isFetched || first.layer.folder.isFetched;
    const isSame = isSameShow(first.frontMatter, frontMatter, isFetched);
    if (!isSame) report(pathOf(layer), OTHER_SHOW);
    return isSame;
  });
  const loaded = {
    layers: same.map(({ layer }) => layer),
    introduction: first && pathOf(first.layer),
    stamp,
  };
  if (read.some(({ frontMatter }) => frontMatter === 'broken')) {
    return { ...loaded, show: new Show(slug, 'broken') };
  }
  const [strongest, ...weaker] = same.flatMap(({ frontMatter }) => {
    return typeof frontMatter === 'object' ? [frontMatter] : [];
  });
  if (!strongest) return { ...loaded, show: new Show(slug, 'missing') };
  const { frontMatter, orders } = mergeShows([strongest, ...weaker]);
  return { ...loaded, show: new Show(slug, frontMatter, orders) };
}

function readBytes(path: string, limits: FrontMatterLimits): Uint8Array {
  return readBeginning(path, limits).bytes;
}

const OTHER_SHOW: Problem = {
  rule: 'show/other',
  message: 'another show has a folder of this name, so this folder is ignored; rename it',
  position: { line: 1, column: 1 },
};

function readShowFile(
  file: ShowFile,
  report: Report,
  readFile: (path: string, limits: FrontMatterLimits) => Uint8Array,
): ShowFrontMatter | 'missing' | 'broken' {
  if (file.kind === 'missing') return 'missing';
  if (file.kind === 'unreadable') {
    const message = `the file ${file.message}. Until then, nothing of this show is shown`;
    report(file.path, { rule: 'show/unreadable', message, position: { line: 1, column: 1 } });
    return 'broken';
  }
  try {
    const { path } = file;
    return readShowFrontMatter(split(readFile(path, SHOW_LIMITS), SHOW_LIMITS).frontMatter);
  } catch (error) {
    if (!(error instanceof RecapError)) throw error;
    report(file.path, error.problem);
    return 'broken';
  }
}

function stampOf(layers: readonly ShowLayer[]): string | undefined {
  const stamps = layers.map(({ folder, showFile }) => {
    const stamp = showFile.kind === 'file' ? fingerprintOf(showFile.path) : showFile.kind;
    return stamp && `${folder.path} ${stamp}`;
  });
  return stamps.includes(undefined) ? undefined : stamps.join('\n');
}

function pathOf({ folder, showFile }: ShowLayer): string {
  return showFile.kind === 'missing' ? folder.path : showFile.path;
}
