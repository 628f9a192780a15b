import { type Cutting, endWords, strayEnd } from './cutting.ts';
import type { Construct } from './frame.ts';
import type { Syntax } from './syntax.ts';
import { lineEnd } from './text-scan.ts';

const TAG: Construct = { name: 'tag', form: 'words', isClosable: true };

/** Forums' `[spoiler]words[/spoiler]`, with a title too: `[spoiler=Title]`. */
export const tag: Syntax = {
  name: 'tag',
  markers: '\\[/?spoiler\\b',
  read(marker, at, cutting) {
    const { text } = cutting;
    const end = at + marker.length;
    const bracket = text.slice(end, lineEnd(text, at)).indexOf(']');
    const from = bracket === -1 ? end : end + bracket + 1;
    if (text[at + 1] !== '/') openTag(at, end, from, cutting);
    else if (!endWords(TAG, at, from, cutting)) strayEnd(TAG, '[/spoiler]', at, cutting);
  },
  escapes: [[/(?<!\\)\[(?=\/?spoiler\b)/gi, '\\[']],
  lookAlikes: [
    /\[(?:spoilers|spoil|sp|hide|hidden|nsfw)(?:[=\s][^\]\n]{0,80})?\]/gi, // [hide]words[/hide]
    /\]\((?:#|\/)(?:s|sp|spoilers?)(?:[\s"'][^)\n]{0,300})?\)/gi, // [words](#spoiler), [title](/s "words")
    /\{\{\s*spoilers?\b[^\n]{0,80}/gi, // a wiki's template
    /%%[^\n%]{1,300}%%/g, // a comment in some notes, a spoiler in others
  ],
  inPages: {
    pattern: '\\[/?spoilers?(?:[\\s=:][^\\]\\n]{0,200})?\\]',
    read: (match) => (match.startsWith('[/') ? 'stop' : 'start'),
  },
};

/** @param from behind the `]`, or `end` where there is none */
function openTag(at: number, end: number, from: number, { text, frames, label }: Cutting): void {
  if (text[from] === '(') return; // the text of a link
  const title = text.slice(end, Math.max(end, from - 1)).replace(/^\s*[=:]?/, '');
  const isBroken = from === end;
  if (isBroken) frames.report('spoiler/unclosed', 'a `[spoiler` has no `]`', at);
  const written = label(title.replace(/^"(.*)"$/, '$1'));
  frames.open({ construct: TAG, start: at, label: written, isBroken }, from);
}
