import type { EpisodeCode } from '../model/episode.ts';
import type { Block } from './block.ts';
import type { EpisodeList } from './episode-list.ts';

/** Headings that are nothing but titles of the list's episodes, in its order: two of a rank and all between them. */
export function titleHeadings(
  blocks: readonly Block[],
  list: EpisodeList,
): Map<Block, EpisodeCode> {
  const found = new Map<Block, EpisodeCode>();
  const ranks = new Map<number, { block: Block; code: EpisodeCode | undefined }[]>();
  for (const block of blocks) {
    if (block.kind !== 'heading' || block.rank === undefined) continue;
    const codes = list.titled(block.text);
    const code = codes.length === 1 ? codes[0] : undefined;
    const sameRank = ranks.get(block.rank);
    if (sameRank) sameRank.push({ block, code });
    else ranks.set(block.rank, [{ block, code }]);
  }
  for (const headings of ranks.values()) {
    const first = headings.findIndex(({ code }) => code !== undefined);
    const last = headings.findLastIndex(({ code }) => code !== undefined);
    const run = headings.slice(first, last + 1);
    const isOrdered = run.every(({ code }, index) => {
      const before = run[index - 1]?.code;
      return (
        code !== undefined && (index === 0 || (before !== undefined && list.isLater(code, before)))
      );
    });
    if (run.length < 2 || !isOrdered) continue;
    for (const { block, code } of run) if (code !== undefined) found.set(block, code);
  }
  return found;
}
