import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConvertedDraft } from '../convert/draft.ts';
import { escapedText } from '../convert/escape.ts';
import { isFetched } from '../model/recap-fields.ts';
import { RECAP_LIMITS, split } from '../model/recap-source.ts';
import { readYaml } from '../model/yaml.ts';

/** The name of an article's file: the episode or season that it waits for, and the host. */
export function articleName(
  { gate, reason, isSeason, season }: ConvertedDraft['whole'],
  host: string,
): string {
  const isNamed = gate !== null && reason !== 'last' && reason !== 'unknown';
  const subject = !isNamed ? 'recap' : isSeason ? `season-${season}` : gate.toLowerCase();
  return `${subject}-${host.replace(/[^a-z\d]+/gi, '-').toLowerCase()}`;
}

/** A name that no file of the show has, or that of the file which was made of the same page. */
export function freeName(
  base: string,
  folder: string,
  files: ReadonlyMap<string, string>,
  address: string,
): { name: string; isFiled: boolean } {
  for (let count = 1; ; count++) {
    const name = count === 1 ? base : `${base}-${count}`;
    const path = join(folder, `${name}.md`);
    if (isMadeOf(path, address)) return { name, isFiled: true };
    const isFree = count === 1 ? !files.has(name) : !existsSync(path);
    if (isFree && !existsSync(path)) return { name, isFiled: false };
  }
}

/** Whether a recap was made from the page with this address. One that cannot be read was not. */
export function isMadeOf(path: string, address: string): boolean {
  try {
    const { fields, body } = readParts(path);
    const { source } = fields;
    return source === undefined ? isAttributed(body, address) : source === address;
  } catch {
    return false;
  }
}

/** Whether a file is a recap that was fetched or converted. One that cannot be read is not. */
export function isFetchedPage(path: string): boolean {
  try {
    const { fields } = readParts(path);
    return isFetched(fields);
  } catch {
    return false;
  }
}

/** @throws if the file cannot be read or has no valid front matter */
function readParts(path: string) {
  const bytes = readFileSync(path);
  const { frontMatter, bodyOffset } = split(bytes, RECAP_LIMITS);
  return { fields: readYaml(frontMatter), body: bytes.subarray(bodyOffset).toString('utf8') };
}

/** A draft with sections of their own gates begins with a spoiler that holds its title, author and address. */
function isAttributed(body: string, address: string): boolean {
  const [opener, line = ''] = body.trimStart().split('\n', 2);
  const isSpoiler = opener?.startsWith(':::spoiler') ?? false;
  return isSpoiler && line.trimEnd().split(' · ').at(-1) === escapedText(address);
}
