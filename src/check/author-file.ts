import { basename } from 'node:path';
import type { Recap } from '../gated/recap.ts';
import type { Show } from '../gated/show.ts';
import { INTRODUCTION } from '../model/introduction.ts';
import { PEOPLE } from '../model/people.ts';
import type { Problem } from '../model/problem.ts';
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
import { filePosition, type YamlValue, yamlValues } from '../model/yaml-places.ts';
import type { Finding, Place } from './finding.ts';
import { partitionPoint } from './partition-point.ts';
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
  #values: readonly YamlValue[] | undefined;

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

  /** The values of its front matter, which most rules ask for. */
  get values(): readonly YamlValue[] {
    this.#values ??= yamlValues(this.frontMatter);
    return this.#values;
  }

  /** The value of a key of the front matter. */
  valueOf(key: string): YamlValue | undefined {
    return this.values.find(({ path }) => path.length === 1 && path[0] === key);
  }

  /** The place of an offset into the body, in UTF-16 code units. */
  inBody(offset: number): Place {
    this.#lineStarts ??= [0, ...Array.from(this.body.matchAll(/\n/g), ({ index }) => index + 1)];
    const index = partitionPoint(this.#lineStarts, (start) => start <= offset) - 1;
    const start = this.#lineStarts[index] ?? 0;
    return { path: this.path, line: this.split.bodyLine + index, column: offset - start + 1 };
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

/** A problem of the reader's own rules as a finding. */
export function findingOf(path: string, { rule, message, position }: Problem): Finding {
  return { rule, message, at: { path, ...position }, related: undefined };
}
