import type { Fields } from '../../model/field.ts';
import { sanitize } from '../../text/sanitize.ts';
import { fixBody } from './fix-body.ts';
import { fixFrontMatter } from './fix-front-matter.ts';

/**
 * Corrects what has one right answer only in a recap or `show.md`: line ends, front matter, attributes and missing
 * ends (docs/check.md). Fixing twice changes nothing more, and text that was hidden from somebody who has watched
 * nothing stays hidden.
 *
 * @param text the file, decoded
 * @param fields those of its front matter
 */
export function fixText(text: string, fields: Fields): string {
  const isWindows = /\r\n/.test(text) && !/(?:^|[^\r])\n|\r(?!\n)/.test(text);
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const parts = /^(---[ \t]*\n)([\s\S]*?\n|)(---[ \t]*(?:\n|$))([\s\S]*)$/.exec(lines);
  const [, opener = '', frontMatter = '', closer = '', body = lines] = parts ?? [];
  // front matter that never ends is nobody's to guess at
  const isUnclosed = !parts && lines.startsWith('---');
  const fixed = isUnclosed
    ? lines
    : opener + fixFrontMatter(frontMatter, fields) + closer + fixBody(sanitize(body));
  return isWindows ? fixed.replace(/\n/g, '\r\n') : fixed;
}
