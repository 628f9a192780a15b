import { decodeHTML } from 'entities';
import { sanitize } from './sanitize.ts';

/** What rendering drops: comments, scripts, tags, a view's marks. */
const UNSEEN =
  /<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?<\/\1\s*>|<\/?[a-z](?:"[^"]*"|'[^']*'|[^<>"'])*>|[\uFDD0\uFDD1]\d*\uFDD3?|[\uFDD2\uFDD3]/gi;
/** A tag that separates words. */
const BREAK = /^<\/?(?:br|p|div|li|[uo]l|t[dhr]|table|h[1-6r]|blockquote|pre)\b/i;
/** Markup characters that can occur within words. */
const SIGNS = /[*_~`\\]/g;
/** What surrounds and follows the words of a link, an image or a footnote. */
const AROUND = /\[\^[^\]\n]*\]|\]\([^()\n]*\)|\]\[[^\]\n]*\]|!?\[|\]/g;

/**
 * What a stretch of Markdown may say. Markup cannot be separated from text here, so it is read in several ways: as
 * written; with what rendering drops removed, or replaced by a space; without links; with entities and addresses
 * decoded. A word found in any reading is in the text.
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
  // an invisible character from an entity is removed when it is shown
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
