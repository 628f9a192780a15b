import { basename } from 'node:path';
import { Recap } from '../gated/recap.ts';
import { introductionHead, peopleHead, recapHead } from '../gated/recap-head.ts';
import type { Show } from '../gated/show.ts';
import {
  readPeopleFrontMatter,
  readRecapFrontMatter,
  readShowFrontMatter,
} from '../model/front-matter.ts';
import { INTRODUCTION } from '../model/introduction.ts';
import { ViewingOrder } from '../model/order.ts';
import { PEOPLE } from '../model/people.ts';
import { type Problem, RecapError } from '../model/problem.ts';
import type { RecapFrontMatter } from '../model/recap-fields.ts';
import {
  bodyText,
  hasFrontMatter,
  RECAP_LIMITS,
  SHOW_LIMITS,
  type Split,
  split,
  WITHOUT_FRONT_MATTER,
} from '../model/recap-source.ts';
import type { ShowFrontMatter } from '../model/show-fields.ts';
import { filePosition } from '../model/yaml-places.ts';
import { readWhole } from '../store/library/file.ts';
import { readShow, type ShowLayer } from '../store/library/show-layers.ts';
import type { Finding, Place } from './finding.ts';
import type { RuleName } from './rules.ts';
import { ShowMemory } from './show-memory.ts';

/** A file as its author sees it: whole, with the place of everything in it. */
export class AuthorFile {
  readonly path: string;
  /** The file's name without its ending. */
  readonly slug: string;
  readonly frontMatter: string;
  readonly body: string;
  readonly bytes: Uint8Array;
  readonly split: Split;
  #lineStarts: readonly number[] | undefined;

  /** @throws {RecapError} where it has no front matter or is not UTF-8 */
  constructor(path: string, bytes: Uint8Array) {
    this.path = path;
    this.slug = basename(path).replace(/\.md$/, '').normalize('NFC');
    this.bytes = bytes;
    this.split =
      this.slug === PEOPLE && !hasFrontMatter(this.bytes)
        ? WITHOUT_FRONT_MATTER
        : split(this.bytes, this.slug === INTRODUCTION ? SHOW_LIMITS : RECAP_LIMITS);
    this.frontMatter = this.split.frontMatter;
    this.body = bodyText(this.bytes, this.split);
  }

