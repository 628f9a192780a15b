import { escapedMarkers } from '../syntax/escape.ts';
import { MARKERS, MARKERS_WITHIN } from '../syntax/syntaxes.ts';

/**
 * Escapes text as Markdown that shows exactly that text, without Markdown or recap's own markers (`||`, `:::`, `>!`,
 * `[spoiler]`, `{after=…}`).
 *
 * @param text a single line
 */
export function escapedText(text: string): string {
  const escaped = text
    .replace(/[\\`*[\]<>{}|]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/~(?=~|!)|(?<=~)~/g, '\\~')
    .replace(/&(?=#?\w{1,32};)/g, '\\&');
  return escapedMarkers(escaped);
}

/** Escapes the start of a line so that it starts no heading, list, quote or fence. */
export function escapedLineStart(markdown: string): string {
  return markdown
    .replace(/^(\s*)([#+=-]|~{3})/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

/** Whether text can be used in a code span or block, where backslashes do not escape. */
export function isPlainCode(text: string): boolean {
  return !/[`[\]{}<>\\]|~~~/.test(text) && !MARKERS_WITHIN.isIn(text);
}

/** A URL as a link's target; `undefined` if recap would not show it as a link. */
export function linkTarget(address: string): string | undefined {
  const written = address.trim();
  if (!/^https?:\/\/[^\s]+$/i.test(written) || written.length > 2000) return undefined;
  const target = written
    .replace(
      /[()<>[\]{}|\\`*!"'^~_]/g,
      (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
    )
    .replace(/after=/gi, 'after%3D')
    .replace(
      /spoiler/gi,
      (word) => `%${word.charCodeAt(0).toString(16).toUpperCase()}${word.slice(1)}`,
    );
  return MARKERS.isIn(target) ? undefined : target;
}
