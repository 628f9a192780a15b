import type { Block, Surroundings, Words } from './block.ts';
import { type Hiding, innerHiding } from './hiding.ts';
import { joinedBlocks } from './join-blocks.ts';
import { unhidden } from './settled-block.ts';

/**
 * A list item: what is hidden in one of its paragraphs hides all of it; in its only one, the words alone.
 *
 * @param blocks the item's content, at least one
 * @param mark its bullet or number
 */
export function itemBlock(
  blocks: readonly Block[],
  mark: string,
  { hiding, quotes }: Surroundings,
): Block {
  const [first] = blocks;
  const isOne = blocks.length === 1;
  const inner = isOne ? [first?.hiding] : blocks.flatMap(hidingsIn);
  const words = joinedBlocks(blocks);
  return {
    kind: 'item',
    text: blocks.map(({ text }) => text).join(' '),
    words: indented(isOne ? words : unhidden(words), mark),
    hiding: inner.reduce(innerHiding, hiding),
    quotes,
    lead: first?.lead,
  };
}

function hidingsIn({ hiding, words }: Block): Hiding[] {
  return [hiding, ...words.map((part) => part.hiding)].filter((found) => found !== undefined);
}

/** Lines behind a list item's mark. */
function indented(words: readonly Words[], mark: string): Words[] {
  const indent = ' '.repeat(mark.length);
  const moved = words.map(({ markdown, hiding }) => ({
    markdown: markdown.replace(/\n(?!\n)/g, `\n${indent}`),
    hiding,
  }));
  return [{ markdown: mark, hiding: undefined }, ...moved];
}
