import type { EpisodeCode } from '../model/episode.ts';
import { fieldNames } from '../model/field.ts';
import { INTRODUCTION } from '../model/introduction.ts';
import { PEOPLE } from '../model/people.ts';
import {
  type ListedFrontMatter,
  RECAP_FIELDS,
  type RecapFrontMatter,
} from '../model/recap-fields.ts';
import { Sealed, unseal } from './sealed.ts';
import { type Show, secretsOf } from './show.ts';

/** Which recap it is and its gate. The values of its front matter are sealed: only `veil` shows them. */
export interface RecapHead<T extends ListedFrontMatter = ListedFrontMatter> {
  /** The slug of its show. */
  readonly show: string;
  /** The file's name without its extension; `show` for the introduction in `show.md`. */
  readonly slug: string;
  /** The episode it is about; `undefined` for an article. */
  readonly episode: EpisodeCode | undefined;
  /** The gate of the recap as a whole: its episode, or an article's `after`. */
  readonly gate: EpisodeCode | undefined;
  readonly frontMatter: Sealed<T>;
}

/** The head of a recap. A fetched text belongs to the episode it was fetched for, whatever its code is now. */
export function recapHead<T extends ListedFrontMatter>(
  show: Show,
  slug: string,
  frontMatter: T,
): RecapHead<T> {
  const { episode: written, after, id } = frontMatter;
  const episode = written && ((id === undefined ? undefined : show.codeOf(id)) ?? written);
  const gate = episode ?? after;
  return { show: show.slug, slug, episode, gate, frontMatter: new Sealed(frontMatter) };
}

/** The head of a show's introduction, the body of its `show.md`. */
export function introductionHead(show: Show): RecapHead<RecapFrontMatter> {
  return recapHead(show, INTRODUCTION, { title: show.title });
}

/** The head of a show's `people.md`. It needs no front matter, and may have a gate in it. */
export function peopleHead(
  show: Show,
  frontMatter: RecapFrontMatter = {},
): RecapHead<RecapFrontMatter> {
  return recapHead(show, PEOPLE, { title: 'People', ...frontMatter });
}

/**
 * The fields of a recap that the index may store. `undefined` if one of them is not public at every place, such as an
 * episode's title, or holds a declared secret: such a file is read every time.
 */
export function indexableFrontMatter(head: RecapHead, show: Show): ListedFrontMatter | undefined {
  const frontMatter = unseal(head.frontMatter);
  const isTitled = head.episode !== undefined && frontMatter.title !== undefined;
  if (isTitled) return undefined;
  // in one order, whatever the order in the file: which way front matter was read may depend on what is gated
  const written = new Map(Object.entries(frontMatter));
  const kept = Object.fromEntries(
    INDEXED.filter((name) => written.has(name)).map((name) => [name, written.get(name)]),
  );
  const secrets = secretsOf(show).closedAt(null, show.order);
  const texts = Object.values(kept).flatMap((value) => value ?? []);
  return texts.some((text) => secrets.withheld(text) === null) ? undefined : kept;
}

const INDEXED = fieldNames(RECAP_FIELDS, ({ isIndexed }) => isIndexed);