  /** The place of an offset into the body, in UTF-16 code units. */
  inBody(offset: number): Place {
    this.#lineStarts ??= [0, ...Array.from(this.body.matchAll(/\n/g), ({ index }) => index + 1)];
    let [low, high] = [0, this.#lineStarts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const start = this.#lineStarts[low] ?? 0;
    return { path: this.path, line: this.split.bodyLine + low, column: offset - start + 1 };
  }

  /** The place of an offset into the front matter. */
  inFrontMatter(offset: number): Place {
    return { path: this.path, ...filePosition(this.frontMatter, offset) };
  }

  finding(rule: RuleName, message: string, at: Place, related?: Finding['related']): Finding {
    return { rule, message, at, related };
  }
}

/** A recap, or the introduction of a show, with its secrets. Only the checker holds one. */
export interface AuthorRecap {
  readonly file: AuthorFile;
  readonly frontMatter: RecapFrontMatter;
  readonly recap: Recap;
  /** Of the introduction: what its `show.md` says. */
  readonly showFields?: ShowFrontMatter;
}

/** What the other files of a show depend on: its `show.md` in all folders. */
export type AuthorHead = Pick<AuthorShow, 'front' | 'show' | 'findings'>;

/** What the files of a show are, as far as they can be read, and what is wrong with the others. */
export interface AuthorShow {
  readonly slug: string;
  /** Its `show.md`; `'broken'` where it cannot be read. */
  readonly front:
    | { readonly file: AuthorFile; readonly frontMatter: ShowFrontMatter }
    | 'missing'
    | 'broken';
  readonly show: Show;
  /** Whether its `show.md` was fetched: nobody wrote it. */
  readonly isFetched: boolean;
  /** The introduction among them, first. */
  readonly recaps: readonly AuthorRecap[];
  readonly findings: readonly Finding[];
}

/**
 * Reads a show whole.
 *
 * @param paths the paths of its files by their names without extension
 * @param layers its folders, the strongest first
 * @param memory of the last time that it was read: what has not changed since is the same object
 */
export function readAuthorShow(
  slug: string,
  paths: ReadonlyMap<string, string>,
  layers: readonly ShowLayer[],
  memory = new ShowMemory(readWhole),
): AuthorShow {
  const findings: Finding[] = [];
  const guard = guarding(findings);
  const head = memory.head(layers, () => readHead(slug, paths.get(INTRODUCTION), layers, memory));
  const { front, show } = head;
  findings.push(...head.findings);
  // an invalid list must not make mistakes of what is right in the other files
  const order = show.isBroken ? new ViewingOrder([]) : show.order;
  const recaps: AuthorRecap[] = [];
  if (typeof front === 'object') {
    const { file, frontMatter } = front;
    recaps.push(
      memory.recap(file.path, file.bytes, show, () => ({
        file,
        frontMatter: { title: frontMatter.title },
        recap: new Recap(introductionHead(show), file.body),
        showFields: frontMatter,
      })),
    );
  }
  for (const [name, path] of paths) {
    if (name === INTRODUCTION) continue;
    const recap = guard(path, () => {
      const bytes = memory.read(path);
      return memory.recap(path, bytes, show, () => {
        const file = new AuthorFile(path, bytes);
        const frontMatter = frontMatterOf(file, order);
        const head =
          name === PEOPLE ? peopleHead(show, frontMatter) : recapHead(show, name, frontMatter);
        return { file, frontMatter, recap: new Recap(head, file.body) };
      });
    });
    if (recap) recaps.push(recap);
  }
  const introduction = paths.get(INTRODUCTION);
  const isFetched = layers.some(({ folder, showFile }) => {
    return folder.isFetched && showFile.kind === 'file' && showFile.path === introduction;
  });
  return { slug, front, show, isFetched, recaps, findings };
}

function frontMatterOf({ slug, frontMatter, split }: AuthorFile, order: ViewingOrder) {
  if (split === WITHOUT_FRONT_MATTER) return {};
  return slug === PEOPLE
    ? readPeopleFrontMatter(frontMatter, order)
    : readRecapFrontMatter(frontMatter, order);
}

/** Reads what the other files of a show depend on. @param path of its strongest `show.md` */
function readHead(
  slug: string,
  path: string | undefined,
  layers: readonly ShowLayer[],
  memory: ShowMemory,
): AuthorHead {
  const findings: Finding[] = [];
  const read = readFront(path, guarding(findings), memory);
  const report = (path: string, problem: Problem) => findings.push(findingOf(path, problem));
  const { show } = readShow(slug, layers, report, (path) => memory.read(path));
  return { show, front: show.isBroken ? 'broken' : read, findings };
}

type Guard = <T>(path: string, read: () => T) => T | undefined;

/** Turns what is wrong with a file as a whole into findings. */
function guarding(findings: Finding[]): Guard {
  return (path, read) => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof RecapError)) throw error;
      findings.push(...[error.problem, ...error.others].map((problem) => findingOf(path, problem)));
      return undefined;
    }
  };
}

function readFront(
  path: string | undefined,
  guard: Guard,
  memory: ShowMemory,
): AuthorShow['front'] {
  if (path === undefined) return 'missing';
  const front = guard(path, () => {
    const file = new AuthorFile(path, memory.read(path));
    return { file, frontMatter: readShowFrontMatter(file.frontMatter) };
  });
  return front ?? 'broken';
}

/** A problem of the reader's own rules as a finding. */
export function findingOf(path: string, { rule, message, position }: Problem): Finding {
  return { rule, message, at: { path, ...position }, related: undefined };
}
