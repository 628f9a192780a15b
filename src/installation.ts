import { fileURLToPath } from 'node:url';

// this file is in `src`, and what is built from it in `dist`: both are beside the folders below

/** The recaps that ship with the program. */
export const BUILT_IN_RECAPS = fileURLToPath(new URL('../recaps', import.meta.url));

/** The JSON Schemas of front matter, made by the build. */
export const SCHEMAS = fileURLToPath(new URL('../schema', import.meta.url));
