import type { Block, Words } from './block.ts';
import { innerHiding } from './hiding.ts';

/** Hidden stretches of a block beyond which all of it is hidden. */
const MOST_HIDDEN = 200;

/** A block in which hidden words can be written within its lines; where they cannot, all of it is hidden. */
export function settled(block: Block): Block {
  const hidden = block.words.filter((words) => words.hiding);
  if (hidden.length === 0) return block;
  const isAll = block.words.every(
    ({ hiding, markdown }) => hiding !== undefined || markdown.trim() === '',
  );
  const isWritable =
    !isAll &&
    hidden.length <= MOST_HIDDEN &&
    block.kind !== 'row' &&
    hidden.every(({ markdown }) => isWritableInLine(markdown));
  if (isWritable && block.rank === undefined) return block;
  let { hiding } = block;
  for (const words of hidden) {
    if (words.hiding !== hiding) hiding = innerHiding(hiding, words.hiding);
  }
  return { ...block, words: unhidden(block.words), hiding };
}

/** The same words, none of them hidden by itself. */
export function unhidden(words: readonly Words[]): Words[] {
  return words.map(({ markdown }) => ({ markdown, hiding: undefined }));
}

/** Whether words can be written in `:spoiler[…]`. */
function isWritableInLine(markdown: string): boolean {
  if (markdown.trim() === '' || /[\n`]/.test(markdown)) return false;
  let depth = 0;
  for (const bracket of markdown.replace(/\\./g, '').match(/[[\]]/g) ?? []) {
    depth += bracket === '[' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
