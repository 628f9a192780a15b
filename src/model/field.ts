import type * as z from 'zod/mini';
import type { VALUES } from './values.ts';

/**
 * Who may see a field, and when. Whatever may be seen is still withheld while it holds a declared secret.
 *
 * - `public`: everybody.
 * - `episode-title`: of an article everybody; of an episode whoever has watched the episode before it.
 * - `body`: whoever has unlocked the whole recap.
 * - `provenance`: everybody where a person wrote the recap; in one that was fetched or converted as `body`, as
 *   the address or headline of a page can tell what happens.
 * - `never`: nobody; it is for the program or for the author's tools.
 */
type Visibility = 'public' | 'episode-title' | 'body' | 'provenance' | 'never';

/** The JSON that holds a field: lists and everything below, stories and recaps, recaps alone, or none. */
export type JsonPlace = 'list' | 'story' | 'recap' | 'none';

/** How the lines above a recap show a field: in words of its own among the credits, in a place of its own, or not. */
type TextRule = { readonly credit: (value: string) => string } | 'own-place' | 'none';

/** What a field may do with its value. What waits for an episode is in no list and in no index. */
type Rules =
  | {
      readonly visibility: 'public' | 'episode-title';
      readonly json: 'list';
      readonly isIndexed: true;
      readonly text: TextRule;
    }
  | {
      readonly visibility: 'public' | 'episode-title';
      readonly json: Exclude<JsonPlace, 'list'>;
      readonly isIndexed: boolean;
      readonly text: TextRule;
    }
  | {
      readonly visibility: 'body' | 'provenance';
      readonly json: Exclude<JsonPlace, 'list'>;
      readonly isIndexed: false;
      readonly text: TextRule;
    }
  | {
      readonly visibility: 'never';
      readonly json: 'none';
      readonly isIndexed: boolean;
      readonly text: 'none';
    };

/**
 * A field of front matter. Everything that depends on a field is made from these, and no rule has a default.
 *
 * - `value`: what it may be, or the fields of each entry where it is a list of mappings.
 * - `about`: what it is, for the docs and for editors.
 * - `isIndexed`: whether the index in the cache folder may keep it. It keeps only what gives nothing away at any place.
 */
export type Field = Rules & {
  readonly value: keyof typeof VALUES | { readonly entries: Fields };
  readonly isRequired: boolean;
  readonly about: string;
  readonly visibility: Visibility;
};

export interface Fields {
  readonly [name: string]: Field;
}

type ValueOf<F extends Field> = F['value'] extends keyof typeof VALUES
  ? z.infer<(typeof VALUES)[F['value']]>
  : F['value'] extends { readonly entries: infer E extends Fields }
    ? readonly FrontMatterOf<E>[]
    : never;

type Key<T extends Fields> = keyof T & string;
type RequiredKey<T extends Fields> = {
  [K in Key<T>]: T[K]['isRequired'] extends true ? K : never;
}[Key<T>];

/** Front matter of these fields, as it is read. */
export type FrontMatterOf<T extends Fields> = {
  readonly [K in RequiredKey<T>]: ValueOf<T[K]>;
} & {
  readonly [K in Exclude<Key<T>, RequiredKey<T>>]?: ValueOf<T[K]> | undefined;
};

/** The names of the fields that are ever shown. */
export type VisibleKey<T extends Fields> = {
  [K in Key<T>]: T[K]['visibility'] extends 'never' ? never : K;
}[Key<T>];

/** The names of the fields that lists hold. */
export type ListedKey<T extends Fields> = {
  [K in Key<T>]: T[K]['json'] extends 'list' ? K : never;
}[Key<T>];

/** The names of the fields that the index may keep. */
export type IndexedKey<T extends Fields> = {
  [K in Key<T>]: T[K]['isIndexed'] extends true ? K : never;
}[Key<T>];

/** What is shown of these fields: `null`, or no entries, where there is nothing or it is hidden. */
export type VisibleOf<T extends Fields, K extends Key<T> = VisibleKey<T>> = {
  readonly [Name in K]: ValueOf<T[Name]> extends readonly string[]
    ? readonly string[]
    : T[Name]['isRequired'] extends true
      ? ValueOf<T[Name]>
      : ValueOf<T[Name]> | null;
};

/** The names of the fields for which a rule holds, in the order of the table. */
export function fieldNames<T extends Fields>(
  fields: T,
  holds: (field: Field) => boolean = () => true,
): Key<T>[] {
  return Object.keys(fields).filter((name): name is Key<T> => {
    const field = fields[name];
    return field !== undefined && holds(field);
  });
}

/** The fields that the JSON of a list, a story or a recap holds. A list is the least of them. */
export function jsonNames<T extends Fields>(
  fields: T,
  place: 'list' | 'story' | 'recap',
): Key<T>[] {
  const places: readonly JsonPlace[] = {
    list: ['list'] as const,
    story: ['list', 'story'] as const,
    recap: ['list', 'story', 'recap'] as const,
  }[place];
  return fieldNames(fields, ({ json }) => places.includes(json));
}

/** The fields that are ever shown. */
export function visibleNames<T extends Fields>(fields: T): VisibleKey<T>[] {
  return Object.keys(fields).filter((name): name is VisibleKey<T> => {
    return fields[name]?.visibility !== 'never';
  });
}
