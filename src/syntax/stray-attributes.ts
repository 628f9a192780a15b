import { MEANT_AS_ATTRIBUTES } from './attributes.ts';
import type { Cutting } from './cutting.ts';
import { REST } from './frame.ts';
import { openSection, SECTION } from './section.ts';
import { isLineOfItsOwn, type Meant, meantBy } from './stray-target.ts';
import type { Syntax } from './syntax.ts';
import { lineEnd, lineStart } from './text-scan.ts';

/** Attributes that belong to no spoiler: at an underlined heading, or by mistake. */
export const strayAttributes: Syntax = {
  name: 'attributes',
  markers: [
    `\\{(?=${MEANT_AS_ATTRIBUTES})`,
    // a gate without braces, or with braces that the pattern above does not match
    '\\bafter(?<![?&]after)\\s*=\\s*["\'“]?(?:s\\d+\\s?e\\d+|\\d+x\\d+|never\\b)',
  ].join('|'),
  read(marker, at, cutting) {
    const { text, plainBrace } = cutting;
    if (at === plainBrace) return;
    if (marker === '{') return readStray(at, cutting);
    const isPlain =
      plainBrace >= 0 && at - plainBrace < 300 && !/[}\n]/.test(text.slice(plainBrace, at));
    if (!isPlain) readStray(at, cutting);
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
  const { text, frames } = cutting;
  const isHiddenToEnd = frames.run.some(
    ({ construct, rank }) => construct === SECTION && rank === 0,
  );
  if (isHiddenToEnd || at < cutting.strayEnd) return;
  const end = lineEnd(text, at);
  cutting.strayEnd = end;
  if (frames.isIn(REST)) {
    if (isLineOfItsOwn(at, cutting)) frames.hideAll(lineStart(text, at));
    return;
  }
  const start = frames.blockStart(at).start;
  const underline = /^\n[ \t>]*(=+|-+)[ \t]*(?=\n|$)/.exec(text.slice(end, end + 500))?.[1];
  // hidden text on this line must not turn it into a heading
  const isPlain = /^[^[\]|<>:&!]*$/.test(text.slice(at, end));
  if (underline && text[at] === '{' && isPlain) {
    return openSection(underline.startsWith('=') ? 1 : 2, start, at, cutting);
  }
  const meant = meantBy(at, cutting);
  frames.report(
    'spoiler/stray-attributes',
    'these attributes belong to no spoiler, so recap hides what they may have been meant for; put them at the end of a heading, or right after `:::spoiler` or `:spoiler[words]`',
    at,
  );
  hide(meant, cutting);
}

function hide({ start, end, rank, ownHeading }: Meant, { frames }: Cutting): void {
  if (end !== undefined) return frames.enclose({ construct: REST, start, end, isBroken: true });
  frames.enclose({ construct: SECTION, start, rank, ownHeading, isBroken: true });
}
