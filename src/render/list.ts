import type { Token } from 'markdown-it';
import type { Line, Style } from './line.ts';
import { behind, stack } from './lines.ts';
import type { Room } from './room.ts';
import type { Block } from './tree.ts';

/** The box of a task at the beginning of an item. */
const TASK = /^\[([ xX])\]\s+/;

const MARKER: Style = { role: 'marker', decoration: true };

/**
 * A list's lines. Bullets change with the depth, numbers count from the list's start and are aligned at
 * their point, and a task's box stands in place of its bullet.
 *
 * @param lay lays out what stands in an item
 */
export function listLines(
  { token, children: items }: Block,
  room: Room,
  lay: (blocks: readonly Block[], room: Room) => Line[][],
): Line[] {
  const isLoose = items.some((item) =>
    item.children.some(({ token }) => token.type === 'paragraph_open' && !token.hidden),
  );
  const isOrdered = token.type === 'ordered_list_open';
  const start = Number(token.attrGet('start') ?? 1);
  const digits = String(start + items.length - 1).length;
  const bullets = room.bullets + (isOrdered ? 0 : 1);
  const bullet = room.page.glyphs.bullets[room.bullets % 3] ?? '*';
  const blocks = items.map((item, index) => {
    const number = `${String(start + index).padStart(digits)}${token.markup} `;
    const box = takeTask(item);
    const marker = isOrdered ? number + (box ?? '') : (box ?? `${bullet} `);
    const style = room.page.style(MARKER);
    return behind(room.width, marker, ' '.repeat(marker.length), style, (width) =>
      stack(lay(item.children, { ...room, width, bullets }), isLoose),
    );
  });
  return stack(blocks, isLoose);
}

/** Takes the box of a task off the item's text; a box that is a link is none. */
function takeTask(item: Block): string | undefined {
  const paragraph = item.children[0];
  if (paragraph?.token.type !== 'paragraph_open') return undefined;
  const text: Token | undefined = paragraph.children[0]?.token.children?.[0];
  const match = text?.type === 'text' ? TASK.exec(text.content) : null;
  if (!text || !match) return undefined;
  text.content = text.content.slice(match[0].length);
  return match[1] === ' ' ? '[ ] ' : '[x] ';
}
