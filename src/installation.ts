import { join } from 'node:path';

// this file is in `src`, and what is built from it in `dist`: both are beside the folders below

/** The recaps that ship with the program. */
export const BUILT_IN_RECAPS = join(import.meta.dirname, '..', 'recaps');

/** The JSON Schemas of front matter, made by the build. */
export const SCHEMAS = join(import.meta.dirname, '..', 'schema');
