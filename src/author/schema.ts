import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SCHEMAS } from '../installation.ts';

/** The JSON Schema of a kind of front matter or of the settings, as a URL for editors: it ships with the program. */
export function schemaAddress(kind: 'recap' | 'show' | 'config'): string {
  return pathToFileURL(join(SCHEMAS, `${kind}.schema.json`)).href;
}
