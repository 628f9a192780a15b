import { fileURLToPath, pathToFileURL } from 'node:url';

/** The JSON Schema of a kind of front matter, as an address for editors: it comes with the program. */
export function schemaAddress(kind: 'recap' | 'show'): string {
  const path = fileURLToPath(new URL(`../schema/${kind}.schema.json`, import.meta.url));
  return pathToFileURL(path).href;
}
