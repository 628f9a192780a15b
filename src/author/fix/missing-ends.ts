import type { Edit } from './edits.ts';

/**
 * The end of a spoiler that is not closed, where its place is certain: behind the text if that is one paragraph of
 * the spoiler and nothing follows. Anywhere else, the author alone knows how far it was to reach.
 *
 * @param start where its opener begins in the body
 */
export function missingEnd(body: string, start: number): Edit | undefined {
  const end = body.trimEnd().length;
  const text = body.slice(start, end);
  const isOwnLine = start === 0 || body[start - 1] === '\n';
  const [opener = '', colons] =
    /^(:{3,})[^\n]*|^<details\b[^>\n]*>|^\[spoiler[^\]\n]*\]/i.exec(text) ?? [];
  if (opener !== '') {
    const inside = text.slice(opener.length).trim();
    // another end, a heading or a second paragraph could be where it was to end
    if (inside === '' || /\n[ \t]*\n|^ {0,3}#|^[ \t>]*:{3}|\[\/|<\//m.test(inside))
      return undefined;
    if (colons !== undefined) return isOwnLine ? insert(end, `\n${colons}`) : undefined;
    const isBlock = isOwnLine && /\n/.test(text);
    const close = opener.startsWith('<') ? '</details>' : '[/spoiler]';
    return isBlock || !/\n/.test(text) ? insert(end, isBlock ? `\n${close}` : close) : undefined;
  }
  if (!/^:spoiler\[[^[\]{}\n]+(?:\{[^{}\n]*\})?$/i.test(text)) return undefined;
  const attributes = /[ \t]*\{[^{}\n]*\}$/.exec(text);
  return insert(start + (attributes?.index ?? text.length), ']');
}

function insert(at: number, text: string): Edit {
  return { start: at, end: at, text };
}
