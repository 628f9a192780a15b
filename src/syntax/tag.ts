import type { Construct } from './cutting.ts';
import { type Cutting, endWords, strayEnd } from './cutting.ts';
import { reportLookAlike } from './look-alike.ts';
import type { Syntax } from './syntax.ts';
import { words } from './words.ts';

const TAG: Construct = {
  name: 'tag',
  form: 'words',
  isClosable: true,
  written: { opener: '`[spoiler]`', end: () => '`[/spoiler]`' },
};
/** TV Tropes' `[[spoiler:words]]`. */
const TROPE: Construct = {
  name: 'double brackets',
  form: 'words',
  isClosable: true,
  written: { opener: '`[[spoiler:`', end: () => '`]]`' },
};

const BRACKET_OR_LINE_END = /[\]\n]/g;
const SPACE = '[^\\S\\n]{0,3}';

/** The `[spoiler]words[/spoiler]` of forums, optionally with a title: `[spoiler=Title]`. */
export const tag: Syntax = {
  name: 'tag',
  markers: [
    `\\[\\[${SPACE}spoilers?${SPACE}[:|]`,
    // not `[spoiler-free]` and `[Spoiler alert!]`, which are text
    `\\[${SPACE}spoiler(?=${SPACE}(?:[\\]=:]|[a-z]+=)|\\b(?![^\\]\\n]{0,300}\\]))`,
    `\\[${SPACE}/${SPACE}spoilers?${SPACE}\\b`,
  ].join('|'),
  innerMarkers: '\\](?=\\])',
  read(marker, at, cutting) {
    const { text, frames } = cutting;
    const end = at + marker.length;
    if (marker === ']') return readDouble(at, cutting);
    if (marker.startsWith('[[')) {
      reportLookAlike('`[[spoiler:words]]`', at, cutting);
      return frames.open({ construct: TROPE, start: at, depth: 0, isLookAlike: true }, end);
    }
    const bracket = cutting.next(BRACKET_OR_LINE_END, end);
    const from = text[bracket] === ']' ? bracket + 1 : end;
    const isWide = cutting.isWide(at, from);
    if (!marker.includes('/')) return openTag(at, end, from, cutting);
    if (isWide && frames.isInside && !frames.closable.isLookAlike) return;
    if (endWords(TAG, at, from, cutting)) return;
    strayEnd(TAG, '[/spoiler]', at, cutting);
    frames.position = from; // its brackets pair up, so they do not end words
  },
  escapes: [[/(?<!\\)\[(?=[^\S\n]*\/?[^\S\n]*spoiler)/gi, '\\[']],
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

/** @param from after the `]`, or `end` if there is none */
function openTag(at: number, end: number, from: number, cutting: Cutting): void {
  const { text, source, frames } = cutting;
  if (text[from] === '(') {
    frames.position = from; // the text of a link
    return;
  }
  const isBroken = from === end;
  if (isBroken) {
    frames.report(
      'spoiler/unclosed',
      '`[spoiler` has no `]`; write `[spoiler]words[/spoiler]`',
      at,
    );
  }
  const isLookAlike = cutting.isWide(at, from);
  if (isLookAlike) reportLookAlike('`[spoiler]` with full-width signs', at, cutting);
  const written = source.slice(end, Math.max(end, from - 1));
  const title = /^\s*=\s*(?:"([^"]*)"|(.*))$/.exec(written);
  const frame = { construct: TAG, start: at, isBroken, isLookAlike };
  // only the documented form has a title: after a colon it is what should be hidden
  if (!title) return frames.open(frame, written.trim() === '' ? from : end);
  const label = title[1] ?? title[2] ?? '';
  const offset = end + written.length - label.length - (title[1] === undefined ? 0 : 1);
  frames.open({ ...frame, title: label === '' ? undefined : { text: label, offset } }, from);
}

function readDouble(at: number, cutting: Cutting): void {
  if (!endWords(TROPE, at, at + 2, cutting)) words.read(']', at, cutting);
}
