import type { Cutting } from './cutting.ts';
import { REST } from './frame.ts';
import { openSection } from './section.ts';
import type { Syntax } from './syntax.ts';
import { blockStart, lineEnd, lineStart } from './text-scan.ts';

/** Attributes that belong to nothing: at a heading with an underline, or by mistake. */
export const strayAttributes: Syntax = {
  name: 'attributes',
  markers: [
    // attributes, wherever they stand, and an episode in braces, which is meant as some
    '\\{(?=\\s*after\\b|[^{}]{0,200}\\bafter\\s*[=:]|\\s*(?:s\\d+\\s?e|\\d+x)\\d+\\s*\\})',
    // a gate whose braces hold what the pattern above does not expect
    '\\bafter\\s*=\\s*["\'“]?(?:s\\d+\\s?e\\d+|\\d+x\\d+|never\\b)',
  ].join('|'),
  read(marker, at, cutting) {
    const { text } = cutting;
    if (marker === '{') return readStray(at, cutting);
    const brace = text.lastIndexOf('{', at);
    if (brace >= lineStart(text, at) && brace !== cutting.plainBrace) readStray(at, cutting);
  },
  escapes: [
    [/(?<!\\)\{/g, '\\{'],
    [/(\bafter\s*)(?==)/gi, '$1\\'],
  ],
  lookAlikes: [
    /\{[^{}\n]{0,80}\b(?:until|gate|through|watched|spoilers?)\s*[=:][^{}\n]{0,80}\}/gi, // {until=S01E05}
  ],
};

function readStray(at: number, cutting: Cutting): void {
  const { text, frames, plainBrace } = cutting;
  if (frames.top.construct === REST || at === plainBrace) return;
  const start = Math.max(blockStart(text, at), frames.target.start);
  const end = lineEnd(text, at);
  const underline = /^\n[ \t>]*(=+|-+)[ \t]*(?=\n|$)/.exec(text.slice(end, end + 500))?.[1];
  if (underline) return openSection(underline.startsWith('=') ? 1 : 2, start, at, cutting);
  frames.report(
    'spoiler/stray-attributes',
    'attributes stand at the end of a heading, behind `:::spoiler` or behind `:spoiler[words]`; here they hide the whole block',
    at,
  );
  frames.hideRest(start, at);
}
