import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { EXIT, UserError } from '../model/user-error.ts';
import type { LibraryFolder } from '../store/library/folders.ts';
import { Library } from '../store/library/library.ts';
import { isShowFileInOtherCase } from '../store/library/show-file.ts';
import type { ShowLayer } from '../store/library/show-layers.ts';
import { isBelow, isSamePath } from '../system/paths.ts';
import { SYSTEM } from '../system/system.ts';
import { findingOf } from './author-file.ts';
import { checkShow } from './check-show.ts';
import { compareFindings, type Finding } from './finding.ts';
import { nameFindings } from './name-rules.ts';
import { severityOf } from './rules.ts';

/** What came of a check. */
export interface Checked {
  /** Sorted by file, line, column and rule. */
  readonly findings: readonly Finding[];
  /** Those that their authors accept with a reason. */
  readonly accepted: readonly Finding[];
  /** What is worth knowing and is nothing wrong. */
  readonly notes: readonly Finding[];
  /** How many files were looked at. */
  readonly files: number;
}

/**
 * Checks files, folders of shows or whole libraries. A file is read together with the others of its show,
 * those in the other folders of the library too, as a reader would have them; only what was asked for is
 * reported.
 *
 * @param paths what to check; all folders if there are none
 * @throws {UserError} where a path is not there
 */
export function check(paths: readonly string[], folders: readonly LibraryFolder[]): Checked {
  const targets = paths.map((path) => target(path, folders));
  const roots = targets.map(({ root }) => ({ path: root, isExpected: true }));
  const library = Library.open([...roots, ...folders]);
  const isAsked = (path: string) =>
    targets.length === 0 || targets.some(({ path: asked }) => isAtOrBelow(asked, path));
  const findings: Finding[] = library.problems.map(({ path, problem }) => findingOf(path, problem));
  const seen: string[] = [];
  for (const slug of library.listSlugs()) {
    const all = library.listFiles(slug);
    const asked = [...all.values()].filter(isAsked);
    if (asked.length === 0) continue;
    seen.push(...asked);
    findings.push(
      ...checkShow(slug, all, library.listLayers(slug)),
      ...passedOver(all, library.listLayers(slug)),
      ...nameFindings(asked),
    );
  }
  const idle = targets.find(({ path }) => {
    return (
      !seen.some((file) => isAtOrBelow(path, file)) &&
      !findings.some(({ at }) => isAtOrBelow(path, at.path))
    );
  });
  if (idle) {
    throw new UserError(
      `no recaps in \`${idle.written}\`; a recap is a Markdown file in the folder of its show`,
      EXIT.usage,
    );
  }
  const mine = findings.filter(({ at, rule }) => isAsked(at.path) || rule === 'library/missing');
  const sorted = mine.sort(compareFindings);
  return {
    findings: sorted.filter((finding) => !finding.isAccepted && !isNote(finding)),
    notes: sorted.filter(isNote),
    accepted: sorted.filter(({ isAccepted = false }) => isAccepted),
    files: seen.length,
  };
}

/**
 * The files that were named, by themselves or by their folders, for tools that show and change them. Added shows are
 * refreshed as a whole, so none of their files is among them.
 *
 * @throws {UserError} where a path is not there
 */
export function namedFiles(paths: readonly string[], folders: readonly LibraryFolder[]): string[] {
  const targets = paths.map((path) => target(path, folders));
  const roots = targets.map(({ root }) => ({ path: root, isExpected: true }));
  const own = folders.filter(({ isAdded }) => !isAdded);
  const library = Library.open([...roots, ...own]);
  const fetched = folders.flatMap(({ path, isAdded }) => (isAdded ? [path] : []));
  return library.listSlugs().flatMap((slug) => {
    return [...library.listFiles(slug).values()].filter(
      (path) =>
        targets.some(({ path: named }) => isAtOrBelow(named, path)) &&
        !fetched.some((folder) => isAtOrBelow(folder, path)),
    );
  });
}

function isNote({ rule }: Finding): boolean {
  return severityOf(rule) === 'note';
}

function isAtOrBelow(asked: string, path: string): boolean {
  return isSamePath(asked, path, SYSTEM) || isBelow(asked, path, SYSTEM);
}

interface Target {
  /** As it was named. */
  readonly written: string;
  /** The library that it is in. */
  readonly root: string;
  readonly path: string;
}

/** A library, a show's folder (it holds Markdown files), its slug, or a file of one. */
function target(written: string, folders: readonly LibraryFolder[]): Target {
  const near = resolve(written);
  // a show may be named by its slug, wherever it is
  const shelves = folders.map((folder) => join(folder.path, written));
  const path = [near, ...shelves].find((candidate) => existsSync(candidate)) ?? near;
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) {
    throw new UserError(`no file, show or library named \`${written}\``, EXIT.usage);
  }
  if (!stats.isDirectory()) return { written, root: dirname(dirname(path)), path };
  const isShow = readdirSync(path).some((name) => name.endsWith('.md'));
  return { written, root: isShow ? dirname(path) : path, path };
}

/** Files that somebody may take for recaps and that the library does not see. */
function passedOver(paths: ReadonlyMap<string, string>, layers: readonly ShowLayer[]): Finding[] {
  // what is in the place of `show.md` has a finding of its own
  const unreadable = layers.flatMap(({ showFile }) => {
    return showFile.kind === 'unreadable' ? [showFile.path] : [];
  });
  const seen = new Set([...paths.values(), ...unreadable]);
  const folders = new Set([...seen].map((path) => dirname(path)));
  return [...folders].flatMap((folder) =>
    readdirSync(folder)
      .map((name) => join(folder, name))
      .filter((path) => /\.(?:md|markdown|mdx)$/i.test(path) && !seen.has(path))
      .filter(
        (path) =>
          !paths.has(basename(path, '.md').normalize('NFC')) &&
          !isShowFileInOtherCase(basename(path)),
      )
      .map((path) => ({
        rule: 'file/name',
        message:
          'this file is ignored; its name must start with a letter or digit, contain only letters, digits, `.`, `_` and `-`, and end in `.md`',
        at: { path, line: 1, column: 1 },
        related: undefined,
      })),
  );
}
