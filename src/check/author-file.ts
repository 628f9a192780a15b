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

  /** @throws {RecapError} where it cannot be read, has no front matter or is not UTF-8 */
  constructor(path: string) {
    this.path = path;
    this.slug = basename(path).replace(/\.md$/, '');
    this.bytes = readWhole(path);
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

/** What the files of a show are, as far as they can be read, and what is wrong with the others. */
export interface AuthorShow {
  readonly slug: string;
  /** Its `show.md`; `'broken'` where it cannot be read. */
  readonly front:
    | { readonly file: AuthorFile; readonly frontMatter: ShowFrontMatter }
    | 'missing'
    | 'broken';
  readonly show: Show;
  /** The introduction among them, first. */
  readonly recaps: readonly AuthorRecap[];
  readonly findings: readonly Finding[];
}

/**
 * Reads a show whole.
 *
 * @param paths the paths of its files by their names without extension
 * @param layers its folders, the strongest first
 */
export function readAuthorShow(
  slug: string,
  paths: ReadonlyMap<string, string>,
  layers: readonly ShowLayer[],
): AuthorShow {
  const findings: Finding[] = [];
  const guard = <T>(path: string, read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof RecapError)) throw error;
      findings.push(...[error.problem, ...error.others].map((problem) => findingOf(path, problem)));
      return undefined;
    }
  };
  const read = readFront(paths.get(INTRODUCTION), guard);
  const { show } = readShow(slug, layers, (path, problem) => {
    findings.push(findingOf(path, problem));
  });
  const front = show.isBroken ? 'broken' : read;
  // an invalid list must not make mistakes of what is right in the other files
  const order = show.isBroken ? new ViewingOrder([]) : show.order;
  const recaps: AuthorRecap[] = [];
  if (typeof front === 'object') {
    const { file } = front;
    const recap = new Recap(introductionHead(show), file.body);
    recaps.push({
      file,
      frontMatter: { title: front.frontMatter.title },
      recap,
      showFields: front.frontMatter,
    });
  }
  for (const [name, path] of paths) {
    if (name === INTRODUCTION) continue;
    const recap = guard(path, (): AuthorRecap => {
      const file = new AuthorFile(path);
      const frontMatter = frontMatterOf(file, order);
      const head =
        name === PEOPLE ? peopleHead(show, frontMatter) : recapHead(show, name, frontMatter);
      return { file, frontMatter, recap: new Recap(head, file.body) };
    });
    if (recap) recaps.push(recap);
  }
  return { slug, front, show, recaps, findings };
}

function frontMatterOf({ slug, frontMatter, split }: AuthorFile, order: ViewingOrder) {
  if (split === WITHOUT_FRONT_MATTER) return {};
  return slug === PEOPLE
    ? readPeopleFrontMatter(frontMatter, order)
    : readRecapFrontMatter(frontMatter, order);
}

function readFront(
  path: string | undefined,
  guard: <T>(path: string, read: () => T) => T | undefined,
): AuthorShow['front'] {
  if (path === undefined) return 'missing';
  const front = guard(path, () => {
    const file = new AuthorFile(path);
    return { file, frontMatter: readShowFrontMatter(file.frontMatter) };
  });
  return front ?? 'broken';
}

/** A problem of the reader's own rules as a finding. */
export function findingOf(path: string, { rule, message, position }: Problem): Finding {
  return { rule, message, at: { path, ...position }, related: undefined };
}
