import type { Construct } from './cutting.ts';
import { type Cutting, endWords, strayEnd } from './cutting.ts';
import { reportLookAlike } from './look-alike.ts';
import type { Syntax } from './syntax.ts';

const DETAILS: Construct = {
  name: 'details',
  form: 'words',
  isClosable: true,
  written: { opener: '`<details>`', end: () => '`</details>`' },
};
/** An element that no browser knows. */
const SPOILER: Construct = {
  name: 'spoiler element',
  form: 'words',
  isClosable: true,
  written: { opener: '`<spoiler>`', end: () => '`</spoiler>`' },
};

/** `<details><summary>Title</summary> … </details>` */
export const details: Syntax = {
  name: 'details',
  markers: '</?(?:details|spoilers?)\\b',
  read(marker, at, cutting) {
    const { text } = cutting;
    const end = at + marker.length;
    const bracket = text.indexOf('>', end);
    const from = bracket === -1 ? end : bracket + 1;
    const construct = /details$/i.test(marker) ? DETAILS : SPOILER;
    if (text[at + 1] !== '/') openDetails(construct, at, from, cutting);
    else if (!endWords(construct, at, from, cutting)) {
      strayEnd(construct, `${marker}>`.toLowerCase(), at, cutting);
    }
  },
  escapes: [[/(?<!\\)<(?=\/?(?:details|spoilers?)\b|!--)/gi, '\\<']],
  lookAlikes: [
    /<(?:hide|hidden)\b[^>\n]{0,80}>/gi, // <hide>words</hide>
    /<(?:span|div|p|section)\b[^>\n]{0,200}\b(?:class|id)\s*=\s*["']?[^"'>\n]{0,80}spoiler/gi,
  ],
};

function openDetails(construct: Construct, at: number, from: number, cutting: Cutting): void {
  const { text, frames } = cutting;
  if (construct === SPOILER) reportLookAlike('`<spoiler>`', at, cutting);
  const summary = /(\s*<summary\b[^>]{0,200}>)([^<]{0,300})<\/summary>/iy;
  summary.lastIndex = from;
  const label = construct === DETAILS ? summary.exec(text)?.[2] : undefined;
  frames.open({ construct, start: at, label }, from);
}
