import { isText, type Spoiler } from '../../gated/spoiler.ts';
import type { Gate } from '../../model/episode.ts';
import type { ViewingOrder } from '../../model/order.ts';
import { PEOPLE } from '../../model/people.ts';
import type { Place } from '../finding.ts';
import { opensBefore } from '../passages.ts';
import type { ReadRecap } from './leak-texts.ts';
import type { ShowNames } from './show-names.ts';
import { writtenText } from './written-words.ts';

/** Where the author says that a name may be read. */
interface Declaration {
  readonly gate: Gate;
  readonly at: Place;
}

/** Names that the author declares, by the keys of their words. */
export interface DeclaredNames {
  /** Everybody knows them. */
  readonly known: ReadonlySet<string>;
  /** They are revealed then, whatever recaps say. */
  readonly exact: ReadonlyMap<string, Declaration>;
  /** They are revealed then, unless a recap reveals them before. */
  readonly atLatest: ReadonlyMap<string, Declaration>;
}

/**
 * What `show.md` and `people.md` say about names. A card's gate is when its names may be read, `after` in `names` is the
 * episode that reveals a name; of the words in a longer name, some may be known before. A card wins over `names`.
 */
export function declaredNames(
  names: ShowNames,
  recaps: readonly ReadRecap[],
  introduction: ReadRecap | undefined,
  order: ViewingOrder,
): DeclaredNames {
  const known = new Set<string>();
  const exact = new Map<string, Declaration>();
  const atLatest = new Map<string, Declaration>();
  const keysOf = (name: string) => names.declare(writtenText(name, 'tag').words);
  const know = (name: string) => {
    const { whole, parts } = keysOf(name);
    for (const key of [whole, ...parts]) known.add(key);
  };
  const declare = (map: Map<string, Declaration>, key: string, declaration: Declaration) => {
    const other = map.get(key);
    if (!other || opensBefore(order, declaration.gate, other.gate)) map.set(key, declaration);
  };
  const cards = recaps.flatMap(cardsIn);
  for (const { all, gate, at } of cards) {
    for (const { whole, parts } of all.map(keysOf)) {
      for (const key of [whole, ...parts]) declare(atLatest, key, { gate, at });
    }
  }
  const { file, showFields } = introduction?.author ?? {};
  if (!file) return { known, exact, atLatest };
  for (const { path, start, end } of file.values) {
    if (path[0] === 'title' || path[0] === 'network') know(file.frontMatter.slice(start, end));
  }
  for (const name of showFields?.known ?? []) know(name);
  for (const [index, { name, aka = [], after }] of (showFields?.names ?? []).entries()) {
    if (after === undefined) {
      for (const one of [name, ...aka]) know(one);
      continue;
    }
    const value = file.values.find(({ path }) => {
      return path[0] === 'names' && path[1] === index;
    });
    const declaration = { gate: after, at: file.inFrontMatter(value?.start ?? 0) };
    for (const { whole, parts } of [name, ...aka].map(keysOf)) {
      if (!atLatest.has(whole)) declare(exact, whole, declaration);
      for (const key of parts) declare(atLatest, key, declaration);
    }
  }
  return { known, exact, atLatest };
}

interface CardNames extends Declaration {
  readonly all: readonly string[];
}

/** The sections of `people.md` that have a gate, with the names in their headings. */
function cardsIn({ author: { file }, flat }: ReadRecap): CardNames[] {
  if (file.slug !== PEOPLE) return [];
  return flat.spoilers.flatMap(({ spoiler, gate }): CardNames[] => {
    if (spoiler.form !== 'section' || gate === null) return [];
    const heading = /^##(?!#)\s*(.*)/.exec(firstText(spoiler))?.[1];
    if (heading === undefined) return [];
    const also = spoiler.also?.split(',') ?? [];
    return [{ all: [heading, ...also], gate, at: file.inBody(spoiler.offset) }];
  });
}

function firstText({ pieces }: Spoiler): string {
  const [piece] = pieces;
  return piece && isText(piece) ? piece.text.trimStart() : '';
}
