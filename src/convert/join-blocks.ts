import type { Block, Words } from './block.ts';

/**
 * Joins blocks into one Markdown text: items and rows of the same list or table without blank lines between them, each
 * table with its header, quotes with their markers.
 */
export function joinedBlocks(blocks: readonly Block[]): Words[] {
  const out: Words[] = [];
  let previous: Block | undefined;
  for (const block of blocks) {
    if (previous) out.push(plainWords(separator(previous, block)));
    const isTableStart =
      block.kind === 'row' && !(previous?.kind === 'row' && previous.group === block.group);
    const words = isTableStart ? [plainWords(tableHead(block)), ...block.words] : block.words;
    out.push(...quoted(words, block.quotes));
    previous = block;
  }
  return out;
}

function separator(before: Block, behind: Block): string {
  const isTogether =
    before.group !== undefined && before.group === behind.group && before.quotes === behind.quotes;
  if (isTogether) return '\n';
  // Markdown separates adjacent lists with a comment, which recap would read as more than that
  const quote = '> '.repeat(Math.min(before.quotes, behind.quotes)).trim();
  return quote === '' ? '\n\n' : `\n${quote}\n`;
}

function tableHead({ header, cells }: Block): string {
  const columns = Math.max(1, cells?.length ?? 0, header?.length ?? 0);
  const names = Array.from({ length: columns }, (_, index) => header?.[index] || ' ');
  return `| ${names.join(' | ')} |\n|${' --- |'.repeat(columns)}\n`;
}

function quoted(words: readonly Words[], quotes: number): readonly Words[] {
  if (quotes === 0) return words;
  const mark = '> '.repeat(quotes);
  return [
    plainWords(mark),
    ...words.map(({ markdown, hiding }) => ({
      markdown: markdown.replaceAll('\n', `\n${mark}`),
      hiding,
    })),
  ];
}

function plainWords(markdown: string): Words {
  return { markdown, hiding: undefined };
}
