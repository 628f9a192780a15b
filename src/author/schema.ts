import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SCHEMAS } from '../installation.ts';
import { makeFolder } from '../store/disk/make-folder.ts';

/** Within a library: its name begins with a dot, so it is no show. */
const FOLDER = '.schema';

/**
 * The JSON Schema of a kind of front matter as editors find it from a file in a show's folder. It is kept in the library, so that
 * the library can be moved and shared.
 */
export function schemaAddress(kind: 'recap' | 'show'): string {
  return `../${FOLDER}/${kind}.schema.json`;
}

/** The JSON Schema of the settings, as a URL for editors: settings are of this machine, and so is the schema. */
export function settingsSchemaAddress(): string {
  return pathToFileURL(join(SCHEMAS, 'config.schema.json')).href;
}

/** Copies the schemas into a library, those of an older version too. Without them, editors complete and check less. */
export function keepSchemas(library: string): void {
  try {
    makeFolder(join(library, FOLDER), 0o777);
    for (const name of ['recap.schema.json', 'show.schema.json']) {
      const [from, to] = [join(SCHEMAS, name), join(library, FOLDER, name)];
      if (read(from) !== read(to)) copyFileSync(from, to);
    }
  } catch {
    // the recap is written all the same
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
