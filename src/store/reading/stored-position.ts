import * as z from 'zod/mini';
import type { TextPosition } from '../../model/text-position.ts';

/** A `TextPosition` of a recap as the files of the state folder hold it, and which recap it is. */
export const STORED_POSITION = {
  show: z.string(),
  slug: z.string(),
  chunk: z.int().check(z.nonnegative()),
  key: z.optional(z.string()),
  characters: z.int().check(z.nonnegative()),
  above: z.optional(z.int().check(z.nonnegative())),
};

/** The recap and position as they are stored, with nothing else that the values may hold. */
export function storedPosition(
  show: string,
  slug: string,
  { chunk, key, characters, above }: TextPosition,
) {
  return {
    show,
    slug,
    chunk,
    ...(key !== undefined && { key }),
    characters,
    ...(above !== undefined && { above }),
  };
}
