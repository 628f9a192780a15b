import { decodeHTML } from 'entities';
import { sanitize } from './sanitize.ts';

/** What is not seen once a text is rendered: comments, scripts, tags, marks of a view. */
const UNSEEN =
  /<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?<\/\1\s*>|<\/?[a-z](?:"[^"]*"|'[^']*'|[^<>"'])*>|[\uFDD0\uFDD1]\d*\uFDD3?|[\uFDD2\uFDD3]/gi;
/** A tag that separates words. */
const BREAK = /^<\/?(?:br|p|div|li|[uo]l|t[dhr]|table|h[1-6r]|blockquote|pre)\b/i;
/** Signs of markup within words. */
const SIGNS = /[*_~`\\]/g;
/** What a link, a picture or a note has around and behind its words. */
const AROUND = /\[\^[^\]\n]*\]|\]\([^()\n]*\)|\]\[[^\]\n]*\]|!?\[|\]/g;

/**
 * What a stretch of Markdown may say. What is markup and what is text is not known here, so it is read in several
 * ways: as it is written; with what is not seen left out, or a space in its place; without links; with entities and
 * addresses decoded. A word that is in one of the readings is in the text.
 */
export function readingsOf(markdown: string): readonly string[] {
  const readings = new Set([markdown]);
  if (/[<*_~`\\&[\]\uFDD0-\uFDD3%]/.test(markdown)) {
    const joined = markdown
      .replace(UNSEEN, (tag) => (BREAK.test(tag) ? ' ' : ''))
      .replace(SIGNS, '');
    const apart = markdown.replace(UNSEEN, ' ').replace(SIGNS, '');
    for (const reading of [markdown, joined, apart, joined.replace(AROUND, '')]) {
      readings.add(decodeHTML(reading));
    }
    readings.add(decodedAddress(decodeHTML(markdown)));
  }
  // what is invisible in an entity is taken out when it is shown
  return Array.from(readings, (reading) => sanitize(reading).normalize('NFKC'));
}

function decodedAddress(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (escaped) => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      return escaped;
    }
  });
}
