import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Token } from 'markdown-it';
import { parse } from '../render/markdown.ts';
import { isWithin } from '../store/library/file.ts';
import type { AuthorFile } from './author-file.ts';
import type { Finding } from './finding.ts';

/** An address with a scheme, one of the page itself, and one of a server. */
const ELSEWHERE = /^(?:[a-z][a-z\d+.-]*:|#|\/\/)/i;

/** Links and pictures that name a file which is not there, or one outside the show's folder. */
export function linkFindings(file: AuthorFile): Finding[] {
  if (!/\]\(|\]:|\]\[/.test(file.body)) return [];
  const folder = dirname(file.path);
  let position = 0;
  return targetsOf(parse(file.body, {})).flatMap((target) => {
    const written = [target, decoded(target)].map((text) => file.body.indexOf(text, position));
    const found = written.filter((index) => index !== -1);
    const offset = found.length > 0 ? Math.min(...found) : position;
    position = found.length > 0 ? offset + 1 : position;
    if (ELSEWHERE.test(target)) return [];
    const path = resolve(folder, decoded(target.replace(/[?#].*$/, '')));
    if (!existsSync(path)) {
      const message = 'file not found; fix the path or remove the link';
      return file.finding('link/missing', message, file.inBody(offset));
    }
    if (path === folder || isWithin(folder, path)) return [];
    const message =
      'this points outside the show’s folder, so it breaks when the folder is shared; move the file next to the recap';
    return file.finding('link/outside', message, file.inBody(offset));
  });
}

function targetsOf(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => {
    const target = token.attrGet('href') ?? token.attrGet('src');
    const own = target === null || token.markup === 'linkify' ? [] : [String(target)];
    return [...own, ...targetsOf(token.children ?? [])];
  });
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
