import type { Fields } from './field.ts';
import { lostGates } from './lost-gates.ts';
import type { Problem } from './problem.ts';
import { filePosition, yamlValues } from './yaml-places.ts';

/** Unknown keys in valid front matter. For the author only. */
export function unknownKeys(text: string, fields: Fields): Problem[] {
  const lost = new Set(lostGates(text, fields).map(({ key }) => key));
  return yamlValues(text).flatMap(({ path, keyStart }): Problem[] => {
    const [key, entry, name] = path;
    const inner = typeof entry === 'number' ? entriesOf(fields, String(key)) : undefined;
    const isKey = path.length === 1 || (path.length === 3 && inner !== undefined);
    const known = path.length === 1 ? fields : (inner ?? {});
    const asked = String(path.length === 1 ? key : name);
    if (!isKey || Object.hasOwn(known, asked)) return [];
    const position = filePosition(text, keyStart ?? 0);
    if (path.length === 1 && lost.has(asked)) {
      const message =
        'this unknown key names an episode; it is ignored because the recap already waits for that episode; if it was meant as a gate, remove it';
      return [{ rule: 'front-matter/unknown-key', message, position }];
    }
    const names = Object.keys(known).map((known) => `\`${known}\``);
    const message = `unknown key; the known ones are ${names.join(', ')}`;
    return [{ rule: 'front-matter/unknown-key', message, position }];
  });
}

/** The fields of a list's entries, if they are mappings. */
function entriesOf(fields: Fields, key: string): Fields | undefined {
  const value = Object.hasOwn(fields, key) ? fields[key]?.value : undefined;
  return typeof value === 'object' ? value.entries : undefined;
}
