import type { AuthorFile } from './author-file.ts';
import type { Finding } from './finding.ts';

/** What `recap new` writes for an author to replace: sentences of a recap, an article and an introduction. */
export const TEMPLATE = {
  episode: 'All of it waits until the reader has watched that far.',
  article: 'Write here what everybody may read.',
  words: 'Words in a line: she trusts',
  block: 'A block, with a label that says no more than a reader may know before.',
  section: 'It waits, heading and all, up to the next heading of its rank.',
  introduction: 'Introduce the show to somebody who has seen nothing of it.',
} as const;

/** Sentences of the template that are still in a file, one finding for all of them. */
export function templateFindings(file: AuthorFile): Finding[] {
  const found = Object.values(TEMPLATE)
    .map((sentence) => file.body.indexOf(sentence))
    .filter((offset) => offset !== -1);
  if (found.length === 0) return [];
  const message = 'this text comes from the template; replace or remove it';
  return [file.finding('recap/template', message, file.inBody(Math.min(...found)))];
}
