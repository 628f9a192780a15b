import { endWords, strayEnd } from './cutting.ts';
import type { Construct } from './frame.ts';
import type { Syntax } from './syntax.ts';

const DETAILS: Construct = { name: 'details', form: 'words', isClosable: true };

/** `<details><summary>Title</summary> … </details>` */
export const details: Syntax = {
  name: 'details',
  markers: '</?details\\b',
  read(marker, at, cutting) {
    const { text, frames } = cutting;
    const end = at + marker.length;
    const bracket = text.indexOf('>', end);
    const from = bracket === -1 ? end : bracket + 1;
    if (text[at + 1] === '/') {
      if (!endWords(DETAILS, at, from, cutting)) strayEnd(DETAILS, '</details>', at, cutting);
      return;
    }
    const summary = /\s*<summary\b[^>]{0,200}>([^<]{0,300})<\/summary>/iy;
    summary.lastIndex = from;
    const label = cutting.label(summary.exec(text)?.[1] ?? '');
    frames.open({ construct: DETAILS, start: at, label }, from);
  },
  escapes: [[/(?<!\\)<(?=\/?details\b|!--)/gi, '\\<']],
  lookAlikes: [
    /<(?:spoilers?|hide|hidden)\b[^>\n]{0,80}>/gi, // <spoiler>words</spoiler>
    /<(?:span|div|p|section)\b[^>\n]{0,200}\b(?:class|id)\s*=\s*["']?[^"'>\n]{0,80}spoiler/gi,
  ],
};
